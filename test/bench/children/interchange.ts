import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { startBenchCore } from '../core.ts'

/*
 * A project written in four formats and a hundred thousand articles taken in, in one process:
 * `interchange.ts <home> <project> <scratch> <jsonl>`. Says how much memory the process had at most, workers included.
 */

const [home, project, scratch, jsonl] = process.argv.slice(2) as [string, string, string, string]

const core = startBenchCore(home)
await core.ask('projects.open', { path: project })
for (const formatId of ['ligature-jsonl', 'csv', 'parquet', 'brat']) {
  const path = join(scratch, `memory-${formatId}`)
  const scope = { articles: {}, setAside: true, suggestions: true }
  await core.job('exports.run', { formatId, scope, options: {}, path })
  rmSync(path, { recursive: true, force: true })
  if (process.env.LIGATURE_BENCH_TELL) console.error(formatId, process.resourceUsage().maxRSS / 1024)
}
const target = join(scratch, 'memory.ligature')
await core.ask('projects.create', { name: 'memory', path: target })
await core.job('imports.prepare', { items: [{ path: jsonl }] })
if (process.env.LIGATURE_BENCH_TELL) console.error('prepare', process.resourceUsage().maxRSS / 1024)
await core.job('imports.commit', { createTypes: false })
process.send?.({ peak: process.resourceUsage().maxRSS / 1024, now: process.memoryUsage().rss / 2 ** 20 })
await core.close()
rmSync(target, { force: true })
