/** Read-only views for Python, R and DuckDB: one row per thing, names instead of ids. Offsets are UTF-16 code units. */
export const id = '202611200920_views'

export const sql = `
CREATE VIEW v_articles AS
SELECT a.id, a.uid, a.title, a.language, a.published_on, a.publisher, a.source_url, a.status, a.note,
  t.hash AS text_sha256, t.length AS text_utf16_length, t.content AS text
FROM article a JOIN text t ON t.id = a.text_id;

CREATE VIEW v_entities AS
SELECT e.id, e.uid, y.key AS type, e.name, e.note, c.mentions,
  (SELECT json_group_array(json_object('text', text, 'language', language)) FROM alias WHERE entity_id = e.id) AS aliases,
  (SELECT json_group_array(json_object('scheme', scheme, 'value', value)) FROM outside_id WHERE entity_id = e.id) AS outside_ids
FROM entity e JOIN entity_type y ON y.id = e.type_id JOIN derived_entity_count c ON c.entity_id = e.id;

CREATE VIEW v_mentions AS
SELECT m.id, m.uid, a.uid AS article_uid, a.title AS article_title, a.language, y.key AS type, e.uid AS entity_uid,
  e.name AS entity, m.value, m.certainty, m.note, f.ordinal AS fragment, f.start_offset AS start_utf16,
  f.end_offset AS end_utf16, f.quote, p.name AS made_by, m.made_how, m.made_at
FROM mention m
JOIN fragment f ON f.mention_id = m.id
JOIN article a ON a.id = m.article_id
JOIN entity_type y ON y.id = m.type_id
JOIN person p ON p.id = m.made_by
LEFT JOIN entity e ON e.id = m.entity_id;

CREATE VIEW v_relations AS
SELECT r.id, r.uid, y.key AS type, s.uid AS source_uid, s.name AS source, t.uid AS target_uid, t.name AS target,
  r.status, r.valid_from, r.valid_to, CAST(NULLIF(r.amount, '') AS REAL) AS amount, r.currency,
  CAST(NULLIF(r.share, '') AS REAL) AS share_percent, r.certainty, r.note,
  v.uid AS evidence_uid, a.uid AS article_uid, a.title AS article_title, v.start_offset AS start_utf16,
  v.end_offset AS end_utf16, v.quote, p.name AS made_by, r.made_how, r.made_at
FROM relation r
JOIN relation_type y ON y.id = r.type_id
JOIN entity s ON s.id = r.source_id
JOIN entity t ON t.id = r.target_id
JOIN person p ON p.id = r.made_by
LEFT JOIN evidence v ON v.relation_id = r.id
LEFT JOIN article a ON a.id = v.article_id;
`
