import { connectToProject, type Database } from '../../main/db/index.ts'
import { type JournalledTable, journalledTables } from '../../shared/contract/define.ts'
import { foldForIndex } from '../../shared/text/search.ts'

/* A second connection beside the core's: what really stands in the file, and what should. */

const tokenizer = "tokenize = 'unicode61 remove_diacritics 0'"

/** Opens a project file beside the core. Close it before the core does: folding the log back needs the file alone. */
export const lookInto = (path: string): Database => {
  const db = connectToProject(path)
  db.exec(`
    CREATE VIRTUAL TABLE temp.fresh_title USING fts5(title, ${tokenizer});
    CREATE VIRTUAL TABLE temp.fresh_text USING fts5(body, ${tokenizer});
    CREATE VIRTUAL TABLE temp.fresh_title_word USING fts5vocab(temp, fresh_title, instance);
    CREATE VIRTUAL TABLE temp.fresh_text_word USING fts5vocab(temp, fresh_text, instance);
    CREATE VIRTUAL TABLE temp.kept_title_word USING fts5vocab(main, derived_title_index, instance);
    CREATE VIRTUAL TABLE temp.kept_text_word USING fts5vocab(main, derived_text_index, instance);
  `)
  return db
}

/** Every journalled table as JSON, row by row in order of id. */
export const journalledRows = (db: Database): Record<JournalledTable, string> =>
  Object.fromEntries(
    journalledTables.map((table) => [table, JSON.stringify(db.all(`SELECT * FROM ${table} ORDER BY id`))]),
  ) as Record<JournalledTable, string>

/** Each derived table as it is kept, and as it would be if it were made anew from the journalled ones. */
const derivedTables: readonly { name: string; kept: string; fresh: string }[] = [
  {
    name: 'derived_article_count',
    kept: 'SELECT * FROM derived_article_count ORDER BY article_id',
    fresh: `SELECT a.id AS article_id, (SELECT count(*) FROM mention m WHERE m.article_id = a.id) AS mentions,
        (SELECT count(*) FROM mention m JOIN entity_type y ON y.id = m.type_id
         WHERE m.article_id = a.id AND y.kind = 'entity' AND m.entity_id IS NULL) AS unlinked,
        (SELECT count(*) FROM evidence v WHERE v.article_id = a.id) AS evidence
      FROM article a ORDER BY a.id`,
  },
  {
    name: 'derived_entity_count',
    kept: 'SELECT * FROM derived_entity_count ORDER BY entity_id',
    fresh: `SELECT e.id AS entity_id, (SELECT count(*) FROM mention m WHERE m.entity_id = e.id) AS mentions
      FROM entity e ORDER BY e.id`,
  },
  {
    name: 'derived_entity_article',
    kept: 'SELECT * FROM derived_entity_article ORDER BY entity_id, article_id',
    fresh: `SELECT entity_id, article_id, count(*) AS mentions FROM mention
      WHERE entity_id IS NOT NULL GROUP BY entity_id, article_id ORDER BY entity_id, article_id`,
  },
  {
    name: 'derived_title_index',
    kept: 'SELECT term, doc, "offset" FROM temp.kept_title_word ORDER BY term, doc, "offset"',
    fresh: 'SELECT term, doc, "offset" FROM temp.fresh_title_word ORDER BY term, doc, "offset"',
  },
]

const wordsOfTexts = {
  name: 'derived_text_index',
  kept: 'SELECT term, doc, "offset" FROM temp.kept_text_word ORDER BY term, doc, "offset"',
  fresh: 'SELECT term, doc, "offset" FROM temp.fresh_text_word ORDER BY term, doc, "offset"',
} as const

const differing = (db: Database, { name, kept, fresh }: (typeof derivedTables)[number]): string[] => {
  const [found, wanted] = [db.all(kept), db.all(fresh)].map((rows) => rows.map((it) => JSON.stringify(it)))
  if (found!.join() === wanted!.join()) return []
  const surplus = found!.filter((it) => !wanted!.includes(it)).slice(0, 3)
  const missing = wanted!.filter((it) => !found!.includes(it)).slice(0, 3)
  return [`${name}: surplus ${surplus.join(' ')}; missing ${missing.join(' ')}`]
}

/** What the derived tables have wrong: nothing, or one line per table. */
export const derivedFaults = (db: Database): string[] => {
  db.exec('DELETE FROM temp.fresh_title')
  const titles = db.all<{ id: number; title: string; tokens: string }>(
    'SELECT text_id AS id, title, title_tokens AS tokens FROM article',
  )
  for (const { id, title } of titles)
    db.run('INSERT INTO temp.fresh_title (rowid, title) VALUES (?, ?)', [id, foldForIndex(title)])
  const stale = titles.filter((it) => it.tokens !== foldForIndex(it.title)).map((it) => `tokens of ${it.id}`)
  return [...stale, ...derivedTables.flatMap((it) => differing(db, it))]
}

/** The same for the full-text index, which follows the texts and not the journal; slower. */
export const textIndexFaults = (db: Database): string[] => {
  db.exec('DELETE FROM temp.fresh_text')
  for (const { id, content } of db.all<{ id: number; content: string }>('SELECT id, content FROM text'))
    db.run('INSERT INTO temp.fresh_text (rowid, body) VALUES (?, ?)', [id, foldForIndex(content)])
  return differing(db, wordsOfTexts)
}

/** Everything that must hold of any project file at rest; one line per fault. */
export const fileFaults = (db: Database): string[] => {
  const quotes = [
    ...db.all<{ id: string; start: number; end: number; quote: string; content: string }>(
      `SELECT 'fragment ' || f.id AS id, f.start_offset AS start, f.end_offset AS end, f.quote, t.content FROM fragment f
       JOIN mention m ON m.id = f.mention_id JOIN article a ON a.id = m.article_id JOIN text t ON t.id = a.text_id`,
    ),
    ...db.all<{ id: string; start: number; end: number; quote: string; content: string }>(
      `SELECT 'evidence ' || v.id AS id, v.start_offset AS start, v.end_offset AS end, v.quote, t.content FROM evidence v
       JOIN article a ON a.id = v.article_id JOIN text t ON t.id = a.text_id`,
    ),
  ]
  return [
    ...db.column<string>('PRAGMA quick_check').filter((it) => it !== 'ok'),
    ...db.all('PRAGMA foreign_key_check').map((it) => `reference to nowhere: ${JSON.stringify(it)}`),
    ...quotes
      .filter(({ content, start, end, quote }) => content.slice(start, end) !== quote)
      .map((it) => `${it.id} does not cut its quote`),
    ...db
      .column<number>('SELECT id FROM mention WHERE id NOT IN (SELECT mention_id FROM fragment)')
      .map((it) => `mention ${it} has no fragment`),
    ...derivedFaults(db),
  ]
}
