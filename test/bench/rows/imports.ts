import { createReadStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { connect } from '../../../main/db/index.ts'
import { textHash } from '../../../main/features/articles/index.ts'
import { foldForIndex } from '../../../shared/text/search.ts'
import { startBenchCore } from '../core.ts'
import { createCorpus } from '../generator/corpus.ts'
import { writeJsonl } from '../generator/jsonl.ts'
import { type Measured, type Row, timed } from '../measure.ts'

/** Rows per transaction of the bare loop: as few as keep a second connection able to write. */
const chunkRows = 5000

interface Line {
  readonly record?: string
  readonly [field: string]: unknown
}

/** Parses line by line and inserts the same rows into a project file with the same indexes and triggers; checks nothing. */
const bareImport = async (jsonl: string, path: string): Promise<void> => {
  const db = connect(path, { mustExist: true, synchronous: 'NORMAL' })
  const insert = (table: string, columns: string) => {
    const sql = `INSERT INTO ${table} (${columns}) VALUES (${columns.split(',').map(() => '?')})`
    return (...cells: (string | number | null)[]): number => db.run(sql, cells).lastInsertRowid
  }
  const made = 'note, made_by, made_how, made_at'
  const addEntity = insert('entity', `uid, type_id, name, name_key, ${made}`)
  const addAlias = insert('alias', 'uid, entity_id, text, key, language')
  const addRelation = insert(
    'relation',
    `uid, type_id, source_id, target_id, status, valid_from, valid_to, amount, currency, share, certainty, ${made}`,
  )
  const addText = insert('text', 'hash, length, content')
  const addIndex = insert('derived_text_index', 'rowid, body')
  const addArticle = insert(
    'article',
    `uid, text_id, title, title_tokens, language, published_on, publisher, source_url, status, ${made}`,
  )
  const addMention = insert('mention', `uid, article_id, type_id, entity_id, value, certainty, ${made}`)
  const addFragment = insert('fragment', 'mention_id, ordinal, start_offset, end_offset, quote')
  const addEvidence = insert(
    'evidence',
    `uid, relation_id, article_id, start_offset, end_offset, quote, source_mention_id, target_mention_id, ${made}`,
  )
  const idsOf = (table: string) =>
    new Map(db.all<{ key: string; id: number }>(`SELECT key, id FROM ${table}`).map((it) => [it.key, it.id]))
  const [types, relationTypes] = [idsOf('entity_type'), idsOf('relation_type')]
  const ids = new Map<unknown, number>()
  const id = (uid: unknown): number | null => ids.get(uid) ?? null
  const by = ['', 1, 'import', '2026-01-01T00:00:00.000Z'] as const

  // biome-ignore lint/suspicious/noExplicitAny: a bare loop looks at nothing
  const put = (it: any): void => {
    if (it.record === 'entity') {
      ids.set(it.uid, addEntity(it.uid, types.get(it.type)!, it.name, it.name.toLowerCase(), ...by))
      for (const alias of it.aliases)
        addAlias(alias.uid, id(it.uid), alias.text, alias.text.toLowerCase(), alias.language)
    } else if (it.record === 'relation') {
      const ends = [id(it.source), id(it.target)] as const
      const type = relationTypes.get(it.type)!
      ids.set(it.uid, addRelation(it.uid, type, ...ends, it.status, '', '', '', '', '', it.certainty, ...by))
    } else if (it.record === 'article') {
      const textId = addText(textHash(it.text), it.text.length, it.text)
      addIndex(textId, foldForIndex(it.text))
      ids.set(
        it.uid,
        addArticle(
          ...([it.uid, textId, it.title, foldForIndex(it.title), it.language, it.publishedOn] as const),
          ...([it.publisher, it.sourceUrl, it.status, ...by] as const),
        ),
      )
    } else if (it.record === 'mention') {
      const value = it.value === null ? '' : JSON.stringify(it.value)
      const mention = addMention(
        ...([
          it.uid,
          id(it.article),
          types.get(it.type)!,
          id(it.entity),
          value,
          it.certainty,
          ...by,
        ] as const),
      )
      ids.set(it.uid, mention)
      it.fragments.forEach((fragment: { start: number; end: number; quote: string }, ordinal: number) => {
        addFragment(mention, ordinal, fragment.start, fragment.end, fragment.quote)
      })
    } else if (it.record === 'evidence') {
      addEvidence(
        ...([it.uid, id(it.relation), id(it.article), it.start, it.end, it.quote] as const),
        ...([id(it.sourceMention), id(it.targetMention), ...by] as const),
      )
    }
  }
  let held: string[] = []
  const flush = (): void => {
    db.transaction(() => {
      for (const line of held) put(JSON.parse(line) as Line)
    })
    held = []
  }
  for await (const line of createInterface({ input: createReadStream(jsonl), crlfDelay: 0 })) {
    held.push(line)
    if (held.length >= chunkRows) flush()
  }
  flush()
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  db.close()
}

export const imports: Row = {
  id: 'import',
  run: async ({ project, scratch }) => {
    const { options } = project.corpus
    const order = [
      { what: 'articles alone', articles: options.articles, mentionsPerArticle: 0 },
      { what: 'annotated articles', articles: Math.ceil(options.articles / 5), mentionsPerArticle: 10 },
    ]
    const result: Measured[] = []
    for (const { what, articles, mentionsPerArticle } of order) {
      const jsonl = join(scratch, 'corpus.jsonl')
      const corpus = createCorpus({ articles, mentionsPerArticle, seed: 3 })
      writeJsonl(corpus, jsonl)
      const [ourPath, barePath] = [join(scratch, 'ours.ligature'), join(scratch, 'bare.ligature')]
      const core = startBenchCore(scratch)
      await core.ask('projects.create', { name: 'bare', path: barePath })
      await core.ask('projects.create', { name: 'ours', path: ourPath })
      try {
        const bare = await timed(() => bareImport(jsonl, barePath))
        const ours = await core.job('imports.dataset', { path: jsonl })
        const { articles: stored } = (await core.ask('projects.current', {}))!
        if (stored !== articles) throw new Error(`${stored} articles were imported, not ${articles}.`)
        result.push({
          what: `import ${articles.toLocaleString('en')} ${what}`,
          baseline: 'bare loop: parse, insert the same rows, same indexes and triggers',
          unit: 's',
          ours: [ours / 1000],
          bare: [bare / 1000],
          goal: { ratio: 1.5 },
        })
      } finally {
        await core.close()
        for (const path of [jsonl, ourPath, barePath]) rmSync(path, { force: true })
      }
    }
    return result
  },
}
