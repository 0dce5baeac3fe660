import { existsSync, readFileSync } from 'node:fs'
import type { ImportReport } from '../../../../shared/contract/imports.ts'
import type { Call, Command, Ended } from '../command.ts'
import type { CommandCore } from '../core.ts'
import { exitCodes } from '../exitCodes.ts'
import { formatNamed, optionsByFormat } from '../formatOptions.ts'
import {
  assertSomething,
  assertThere,
  isPartial,
  mergedMapping,
  neededTypes,
  type Order,
  type Recognised,
  recognise,
  tellRecognised,
  tellReport,
} from '../intake.ts'
import { misuse, Refusal } from '../refusal.ts'
import { onCopy, onEmpty, onNew, onProject, pathOf } from '../workplace.ts'

const nothingImported: ImportReport = { imported: 0, articleIds: [], left: [], sets: [], steps: [] }

const readMapping = (call: Call): unknown => {
  const file = call.given.text('map')
  if (file === undefined) return {}
  const { t } = call.say
  const path = pathOf(call, file)
  assertThere([path], call.say)
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (thrown) {
    throw misuse(t('cli.error.json', { path, message: (thrown as Error).message }))
  }
}

/** What waits in the project from another time is the analyst's: an import here would take it along. */
const assertNothingWaits = async (core: CommandCore, { given, say }: Call): Promise<void> => {
  const { total } = await core.ask('imports.drafts', { offset: 0, limit: 1 })
  const sets = await core.ask('imports.sets', {})
  if (total + sets.length === 0) return
  if (!given.on('discard-drafts'))
    throw new Refusal(
      exitCodes.cannotWrite,
      'conflict',
      say.t('cli.error.drafts', { count: total + sets.length }),
    )
  await core.ask('imports.discard', {})
}

const applyMapping = async (
  core: CommandCore,
  found: Recognised,
  given: unknown,
  { say }: Call,
): Promise<Recognised> => {
  for (const { id, mapping } of found.sets)
    await core.ask('imports.updateSet', { id, patch: { mapping: mergedMapping(mapping, given, say) } })
  return { ...found, sets: await core.ask('imports.sets', {}) }
}

const prepared = async (
  core: CommandCore,
  order: Order,
  mapping: unknown,
  call: Call,
): Promise<Recognised> => {
  const found = await applyMapping(core, await recognise(core, order), mapping, call)
  tellRecognised(found, call.say)
  assertSomething(found, call.say)
  return found
}

const commit = async (core: CommandCore, found: Recognised, { given, say }: Call): Promise<ImportReport> => {
  const types = neededTypes(found.sets)
  const createTypes = given.on('create-types')
  if (types.length > 0 && !createTypes) {
    const names = types.map((it) => `“${it}”`).join(', ')
    throw new Refusal(
      exitCodes.usage,
      'not_allowed',
      say.t('cli.error.types', { count: types.length, names }),
    )
  }
  if (found.articles === 0 && found.sets.length === 0) return { ...nothingImported, left: [...found.left] }
  return core.job<ImportReport>('imports.commit', { createTypes })
}

/** Everything or nothing: what was stored before a failure or Ctrl+C is taken back. */
const importing = async (core: CommandCore, order: Order, mapping: unknown, call: Call): Promise<Ended> => {
  await assertNothingWaits(core, call)
  const before = (await core.ask('history.state', {})).undo?.seq ?? 0
  try {
    const found = await prepared(core, order, mapping, call)
    const report = await commit(core, found, call)
    tellReport(report, call.say)
    return {
      exit: isPartial(found, report) ? exitCodes.findings : exitCodes.ok,
      result: { recognised: found, report },
    }
  } catch (thrown) {
    const now = (await core.ask('history.state', {})).undo?.seq ?? 0
    if (now !== before) await core.ask('history.goTo', { seq: before })
    throw thrown
  } finally {
    // What stayed out waits for nobody here.
    await core.ask('imports.discard', {})
  }
}

const trying = async (core: CommandCore, order: Order, mapping: unknown, call: Call): Promise<Ended> => {
  await core.ask('imports.discard', {})
  const recognised = await prepared(core, order, mapping, call)
  for (const { name, reason } of recognised.left) call.say.line(call.say.noticeText(name, reason))
  const types = neededTypes(recognised.sets)
  if (types.length > 0)
    call.say.line(call.say.t('cli.import.newTypes', { names: types.map((it) => `“${it}”`).join(', ') }))
  call.say.line(call.say.t('cli.import.tried'))
  const partial = recognised.left.length > 0 || recognised.sets.some((it) => it.survey.problemCount > 0)
  return { exit: partial ? exitCodes.findings : exitCodes.ok, result: { recognised, neededTypes: types } }
}

export const importCommand: Command = {
  name: 'import',
  textKey: 'cli.import.about',
  forms: ['import [options] <project> <file or folder>…'],
  words: [2, Number.POSITIVE_INFINITY],
  options: [
    { name: 'new', textKey: 'cli.import.option.new' },
    { name: 'format', takes: '<id>', textKey: 'cli.import.option.format' },
    { name: 'option', takes: '<key=value>', textKey: 'cli.import.option.option' },
    { name: 'create-types', textKey: 'cli.import.option.createTypes' },
    { name: 'map', takes: '<file.json>', textKey: 'cli.import.option.map' },
    { name: 'dry-run', textKey: 'cli.import.option.dryRun' },
    { name: 'discard-drafts', textKey: 'cli.import.option.discardDrafts' },
  ],
  examples: [
    'import deals.ligature articles/ report.pdf',
    'import --dry-run --json deals.ligature brat-export/',
    'import --new --create-types deals.ligature annotated.conll',
    'import --format csv --option delimiter=";" deals.ligature table.txt',
  ],
  formats: [{ of: 'read', chosenBy: 'format' }],
  run: async (call) => {
    const { words, given, say } = call
    const [project, ...paths] = words.map((it) => pathOf(call, it)) as [string, ...string[]]
    const format = given.text('format')
    if (format !== undefined) formatNamed('read', format, say)
    const order: Order = { paths, format, options: optionsByFormat(given.list('option'), format, say) }
    const mapping = readMapping(call)
    assertThere(paths, say)
    const isNew = given.on('new')
    if (given.on('dry-run')) {
      if (isNew) return onEmpty(call, (core) => trying(core, order, mapping, call))
      return onCopy(call, project, (core) => trying(core, order, mapping, call))
    }
    if (!isNew && !existsSync(project))
      throw new Refusal(exitCodes.input, 'project.missing', say.t('cli.error.noProject', { path: project }))
    const where = isNew ? onNew : onProject
    return where(call, project, (core) => importing(core, order, mapping, call))
  },
}
