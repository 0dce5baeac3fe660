import { longestOptionText, type OptionField, type OptionValues } from '../../../shared/model/option.ts'
import { type ListedFormat, listedFormats } from './formats.ts'
import { nearest } from './nearest.ts'
import type { Output } from './output.ts'
import { misuse, unknown } from './refusal.ts'

const switches: Readonly<Record<string, boolean>> = {
  ...{ true: true, yes: true, on: true, 1: true },
  ...{ false: false, no: false, off: false, 0: false },
}

/** What a field takes, as help shows it: `true|false`, `bio|bioes`, `<text>`. */
export const takenBy = (field: OptionField): string => {
  if (field.kind === 'toggle') return 'true|false'
  return field.kind === 'choice' ? field.choices.map((it) => it.value).join('|') : '<text>'
}

const valueFor = (field: OptionField, value: string, { t }: Output): boolean | string => {
  if (field.kind === 'toggle' && Object.hasOwn(switches, value)) return switches[value]!
  if (field.kind === 'choice' && field.choices.some((it) => it.value === value)) return value
  if (field.kind === 'text' && value.length <= longestOptionText) return value
  throw misuse(t('cli.error.formatOptionValue', { option: field.id, value, takes: takenBy(field) }))
}

/** @throws Refusal for an id nobody has, with the one probably meant */
export const formatNamed = (of: 'read' | 'written', id: string, { t }: Output): ListedFormat => {
  const formats = listedFormats[of]
  const found = formats.find((it) => it.id === id)
  if (found) return found
  const meant = nearest(
    id,
    formats.map((it) => it.id),
  )
  const known = formats.map((it) => it.id).join(', ')
  throw unknown(t(`cli.error.unknownFormat.${of}`, { format: id, known }), meant, t)
}

const split = (pair: string, { t }: Output): [string, string] => {
  const at = pair.indexOf('=')
  if (at < 1) throw misuse(t('cli.error.pair', { pair }))
  return [pair.slice(0, at), pair.slice(at + 1)]
}

/** `key=value` pairs as the options of one format. @throws Refusal */
export const optionsOf = (pairs: readonly string[], format: ListedFormat, say: Output): OptionValues => {
  const values: OptionValues = {}
  for (const pair of pairs) {
    const [key, value] = split(pair, say)
    const field = format.options.find((it) => it.id === key)
    if (!field) {
      const keys = format.options.map((it) => it.id)
      const known = keys.join(', ') || '–'
      const text = say.t('cli.error.unknownFormatOption', { option: key, format: format.id, known })
      throw unknown(text, nearest(key, keys), say.t)
    }
    values[key] = valueFor(field, value, say)
  }
  return values
}

/**
 * Options for files whose format is yet to be found: each pair goes to every format that has the option, or with a
 * format's id before a dot (`conll.scheme=bio`) to that one. @throws Refusal
 */
export const optionsByFormat = (
  pairs: readonly string[],
  forced: string | undefined,
  say: Output,
): Record<string, OptionValues> => {
  if (forced !== undefined) {
    const format = formatNamed('read', forced, say)
    return { [format.id]: optionsOf(pairs, format, say) }
  }
  const all: Record<string, OptionValues> = {}
  const give = (format: ListedFormat, pair: string): void => {
    all[format.id] = { ...all[format.id], ...optionsOf([pair], format, say) }
  }
  for (const pair of pairs) {
    const [key] = split(pair, say)
    const dot = key.indexOf('.')
    if (dot > 0) {
      give(formatNamed('read', key.slice(0, dot), say), pair.slice(dot + 1))
      continue
    }
    const having = listedFormats.read.filter((it) => it.options.some(({ id }) => id === key))
    if (having.length === 0) {
      const keys = [...new Set(listedFormats.read.flatMap((it) => it.options.map(({ id }) => id)))].sort()
      const text = say.t('cli.error.optionOfNone', { option: key, known: keys.join(', ') })
      throw unknown(text, nearest(key, keys), say.t)
    }
    for (const format of having) give(format, pair)
  }
  return all
}
