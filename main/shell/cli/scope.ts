import type { ExportScope } from '../../../shared/contract/exports.ts'
import { articleStatus } from '../../../shared/model/article.ts'
import { certainty, partialDate } from '../../../shared/model/provenance.ts'
import type { CliOption, Given } from './command.ts'
import type { CommandCore } from './core.ts'
import { nearest } from './nearest.ts'
import type { Output } from './output.ts'
import { misuse, unknown } from './refusal.ts'

/** Options that say what of a project goes out. */
export const scopeOptions: readonly CliOption[] = [
  { name: 'status', takes: '<status,…>', textKey: 'cli.scope.status' },
  { name: 'language', takes: '<code,…>', textKey: 'cli.scope.language' },
  { name: 'text', takes: '<words>', textKey: 'cli.scope.text' },
  { name: 'from', takes: '<date>', textKey: 'cli.scope.from' },
  { name: 'to', takes: '<date>', textKey: 'cli.scope.to' },
  { name: 'type', takes: '<key,…>', textKey: 'cli.scope.type' },
  { name: 'annotator', takes: '<name>', textKey: 'cli.scope.annotator' },
  { name: 'certainty', takes: '<certainty,…>', textKey: 'cli.scope.certainty' },
  { name: 'suggestions', textKey: 'cli.scope.suggestions' },
  { name: 'set-aside', textKey: 'cli.scope.setAside' },
]

/** Each given word as one of the known ones. @throws Refusal */
const among = <T extends string>(given: readonly string[], known: readonly T[], { t }: Output): T[] =>
  given.map((it) => {
    const found = known.find((one) => one === it)
    if (found !== undefined) return found
    throw unknown(t('cli.error.notAmong', { word: it, known: known.join(', ') }), nearest(it, known), t)
  })

const dateIn = (given: Given, name: string, { t }: Output): string | undefined => {
  const date = given.text(name)
  if (date !== undefined && (date === '' || !partialDate.safeParse(date).success))
    throw misuse(t('cli.error.date', { option: `--${name}`, value: date }))
  return date
}

/** What the options say, in the numbers of this project. @throws Refusal */
export const scopeOf = async (core: CommandCore, given: Given, say: Output): Promise<ExportScope> => {
  const statuses = among(given.list('status', 'parted'), articleStatus.options, say)
  const certainties = among(given.list('certainty', 'parted'), certainty.options, say)
  const [publishedFrom, publishedTo] = [dateIn(given, 'from', say), dateIn(given, 'to', say)]
  const languages = given.list('language', 'parted')
  const text = given.text('text')
  const types = given.list('type', 'parted')
  const annotators = given.list('annotator')
  const { entityTypes } = await core.ask('schema.get', {})
  const typeKeys = among(
    types,
    entityTypes.map((it) => it.key),
    say,
  )
  const persons = annotators.length > 0 ? (await core.ask('overview.get', {})).persons : []
  const names = among(
    annotators,
    persons.map((it) => it.name),
    say,
  )
  return {
    articles: {
      ...(statuses.length > 0 && { statuses }),
      ...(languages.length > 0 && { languages }),
      ...(text !== undefined && { text }),
      ...(publishedFrom !== undefined && { publishedFrom }),
      ...(publishedTo !== undefined && { publishedTo }),
    },
    ...(types.length > 0 && {
      typeIds: entityTypes.filter((it) => typeKeys.includes(it.key)).map((it) => it.id),
    }),
    ...(certainties.length > 0 && { certainties }),
    ...(annotators.length > 0 && {
      personIds: persons.filter((it) => names.includes(it.name)).map((it) => it.id),
    }),
    ...(given.on('suggestions') && { suggestions: true }),
    // Asking for set-aside articles by their status is asking for them.
    ...((given.on('set-aside') || statuses.includes('set_aside')) && { setAside: true }),
  }
}
