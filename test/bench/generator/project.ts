import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { connect, type Database } from '../../../main/db/index.ts'
import { textHash } from '../../../main/features/articles/index.ts'
import { foldKey } from '../../../shared/text/fold.ts'
import { foldForIndex } from '../../../shared/text/search.ts'
import { startBenchCore } from '../core.ts'
import { type Corpus, type CorpusOptions, createCorpus, type GeneratedArticle, uidOf } from './corpus.ts'

/*
 * Writes a corpus straight into a project file, as an import would have left it, and keeps the file in the system's
 * temporary folder under a name made of the options and of the code that wrote it.
 */

const insert = (
  db: Database,
  table: string,
  columns: string,
): ((...cells: (string | number | null)[]) => void) => {
  const sql = `INSERT INTO ${table} (${columns}) VALUES (${columns.split(',').map(() => '?')})`
  return (...cells) => void db.run(sql, cells)
}

/** The counters that triggers keep, counted at once. */
const deriveSql = `
  DELETE FROM derived_article_count;
  INSERT INTO derived_article_count (article_id, mentions, unlinked, evidence)
    SELECT a.id, count(m.id), coalesce(sum(m.entity_id IS NULL AND y.kind = 'entity'), 0),
      (SELECT count(*) FROM evidence v WHERE v.article_id = a.id)
    FROM article a LEFT JOIN mention m ON m.article_id = a.id LEFT JOIN entity_type y ON y.id = m.type_id GROUP BY a.id;
  DELETE FROM derived_entity_count;
  INSERT INTO derived_entity_count (entity_id, mentions)
    SELECT e.id, (SELECT count(*) FROM mention m WHERE m.entity_id = e.id) FROM entity e;
  DELETE FROM derived_entity_article;
  INSERT INTO derived_entity_article (entity_id, article_id, mentions)
    SELECT entity_id, article_id, count(*) FROM mention WHERE entity_id IS NOT NULL GROUP BY entity_id, article_id;
`

const journalled = ['entity', 'alias', 'relation', 'article', 'mention', 'fragment', 'evidence']

const fill = (db: Database, corpus: Corpus): void => {
  const typeId = new Map(
    db.all<{ key: string; id: number }>('SELECT key, id FROM entity_type').map((it) => [it.key, it.id]),
  )
  const relationTypeId = new Map(
    db.all<{ key: string; id: number }>('SELECT key, id FROM relation_type').map((it) => [it.key, it.id]),
  )
  const triggers = db.all<{ name: string; sql: string }>(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'",
  )
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)

  const addEntity = insert(db, 'entity', 'id, uid, type_id, name, name_key, note, made_by, made_how, made_at')
  const addAlias = insert(db, 'alias', 'uid, entity_id, text, key, language')
  const addRelation = insert(
    db,
    'relation',
    'id, uid, type_id, source_id, target_id, status, valid_from, valid_to, amount, currency, share, certainty, note, made_by, made_how, made_at',
  )
  const addText = insert(db, 'text', 'id, hash, length, content')
  const indexText = insert(db, 'derived_text_index', 'rowid, body')
  const indexTitle = insert(db, 'derived_title_index', 'rowid, title')
  const addArticle = insert(
    db,
    'article',
    'id, uid, text_id, title, title_tokens, language, published_on, publisher, source_url, status, note, made_by, made_how, made_at',
  )
  const addMention = insert(
    db,
    'mention',
    'id, uid, article_id, type_id, entity_id, value, certainty, note, made_by, made_how, made_at',
  )
  const addFragment = insert(db, 'fragment', 'mention_id, ordinal, start_offset, end_offset, quote')
  const addEvidence = insert(
    db,
    'evidence',
    'uid, relation_id, article_id, start_offset, end_offset, quote, source_mention_id, target_mention_id, note, made_by, made_how, made_at',
  )
  const by = [1, 'import', '2026-01-01T00:00:00.000Z'] as const

  db.transaction(() => {
    corpus.entities.forEach(({ uid, type, name, aliases }, index) => {
      addEntity(index + 1, uid, typeId.get(type)!, name, foldKey(name), '', ...by)
      for (const it of aliases) addAlias(it.uid, index + 1, it.text, foldKey(it.text), it.language)
    })
    corpus.relations.forEach((it, index) => {
      const type = relationTypeId.get(it.type)!
      const ends = [it.source + 1, it.target + 1] as const
      addRelation(index + 1, it.uid, type, ...ends, it.status, '', '', '', '', '', 'certain', '', ...by)
    })
  })

  let id = 0
  let mentions = 0
  let evidence = 0
  const add = (it: GeneratedArticle): void => {
    id += 1
    addText(id, textHash(it.text), it.text.length, it.text)
    indexText(id, foldForIndex(it.text))
    const tokens = foldForIndex(it.title)
    indexTitle(id, tokens)
    addArticle(
      ...([id, it.uid, id, it.title, tokens, it.language, it.publishedOn, it.publisher] as const),
      ...([it.sourceUrl, it.status, '', 1, 'import', it.madeAt] as const),
    )
    const first = mentions
    for (const mention of it.mentions) {
      mentions += 1
      const value = mention.value === null ? '' : JSON.stringify(mention.value)
      const entity = mention.entity === null ? null : mention.entity + 1
      addMention(
        ...([mentions, uidOf('3e47', mentions), id, typeId.get(mention.type)!, entity, value] as const),
        ...(['certain', '', 1, 'hand', it.madeAt] as const),
      )
      mention.fragments.forEach(({ start, end }, ordinal) => {
        addFragment(mentions, ordinal, start, end, it.text.slice(start, end))
      })
    }
    for (const { relation, start, end, sourceMention, targetMention } of it.evidence) {
      evidence += 1
      addEvidence(
        ...([uidOf('e71d', evidence), relation + 1, id, start, end, it.text.slice(start, end)] as const),
        ...([first + sourceMention + 1, first + targetMention + 1, '', 1, 'hand', it.madeAt] as const),
      )
    }
  }
  const articles = corpus.articles()[Symbol.iterator]()
  const chunk = (): boolean => {
    for (let count = 0; count < 2000; count += 1) {
      const next = articles.next()
      if (next.done) return false
      add(next.value)
    }
    return true
  }
  while (db.transaction(chunk));
  db.transaction(() => {
    if (corpus.options.withBigArticle) add(corpus.bigArticle())
    db.exec(deriveSql)
    db.exec(`INSERT INTO command (uid, code, params, merge_key, state, changes, made_by, made_at)
      VALUES ('${uidOf('c033', 1)}', 'imports.dataset', '{}', '', 'done', 0, 1, '2026-01-01T00:00:00.000Z')`)
    for (const table of journalled)
      db.exec(`INSERT INTO change (seq, tbl, row_id, operation, before, after)
        SELECT 1, '${table}', id, 'I', '', '' FROM ${table}`)
    db.exec('UPDATE command SET changes = (SELECT count(*) FROM change)')
    for (const { sql } of triggers) db.exec(sql)
  })
}

const folderOfThis = fileURLToPath(new URL('.', import.meta.url))
const schemaFile = fileURLToPath(new URL('../../../main/db/schema.sql', import.meta.url))

const nameOf = (options: CorpusOptions): string => {
  const hash = createHash('sha256').update(JSON.stringify(options))
  for (const file of readdirSync(folderOfThis).sort()) hash.update(readFileSync(join(folderOfThis, file)))
  hash.update(readFileSync(schemaFile))
  return `corpus-${options.articles}-${hash.digest('hex').slice(0, 12)}`
}

export interface BuiltProject {
  readonly path: string
  readonly corpus: Corpus
  readonly articles: number
  readonly mentions: number
  /** Row of the last article: the one of 1 MB with 20,000 spans, if asked for. */
  readonly bigArticleId: number
}

/** The project of a corpus: from the folder, or built there. */
export const buildProject = async (
  options: CorpusOptions,
  say: (line: string) => void,
  folder = join(tmpdir(), 'ligature-bench'),
): Promise<BuiltProject> => {
  const path = join(folder, `${nameOf(options)}.ligature`)
  const corpus = createCorpus(options)
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    for (const old of readdirSync(folder).filter((it) => it.startsWith(`corpus-${options.articles}-`)))
      rmSync(join(folder, old), { recursive: true, force: true })
    const started = performance.now()
    const building = join(folder, `building-${process.pid}.ligature`)
    const core = startBenchCore(join(folder, `building-${process.pid}`))
    await core.ask('projects.create', { name: 'Benchmark', path: building })
    await core.close()
    rmSync(join(folder, `building-${process.pid}`), { recursive: true, force: true })
    const db = connect(building, { mustExist: true, synchronous: 'OFF' })
    fill(db, corpus)
    db.exec('PRAGMA optimize')
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    db.exec('PRAGMA journal_mode = DELETE')
    db.close()
    renameSync(building, path)
    say(
      `built a project of ${options.articles} articles in ${((performance.now() - started) / 1000).toFixed(0)} s`,
    )
  }
  const db = connect(path, { readOnly: true, mustExist: true })
  try {
    const articles = db.value<number>('SELECT count(*) FROM article')!
    return {
      path,
      corpus,
      articles,
      mentions: db.value<number>('SELECT count(*) FROM mention')!,
      bigArticleId: articles,
    }
  } finally {
    db.close()
  }
}
