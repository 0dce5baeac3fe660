import { cleanText } from '../../files/charset.ts'
import { htmlText, looksLikeHtml } from '../../files/htmlText.ts'
import type { SetFile } from '../../files/setFile.ts'
import { Unreadable } from '../../files/unreadable.ts'
import { plainText } from '../../reading/html/page.ts'
import type { Guesses, GuessKey } from '../../reading/types.ts'
import type { ReadArticle, ReadContext } from '../format.ts'
import { dateOf, dayOrder } from './fieldDates.ts'
import type { Role } from './fieldNames.ts'
import { chosenFields, detectFields, type FieldMapping, type Row } from './fields.ts'
import { openTable } from './open.ts'

/** Rows looked at to tell the columns apart. */
const sampleRows = 100

const guessKeys: readonly (readonly [role: Role, key: GuessKey])[] = [
  ['title', 'title'],
  ['language', 'language'],
  ['publisher', 'publisher'],
  ['url', 'sourceUrl'],
  ['author', 'author'],
]

const guessesOf = (row: Row, mapping: FieldMapping, order: ReturnType<typeof dayOrder>): Guesses => {
  const guesses: Guesses = {}
  const cell = (role: Role): string => cleanText((mapping[role] && row[mapping[role]]) || '').trim()
  for (const [role, key] of guessKeys) {
    const raw = cell(role).replace(/\s+/g, ' ')
    const value = looksLikeHtml(raw) || /&(?:amp|quot|#\d{1,6});/.test(raw) ? plainText(raw) : raw
    if (value !== '') guesses[key] = { value, from: mapping[role]!, confidence: 'certain' }
  }
  const date = dateOf(cell('date'), order)
  if (date !== '') guesses.publishedOn = { value: date, from: mapping.date!, confidence: 'certain' }
  return guesses
}

/** The whole row as text, with the columns that have no place here. */
const rowText = (row: Row): string =>
  Object.entries(row)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')

/** @throws Unreadable `import.table_no_text` and what `openTable` throws */
export async function* readTable(file: SetFile, context: ReadContext): AsyncGenerator<ReadArticle> {
  const { rows, encoding } = await openTable(file, context)
  const source = rows[Symbol.asyncIterator]()
  const sample: { place: string; row: Row }[] = []
  for (let next = await source.next(); !next.done; next = await source.next()) {
    sample.push(next.value)
    if (sample.length >= sampleRows) break
  }
  const first = sample.map((it) => it.row)
  const columns = [...new Set(first.flatMap((it) => Object.keys(it)))]
  const mapping = chosenFields(detectFields(first), context.options, columns)
  const { text: textColumn, date } = mapping
  if (textColumn === null) {
    throw new Unreadable(
      'import.table_no_text',
      `${file.path}: no column holds texts (${columns.slice(0, 10).join(', ').slice(0, 300)}). Name the column of the text.`,
      { columns: columns.slice(0, 10).join(', ').slice(0, 300) },
    )
  }
  const order = date === null ? null : dayOrder(first.map((it) => it[date] ?? ''))
  const article = ({ place, row }: { place: string; row: Row }, number: number): ReadArticle | null => {
    const raw = cleanText(row[textColumn] ?? '')
    const text = (looksLikeHtml(raw) ? htmlText(raw).text : raw).replace(/^\s*\n/, '').trimEnd()
    if (text.trim() === '') {
      context.problem(file, place, {
        code: 'import.table_empty_row',
        message: `${file.path}, ${place}: the column "${textColumn}" is empty. The row was left out.`,
        params: { place, column: textColumn },
      })
      return null
    }
    const name = (mapping.id && row[mapping.id]) || (mapping.title && row[mapping.title]) || ''
    return {
      name: cleanText(name).replace(/\s+/g, ' ').trim().slice(0, 200) || `${file.name} ${number}`,
      text,
      guesses: guessesOf(row, mapping, order),
      warnings: encoding === 'utf-8' ? [] : encodingNotice(encoding, raw),
      encoding: 'utf-8',
      original: { bytes: Buffer.from(rowText(row), 'utf8'), mediaType: 'text/plain' },
    }
  }
  let number = 0
  for (const it of sample.splice(0)) {
    const read = article(it, ++number)
    if (read) yield read
  }
  for (let next = await source.next(); !next.done; next = await source.next()) {
    const read = article(next.value, ++number)
    if (read) yield read
  }
}

/** Text that came out with replacement characters was in another encoding than the one taken. */
const encodingNotice = (encoding: string, text: string): ReadArticle['warnings'] => {
  const count = text.split('\uFFFD').length - 1
  if (count === 0) return []
  return [
    {
      code: 'import.replacement',
      message: `${count} characters could not be read as ${encoding} (shown as \uFFFD).`,
      params: { count, encoding },
    },
  ]
}
