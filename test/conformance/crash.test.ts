import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { startTestCore } from '../support/core.ts'
import type { Acknowledged } from '../support/crashChild.ts'
import { fileFaults, lookInto, textIndexFaults } from '../support/tables.ts'
import { startWorkbench } from '../support/workedProject.ts'

/*
 * `kill -9` at random moments of import and annotation: nothing acknowledged is lost, nothing half done is seen, and
 * the project opens. One process per kill, all on the same project, so that every one also starts from a recovery.
 */

const lanes = 2
const killsPerLane = 25

/**
 * When a process dies: so many milliseconds after so many lines of a kind. Half of the kills are aimed at jobs, whose
 * moments of writing are short beside the time their workers take to start.
 */
interface Death {
  after: 'ready' | 'job'
  lines: number
  milliseconds: number
}
const deathFrom = (next: () => number): Death =>
  next() < 0.5
    ? { after: 'ready', lines: 1, milliseconds: Math.floor(next() * 700) }
    : { after: 'job', lines: 1 + Math.floor(next() * 8), milliseconds: Math.floor(next() * 40) }

const child = fileURLToPath(new URL('../support/crashChild.ts', import.meta.url))

const seed = Number(process.env.LIGATURE_SEED ?? Date.now() % 1_000_000)

/** Mulberry32. */
const random = (state: number) => (): number => {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}

/** Starts a process on the project, kills it, and returns what it had told. */
const workAndKill = (args: string[], death: Death): Promise<Acknowledged[]> =>
  new Promise((resolve, reject) => {
    const process_ = spawn(process.execPath, [child, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LIGATURE_CHECK_OUTPUT: '', LIGATURE_LOG: 'silent' },
    })
    const told: Acknowledged[] = []
    let errors = ''
    let killed = false
    process_.stderr.on('data', (it) => {
      errors += it
    })
    createInterface({ input: process_.stdout }).on('line', (line) => {
      const it = JSON.parse(line) as Acknowledged
      told.push(it)
      if (told.filter((line) => line.what === death.after).length !== death.lines || it.what !== death.after)
        return
      setTimeout(() => {
        killed = true
        process_.kill('SIGKILL')
      }, death.milliseconds)
    })
    process_.on('close', () => {
      if (killed) resolve(told)
      else reject(new Error(`The process ended by itself: ${errors}`))
    })
  })

const lane = async (number: number): Promise<{ acknowledged: number; interrupted: number }> => {
  const folder = mkdtempSync(join(tmpdir(), 'ligature-crash-'))
  const next = random(seed + number)
  const safe: Acknowledged[] = []
  let interrupted = 0
  try {
    const first = startTestCore(folder)
    const bench = await startWorkbench(first, 'Crash')
    const { path } = (await first.ask('projects.current', {}))!
    const start = bench.span('de', 'Google')
    await first.ask('mentions.create', {
      articleId: bench.articles.de,
      typeId: bench.type.company!,
      fragments: [start],
    })
    const dataset = join(folder, 'dataset.jsonl')
    await first.job('exports.run', {
      formatId: 'ligature-jsonl',
      scope: { articles: {}, setAside: true, suggestions: true },
      options: {},
      path: dataset,
    })
    await first.close()

    for (let kill = 0; kill < killsPerLane; kill += 1) {
      const run = `${number}${String(kill).padStart(2, '0')}`
      const death = deathFrom(next)
      const where = `seed ${seed}, lane ${number}, kill ${kill} ${JSON.stringify(death)}`
      const told = await workAndKill([folder, path, run, dataset], death)
      safe.push(...told)
      const job = told.findLast((it) => it.what === 'job')
      if (job?.state === 'running') interrupted += 1

      const t = startTestCore(folder)
      try {
        await t.ask('projects.open', { path })
        const db = lookInto(path)
        try {
          expect(fileFaults(db), where).toEqual([])
          if (kill % 8 === 0) expect(textIndexFaults(db), where).toEqual([])
          expect(db.all('SELECT * FROM staging'), where).toEqual([])
          expect(
            db.column('SELECT id FROM text WHERE id NOT IN (SELECT text_id FROM article)'),
            `${where}: texts nobody uses`,
          ).toEqual([])
          expect(
            db.column(`SELECT id FROM source WHERE id NOT IN (SELECT source_id FROM article WHERE source_id IS NOT NULL)
              AND id NOT IN (SELECT source_id FROM import_draft WHERE source_id IS NOT NULL)`),
            `${where}: originals nobody uses`,
          ).toEqual([])

          const uids = new Set(db.column<string>('SELECT uid FROM mention'))
          const names = new Map(
            db.all<{ id: number; name: string }>('SELECT id, name FROM entity').map((it) => [it.id, it.name]),
          )
          for (const it of safe) {
            if (it.what === 'undone') expect(uids.has(it.uid), `${where}: ${it.uid} came back`).toBe(false)
            else if (it.what === 'mention')
              expect(uids.has(it.uid), `${where}: mention ${it.uid} is lost`).toBe(true)
            else if (it.what === 'entity') expect(names.get(it.id), where).toBe(it.name)
          }
          const imported = new Map(
            db
              .all<{ batch: string; articles: number }>(
                `SELECT substr(s.name, 1, instr(s.name, '-') - 1) AS batch, count(*) AS articles
                 FROM article a JOIN source s ON s.id = a.source_id WHERE s.name LIKE 'batch%-%' GROUP BY 1`,
              )
              .map((it) => [it.batch, it.articles]),
          )
          for (const it of safe)
            if (it.what === 'import')
              expect(imported.get(it.batch), `${where}: ${it.batch}`).toBe(it.articles)
          for (const [batch, articles] of imported)
            expect([3, 30], `${where}: half of ${batch}`).toContain(articles)
        } finally {
          db.close()
        }
      } finally {
        await t.close()
      }
    }
    return { acknowledged: safe.filter((it) => it.what !== 'job').length, interrupted }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test(`${lanes * killsPerLane} kills lose nothing (LIGATURE_SEED=${seed})`, { timeout: 300_000 }, async () => {
  const results = await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)))
  console.info(`seed ${seed}:`, results)
  for (const { acknowledged, interrupted } of results) {
    // The kills came in the middle of real work, or this proves nothing.
    expect(acknowledged).toBeGreaterThan(killsPerLane)
    expect(interrupted).toBeGreaterThan(killsPerLane / 4)
  }
})
