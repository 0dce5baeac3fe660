import { stringify } from 'csv-stringify/sync'
import type { ExportSink, ExportSource } from '../../format.ts'
import { outsideIdText } from '../../support/graphAttributes.ts'

export type Cell = string | number | boolean | null

export interface Neo4jTable {
  row(...cells: Cell[]): void
  flush(): void
}

/** Rows gathered before they become text. */
const batch = 500

/**
 * A table with its header in its first row: comma, quotes doubled, LF, UTF-8 without a mark. An empty cell is a missing
 * property for the importer. NUL is taken out, which the importer refuses.
 */
export const openTable = (sink: ExportSink, name: string, columns: readonly string[]): Neo4jTable => {
  const file = sink.file(name)
  let rows: Cell[][] = [[...columns]]
  const flush = (): void => {
    if (rows.length > 0)
      file.write(
        stringify(rows, { record_delimiter: '\n', quoted_match: /[\r\n]/, cast: { boolean: String } }),
      )
    rows = []
  }
  return {
    row: (...cells) => {
      rows.push(
        cells.map((it) => {
          if (typeof it !== 'string') return it
          const text = it.replaceAll('\0', ' ').toWellFormed()
          if (text !== it) sink.lose('exports.loss.controlCharacters', text)
          return text
        }),
      )
      if (rows.length >= batch) flush()
    },
    flush,
  }
}

const delimiters = [';', '|', '¦', '§', '¶']

/** What joins members of a list: a sign that no member holds, since there is no escape; null: there is none, write JSON. */
export const findDelimiter = (source: ExportSource): string | null => {
  const left = new Set(delimiters)
  for (const { aliases, outsideIds } of source.entities()) {
    for (const text of [...aliases.flatMap((it) => [it.text, it.language]), ...outsideIds.map(outsideIdText)])
      for (const it of left) if (text.includes(it)) left.delete(it)
    if (left.size === 0) return null
  }
  return delimiters.find((it) => left.has(it))!
}

/** Upper snake case, as labels and types are customarily written. */
export const upperSnake = (key: string): string =>
  key
    .normalize('NFC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
