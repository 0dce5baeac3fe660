import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runCampaign } from './campaign.ts'
import { makeCase } from './cases.ts'
import { writeFiles } from './door.ts'
import { samplesOf } from './samples.ts'

/*
 * `npm run fuzz [-- cases] [--seed N] [--first N] [--lanes N] [--write folder]`: broken files of every format through
 * the whole door, `lanes` of them at a time. A run that was stopped goes on with `--first`; a failure is played again by
 * its seed and number (`-- 1 --seed 7 --first 4711`); `--write` only writes the files of that case.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    first: { type: 'string' },
    write: { type: 'string' },
    lanes: { type: 'string' },
  },
})
const cases = Number(positionals[0] ?? 20_000)
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9))
const first = Number(values.first ?? 0)
const lanes = Number(values.lanes ?? 1)
if (![cases, seed, first, lanes].every((it) => Number.isInteger(it) && it >= 0)) {
  console.error('npm run fuzz [-- cases] [--seed N] [--first N] [--lanes N] [--write folder]')
  process.exit(2)
}

if (values.write !== undefined) {
  const { samples, folder } = await samplesOf()
  rmSync(folder, { recursive: true, force: true })
  const { what, files } = makeCase(samples, seed, first)
  writeFiles(values.write, files)
  console.log(what)
} else {
  console.log(`${cases} cases from number ${first}, seed ${seed}`)
  const { rows, failures } = await runCampaign({ cases, seed, first, lanes, say: console.log })
  const cells = (it: readonly (string | number)[]): string =>
    it.map((cell, index) => (index === 0 ? String(cell).padEnd(16) : String(cell).padStart(10))).join('')
  console.log(cells(['format', 'cases', 'refused', 'imported', 'slowest ms', 'its case', 'most MB']))
  for (const [format, it] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(
      cells([
        format,
        it.cases,
        it.refused,
        it.imported,
        Math.round(it.slowestMs),
        it.slowest,
        Math.round(it.mostMb),
      ]),
    )
  console.log(`${failures.length} failures`)
  process.exitCode = failures.length > 0 ? 1 : 0
}
