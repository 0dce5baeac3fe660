import type { Database } from '../../main/db/index.ts'
import { blanksOf } from '../../shared/messages/bestText.ts'
import { messages } from '../../shared/messages/index.ts'

/* What holds for every project and every notice, whatever was imported. */

/** Rows of every table; those of the full-text index by their number of documents. */
export const rowCounts = (db: Database): Record<string, number> => {
  const tables = db.column<string>(
    "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
  )
  return Object.fromEntries(
    tables
      // Fingerprints of texts that are here already are made when they are first asked for.
      .filter((it) => !/_(data|idx|config|content)$|^derived_fingerprint$/.test(it))
      .map((it) => [it, db.value<number>(`SELECT count(*) FROM "${it}"`)!]),
  )
}

/** Everything the project must always be, whatever was imported. */
export const brokenRules = (db: Database): string[] => {
  const broken: string[] = []
  const wrong = (table: string, article: string): { quote: string; cut: string }[] =>
    db
      .all<{ text: string; start: number; end: number; quote: string }>(
        `SELECT t.content AS text, p.start_offset AS start, p.end_offset AS end, p.quote
         FROM ${table} p JOIN article a ON a.id = ${article} JOIN text t ON t.id = a.text_id`,
      )
      .map(({ text, start, end, quote }) => ({ quote, cut: text.slice(start, end) }))
      .filter(({ quote, cut }) => quote !== cut || quote === '')
  for (const [table, article] of [
    ['fragment', '(SELECT article_id FROM mention WHERE id = p.mention_id)'],
    ['evidence', 'p.article_id'],
  ] as const) {
    const found = wrong(table, article)
    if (found.length > 0)
      broken.push(`${found.length} rows of ${table}: ${JSON.stringify(found[0]).slice(0, 300)}`)
  }
  const texts = db.column<string>('SELECT content FROM text')
  if (texts.some((it) => /[\0\r]/.test(it) || !it.isWellFormed())) broken.push('a text that is not canonical')
  const names = db.column<string>(
    'SELECT title || publisher || source_url FROM article UNION ALL SELECT name FROM entity UNION ALL SELECT text FROM alias',
  )
  if (names.some((it) => /[\0\r\n]/.test(it) || !it.isWellFormed()))
    broken.push('a name that is not one clean line')
  for (const [what, sql] of [
    [
      'mentions without fragments',
      'SELECT count(*) FROM mention WHERE id NOT IN (SELECT mention_id FROM fragment)',
    ],
    ['texts without article', 'SELECT count(*) FROM text WHERE id NOT IN (SELECT text_id FROM article)'],
    [
      'originals without article',
      'SELECT count(*) FROM source WHERE id NOT IN (SELECT source_id FROM article WHERE source_id IS NOT NULL)',
    ],
    [
      'drafts and sets that wait',
      'SELECT (SELECT count(*) FROM import_draft) + (SELECT count(*) FROM import_set)',
    ],
    ['an import that is not finished', 'SELECT count(*) FROM staging'],
    ['foreign keys', 'SELECT count(*) FROM pragma_foreign_key_check'],
  ] as const) {
    const count = db.value<number>(sql)!
    if (count > 0) broken.push(`${count} ${what}`)
  }
  return broken
}

export interface ToldNotice {
  readonly code: string
  readonly message: string
  readonly params?: Readonly<Record<string, string | number>> | undefined
}

/** What is wrong with a notice: no text in the program's languages, blanks nobody fills, a defect of the program. */
export const wrongWith = ({ code, message, params = {} }: ToldNotice): string | null => {
  const key = `import.notice.${code}`
  if (code === 'import.internal') return `internal: ${message}`
  if (!(key in messages)) return `no text for ${code}`
  if (message.trim() === '') return `no sentence for ${code}`
  const empty = blanksOf(key).filter((it) => params[it] === undefined)
  return empty.length === 0 ? null : `${code}: nothing for {${empty.join('} {')}}`
}
