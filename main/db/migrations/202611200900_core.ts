/**
 * The first shape of a project file. What a person makes is in the journalled tables; texts and original bytes are
 * immutable and only ever added, so the journal never carries them; `derived_*` can always be rebuilt.
 */
export const id = '202611200900_core'

const provenance = `
  made_by INTEGER NOT NULL REFERENCES person(id),
  made_how TEXT NOT NULL CHECK (made_how IN ('hand', 'suggestion', 'bulk', 'import')),
  made_at TEXT NOT NULL`

export const sql = `
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE project (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uid TEXT NOT NULL,
  name TEXT NOT NULL,
  note TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

-- Immutable canonical texts; length in UTF-16 code units, hash is SHA-256 of the UTF-8 bytes.
CREATE TABLE text (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL,
  length INTEGER NOT NULL CHECK (length >= 0),
  content TEXT NOT NULL
) STRICT;
CREATE INDEX text_hash ON text (hash);

-- What an article came from; bytes may be absent (datasets without originals).
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  encoding TEXT NOT NULL,
  extraction TEXT NOT NULL CHECK (json_valid(extraction)),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE entity_type (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('entity', 'value')),
  value_kind TEXT NOT NULL CHECK (value_kind IN ('', 'money', 'date', 'percentage', 'quantity')),
  colour TEXT NOT NULL,
  pattern TEXT NOT NULL,
  label TEXT NOT NULL,
  shortcut TEXT NOT NULL,
  position INTEGER NOT NULL,
  CHECK ((kind = 'value') = (value_kind <> ''))
) STRICT;

CREATE TABLE relation_type (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  inverse_name TEXT NOT NULL,
  directed INTEGER NOT NULL CHECK (directed IN (0, 1)),
  colour TEXT NOT NULL,
  dash TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE relation_rule (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  relation_type_id INTEGER NOT NULL REFERENCES relation_type(id) ON DELETE CASCADE,
  source_type_id INTEGER NOT NULL REFERENCES entity_type(id) ON DELETE CASCADE,
  target_type_id INTEGER NOT NULL REFERENCES entity_type(id) ON DELETE CASCADE,
  UNIQUE (relation_type_id, source_type_id, target_type_id)
) STRICT;
CREATE INDEX relation_rule_source ON relation_rule (source_type_id);
CREATE INDEX relation_rule_target ON relation_rule (target_type_id);

CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  text_id INTEGER NOT NULL REFERENCES text(id),
  source_id INTEGER REFERENCES source(id),
  title TEXT NOT NULL,
  -- The title folded into index tokens, so that plain SQL triggers can keep the title index.
  title_tokens TEXT NOT NULL,
  language TEXT NOT NULL,
  published_on TEXT NOT NULL,
  publisher TEXT NOT NULL,
  source_url TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('unread', 'in_progress', 'done', 'reviewed', 'set_aside')),
  note TEXT NOT NULL,${provenance}
) STRICT;
-- Holds all that a search is filtered by, so that a broad one reads no article.
CREATE INDEX article_text ON article (text_id, status, language, published_on);
CREATE INDEX article_source ON article (source_id);
CREATE INDEX article_title ON article (title COLLATE NOCASE, id);
CREATE INDEX article_published ON article (published_on, id);
CREATE INDEX article_status ON article (status, language, id);

CREATE TABLE entity (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  type_id INTEGER NOT NULL REFERENCES entity_type(id),
  name TEXT NOT NULL CHECK (name <> ''),
  -- The name folded for matching.
  name_key TEXT NOT NULL,
  note TEXT NOT NULL,${provenance}
) STRICT;
CREATE INDEX entity_name_key ON entity (name_key);
CREATE INDEX entity_type_of ON entity (type_id, name);

CREATE TABLE alias (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  entity_id INTEGER NOT NULL REFERENCES entity(id) ON DELETE CASCADE,
  text TEXT NOT NULL CHECK (text <> ''),
  key TEXT NOT NULL,
  language TEXT NOT NULL
) STRICT;
CREATE INDEX alias_entity ON alias (entity_id);
CREATE INDEX alias_key ON alias (key);

CREATE TABLE outside_id (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  entity_id INTEGER NOT NULL REFERENCES entity(id) ON DELETE CASCADE,
  scheme TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT;
CREATE INDEX outside_id_entity ON outside_id (entity_id);

CREATE TABLE mention (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  type_id INTEGER NOT NULL REFERENCES entity_type(id),
  entity_id INTEGER REFERENCES entity(id) ON DELETE SET NULL,
  -- The normalised value of a value type, as JSON; '' for entity types and values not read.
  value TEXT NOT NULL CHECK (value = '' OR json_valid(value)),
  certainty TEXT NOT NULL CHECK (certainty IN ('certain', 'probable', 'doubtful')),
  note TEXT NOT NULL,${provenance},
  CHECK (entity_id IS NULL OR value = '')
) STRICT;
CREATE INDEX mention_article ON mention (article_id, id);
CREATE INDEX mention_entity ON mention (entity_id) WHERE entity_id IS NOT NULL;
CREATE INDEX mention_type ON mention (type_id, entity_id);

-- Offsets are UTF-16 code units of the article's text, half-open; the quote is what they cut out.
CREATE TABLE fragment (
  id INTEGER PRIMARY KEY,
  mention_id INTEGER NOT NULL REFERENCES mention(id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset INTEGER NOT NULL CHECK (end_offset > start_offset),
  quote TEXT NOT NULL CHECK (quote <> '')
) STRICT;
CREATE UNIQUE INDEX fragment_mention ON fragment (mention_id, ordinal, start_offset, end_offset);

CREATE TABLE relation (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  type_id INTEGER NOT NULL REFERENCES relation_type(id),
  source_id INTEGER NOT NULL REFERENCES entity(id) ON DELETE CASCADE,
  target_id INTEGER NOT NULL REFERENCES entity(id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('', 'announced', 'denied', 'completed', 'ended')),
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  -- Decimal numbers as text, so that no floating point touches money; '' when not stated.
  amount TEXT NOT NULL,
  currency TEXT NOT NULL,
  share TEXT NOT NULL,
  certainty TEXT NOT NULL CHECK (certainty IN ('certain', 'probable', 'doubtful')),
  note TEXT NOT NULL,${provenance}
) STRICT;
CREATE INDEX relation_source ON relation (source_id, target_id, type_id);
CREATE INDEX relation_target ON relation (target_id);
CREATE INDEX relation_type_of ON relation (type_id);

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  relation_id INTEGER NOT NULL REFERENCES relation(id) ON DELETE CASCADE,
  article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset INTEGER NOT NULL CHECK (end_offset > start_offset),
  quote TEXT NOT NULL CHECK (quote <> ''),
  source_mention_id INTEGER REFERENCES mention(id) ON DELETE SET NULL,
  target_mention_id INTEGER REFERENCES mention(id) ON DELETE SET NULL,
  note TEXT NOT NULL,${provenance}
) STRICT;
CREATE INDEX evidence_relation ON evidence (relation_id, article_id);
CREATE INDEX evidence_article ON evidence (article_id);
CREATE INDEX evidence_source_mention ON evidence (source_mention_id) WHERE source_mention_id IS NOT NULL;
CREATE INDEX evidence_target_mention ON evidence (target_mention_id) WHERE target_mention_id IS NOT NULL;

-- Where an entity stands in the network; whole pixels.
CREATE TABLE node_position (
  id INTEGER PRIMARY KEY REFERENCES entity(id) ON DELETE CASCADE,
  x INTEGER NOT NULL,
  y INTEGER NOT NULL,
  pinned INTEGER NOT NULL CHECK (pinned IN (0, 1))
) STRICT;

-- The journal. 'dropped': undone, then overtaken by another step, so it can no longer be brought back.
CREATE TABLE command (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL,
  params TEXT NOT NULL CHECK (json_valid(params)),
  merge_key TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
  changes INTEGER NOT NULL,
  made_by INTEGER NOT NULL REFERENCES person(id),
  made_at TEXT NOT NULL
) STRICT;
CREATE INDEX command_state ON command (state, seq);

-- Row images: 'before' is kept when a row is changed, 'after' only when the change is undone (until then it can be
-- read off the next change of that row, or off the row itself).
CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  seq INTEGER NOT NULL REFERENCES command(seq),
  tbl TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN ('I', 'U', 'D')),
  before TEXT NOT NULL,
  after TEXT NOT NULL
) STRICT;
CREATE INDEX change_seq ON change (seq);

-- Files on their way in: read and guessed at, waiting for the analyst's word. Not journalled.
CREATE TABLE import_draft (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  source_id INTEGER REFERENCES source(id),
  full_text TEXT NOT NULL,
  cuts TEXT NOT NULL CHECK (json_valid(cuts)),
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  published_on TEXT NOT NULL,
  publisher TEXT NOT NULL,
  source_url TEXT NOT NULL,
  guesses TEXT NOT NULL CHECK (json_valid(guesses)),
  warnings TEXT NOT NULL CHECK (json_valid(warnings)),
  error TEXT NOT NULL,
  included INTEGER NOT NULL CHECK (included IN (0, 1)),
  text_hash TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  duplicate TEXT NOT NULL CHECK (duplicate = '' OR json_valid(duplicate))
) STRICT;
CREATE INDEX import_draft_source ON import_draft (source_id);

-- An import that is running or was cut off: texts and sources from these ids on that no article uses are left-overs.
CREATE TABLE staging (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  first_text_id INTEGER NOT NULL,
  first_source_id INTEGER NOT NULL
) STRICT;

-- Rows of both indexes are texts: no two articles share one, and hits of both can be merged as they come.
CREATE VIRTUAL TABLE derived_text_index USING fts5 (
  body, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE derived_title_index USING fts5 (
  title, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 0'
);

-- Similarity fingerprints of texts (64-bit simhash), findable by any of four 16-bit bands.
CREATE TABLE derived_fingerprint (
  band INTEGER NOT NULL,
  bits INTEGER NOT NULL,
  text_id INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  PRIMARY KEY (band, bits, text_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX derived_fingerprint_text ON derived_fingerprint (text_id);

CREATE TABLE derived_article_count (
  article_id INTEGER PRIMARY KEY,
  mentions INTEGER NOT NULL,
  unlinked INTEGER NOT NULL,
  evidence INTEGER NOT NULL
) STRICT;

CREATE TABLE derived_entity_count (
  entity_id INTEGER PRIMARY KEY,
  mentions INTEGER NOT NULL
) STRICT;
CREATE INDEX derived_entity_count_mentions ON derived_entity_count (mentions, entity_id);

CREATE TABLE derived_entity_article (
  entity_id INTEGER NOT NULL,
  article_id INTEGER NOT NULL,
  mentions INTEGER NOT NULL,
  PRIMARY KEY (entity_id, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX derived_entity_article_article ON derived_entity_article (article_id, entity_id, mentions);
`
