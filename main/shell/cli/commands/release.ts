import { statSync } from 'node:fs'
import type { ReleaseDiff, ReleaseReport } from '../../../../shared/model/recipe.ts'
import type { Call, Command, Ended } from '../command.ts'
import type { CommandCore } from '../core.ts'
import { type ExitCode, exitCodes } from '../exitCodes.ts'
import { assertThere } from '../intake.ts'
import { assertApart, tellFiles } from '../outcome.ts'
import type { Output } from '../output.ts'
import { readRecipe, recipeNamed, takeRecipe } from '../recipeFile.ts'
import { misuse } from '../refusal.ts'
import { onCopy, onEmpty, onProject, pathOf } from '../workplace.ts'

const tellRelease = (report: ReleaseReport, say: Output): ExitCode => {
  const { t, textOf, line, note } = say
  const { articles, mentions, entities, relations } = report.counts
  tellFiles(report.files, say)
  line(t('import.datasetCounts', { articles, mentions, entities, relations }))
  for (const it of report.split.splits)
    line(t('cli.release.split', { name: it.name, articles: it.articles, mentions: it.mentions }))
  if (report.split.leakCount > 0) line(t('cli.release.leaks', { count: report.split.leakCount }))
  for (const { code, count, examples } of report.findings)
    line(`${textOf(`releases.finding.${code}`, { count })} (${count}): ${examples.slice(0, 3).join(' · ')}`)
  for (const { formatId, proof, differenceCount, losses } of report.formats) {
    line(t(`cli.release.proof.${proof}`, { format: formatId, count: differenceCount }))
    for (const { what, count, example } of losses)
      note(`  ${t('cli.export.loss', { what: textOf(what), count, example: example || '–' })}`)
  }
  return report.formats.some((it) => it.proof === 'differs') ? exitCodes.findings : exitCodes.ok
}

const run = async (core: CommandCore, recipeId: number, path: string, call: Call): Promise<Ended> => {
  const overwrite = call.given.on('overwrite')
  const report = await core.job<ReleaseReport>('releases.run', { recipeId, path, overwrite })
  return { exit: tellRelease(report, call.say), result: { report } }
}

/** A recipe of the project makes a release the project remembers; one of a file leaves the project as it is. */
const make = (call: Call): Promise<Ended> => {
  const { words, say } = call
  const [project, path] = [pathOf(call, words[0]!), pathOf(call, words[2]!)]
  assertApart([project], path, say)
  const file = pathOf(call, words[1]!)
  if (words[1]!.endsWith('.json') && statSync(file, { throwIfNoEntry: false })) {
    const recipe = readRecipe(file, say)
    return onCopy(call, project, async (core) => run(core, await takeRecipe(core, recipe, say), path, call))
  }
  return onProject(call, project, async (core) => {
    const recipe = recipeNamed(await core.ask('releases.recipes', {}), words[1]!, say)
    return run(core, recipe.id, path, call)
  })
}

const list = (call: Call): Promise<Ended> => {
  const { words, say } = call
  return onCopy(call, pathOf(call, words[1]!), async (core) => {
    const recipes = await core.ask('releases.recipes', {})
    const made = await core.ask('releases.made', {})
    say.line(say.t('cli.release.recipes', { count: recipes.length }))
    for (const it of recipes) say.line(`  ${it.name}`)
    say.line(say.t('cli.release.made', { count: made.length }))
    for (const it of made) say.line(`  ${it.madeAt}  ${it.name}  ${it.path}`)
    return { exit: exitCodes.ok, result: { recipes, made } }
  })
}

const diff = (call: Call): Promise<Ended> => {
  const { words, say } = call
  const [before, after] = [pathOf(call, words[1]!), pathOf(call, words[2]!)]
  assertThere([before, after], say)
  return onEmpty(call, async (core) => {
    const found = await core.job<ReleaseDiff>('releases.diff', { before, after })
    for (const it of found.counts) {
      const { added, changed, removed } = it
      say.line(
        say.t('cli.release.changes', { what: say.textOf(`cli.what.${it.what}`), added, changed, removed }),
      )
    }
    for (const it of found.changes) {
      const fields = it.fields.map(({ name, before: was, after: is }) => `${name}: ${was} → ${is}`)
      const where = it.article === '' || it.article === it.about ? '' : ` (${it.article})`
      const how = say.t(`cli.release.${it.how}`)
      say.line(
        `  ${how} ${say.textOf(`cli.what.${it.what}`)} ${it.about}${where}  ${fields.join('; ')}`.trimEnd(),
      )
    }
    const total = found.counts.reduce((sum, it) => sum + it.added + it.changed + it.removed, 0)
    if (total > found.changes.length) say.line(say.t('cli.more', { count: total - found.changes.length }))
    return { exit: total > 0 ? exitCodes.findings : exitCodes.ok, result: found }
  })
}

const words: Readonly<Record<string, number>> = { diff: 3, list: 2 }

export const releaseCommand: Command = {
  name: 'release',
  textKey: 'cli.release.about',
  forms: [
    'release [options] <project> <recipe or file.json> <target>',
    'release list <project>',
    'release diff <release> <newer release>',
  ],
  words: [2, 3],
  options: [{ name: 'overwrite', textKey: 'cli.export.option.overwrite' }],
  examples: [
    'release deals.ligature "Public dataset" deals-1.0',
    'release list --json deals.ligature',
    'release diff deals-1.0 deals-1.1',
  ],
  formats: [],
  run: async (call) => {
    const [first] = call.words as [string]
    const wanted = words[first] ?? 3
    if (call.words.length !== wanted) {
      const form = releaseCommand.forms.join(' · ')
      throw misuse(call.say.t('cli.error.words', { command: 'release', form }))
    }
    if (first === 'list') return list(call)
    return first === 'diff' ? diff(call) : make(call)
  },
}
