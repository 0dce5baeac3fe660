import { cellsOf, isDocstart, isTag, type Layout } from './table.ts'
import { parseTag, type Tag } from './tags.ts'
import type { Place, Sentence } from './text.ts'

/** Columns of our own export beside token and tag; counted from 0. */
export interface OwnColumns {
  readonly start: number
  readonly end: number
  readonly entity: number
}

export interface ReadSentence extends Sentence {
  /** One list of tags a layer. */
  readonly layers: readonly (readonly Tag[])[]
  readonly entities: readonly string[]
  /** Line of each token. */
  readonly lines: readonly number[]
}

/** What a line is: the head of a document, a comment, a sentence's end, a row. */
export type Item =
  | { readonly kind: 'docstart'; readonly line: string; readonly number: number }
  | { readonly kind: 'comment'; readonly line: string }
  | { readonly kind: 'sentence'; readonly sentence: ReadSentence }

const nowhere: OwnColumns = { start: -1, end: -1, entity: -1 }

/** The columns a head of our own names; null if they are not those of the rows. */
export const ownColumns = (line: string, layout: Layout): { layout: Layout; own: OwnColumns } | null => {
  const found = /^# columns = (.+)$/.exec(line)
  const names = (found?.[1] ?? '').trim().split(/\s+/)
  const [token, tag] = [names.indexOf('token'), names.indexOf('tag')]
  if (token === -1 || tag === -1 || names.length !== layout.width) return null
  return {
    layout: { ...layout, token, tags: [tag] },
    own: {
      start: names.findIndex((it) => it.startsWith('start_')),
      end: names.findIndex((it) => it.startsWith('end_')),
      entity: names.indexOf('entity_uid'),
    },
  }
}

const placeOf = (cells: readonly string[], { start, end }: OwnColumns): Place | null => {
  const [from, to] = [cells[start] ?? '', cells[end] ?? '']
  return /^\d{1,15}$/.test(from) && /^\d{1,15}$/.test(to) ? { start: Number(from), end: Number(to) } : null
}

/** A row that starts with `#` is a comment unless it is shaped like all the others. */
const isComment = (line: string, cells: readonly string[], layout: Layout): boolean =>
  line.startsWith('#') &&
  (cells.length !== layout.width ||
    !layout.tags.every((it) => (layout.bare ? /^\S+$/.test(cells[it]!) : isTag(cells[it]))))

/** Rows put together to sentences. `damaged` is told of rows with too few cells; their token stays, without a tag. */
export function* itemsOf(
  lines: Iterable<{ readonly number: number; readonly text: string }>,
  found: Layout,
  damaged: (line: number, text: string) => void,
): Generator<Item> {
  let layout = found
  let own = nowhere
  let tokens: string[] = []
  let places: (Place | null)[] = []
  let layers: Tag[][] = []
  let entities: string[] = []
  let numbers: number[] = []
  const reset = (): void => {
    tokens = []
    places = []
    layers = layout.tags.map(() => [])
    entities = []
    numbers = []
  }
  const flush = (): Item[] => {
    if (tokens.length === 0) return []
    const sentence = { tokens, places, layers, entities, lines: numbers }
    reset()
    return [{ kind: 'sentence', sentence }]
  }
  reset()
  for (const { number, text } of lines) {
    if (text.trim() === '') {
      yield* flush()
      continue
    }
    if (isDocstart(text)) {
      yield* flush()
      yield { kind: 'docstart', line: text, number }
      continue
    }
    const cells = cellsOf(text, layout.tabs)
    if (isComment(text, cells, layout)) {
      const named = ownColumns(text, layout)
      if (named) {
        layout = named.layout
        own = named.own
        if (tokens.length === 0) reset()
      }
      yield { kind: 'comment', line: text }
      continue
    }
    // More cells than others have: blanks in the token, where blanks part the columns.
    const extra = Math.max(0, cells.length - layout.width)
    const shift = (index: number): number => (index > layout.token ? index + extra : index)
    const token = cells
      .slice(layout.token, layout.token + 1 + extra)
      .join(layout.tabs ? '\t' : ' ')
      .trim()
    // A word of our own may end in a sign that counts as white space here.
    const isOwn = own.start !== -1 && extra === 0
    const isShort = cells.length < layout.width
    if (isShort) damaged(number, text)
    const whole = isOwn ? (text.split('\t')[layout.token] ?? '') : token
    const word = isShort ? (cells[layout.token] ?? '') || cells.join(' ') : whole
    if (word === '') continue
    tokens.push(word)
    places.push(placeOf(cells, own))
    entities.push(own.entity === -1 ? '' : (cells[own.entity] ?? ''))
    numbers.push(number)
    layout.tags.forEach((index, layer) => {
      layers[layer]!.push(parseTag(isShort ? 'O' : (cells[shift(index)] ?? 'O'), layout.bare))
    })
  }
  yield* flush()
}
