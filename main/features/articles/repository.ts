import type { Article, ArticleFilter, ArticleRow, ArticleSort } from '../../../shared/model/article.ts'
import type { ProjectContext } from '../../core/context.ts'
import { articleQuery, foundTexts, matchOf } from './filter.ts'

export interface NewArticle {
  uid?: string
  textId: number
  sourceId: number | null
  title: string
  titleTokens: string
  language: string
  publishedOn: string
  publisher: string
  sourceUrl: string
}

export interface SourceRow {
  name: string
  media_type: string
  encoding: string
  extraction: string
  bytes: Uint8Array
}

interface RowRecord {
  id: number
  title: string
  language: string
  published_on: string
  publisher: string
  source_url: string
  status: ArticleRow['status']
  length: number
  mentions: number
  unlinked: number
  evidence: number
}

const orders: Record<Exclude<ArticleSort['by'], 'relevance'>, string> = {
  title: 'a.title COLLATE NOCASE',
  publishedOn: 'a.published_on',
  status: 'a.status',
  language: 'a.language',
  mentions: 'c.mentions',
  added: 'a.id',
}

const columnOf: Record<string, string> = {
  title: 'title',
  titleTokens: 'title_tokens',
  language: 'language',
  publishedOn: 'published_on',
  publisher: 'publisher',
  sourceUrl: 'source_url',
  status: 'status',
  note: 'note',
}

/** A search that finds more articles than this is not ranked: what every tenth article says tells none apart. */
const rankedHits = 10_000

export const createArticleRepository = ({ db, personId, now, newUid }: ProjectContext) => {
  const count = (filter: ArticleFilter): number => {
    const { from, where, parameters } = articleQuery(filter)
    return db.value<number>(`SELECT count(*) FROM ${from} WHERE ${where}`, parameters)!
  }

  /** Best text match first, then what is found by its title alone. */
  const idsByRank = (filter: ArticleFilter, match: string, limit: number, offset: number): number[] => {
    const { where, parameters } = articleQuery({ ...filter, text: '' })
    return db.column<number>(
      `SELECT a.id, x.rank FROM derived_text_index x CROSS JOIN article a ON a.text_id = x.rowid
       WHERE derived_text_index MATCH ? AND ${where}
       UNION ALL
       SELECT a.id, 0 FROM derived_title_index x CROSS JOIN article a ON a.text_id = x.rowid
       WHERE derived_title_index MATCH ? AND ${where}
         AND x.rowid NOT IN (SELECT rowid FROM derived_text_index WHERE derived_text_index MATCH ?)
       ORDER BY 2, 1 DESC LIMIT ? OFFSET ?`,
      [match, ...parameters, match, ...parameters, match, limit, offset],
    )
  }

  /** The latest first, however many there are. */
  const latestIds = (filter: ArticleFilter, match: string, limit: number, offset: number): number[] => {
    const { where, parameters } = articleQuery({ ...filter, text: '' })
    // The hits come in falling order, and asking for it once more outside would sort them all before the first is out.
    // Without its LIMIT, SQLite would take the inner ORDER BY for idle and leave it out.
    return db.column<number>(
      `SELECT a.id FROM (${foundTexts} ORDER BY 1 DESC LIMIT -1) found
       CROSS JOIN article a ON a.text_id = found.text_id
       WHERE ${where} LIMIT ? OFFSET ?`,
      [match, match, ...parameters, limit, offset],
    )
  }

  /** Ids in the given order; by relevance, `total` (what `count` says) decides whether there is any. */
  const ids = (
    filter: ArticleFilter,
    sort: ArticleSort,
    total: number,
    limit: number,
    offset: number,
  ): number[] => {
    const match = matchOf(filter)
    if (sort.by === 'relevance' && match !== null)
      return (total > rankedHits ? latestIds : idsByRank)(filter, match, limit, offset)
    const { from, where, parameters } = articleQuery(filter)
    const counts = sort.by === 'mentions' ? 'JOIN derived_article_count c ON c.article_id = a.id' : ''
    const order = sort.by === 'relevance' ? 'a.id' : orders[sort.by]
    const direction = sort.descending ? 'DESC' : 'ASC'
    return db.column<number>(
      `SELECT a.id FROM ${from} ${counts} WHERE ${where}
       ORDER BY ${order} ${direction}, a.id ${direction} LIMIT ? OFFSET ?`,
      [...parameters, limit, offset],
    )
  }

  return {
    count,
    ids,

    rows: (articleIds: readonly number[]): ArticleRow[] => {
      const found = db.all<RowRecord>(
        `SELECT a.id, a.title, a.language, a.published_on, a.publisher, a.source_url, a.status, t.length,
           c.mentions, c.unlinked, c.evidence
         FROM json_each(?) j
         JOIN article a ON a.id = j.value
         JOIN text t ON t.id = a.text_id
         JOIN derived_article_count c ON c.article_id = a.id
         ORDER BY j.key`,
        [JSON.stringify(articleIds)],
      )
      return found.map((row) => ({
        id: row.id,
        title: row.title,
        language: row.language,
        publishedOn: row.published_on,
        publisher: row.publisher,
        sourceUrl: row.source_url,
        status: row.status,
        length: row.length,
        mentions: row.mentions,
        unlinked: row.unlinked,
        relations: row.evidence,
      }))
    },

    find: (id: number): Article | null => {
      const row = db.get<
        RowRecord & {
          uid: string
          note: string
          hash: string
          source_name: string | null
          media_type: string
          encoding: string
          byte_length: number
          made_by: string
          made_how: Article['provenance']['madeHow']
          made_at: string
        }
      >(
        `SELECT a.*, t.length, t.hash, s.name AS source_name, s.media_type, s.encoding,
           coalesce(length(s.bytes), 0) AS byte_length, p.name AS made_by
         FROM article a JOIN text t ON t.id = a.text_id JOIN person p ON p.id = a.made_by
         LEFT JOIN source s ON s.id = a.source_id WHERE a.id = ?`,
        [id],
      )
      if (!row) return null
      return {
        id: row.id,
        uid: row.uid,
        title: row.title,
        language: row.language,
        publishedOn: row.published_on,
        publisher: row.publisher,
        sourceUrl: row.source_url,
        status: row.status,
        note: row.note,
        length: row.length,
        textHash: row.hash,
        source:
          row.source_name === null
            ? null
            : {
                name: row.source_name,
                mediaType: row.media_type,
                encoding: row.encoding,
                byteLength: row.byte_length,
              },
        provenance: { madeBy: row.made_by, madeHow: row.made_how, madeAt: row.made_at },
      }
    },

    text: (id: number): { content: string; hash: string; language: string; publishedOn: string } | null =>
      db.get<{ content: string; hash: string; language: string; publishedOn: string }>(
        `SELECT t.content, t.hash, a.language, a.published_on AS publishedOn
         FROM article a JOIN text t ON t.id = a.text_id WHERE a.id = ?`,
        [id],
      ) ?? null,

    source: (id: number): SourceRow | null =>
      db.get<SourceRow>(
        `SELECT s.name, s.media_type, s.encoding, s.extraction, s.bytes
         FROM article a JOIN source s ON s.id = a.source_id WHERE a.id = ?`,
        [id],
      ) ?? null,

    facets: (column: 'status' | 'language'): { key: string; count: number }[] =>
      db.all(
        `SELECT ${column} AS key, count(*) AS count FROM article GROUP BY ${column} ORDER BY count DESC, key`,
      ),

    add: (article: NewArticle): number =>
      db.run(
        `INSERT INTO article (uid, text_id, source_id, title, title_tokens, language, published_on, publisher,
           source_url, status, note, made_by, made_how, made_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'unread', '', ?, 'import', ?)`,
        [
          article.uid ?? newUid(),
          article.textId,
          article.sourceId,
          article.title,
          article.titleTokens,
          article.language,
          article.publishedOn,
          article.publisher,
          article.sourceUrl,
          personId,
          now(),
        ],
      ).lastInsertRowid,

    update: (articleIds: readonly number[], patch: Record<string, string | undefined>): number => {
      const fields = Object.entries(patch).filter((it): it is [string, string] => it[1] !== undefined)
      if (fields.length === 0) return 0
      const assignments = fields.map(([name]) => `${columnOf[name]!} = ?`).join(', ')
      return db.run(`UPDATE article SET ${assignments} WHERE id IN (SELECT value FROM json_each(?))`, [
        ...fields.map(([, value]) => value),
        JSON.stringify(articleIds),
      ]).changes
    },

    remove: (articleIds: readonly number[]): number =>
      db.run('DELETE FROM article WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify(articleIds)])
        .changes,
  }
}
export type ArticleRepository = ReturnType<typeof createArticleRepository>
