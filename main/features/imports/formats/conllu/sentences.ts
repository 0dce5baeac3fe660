import { readLines } from '../../files/lines.ts'
import type { SetFile } from '../../files/setFile.ts'
import type { Notice } from '../../reading/types.ts'

/** A line of a sentence. */
export interface Word {
  /** `range` for `3-4`, `empty` for `8.1` (it has no place in the text). */
  readonly kind: 'word' | 'range' | 'empty'
  readonly first: number
  readonly last: number
  /** By name of the column. */
  readonly cells: Readonly<Record<string, string>>
  /** MISC, in order; a key without `=` has ''. */
  readonly misc: ReadonlyMap<string, string>
  readonly line: number
}

export interface Sentence {
  /** With their `#`. */
  readonly comments: string[]
  readonly words: Word[]
  /** As they stand in the file, comments and words. */
  readonly lines: string[]
  readonly line: number
}

export const tenColumns = ['ID', 'FORM', 'LEMMA', 'UPOS', 'XPOS', 'FEATS', 'HEAD', 'DEPREL', 'DEPS', 'MISC']

/** The key and value of a comment `# key = value`; null for others. */
export const commentPair = (comment: string): readonly [key: string, value: string] | null => {
  const cut = comment.indexOf('=')
  return cut === -1 ? null : [comment.slice(1, cut).trim(), comment.slice(cut + 1).replace(/^ /, '')]
}

const miscOf = (cell: string | undefined): Map<string, string> => {
  const pairs = new Map<string, string>()
  if (cell === undefined || cell === '_' || cell === '') return pairs
  for (const part of cell.split('|')) {
    const cut = part.indexOf('=')
    pairs.set(cut === -1 ? part : part.slice(0, cut), cut === -1 ? '' : part.slice(cut + 1))
  }
  return pairs
}

const ids = /^(\d{1,7})(?:([-.])(\d{1,7}))?$/

const wordOf = (line: string, columns: readonly string[], number: number): Word | null => {
  const values = line.split('\t')
  const id = ids.exec(values[columns.indexOf('ID')] ?? '')
  if (!id || values.length < Math.min(columns.length, 2)) return null
  // Columns are named by the file: `__proto__` is a name like any other.
  const cells: Record<string, string> = Object.create(null)
  columns.forEach((name, index) => {
    cells[name] = values[index] ?? '_'
  })
  const first = Number(id[1])
  return {
    kind: id[2] === '-' ? 'range' : id[2] === '.' ? 'empty' : 'word',
    first,
    last: id[2] === '-' ? Number(id[3]) : first,
    cells,
    misc: miscOf(cells.MISC),
    line: number,
  }
}

const badLine = (line: number): Notice => ({
  code: 'import.conllu_line',
  message: `Line ${line} is no word of CoNLL-U (an id and the columns, separated by TAB). It was left out.`,
  params: { line },
})

/** The sentences of a file, one in memory at a time, with the columns the file names (CoNLL-U Plus) or the ten. */
export function* readSentences(
  file: SetFile,
  problem: (line: number, notice: Notice) => void,
): Generator<{ sentence: Sentence; columns: readonly string[] }> {
  let columns: readonly string[] = tenColumns
  let sentence: Sentence | null = null
  for (const { text, number } of readLines(file)) {
    const line = text?.endsWith('\r') ? text.slice(0, -1) : text
    if (line === '') {
      if (sentence) yield { sentence, columns }
      sentence = null
      continue
    }
    if (line === null) {
      problem(number, badLine(number))
      continue
    }
    sentence ??= { comments: [], words: [], lines: [], line: number }
    sentence.lines.push(line)
    if (line.startsWith('#')) {
      sentence.comments.push(line)
      const pair = commentPair(line)
      if (pair?.[0] === 'global.columns') columns = pair[1].trim().split(/[ \t]+/)
      continue
    }
    const word = wordOf(line, columns, number)
    if (word) sentence.words.push(word)
    else {
      sentence.lines.pop()
      problem(number, badLine(number))
    }
  }
  if (sentence) yield { sentence, columns }
}
