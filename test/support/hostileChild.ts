import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { passDoor, scratchProject, writeFiles } from '../fuzz/door.ts'
import { forgetPeak, peakMemory } from '../fuzz/memory.ts'
import { hostileFiles } from './samples/hostile.ts'

/* Brings hostile files, by their numbers, into a project, each in turn; a line of JSON on each. */

const folder = mkdtempSync(join(tmpdir(), 'ligature-hostile-'))
try {
  for (const number of process.argv.slice(2).map(Number)) {
    writeFiles(join(folder, 'files'), hostileFiles[number]!.files())
    const project = await scratchProject(join(folder, `${number}`), 'hostile')
    globalThis.gc?.()
    forgetPeak()
    const started = process.cpuUsage()
    const passed = await passDoor(project, join(folder, 'files'))
    const { user, system } = process.cpuUsage(started)
    const ms = (user + system) / 1000
    console.log(JSON.stringify({ number, ...passed, ms, mb: peakMemory() }))
    project.close()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
