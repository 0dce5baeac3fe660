import type { ImportReport } from '../../../../shared/contract/imports.ts'
import type { Command } from '../command.ts'
import type { CommandCore } from '../core.ts'
import { exitCodes } from '../exitCodes.ts'
import { formatNamed, optionsByFormat, optionsOf } from '../formatOptions.ts'
import { assertSomething, assertThere, isPartial, recognise, tellRecognised, tellReport } from '../intake.ts'
import { assertApart, tellExport, writeDataset } from '../outcome.ts'
import { misuse } from '../refusal.ts'
import { onEmpty, pathOf } from '../workplace.ts'

/** Without types of its own the project takes every label of the files as it is. */
const clearSchema = async (core: CommandCore): Promise<void> => {
  const { entityTypes, relationTypes } = await core.ask('schema.get', {})
  for (const { id } of relationTypes) await core.ask('schema.removeRelationType', { id })
  for (const { id } of entityTypes) await core.ask('schema.removeEntityType', { id })
}

export const convertCommand: Command = {
  name: 'convert',
  textKey: 'cli.convert.about',
  forms: ['convert --to <id> [options] <file or folder>… <target>'],
  words: [2, Number.POSITIVE_INFINITY],
  options: [
    { name: 'to', takes: '<id>', textKey: 'cli.convert.option.to' },
    { name: 'option', takes: '<key=value>', textKey: 'cli.export.option.option' },
    { name: 'from', takes: '<id>', textKey: 'cli.convert.option.from' },
    { name: 'from-option', takes: '<key=value>', textKey: 'cli.convert.option.fromOption' },
    { name: 'overwrite', textKey: 'cli.export.option.overwrite' },
    { name: 'roundtrip', textKey: 'cli.export.option.roundtrip' },
  ],
  examples: [
    'convert --to conll brat-export/ corpus.conll',
    'convert --to brat --from webanno-tsv --option offsetUnit=codepoint export.tsv corpus-brat',
    'convert --to ligature-jsonl corpus.xmi -',
  ],
  formats: [
    { of: 'read', chosenBy: 'from' },
    { of: 'written', chosenBy: 'to' },
  ],
  run: async (call) => {
    const { words, given, say } = call
    const formatId = given.text('to')
    if (formatId === undefined) throw misuse(say.t('cli.error.needed', { option: '--to' }))
    const options = optionsOf(given.list('option'), formatNamed('written', formatId, say), say)
    const from = given.text('from')
    if (from !== undefined) formatNamed('read', from, say)
    const fromOptions = optionsByFormat(given.list('from-option'), from, say)
    const paths = words.slice(0, -1).map((it) => pathOf(call, it))
    const target = words.at(-1)!
    assertThere(paths, say)
    if (target === '-') say.leaveStdout()
    else assertApart(paths, pathOf(call, target), say)
    return onEmpty(call, async (core) => {
      await clearSchema(core)
      const found = await recognise(core, { paths, format: from, options: fromOptions })
      tellRecognised(found, say)
      assertSomething(found, say)
      const imported = await core.job<ImportReport>('imports.commit', { createTypes: true })
      tellReport(imported, say)
      const scope = { articles: {}, suggestions: true, setAside: true }
      const report = await writeDataset(core, { formatId, scope, options }, target, call)
      tellExport(report, say)
      const exit = isPartial(found, imported) ? exitCodes.findings : exitCodes.ok
      return { exit, result: { recognised: found, imported, report } }
    })
  },
}
