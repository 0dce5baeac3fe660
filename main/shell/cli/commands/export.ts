import type { ExportReport } from '../../../../shared/contract/exports.ts'
import type { Command } from '../command.ts'
import { exitCodes } from '../exitCodes.ts'
import { formatNamed, optionsOf } from '../formatOptions.ts'
import { assertApart, type Dataset, tellExport, writeDataset } from '../outcome.ts'
import { misuse } from '../refusal.ts'
import { scopeOf, scopeOptions } from '../scope.ts'
import { onCopy, pathOf } from '../workplace.ts'

export const exportCommand: Command = {
  name: 'export',
  textKey: 'cli.export.about',
  forms: ['export --format <id> [options] <project> <target>', 'export --format <id> --losses <project>'],
  words: [1, 2],
  options: [
    { name: 'format', takes: '<id>', textKey: 'cli.export.option.format' },
    { name: 'option', takes: '<key=value>', textKey: 'cli.export.option.option' },
    { name: 'losses', textKey: 'cli.export.option.losses' },
    { name: 'overwrite', textKey: 'cli.export.option.overwrite' },
    { name: 'roundtrip', textKey: 'cli.export.option.roundtrip' },
    ...scopeOptions,
  ],
  examples: [
    'export --format brat deals.ligature deals-brat',
    'export --format conll --option scheme=bioes --status done deals.ligature deals.conll',
    'export --format ligature-jsonl deals.ligature - | gzip > deals.jsonl.gz',
    'export --format csv --losses --json deals.ligature',
  ],
  formats: [{ of: 'written', chosenBy: 'format' }],
  run: async (call) => {
    const { words, given, say } = call
    const id = given.text('format')
    if (id === undefined) throw misuse(say.t('cli.error.needed', { option: '--format' }))
    const format = formatNamed('written', id, say)
    const options = optionsOf(given.list('option'), format, say)
    const [word, target] = words as [string, string | undefined]
    const onlyLosses = given.on('losses')
    if (onlyLosses !== (target === undefined)) throw misuse(say.t('cli.error.target'))
    const project = pathOf(call, word)
    if (target !== undefined && target !== '-') assertApart([project], pathOf(call, target), say)
    return onCopy(call, project, async (core) => {
      const dataset: Dataset = { formatId: id, scope: await scopeOf(core, given, say), options }
      const report = onlyLosses
        ? await core.job<ExportReport>('exports.losses', dataset)
        : await writeDataset(core, dataset, target!, call)
      tellExport(report, say)
      return { exit: exitCodes.ok, result: { report } }
    })
  },
}
