import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { documentSection, writesDocuments } from '../support/documentSection.ts'
import { exportTo } from '../support/interchange.ts'
import { environmentOf, findPython, isReady, missingRegistry, type Python, run } from './environments.ts'
import { type Line, problemCount, rowsOf, section, tell } from './outcome.ts'
import { type Peer, peerExports, peers } from './peers.ts'
import { factsOf, makeSample, makeTrouble } from './project.ts'

/*
 * `npm run test:peers -- [tool …] [--write] [--keep]`: exports two projects and has the tools the formats belong to read
 * them. Each tool runs in a Python environment of its own, outside the tree. `--write` (of all tools) puts the table into
 * docs/formats.md; `--keep` leaves the exports and says where.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: writesDocuments },
    keep: { type: 'boolean', default: false },
  },
})
const chosen = peers.filter((it) => positionals.length === 0 || positionals.includes(it.name))
const unknown = positionals.filter((name) => !peers.some((it) => it.name === name))
if (unknown.length > 0 || (values.write && positionals.length > 0)) {
  console.error(`Tools are ${peers.map((it) => it.name).join(', ')}; --write is for all of them.`)
  process.exit(2)
}

const say = (line: string): void => console.log(line)

/** Makes the two projects, their exports and their facts, each in a folder of its own. */
const prepare = async (scratch: string): Promise<string[]> => {
  const folders: string[] = []
  for (const [name, make] of [
    ['sample', makeSample],
    ['trouble', makeTrouble],
  ] as const) {
    const folder = join(scratch, name)
    mkdirSync(folder)
    const made = await make(join(scratch, `${name}-project`))
    const project = join(folder, 'project.ligature')
    copyFileSync(made, project)
    writeFileSync(join(folder, 'facts.json'), JSON.stringify(factsOf(project)))
    for (const it of peerExports) await exportTo(project, it.formatId, join(folder, it.name), it.options)
    folders.push(folder)
  }
  return folders
}

/** What a tool reads of one project. `scratch` is its current folder, the same for all projects. */
const check = async (peer: Peer, program: string, folder: string, scratch: string): Promise<Line[]> => {
  const script = fileURLToPath(new URL(`check_${peer.name}.py`, import.meta.url))
  const { ok, stdout, stderr, timedOut } = await run(program, [script, folder], {
    seconds: peer.limit,
    cwd: scratch,
    env: {
      ...{ PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1', PYTHONIOENCODING: 'utf-8' },
      ...{ PYTHONWARNINGS: 'ignore', HOME: scratch, USERPROFILE: scratch },
    },
  })
  const lines = stdout
    .split('\n')
    .filter((it) => it.startsWith('{"tool"'))
    .map((it) => JSON.parse(it) as Line)
  if (ok && lines.length > 0) return lines
  const why = timedOut ? `took more than ${peer.limit} s` : stderr.trim().slice(-1500) || 'said nothing'
  const bare = { tool: peer.name, version: '', format: '(all)', note: '', problemCount: 1 }
  return [...lines, { ...bare, problems: [why] }]
}

const checkAll = async (peer: Peer, program: string, folders: readonly string[]): Promise<Line[]> => {
  const scratch = mkdtempSync(join(tmpdir(), 'ligature-peer-'))
  try {
    const found: Line[] = []
    for (const folder of folders) found.push(...(await check(peer, program, folder, scratch)))
    return found
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Those of the chosen whose environment is there or can be made; one line for the others. */
const runnable = async (python: Python): Promise<readonly Peer[]> => {
  const missing = chosen.filter((it) => !isReady(it.group, python))
  if (missing.length === 0) return chosen
  const reason = await missingRegistry('conllu', python)
  if (reason === null) return chosen
  say(`skipped ${missing.map((it) => it.name).join(', ')}: no Python package registry (${reason})`)
  return chosen.filter((it) => !missing.includes(it))
}

const runAll = async (python: Python): Promise<number> => {
  const able = await runnable(python)
  if (able.length === 0) return 0
  const scratch = mkdtempSync(join(tmpdir(), 'ligature-peers-'))
  const lines: Line[] = []
  let skipped = chosen.length - able.length
  try {
    const folders = await prepare(scratch)
    for (const peer of able) {
      const environment = await environmentOf(peer.group, python, say)
      if ('failure' in environment) {
        say(`skipped ${peer.name}: ${environment.failure}`)
        skipped += 1
        continue
      }
      const found = await checkAll(peer, environment.program, folders)
      for (const row of rowsOf(found)) say(tell(row))
      lines.push(...found)
    }
  } finally {
    if (values.keep) say(`The exports are in ${scratch}.`)
    else rmSync(scratch, { recursive: true, force: true })
  }
  const rows = rowsOf(lines)
  const wrong = rows.filter((it) => problemCount(it) > 0).length
  say(
    `${rows.length - wrong} of ${rows.length} readings agree${skipped > 0 ? `, ${skipped} tools skipped` : ''}`,
  )
  if (values.write && skipped === 0)
    documentSection('formats.md', 'peers').write(section(rows, python.version))
  else if (values.write) say('docs/formats.md was left as it is: tools were skipped.')
  return wrong > 0 ? 1 : 0
}

const python = findPython()
if (python === null) say('skipped: no Python 3.10 or later with venv and pip (python3, python)')
else process.exitCode = await runAll(python)
