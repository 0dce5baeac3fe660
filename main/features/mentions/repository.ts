import type { Fragment, Mention, MentionColumns, MentionInContext } from '../../../shared/model/mention.ts'
import type { Certainty, MadeHow } from '../../../shared/model/provenance.ts'
import type { Value } from '../../../shared/values/value.ts'
import type { ProjectContext } from '../../core/context.ts'

export interface NewMention {
  articleId: number
  typeId: number
  entityId: number | null
  value: Value | null
  certainty: Certainty
  note: string
  how: MadeHow
  fragments: readonly Fragment[]
}

interface MentionRecord {
  id: number
  uid: string
  articleId: number
  typeId: number
  entityId: number | null
  entityName: string
  value: string
  certainty: Certainty
  note: string
  madeBy: string
  madeHow: MadeHow
  madeAt: string
}

const certainties: readonly Certainty[] = ['certain', 'probable', 'doubtful']

export const createMentionRepository = ({ db, personId, now, newUid }: ProjectContext) => {
  const addFragments = (mentionId: number, fragments: readonly Fragment[]): void => {
    fragments.forEach((it, ordinal) => {
      db.run(
        'INSERT INTO fragment (mention_id, ordinal, start_offset, end_offset, quote) VALUES (?, ?, ?, ?, ?)',
        [mentionId, ordinal, it.start, it.end, it.quote],
      )
    })
  }

  return {
    add: (mention: NewMention): number => {
      const id = db.run(
        `INSERT INTO mention (uid, article_id, type_id, entity_id, value, certainty, note, made_by, made_how, made_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          newUid(),
          mention.articleId,
          mention.typeId,
          mention.entityId,
          mention.value === null ? '' : JSON.stringify(mention.value),
          mention.certainty,
          mention.note,
          personId,
          mention.how,
          now(),
        ],
      ).lastInsertRowid
      addFragments(id, mention.fragments)
      return id
    },

    find: (ids: readonly number[]): Mention[] => {
      const list = JSON.stringify(ids)
      const fragments = Map.groupBy(
        db.all<Fragment & { mentionId: number }>(
          `SELECT f.mention_id AS mentionId, f.start_offset AS start, f.end_offset AS end, f.quote
           FROM json_each(?) j JOIN fragment f ON f.mention_id = j.value ORDER BY f.mention_id, f.ordinal`,
          [list],
        ),
        (it) => it.mentionId,
      )
      return db
        .all<MentionRecord>(
          `SELECT m.id, m.uid, m.article_id AS articleId, m.type_id AS typeId, m.entity_id AS entityId,
             coalesce(e.name, '') AS entityName, m.value, m.certainty, m.note, p.name AS madeBy,
             m.made_how AS madeHow, m.made_at AS madeAt
           FROM json_each(?) j JOIN mention m ON m.id = j.value JOIN person p ON p.id = m.made_by
           LEFT JOIN entity e ON e.id = m.entity_id ORDER BY j.key`,
          [list],
        )
        .map(({ madeBy, madeHow, madeAt, value, ...row }) => ({
          ...row,
          value: value === '' ? null : (JSON.parse(value) as Value),
          fragments: (fragments.get(row.id) ?? []).map(({ start, end, quote }) => ({ start, end, quote })),
          provenance: { madeBy, madeHow, madeAt },
        }))
    },

    columns: (articleId: number): MentionColumns => {
      const rows = db.tuples<[id: number, typeId: number, entityId: number, certainty: Certainty]>(
        `SELECT id, type_id, coalesce(entity_id, 0), certainty FROM mention WHERE article_id = ? ORDER BY id`,
        [articleId],
      )
      const index = new Map(rows.map(([id], at) => [id, at]))
      const pieces = db.tuples<[mentionId: number, start: number, end: number]>(
        `SELECT f.mention_id, f.start_offset, f.end_offset
         FROM mention m JOIN fragment f ON f.mention_id = m.id WHERE m.article_id = ?
         ORDER BY f.start_offset, f.end_offset DESC`,
        [articleId],
      )
      return {
        id: rows.map((it) => it[0]),
        typeId: rows.map((it) => it[1]),
        entityId: rows.map((it) => it[2]),
        certainty: rows.map((it) => certainties.indexOf(it[3])),
        mention: pieces.map((it) => index.get(it[0])!),
        start: pieces.map((it) => it[1]),
        end: pieces.map((it) => it[2]),
      }
    },

    idsOfArticle: (articleId: number): number[] =>
      db.column<number>(
        `SELECT m.id FROM mention m JOIN fragment f ON f.mention_id = m.id AND f.ordinal = 0
         WHERE m.article_id = ? ORDER BY f.start_offset, f.end_offset DESC, m.id`,
        [articleId],
      ),

    countOfEntity: (entityId: number): number =>
      db.value<number>('SELECT mentions FROM derived_entity_count WHERE entity_id = ?', [entityId]) ?? 0,

    /** Places of an entity's mentions, newest article first, with the articles' texts left to the caller. */
    placesOfEntity: (
      entityId: number,
      limit: number,
      offset: number,
    ): (Omit<MentionInContext, 'before' | 'after'> & { end: number })[] =>
      db.all(
        `SELECT m.id, m.article_id AS articleId, a.title AS articleTitle, a.language, a.published_on AS publishedOn,
           f.start_offset AS start, f.end_offset AS end, f.quote
         FROM mention m JOIN article a ON a.id = m.article_id
         JOIN fragment f ON f.mention_id = m.id AND f.ordinal = 0
         WHERE m.entity_id = ? ORDER BY a.published_on DESC, a.id, f.start_offset LIMIT ? OFFSET ?`,
        [entityId, limit, offset],
      ),

    update: (
      ids: readonly number[],
      patch: {
        typeId?: number
        entityId?: number | null
        value?: Value | null
        certainty?: Certainty
        note?: string
      },
    ): void => {
      const fields: [string, string | number | null][] = []
      if (patch.typeId !== undefined) fields.push(['type_id', patch.typeId])
      if (patch.entityId !== undefined) fields.push(['entity_id', patch.entityId])
      if (patch.value !== undefined)
        fields.push(['value', patch.value === null ? '' : JSON.stringify(patch.value)])
      if (patch.certainty !== undefined) fields.push(['certainty', patch.certainty])
      if (patch.note !== undefined) fields.push(['note', patch.note])
      if (fields.length === 0) return
      db.run(
        `UPDATE mention SET ${fields.map(([column]) => `${column} = ?`).join(', ')}
         WHERE id IN (SELECT value FROM json_each(?))`,
        [...fields.map(([, value]) => value), JSON.stringify(ids)],
      )
    },

    replaceFragments: (mentionId: number, fragments: readonly Fragment[]): void => {
      db.run('DELETE FROM fragment WHERE mention_id = ?', [mentionId])
      addFragments(mentionId, fragments)
    },

    remove: (ids: readonly number[]): void =>
      void db.run('DELETE FROM mention WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]),

    /** Whether a one-piece mention of this type already stands exactly there. */
    standsAt: (articleId: number, typeId: number): Set<string> =>
      new Set(
        db.column<string>(
          `SELECT f.start_offset || ':' || f.end_offset FROM mention m JOIN fragment f ON f.mention_id = m.id
           WHERE m.article_id = ? AND m.type_id = ?`,
          [articleId, typeId],
        ),
      ),
  }
}
