import type { Notice } from '../../reading/types.ts'
import { unescapeText } from './escapes.ts'
import { type Layer, readLayer } from './header.ts'

export interface Unit {
  /** `1-3` for a token, `1-3.2` for a part of it. */
  readonly id: string
  /** In the file's unit of offsets. */
  readonly begin: number
  readonly end: number
  /** Raw surface form, not escaped. */
  readonly form: string
  /** One per column of the header. */
  readonly cells: readonly string[]
  readonly line: number
}

export interface Sentence {
  /** Lines joined with LF, unescaped. */
  text: string
  readonly units: Unit[]
  readonly line: number
}

export interface Content {
  readonly layers: readonly Layer[]
  readonly sentences: readonly Sentence[]
  /** Lines `#Ligature.<kind>=<json>`. */
  readonly facts: readonly (readonly [kind: string, json: string])[]
  /** Other lines with `#`, as they stand. */
  readonly comments: readonly string[]
}

/** Second number of the version in the first line; null for other files. `WebAnno TSV 3` is 3.0. */
export const minorVersion = (firstLine: string): number | null => {
  const found = /^\uFEFF?#FORMAT\s?=\s?WebAnno TSV 3(?:\.(\d{1,3}))?\s*$/.exec(firstLine)
  return found ? Number(found[1] ?? 0) : null
}

const unitId = /^\d+-\d+(?:\.\d+)*$/
const offsets = /^(\d{1,10})-(\d{1,10})$/

/** A row's id and offsets, whatever follows. */
const rowStart = /^\d+-\d+(?:[^\d\s]\S*)?\t\d+-\d+\t/

const tabsIn = (line: string): number => line.split('\t').length - 1

type Problem = (line: number, notice: Notice) => void

const badLine = (line: number): Notice => ({
  code: 'import.tsv_line',
  message: `Line ${line} is no row of this format (number, begin-end, word and one cell per column). It was left out.`,
  params: { line },
})

const unitOf = (line: string, number: number, columns: number): Unit | null => {
  const cells = line.split('\t')
  const found = offsets.exec(cells[1] ?? '')
  if (!found || !unitId.test(cells[0]!) || cells.length < 3) return null
  const values = cells.slice(3, 3 + columns)
  while (values.length < columns) values.push('_')
  return {
    id: cells[0]!,
    begin: Number(found[1]),
    end: Number(found[2]),
    form: cells[2]!,
    cells: values,
    line: number,
  }
}

/** Rows and headers of a file of version 3; lines split at LF, a CR before it is part of the line end. */
export const readSentences = (text: string, minor: number, problem: Problem): Content => {
  const layers: Layer[] = []
  const sentences: Sentence[] = []
  const facts: [string, string][] = []
  const comments: string[] = []
  let columns = 0
  let sentence: Sentence | null = null
  let hasText = false

  const current = (line: number): Sentence => {
    if (!sentence || sentence.units.length > 0) {
      sentence = { text: '', units: [], line }
      hasText = false
      sentences.push(sentence)
    }
    return sentence
  }

  const lines = text.split('\n')
  for (let index = 1; index < lines.length; index += 1) {
    const number = index + 1
    const raw = lines[index]!
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    if (line === '') {
      if (hasText) sentence = null
      continue
    }
    if (!line.startsWith('#')) {
      // A word with a line end inside goes on in the next line: the form is not escaped.
      const pieces = [line]
      if (rowStart.test(line)) {
        for (let tabs = tabsIn(line); tabs < columns + 2; ) {
          const next = lines[index + 1]
          if (next === undefined || next === '' || next.startsWith('#') || /^\d+-\d+/.test(next)) break
          pieces.push(next)
          tabs += tabsIn(next)
          index += 1
        }
      }
      const unit = unitOf(pieces.join('\n'), number, columns)
      if (!unit) problem(number, badLine(number))
      else {
        const own: Sentence = sentence ?? current(number)
        own.units.push(unit)
      }
      continue
    }
    const layer = sentences.length === 0 ? readLayer(line) : null
    if (layer) {
      layers.push(layer)
      columns += layer.columns.length
    } else if (/^#Text\s?=/.test(line)) {
      const own = current(number)
      const piece = unescapeText(line.slice(line.indexOf('=') + 1), minor)
      own.text = hasText ? `${own.text}\n${piece}` : piece
      hasText = true
    } else if (line.startsWith('#Ligature.')) {
      const cut = line.indexOf('=')
      facts.push([line.slice('#Ligature.'.length, cut), line.slice(cut + 1)])
    } else if (line.startsWith('#Sentence.id=')) {
      current(number)
    } else comments.push(line)
  }
  return { layers, sentences, facts, comments }
}
