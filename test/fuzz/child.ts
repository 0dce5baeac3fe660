import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deserialize } from 'node:v8'
import { makeCase, type Sample } from './cases.ts'
import { type Project, passDoor, scratchProject, writeFiles } from './door.ts'
import { forgetPeak, peakMemory } from './memory.ts'
import type { CaseResult, ChildOrder, Told } from './player.ts'

/* A process that passes cases through the door, one project for several of them, and is killed when it hangs. */

/** A project takes so many cases: fresh ones and used ones are both tried. */
const casesPerProject = 40

const folder = mkdtempSync(join(tmpdir(), 'ligature-fuzz-child-'))
let samples: readonly Sample[] = []
let project: Project | null = null
let used = 0

const perform = async ({ seed, number, samplesAt }: ChildOrder): Promise<CaseResult> => {
  if (samples.length === 0) {
    samples = (deserialize(readFileSync(samplesAt)) as Sample[]).map((it) => ({
      ...it,
      files: Object.fromEntries(Object.entries(it.files).map(([path, bytes]) => [path, Buffer.from(bytes)])),
    }))
  }
  if (!project || used % casesPerProject === 0) {
    project?.close()
    rmSync(join(folder, 'projects'), { recursive: true, force: true })
    project = await scratchProject(join(folder, 'projects'), `scratch-${used}`)
  }
  used += 1
  const { format, what, files, forced } = makeCase(samples, seed, number)
  writeFiles(join(folder, 'case'), files)
  forgetPeak()
  const started = process.cpuUsage()
  const { imported, faults } = await passDoor(project, join(folder, 'case'), forced)
  const { user, system } = process.cpuUsage(started)
  const ms = (user + system) / 1000
  // A project that is broken would show it with every case that follows.
  if (faults.length > 0) {
    project.close()
    project = null
  }
  const mb = peakMemory()
  return { number, format, what, imported, faults, ms, mb }
}

const tell = (it: Told): void => {
  if (process.connected) process.send!(it)
}
const leave = (): never => {
  project?.close()
  rmSync(folder, { recursive: true, force: true })
  process.exit(0)
}

process.on('message', (order: ChildOrder | 'end') => {
  if (order === 'end') leave()
  else void perform(order).then(tell)
})
process.on('disconnect', leave)
// Errors nobody waits for, and promises that fail unseen, would end the process without a word.
process.on('uncaughtException', (thrown: unknown) => {
  tell({
    stray: String((thrown as Error)?.stack ?? thrown)
      .split('\n')
      .slice(0, 4)
      .join(' | '),
  })
})
tell('ready')
