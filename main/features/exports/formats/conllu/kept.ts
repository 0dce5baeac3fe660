import { isObject, type JsonValue } from '../../../../../shared/model/json.ts'
import { isBlank, plainRow, type Row, type Sentence, type Token } from './model.ts'

const columns = ['ID', 'FORM', 'LEMMA', 'UPOS', 'XPOS', 'FEATS', 'HEAD', 'DEPREL', 'DEPS', 'MISC']
const ownMisc = /^(Entity|SpaceAfter|SpacesAfter|SpacesBefore)(=|$)/
const ownComment = /^#\s*(newdoc\b|global\.|text\s*=)/
const nothing = new Set(['_', '*', ''])

/** Columns of CoNLL-U Plus that are none of the ten go into MISC. */
const rowOf = (line: string, names: readonly string[]): Row => {
  const values = line.split('\t')
  const cell = (name: string): string => values[names.indexOf(name)] || '_'
  const others = names.flatMap((name, index) =>
    columns.includes(name) || nothing.has(values[index] ?? '_')
      ? []
      : [`${name}=${values[index]!.replaceAll('|', '\\p')}`],
  )
  const misc = cell('MISC')
    .split('|')
    .filter((it) => it !== '_' && !ownMisc.test(it))
  return { cells: columns.slice(0, 9).map(cell), misc: [...misc, ...others] }
}

const cutInside = (cuts: ReadonlySet<number>, { start, end }: Token): boolean => {
  for (let at = start + 1; at < end; at += 1) if (cuts.has(at)) return true
  return false
}

/** A sentence whose words are cut: ids change, so what refers to them and what was said of the cut ones goes. */
const cutUp = (text: string, sentence: Sentence, cuts: ReadonlySet<number>): Sentence => {
  const tokens: Token[] = []
  const add = (start: number, end: number, row: Row | null): void => {
    const id = tokens.length + 1
    const plain = plainRow(id, text.slice(start, end))
    const cells = row ? [String(id), ...row.cells.slice(1, 6), '_', '_', '_'] : plain.cells
    tokens.push({ start, end, rows: [{ cells, misc: row?.misc ?? [] }], trailing: [] })
  }
  for (const token of sentence.tokens) {
    let from = token.start
    for (let at = from + 1; at < token.end; at += 1) {
      if (!cuts.has(at)) continue
      add(from, at, null)
      from = at
    }
    add(from, token.end, from === token.start && token.rows.length === 1 ? token.rows[0]! : null)
  }
  return { comments: sentence.comments, leading: [], tokens }
}

const sentenceOf = (
  lines: readonly string[],
  names: readonly string[],
  text: string,
  from: number,
): Sentence | null => {
  const comments: string[] = []
  const leading: Row[] = []
  const tokens: { start: number; end: number; rows: Row[]; trailing: Row[] }[] = []
  let at = from
  let covered = 0
  for (const line of lines) {
    if (line.startsWith('#')) {
      if (!ownComment.test(line)) comments.push(line)
      continue
    }
    const row = rowOf(line, names)
    const [first, separator, last] = row.cells[0]!.split(/([-.])/)
    const open = tokens.at(-1)
    if (separator === '.') (open ? open.trailing : leading).push(row)
    else if (separator === undefined && Number(first) <= covered) open!.rows.push(row)
    else {
      while (isBlank(text[at])) at += 1
      const form = row.cells[1]!
      if (!text.startsWith(form, at)) return null
      tokens.push({ start: at, end: at + form.length, rows: [row], trailing: [] })
      at += form.length
      if (separator === '-') covered = Number(last)
    }
  }
  return tokens.length === 0 ? null : { comments, leading, tokens }
}

/**
 * Sentences and columns that the article's file once had, laid over its text; null where there are none or they do not
 * fit any more. A sentence in which a cut falls inside a word is cut there.
 */
export const keptSentences = (
  foreign: JsonValue | null,
  text: string,
  cuts: ReadonlySet<number>,
): Sentence[] | null => {
  if (!isObject(foreign) || !Array.isArray(foreign.sentences)) return null
  const names = Array.isArray(foreign.columns) ? foreign.columns.map(String) : columns
  const result: Sentence[] = []
  let at = 0
  for (const lines of foreign.sentences) {
    if (
      !Array.isArray(lines) ||
      !lines.every((it): it is string => typeof it === 'string' && !/[\r\n]/.test(it))
    )
      return null
    if (lines.every((it) => it.startsWith('#'))) continue
    const sentence = sentenceOf(lines, names, text, at)
    if (!sentence) return null
    at = sentence.tokens.at(-1)!.end
    result.push(sentence.tokens.some((it) => cutInside(cuts, it)) ? cutUp(text, sentence, cuts) : sentence)
  }
  while (isBlank(text[at])) at += 1
  return at === text.length ? result : null
}
