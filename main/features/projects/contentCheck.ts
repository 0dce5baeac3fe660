import type { Notice } from '../../../shared/model/notice.ts'
import type { Database } from '../../db/index.ts'
import { textHash } from '../articles/index.ts'

/** What is told of what was found; a quote is cut to this many UTF-16 code units. */
const shown = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

interface Span {
  readonly uid: string
  readonly start: number
  readonly end: number
  readonly quote: string
}

interface ArticleText {
  readonly id: number
  readonly title: string
  readonly hash: string
  readonly length: number
  readonly content: string
}

export interface ContentCheckContext {
  readonly db: Database
  report(done: number, total: number): void
  stopIfCancelled(): void
  found(finding: Notice): void
}

const undoRemedy = 'Remove it and make it again, or go back to a backup.'

const quoteFinding = (article: ArticleText, what: 'mention' | 'evidence', it: Span): Notice => {
  const there = article.content.slice(it.start, it.end)
  const params = {
    ...{ article: article.title, what, uid: it.uid, start: it.start, end: it.end },
    ...{ quote: shown(it.quote), found: shown(there) },
  }
  return {
    code: 'check.quote',
    message: `“${params.article}”, ${what} ${it.uid}: says “${params.quote}”, but ${it.start}–${it.end} (UTF-16) of the text is “${params.found}”. ${undoRemedy}`,
    params,
  }
}

const cutsItsQuote = ({ content }: ArticleText, { start, end, quote }: Span): boolean =>
  end - start === quote.length && content.startsWith(quote, start)

const checkText = (article: ArticleText): Notice[] => {
  if (textHash(article.content) === article.hash && article.content.length === article.length) return []
  return [
    {
      code: 'check.text',
      message: `“${article.title}”: the text is not the one its hash and length were made of; it was altered outside of Ligature. Go back to a backup.`,
      params: { article: article.title },
    },
  ]
}

const checkMentions = (db: Database, article: ArticleText): Notice[] => {
  const findings: Notice[] = []
  const rows = db.all<Span & { mentionId: number }>(
    `SELECT m.id AS mentionId, m.uid, f.start_offset AS start, f.end_offset AS end, f.quote FROM mention m
     JOIN fragment f ON f.mention_id = m.id WHERE m.article_id = ? ORDER BY m.id, f.ordinal, f.id`,
    [article.id],
  )
  let before: (typeof rows)[number] | null = null
  for (const row of rows) {
    if (!cutsItsQuote(article, row)) findings.push(quoteFinding(article, 'mention', row))
    if (before?.mentionId === row.mentionId && row.start < before.end) {
      findings.push({
        code: 'check.order',
        message: `“${article.title}”, mention ${row.uid}: its pieces overlap or are out of order at ${row.start}–${row.end} (UTF-16). ${undoRemedy}`,
        params: { article: article.title, uid: row.uid, start: row.start, end: row.end },
      })
    }
    before = row
  }
  return findings
}

const checkEvidence = (db: Database, article: ArticleText): Notice[] =>
  db
    .all<Span>(
      'SELECT uid, start_offset AS start, end_offset AS end, quote FROM evidence WHERE article_id = ? ORDER BY id',
      [article.id],
    )
    .filter((it) => !cutsItsQuote(article, it))
    .map((it) => quoteFinding(article, 'evidence', it))

/** Every text is the one that was stored, and every span cuts exactly its quote out of it. */
export const checkTexts = ({ db, report, stopIfCancelled, found }: ContentCheckContext): void => {
  const ids = db.column<number>('SELECT id FROM article ORDER BY id')
  for (const [index, id] of ids.entries()) {
    if (index % 20 === 0) {
      stopIfCancelled()
      report(index, ids.length)
    }
    const article = db.get<ArticleText>(
      `SELECT a.id, a.title, t.hash, t.length, t.content FROM article a JOIN text t ON t.id = a.text_id
       WHERE a.id = ?`,
      [id],
    )
    // A missing text is a broken reference, told there.
    if (!article) continue
    for (const it of [...checkText(article), ...checkMentions(db, article), ...checkEvidence(db, article)]) {
      found(it)
    }
  }
}

interface RowRule {
  readonly code: string
  /** Selects `what`: the uid or title of every row that breaks the rule. */
  readonly sql: string
  sentence(what: string): string
}

/* What SQLite itself does not enforce. The counts are told apart from the rows they are made of. */
const rules: readonly RowRule[] = [
  {
    code: 'check.no_fragment',
    sql: 'SELECT uid AS what FROM mention m WHERE NOT EXISTS (SELECT 1 FROM fragment WHERE mention_id = m.id)',
    sentence: (it) => `Mention ${it} stands nowhere in the text. Remove it.`,
  },
  {
    code: 'check.entity_type',
    sql: `SELECT m.uid AS what FROM mention m JOIN entity e ON e.id = m.entity_id WHERE e.type_id <> m.type_id`,
    sentence: (it) => `Mention ${it} is of another type than its entity. Link it again.`,
  },
  {
    code: 'check.value_type',
    sql: `SELECT m.uid AS what FROM mention m JOIN entity_type t ON t.id = m.type_id
          WHERE (m.value <> '' AND t.kind <> 'value') OR (m.entity_id IS NOT NULL AND t.kind <> 'entity')`,
    sentence: (it) => `Mention ${it} has a value or an entity that its type does not allow. Change its type.`,
  },
  {
    code: 'check.evidence_mention',
    sql: `SELECT v.uid AS what FROM evidence v JOIN mention m ON m.id IN (v.source_mention_id, v.target_mention_id)
          WHERE m.article_id <> v.article_id GROUP BY v.id`,
    sentence: (it) =>
      `Evidence ${it} is proved by a mention of another article. Remove it and make it again.`,
  },
  {
    code: 'check.article_count',
    sql: `SELECT a.title AS what FROM article a LEFT JOIN derived_article_count c ON c.article_id = a.id
          WHERE c.mentions IS NOT (SELECT count(*) FROM mention WHERE article_id = a.id)
             OR c.evidence IS NOT (SELECT count(*) FROM evidence WHERE article_id = a.id)
             OR c.unlinked IS NOT (SELECT count(*) FROM mention m JOIN entity_type t ON t.id = m.type_id
                  WHERE m.article_id = a.id AND m.entity_id IS NULL AND t.kind = 'entity')`,
    sentence: (it) =>
      `“${it}”: the numbers kept for the lists are not those of its rows. Go back to a backup, or export and import the project.`,
  },
  {
    code: 'check.entity_count',
    sql: `WITH counted AS (SELECT entity_id, article_id, count(*) AS mentions FROM mention
            WHERE entity_id IS NOT NULL GROUP BY entity_id, article_id),
          differing AS (
            SELECT entity_id FROM (SELECT * FROM counted EXCEPT SELECT entity_id, article_id, mentions FROM derived_entity_article)
            UNION SELECT entity_id FROM (SELECT entity_id, article_id, mentions FROM derived_entity_article EXCEPT SELECT * FROM counted))
          SELECT e.name AS what FROM entity e LEFT JOIN derived_entity_count c ON c.entity_id = e.id
          WHERE e.id IN (SELECT entity_id FROM differing)
             OR c.mentions IS NOT (SELECT count(*) FROM mention WHERE entity_id = e.id)`,
    sentence: (it) =>
      `“${it}”: the numbers kept for the entity are not those of its mentions. Go back to a backup, or export and import the project.`,
  },
  {
    code: 'check.index',
    sql: `SELECT a.title AS what FROM article a
          WHERE a.text_id NOT IN (SELECT id FROM derived_text_index_docsize)
             OR a.text_id NOT IN (SELECT id FROM derived_title_index_docsize)`,
    sentence: (it) =>
      `“${it}” is missing in the full-text index and is not found by searching. Go back to a backup, or export and import the project.`,
  },
]

/** Rules between rows, and the derived numbers against the rows they are made of. */
export const checkRows = ({ db, stopIfCancelled, found }: ContentCheckContext): void => {
  for (const { code, sql, sentence } of rules) {
    stopIfCancelled()
    for (const what of db.column<string>(sql))
      found({ code, message: sentence(shown(what)), params: { what: shown(what) } })
  }
}
