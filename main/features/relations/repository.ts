import type { Provenance } from '../../../shared/model/provenance.ts'
import type { EvidenceMark, RelationAttributes } from '../../../shared/model/relation.ts'
import type { ProjectContext } from '../../core/context.ts'

export interface RelationRecord extends Provenance, Omit<RelationAttributes, 'amount' | 'share'> {
  id: number
  uid: string
  typeId: number
  sourceId: number
  sourceName: string
  sourceTypeId: number
  targetId: number
  targetName: string
  targetTypeId: number
  amount: string
  share: string
}

export interface EvidenceRecord extends Provenance {
  id: number
  uid: string
  relationId: number
  articleId: number
  articleTitle: string
  language: string
  publishedOn: string
  start: number
  end: number
  quote: string
  sourceMentionId: number | null
  targetMentionId: number | null
  note: string
}

export interface NewEvidence {
  relationId: number
  articleId: number
  start: number
  end: number
  quote: string
  sourceMentionId: number | null
  targetMentionId: number | null
  note: string
}

const attributeColumns: Record<keyof RelationAttributes, string> = {
  status: 'status',
  validFrom: 'valid_from',
  validTo: 'valid_to',
  amount: 'amount',
  currency: 'currency',
  share: 'share',
  certainty: 'certainty',
  note: 'note',
}

/** Decimal text as stored; JavaScript's shortest form gives the same number back. */
const stored = (value: string | number | null): string => (value === null ? '' : String(value))

const evidenceColumns = `v.id, v.uid, v.relation_id AS relationId, v.article_id AS articleId, a.title AS articleTitle,
  a.language, a.published_on AS publishedOn, v.start_offset AS start, v.end_offset AS end, v.quote,
  v.source_mention_id AS sourceMentionId, v.target_mention_id AS targetMentionId, v.note,
  p.name AS madeBy, v.made_how AS madeHow, v.made_at AS madeAt
  FROM evidence v JOIN article a ON a.id = v.article_id JOIN person p ON p.id = v.made_by`

export const createRelationRepository = ({ db, personId, now, newUid }: ProjectContext) => ({
  find: (id: number): RelationRecord | null =>
    db.get<RelationRecord>(
      `SELECT r.id, r.uid, r.type_id AS typeId, s.id AS sourceId, s.name AS sourceName, s.type_id AS sourceTypeId,
         t.id AS targetId, t.name AS targetName, t.type_id AS targetTypeId, r.status, r.valid_from AS validFrom,
         r.valid_to AS validTo, r.amount, r.currency, r.share, r.certainty, r.note,
         p.name AS madeBy, r.made_how AS madeHow, r.made_at AS madeAt
       FROM relation r JOIN entity s ON s.id = r.source_id JOIN entity t ON t.id = r.target_id
       JOIN person p ON p.id = r.made_by WHERE r.id = ?`,
      [id],
    ) ?? null,

  between: (typeId: number, sourceId: number, targetId: number): number | null =>
    db.value<number>(
      'SELECT id FROM relation WHERE source_id = ? AND target_id = ? AND type_id = ? ORDER BY id LIMIT 1',
      [sourceId, targetId, typeId],
    ) ?? null,

  add: (typeId: number, sourceId: number, targetId: number, attributes: RelationAttributes): number =>
    db.run(
      `INSERT INTO relation (uid, type_id, source_id, target_id, status, valid_from, valid_to, amount, currency, share,
         certainty, note, made_by, made_how, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'hand', ?)`,
      [
        newUid(),
        typeId,
        sourceId,
        targetId,
        attributes.status,
        attributes.validFrom,
        attributes.validTo,
        stored(attributes.amount),
        attributes.currency,
        stored(attributes.share),
        attributes.certainty,
        attributes.note,
        personId,
        now(),
      ],
    ).lastInsertRowid,

  update: (id: number, patch: Partial<RelationAttributes>): void => {
    const fields = Object.entries(patch).filter(
      ([name, value]) => value !== undefined && name in attributeColumns,
    )
    if (fields.length === 0) return
    db.run(
      `UPDATE relation SET ${fields.map(([name]) => `${attributeColumns[name as keyof RelationAttributes]} = ?`).join(', ')} WHERE id = ?`,
      [...fields.map(([, value]) => stored(value as string | number | null)), id],
    )
  },
  setType: (id: number, typeId: number): void =>
    void db.run('UPDATE relation SET type_id = ? WHERE id = ?', [typeId, id]),
  swap: (id: number): void => {
    db.run('UPDATE relation SET source_id = target_id, target_id = source_id WHERE id = ?', [id])
    db.run(
      'UPDATE evidence SET source_mention_id = target_mention_id, target_mention_id = source_mention_id WHERE relation_id = ?',
      [id],
    )
  },
  remove: (ids: readonly number[]): void =>
    void db.run('DELETE FROM relation WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]),

  evidenceOf: (relationId: number): EvidenceRecord[] =>
    db.all(
      `SELECT ${evidenceColumns} WHERE v.relation_id = ? ORDER BY a.published_on DESC, a.id DESC, v.start_offset`,
      [relationId],
    ),
  evidence: (id: number): EvidenceRecord | null =>
    db.get<EvidenceRecord>(`SELECT ${evidenceColumns} WHERE v.id = ?`, [id]) ?? null,
  /** Pieces of a mention, UTF-16 in the article. */
  piecesOf: (mentionId: number): { start: number; end: number }[] =>
    db.all(
      'SELECT start_offset AS start, end_offset AS end FROM fragment WHERE mention_id = ? ORDER BY ordinal',
      [mentionId],
    ),
  mentionPlace: (mentionId: number): { articleId: number; entityId: number | null } | null =>
    db.get<{ articleId: number; entityId: number | null }>(
      'SELECT article_id AS articleId, entity_id AS entityId FROM mention WHERE id = ?',
      [mentionId],
    ) ?? null,
  evidenceAt: (relationId: number, articleId: number, start: number, end: number): number | null =>
    db.value<number>(
      'SELECT id FROM evidence WHERE relation_id = ? AND article_id = ? AND start_offset = ? AND end_offset = ?',
      [relationId, articleId, start, end],
    ) ?? null,
  addEvidence: (evidence: NewEvidence): number =>
    db.run(
      `INSERT INTO evidence (uid, relation_id, article_id, start_offset, end_offset, quote, source_mention_id,
         target_mention_id, note, made_by, made_how, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'hand', ?)`,
      [
        newUid(),
        evidence.relationId,
        evidence.articleId,
        evidence.start,
        evidence.end,
        evidence.quote,
        evidence.sourceMentionId,
        evidence.targetMentionId,
        evidence.note,
        personId,
        now(),
      ],
    ).lastInsertRowid,
  moveEvidence: (id: number, start: number, end: number, quote: string): void =>
    void db.run('UPDATE evidence SET start_offset = ?, end_offset = ?, quote = ? WHERE id = ?', [
      start,
      end,
      quote,
      id,
    ]),
  removeEvidence: (ids: readonly number[]): void =>
    void db.run('DELETE FROM evidence WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]),

  marks: (articleId: number): EvidenceMark[] =>
    db.all(
      `SELECT v.id, v.relation_id AS relationId, r.type_id AS relationTypeId, v.start_offset AS start,
         v.end_offset AS end, r.source_id AS sourceId, r.target_id AS targetId,
         v.source_mention_id AS sourceMentionId, v.target_mention_id AS targetMentionId
       FROM evidence v JOIN relation r ON r.id = v.relation_id WHERE v.article_id = ? ORDER BY v.start_offset, v.id`,
      [articleId],
    ),
})
