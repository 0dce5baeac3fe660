import type { OptionField } from '../../../../../shared/model/option.ts'
import type { ArticleFormat, Probe, Recognition } from '../format.ts'
import { nameRank, roles } from './fieldNames.ts'
import { detectFields, type Row } from './fields.ts'
import { columnNames, isHeader, recordRow, rowsOf } from './rows.ts'
import { type Separator, separators, sniffDialect } from './separators.ts'

const mappingFields = roles.map(
  (role): OptionField => ({
    kind: 'text',
    id: role,
    labelKey: `format.table.option.${role}`,
    initial: '',
    placeholderKey: 'format.table.detected',
  }),
)

const options: readonly OptionField[] = [
  ...mappingFields,
  {
    kind: 'choice',
    id: 'separator',
    labelKey: 'format.table.option.separator',
    initial: 'auto',
    choices: ['auto', 'comma', 'semicolon', 'tab', 'bar'].map((value) => ({
      value,
      labelKey: `format.table.option.separator.${value}`,
    })),
  },
  {
    kind: 'choice',
    id: 'header',
    labelKey: 'format.table.option.header',
    initial: 'auto',
    choices: ['auto', 'yes', 'no'].map((value) => ({
      value,
      labelKey: `format.table.option.header.${value}`,
    })),
  },
]

/** Records of the beginning; good enough to tell columns apart, not to read by. */
const firstRecords = (text: string, separator: Separator, quoting: boolean, most = 30): string[][] => {
  const records: string[][] = [[]]
  let value = ''
  let inQuotes = false
  const push = (): void => {
    records.at(-1)!.push(value)
    value = ''
  }
  for (let at = 0; at < text.length && records.length <= most; at += 1) {
    const unit = text[at]!
    if (inQuotes) {
      if (unit !== '"') value += unit
      else if (text[at + 1] === '"') value += text[++at]
      else inQuotes = false
    } else if (unit === '"' && value === '' && quoting) inQuotes = true
    else if (unit === separator) push()
    else if (unit === '\n') {
      push()
      records.push([])
    } else if (unit !== '\r') value += unit
  }
  if (value !== '' && records.length <= most) push()
  return records.filter((it) => it.some((field) => field !== '')).slice(0, most)
}

const delimitedRows = ({ text, name }: Probe): { rows: Row[]; isSure: boolean } | null => {
  const isNamed = /\.(?:csv|tsv|tab|psv)$/i.test(name)
  const sample = text.slice(0, 64_000).replace(/^sep=.\r?\n/i, '')
  const dialect = sniffDialect(sample)
  if (!dialect || !separators.includes(dialect.separator)) return null
  const records = firstRecords(sample, dialect.separator, dialect.quoting)
  const [first = []] = records
  const hasHeader = isHeader(first) && first.length === dialect.columns
  // Prose has commas, too: without the name of a table, columns and their names must be plain.
  const isSure =
    hasHeader && dialect.share > 0.9 && first.some((it) => roles.some((role) => nameRank(role, it) !== null))
  if (records.length < 2 || !(isNamed || isSure) || dialect.share < 0.5) return null
  const names = columnNames(hasHeader ? first : null, dialect.columns)
  return { rows: records.slice(hasHeader ? 1 : 0).map((it) => recordRow(names, it)), isSure: isNamed }
}

const recognise = (probe: Probe): Recognition | null => {
  const isJson = /^\s*[[{]/.test(probe.text)
  const found = isJson ? { rows: rowsOf(probe.json), isSure: true } : delimitedRows(probe)
  if (!found || found.rows.length === 0) return null
  const mapping = detectFields(found.rows)
  if (mapping.text === null) return null
  const isNamed = nameRank('text', mapping.text) !== null
  // One record is no table; one that says text may be a list of one.
  if (found.rows.length === 1 && (!isNamed || mapping.text.includes('.'))) return null
  const others = roles.filter((role) => role !== 'text' && mapping[role] !== null).length
  const score = (isNamed ? 0.35 : 0.2) + Math.min(3, others) * 0.05 + (found.isSure ? 0 : -0.05)
  return { score: isJson ? score : score + 0.1, why: `its column "${mapping.text.slice(0, 40)}" holds texts` }
}

/**
 * Tables with an article in every row: CSV, TSV and the like (RFC 4180 and what spreadsheets make of it), JSON Lines,
 * JSON. Which column is what is found by name and content and may be corrected by the options.
 */
export const table: ArticleFormat = {
  kind: 'articles',
  id: 'table',
  name: 'Table of articles (CSV, TSV, JSON)',
  extensions: ['csv', 'tsv', 'tab', 'psv', 'jsonl', 'ndjson', 'json'],
  mediaTypes: ['text/csv', 'text/tab-separated-values', 'application/x-ndjson', 'application/json'],
  options,
  recognise,
  read: async function* (file, context) {
    const { readTable } = await import('./read.ts')
    yield* readTable(file, context)
  },
}
