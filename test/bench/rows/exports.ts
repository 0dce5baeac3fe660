import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { connect, type Database } from '../../../main/db/index.ts'
import { startBenchCore } from '../core.ts'
import { type Measured, type Row, timed } from '../measure.ts'

const queries = [
  `SELECT e.uid, y.key AS type, e.name, e.note, e.made_how, e.made_at FROM entity e JOIN entity_type y ON y.id = e.type_id`,
  'SELECT uid, text, language FROM alias',
  `SELECT r.uid, y.key AS type, s.uid AS source, t.uid AS target, r.status, r.note, r.made_at FROM relation r
   JOIN relation_type y ON y.id = r.type_id JOIN entity s ON s.id = r.source_id JOIN entity t ON t.id = r.target_id`,
  `SELECT a.uid, a.title, a.language, a.published_on, a.publisher, a.source_url, a.status, a.note, t.hash, t.content
   FROM article a JOIN text t ON t.id = a.text_id`,
  `SELECT m.uid, a.uid AS article, y.key AS type, e.uid AS entity, m.value, m.certainty, m.note, m.made_how, m.made_at,
     f.ordinal, f.start_offset, f.end_offset, f.quote
   FROM mention m JOIN fragment f ON f.mention_id = m.id JOIN article a ON a.id = m.article_id
   JOIN entity_type y ON y.id = m.type_id LEFT JOIN entity e ON e.id = m.entity_id`,
  `SELECT v.uid, r.uid AS relation, a.uid AS article, v.start_offset, v.end_offset, v.quote, v.note, v.made_at
   FROM evidence v JOIN relation r ON r.id = v.relation_id JOIN article a ON a.id = v.article_id`,
]

/** Everything that a dataset says, row by row as SQLite hands it over. */
const bareExport = (db: Database, path: string): void => {
  const file = openSync(path, 'w')
  let held: string[] = []
  let units = 0
  const flush = (): void => {
    writeSync(file, held.join(''))
    held = []
    units = 0
  }
  for (const sql of queries) {
    for (const row of db.iterate<object>(sql)) {
      const line = `${JSON.stringify(row)}\n`
      held.push(line)
      units += line.length
      if (units > 1 << 19) flush()
    }
  }
  flush()
  fsyncSync(file)
  closeSync(file)
}

export const exports: Row = {
  id: 'export',
  run: async ({ project, workingCopy, scratch }) => {
    const core = startBenchCore(scratch)
    await core.ask('projects.open', { path: workingCopy })
    const db = connect(workingCopy, { mustExist: true, readOnly: true })
    try {
      const result: Measured[] = []
      // Parquet and brat are written for others, who wait for them once; no goal, but a figure.
      for (const [formatId, goal] of [
        ['ligature-jsonl', { ratio: 2 }],
        ['csv', { ratio: 2 }],
        ['parquet', null],
        ['brat', null],
      ] as const) {
        const [ourPath, barePath] = [join(scratch, `ours-${formatId}`), join(scratch, 'bare.jsonl')]
        const bare = await timed(() => bareExport(db, barePath))
        const ours = await core.job('exports.run', {
          formatId,
          scope: { articles: {}, setAside: true, suggestions: true },
          options: {},
          path: ourPath,
        })
        for (const path of [ourPath, barePath]) rmSync(path, { recursive: true, force: true })
        result.push({
          what: `export ${project.mentions.toLocaleString('en')} mentions and their articles: ${formatId}`,
          baseline: 'bare `SELECT` + `JSON.stringify` + write of the same rows',
          unit: 's',
          ours: [ours / 1000],
          bare: [bare / 1000],
          goal,
        })
      }
      return result
    } finally {
      db.close()
      await core.close()
    }
  },
}
