import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { type Measured, median, p95 } from './measure.ts'

const number = (value: number, unit: Measured['unit']): string =>
  `${value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)} ${unit}`

const verdict = (it: Measured): string => {
  if (it.goal === null) return ''
  if ('ratio' in it.goal)
    return `≤ ${it.goal.ratio} ×: ${median(it.ours) / median(it.bare) <= it.goal.ratio ? 'met' : 'missed'}`
  return `p95 ≤ ${it.goal.p95} ${it.unit}: ${p95(it.ours) <= it.goal.p95 ? 'met' : 'missed'}`
}

const heads = ['what', 'median', 'p95', 'n', 'baseline', 'its median', 'ratio', 'goal']

const cellsOf = (it: Measured): string[] => [
  it.what,
  number(median(it.ours), it.unit),
  number(p95(it.ours), it.unit),
  String(it.ours.length),
  it.baseline,
  number(median(it.bare), it.unit),
  `${(median(it.ours) / median(it.bare)).toFixed(2)} ×`,
  verdict(it),
]

/** The measurements as a Markdown table. */
export const table = (measured: readonly Measured[]): string =>
  [heads, heads.map(() => '---'), ...measured.map(cellsOf)].map((it) => `| ${it.join(' | ')} |`).join('\n')

const document = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url))
const marks = ['<!-- table -->', '<!-- end of table -->'] as const

/** What the numbers were measured on, without a word about where. */
const surroundings = (command: string, corpus: string): string => {
  const db = new Sqlite(':memory:')
  const sqlite = db.prepare('SELECT sqlite_version()').pluck().get() as string
  db.close()
  const [cpu] = cpus()
  return [
    `Command: \`${command}\``,
    `Corpus: ${corpus}`,
    `Machine: ${cpu?.model.trim() || 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}; Node ${process.versions.node}, SQLite ${sqlite}`,
    `Date: ${new Date().toISOString().slice(0, 10)}`,
  ]
    .map((it) => `- ${it}`)
    .join('\n')
}

const whatOf = (line: string): string => line.split(' | ')[0]!

/** The lines of the table before, those measured anew in their places and new ones at the end. */
const merged = (before: readonly string[], measured: readonly Measured[]): string => {
  const [head, rule, ...lines] = table(measured).split('\n') as [string, string, ...string[]]
  const fresh = new Map(lines.map((it) => [whatOf(it), it]))
  const kept = before.map((it) => fresh.get(whatOf(it)) ?? it)
  const added = lines.filter((it) => !before.some((old) => whatOf(old) === whatOf(it)))
  return [head, rule, ...kept, ...added].join('\n')
}

/** Puts the table into docs/benchmarks.md, between its two marks. Where only some rows were run, the others' lines stay. */
export const writeDocument = (
  measured: readonly Measured[],
  { command, corpus, all }: { command: string; corpus: string; all: boolean },
): void => {
  const text = readFileSync(document, 'utf8')
  const [from, to] = marks.map((it) => text.indexOf(it)) as [number, number]
  const before = text
    .slice(from, to)
    .split('\n')
    .filter((it) => it.startsWith('| '))
    .slice(2)
  const lines = all ? table(measured) : merged(before, measured)
  const body = `${marks[0]}\n\n${surroundings(command, corpus)}\n\n${lines}\n\n`
  writeFileSync(document, text.slice(0, from) + body + text.slice(to))
}
