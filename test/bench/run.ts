import { constants, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildProject } from './generator/project.ts'
import type { Bench, Measured } from './measure.ts'
import { table, writeDocument } from './report.ts'
import { rows } from './rows/index.ts'

/* `npm run bench -- [row …] [--articles N] [--quick] [--write]`: measures, prints a table, and never fails for a number. */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: 'string' },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})
const articles = Number(values.articles ?? (values.quick ? 5000 : 100_000))
const chosen = rows.filter((it) => positionals.length === 0 || positionals.includes(it.id))
const unknown = positionals.filter((name) => !rows.some((it) => it.id === name))
if (unknown.length > 0 || !Number.isInteger(articles) || articles < 1) {
  console.error(`Rows are ${rows.map((it) => it.id).join(', ')}; --articles takes a whole number.`)
  process.exit(2)
}

const say = (line: string): void => console.error(line)
const project = await buildProject({ articles, mentionsPerArticle: 10, seed: 1, withBigArticle: true }, say)
const scratch = mkdtempSync(join(tmpdir(), 'ligature-bench-'))
const measured: Measured[] = []
try {
  mkdirSync(join(scratch, 'project'))
  const workingCopy = join(scratch, 'project', 'corpus.ligature')
  copyFileSync(project.path, workingCopy, constants.COPYFILE_FICLONE)
  const bench: Bench = { project, scratch, workingCopy, quick: values.quick }
  for (const row of chosen) {
    say(`${row.id} …`)
    const lines = await row.run(bench)
    measured.push(...lines)
    say(table(lines))
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
console.log(table(measured))
if (values.write) {
  const corpus = `${project.articles.toLocaleString('en')} articles, ${project.mentions.toLocaleString('en')} mentions, ${project.corpus.entities.length.toLocaleString('en')} entities, ${project.corpus.relations.length.toLocaleString('en')} relations, seed 1`
  const all = chosen.length === rows.length
  const command = ['npm run bench --', ...positionals, ...(values.quick ? ['--quick'] : []), '--write']
  writeDocument(measured, { command: command.join(' '), corpus, all })
}
