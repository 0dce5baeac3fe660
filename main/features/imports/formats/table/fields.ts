import { dateOf, dayOrder } from './fieldDates.ts'
import { nameRank, type Role, roles } from './fieldNames.ts'

/** A record of a table: columns by name, nested ones as `a.b`; every value as text. */
export type Row = Readonly<Record<string, string>>

/** Which column is what; null where none is. */
export type FieldMapping = Readonly<Record<Role, string | null>>

interface Column {
  readonly name: string
  /** Values that are not empty. */
  readonly values: readonly string[]
  /** UTF-16 code units. */
  readonly average: number
  readonly longest: number
}

const shareOf = (values: readonly string[], test: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(test).length / values.length

const isAddress = (value: string): boolean => /^(?:https?:\/\/|www\.)\S+$/i.test(value)
const isNumber = (value: string): boolean => /^[-+]?[\d.,' ]{1,30}%?$/.test(value)
const isCode = (value: string): boolean => /^[a-z]{2,3}(?:[-_][a-z]{2,4})?$/i.test(value)

/** Sentences: several words, or as many Chinese characters as make some. */
const isProse = (value: string): boolean => {
  const head = value.slice(0, 2000)
  if (/^\s*[[{]/.test(head)) return false
  const han = head.match(/\p{Script=Han}/gu)?.length ?? 0
  return han >= 15 || (head.match(/\p{L}{2,}/gu)?.length ?? 0) >= 8
}

const columnsOf = (rows: readonly Row[]): Column[] =>
  [...new Set(rows.flatMap((it) => Object.keys(it)))].map((name) => {
    const values = rows.map((it) => (it[name] ?? '').trim()).filter((it) => it !== '')
    const lengths = values.map((it) => it.length)
    return {
      name,
      values,
      average: lengths.reduce((sum, it) => sum + it, 0) / Math.max(1, lengths.length),
      longest: Math.max(0, ...lengths),
    }
  })

/** Does the content of a column named so fit what it would be? */
const fits: Readonly<Record<Role, (column: Column) => boolean>> = {
  text: ({ values, longest }) => longest >= 40 && shareOf(values, isProse) >= 0.3,
  title: ({ values, average }) =>
    average < 400 && shareOf(values, (it) => isAddress(it) || isNumber(it)) < 0.5,
  date: ({ values }) => shareOf(values, (it) => dateOf(it, dayOrder(values) ?? 'day first') !== '') >= 0.5,
  language: ({ average }) => average <= 20,
  publisher: ({ values, average }) =>
    average < 120 && shareOf(values, (it) => isAddress(it) || isNumber(it)) < 0.5,
  url: ({ values }) => shareOf(values, isAddress) >= 0.5,
  id: ({ average }) => average < 120,
  author: ({ average }) => average < 200,
}

const byName = (role: Role, columns: readonly Column[]): Column | undefined =>
  columns
    .map((column) => ({ column, rank: nameRank(role, column.name) }))
    .filter((it) => it.rank !== null && it.column.values.length > 0 && fits[role](it.column))
    .sort((a, b) => a.rank! - b.rank!)[0]?.column

/** Columns for all roles but the text, the surest names first. */
const allByName = (columns: readonly Column[]): { role: Role; column: Column }[] =>
  roles
    .filter((role) => role !== 'text')
    .flatMap((role) => columns.map((column) => ({ role, column, rank: nameRank(role, column.name) })))
    .filter(({ role, column, rank }) => rank !== null && column.values.length > 0 && fits[role](column))
    .sort((a, b) => a.rank! - b.rank!)

/** Texts: the longest prose, and clearly so. A column named so wins over its summary, not over a longer text. */
const textColumn = (columns: readonly Column[]): Column | undefined => {
  const prose = columns
    .filter((it) => it.average >= 80 && fits.text(it) && !/html$/i.test(it.name))
    .sort((a, b) => b.average - a.average)[0]
  const named = byName('text', columns)
  return named && (!prose || named.average * 3 >= prose.average) ? named : (prose ?? named)
}

const byContent: Partial<Record<Role, (column: Column) => boolean>> = {
  date: ({ values }) =>
    values.length > 0 &&
    shareOf(
      values,
      (it) => !isNumber(it) && dateOf(it, dayOrder(values) ?? 'day first') !== '' && it.length <= 40,
    ) >= 0.8,
  url: ({ values }) => values.length > 0 && shareOf(values, isAddress) >= 0.8,
  language: ({ values }) =>
    values.length > 0 &&
    shareOf(
      values,
      (it) => isCode(it) && it.length <= 5 && /^(?:de|en|zh|fr|es|it|nl|pt|ja|ko|ru|pl)/i.test(it),
    ) === 1,
  title: ({ values, average }) =>
    average >= (values.every((it) => /\p{Script=Han}/u.test(it)) ? 6 : 15) &&
    average <= 250 &&
    new Set(values).size > values.length * 0.8 &&
    shareOf(values, (it) => /\p{L}/u.test(it) && /\s|\p{Script=Han}{4}/u.test(it) && !isAddress(it)) >= 0.9,
}

/**
 * Which columns of some rows are the article's text, title, date, language, publisher, address, id and author: by their
 * names (English, German, Chinese, French) where the content does not speak against it, else by their content. Without
 * a column of prose there is no text, and the table is none of articles.
 */
export const detectFields = (rows: readonly Row[]): FieldMapping => {
  const columns = columnsOf(rows)
  const text = textColumn(columns)
  const mapping: Record<Role, string | null> = {
    text: text?.name ?? null,
    title: null,
    date: null,
    language: null,
    publisher: null,
    url: null,
    id: null,
    author: null,
  }
  const free = new Set(columns.filter((it) => it !== text))
  const take = (role: Role, column: Column | undefined): void => {
    if (!column || mapping[role] !== null) return
    mapping[role] = column.name
    free.delete(column)
  }
  for (const { role, column } of allByName([...free])) if (free.has(column)) take(role, column)
  for (const role of ['url', 'date', 'language', 'title'] as const)
    take(role, [...free].find(byContent[role]!))
  return mapping
}

/** A mapping a person corrected: names of columns, or their numbers from 1; '' keeps what was detected. */
export const chosenFields = (
  detected: FieldMapping,
  chosen: Readonly<Record<string, unknown>>,
  columns: readonly string[],
): FieldMapping => {
  const columnOf = (wanted: string): string | null => {
    const exact = columns.find((it) => it === wanted)
    const loose = columns.find((it) => it.trim().toLowerCase() === wanted.toLowerCase())
    const numbered = /^\d{1,4}$/.test(wanted) ? columns[Number(wanted) - 1] : undefined
    return exact ?? loose ?? numbered ?? null
  }
  return Object.fromEntries(
    roles.map((role) => {
      const wanted = chosen[role]
      if (typeof wanted !== 'string' || wanted.trim() === '') return [role, detected[role]]
      return [role, wanted.trim() === '-' ? null : columnOf(wanted.trim())]
    }),
  ) as unknown as FieldMapping
}
