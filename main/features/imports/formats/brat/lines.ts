/*
 * Lines of a standoff file: `ID TAB data [TAB tail]`, the first letter of the ID says the kind. Source: brat standoff
 * format and what the brat server writes (two TABs before the name of a normalisation, a TAB at the end of relations,
 * a blank at the end of events without arguments).
 */

/** Unicode code points, half-open, as written. */
export interface BratSpan {
  readonly start: number
  readonly end: number
}

export interface BratArgument {
  readonly role: string
  readonly id: string
}

export type BratLine =
  | {
      readonly kind: 'span'
      readonly id: string
      readonly type: string
      readonly spans: readonly BratSpan[]
      /** The covered text as the file states it; '' where it does not. */
      readonly tail: string
    }
  | {
      readonly kind: 'relation'
      readonly id: string
      readonly type: string
      readonly args: readonly [BratArgument, BratArgument]
    }
  | {
      readonly kind: 'event'
      readonly id: string
      readonly type: string
      readonly trigger: string
      readonly args: readonly BratArgument[]
    }
  | {
      readonly kind: 'attribute'
      readonly id: string
      readonly name: string
      readonly target: string
      readonly value: string
    }
  | {
      readonly kind: 'normalisation'
      readonly id: string
      readonly type: string
      readonly target: string
      readonly scheme: string
      readonly value: string
      readonly name: string
    }
  | {
      readonly kind: 'note'
      readonly id: string
      readonly type: string
      readonly target: string
      readonly text: string
    }
  | { readonly kind: 'equivalence'; readonly type: string; readonly ids: readonly string[] }

const words = (data: string): string[] => data.split(/\s+/).filter((it) => it !== '')

const argumentOf = (word: string): BratArgument | null => {
  const at = word.indexOf(':')
  return at > 0 && at < word.length - 1 ? { role: word.slice(0, at), id: word.slice(at + 1) } : null
}

const allArguments = (list: readonly string[]): BratArgument[] | null => {
  const args = list.map(argumentOf)
  return args.every((it) => it !== null) ? (args as BratArgument[]) : null
}

const spansOf = (data: string): BratSpan[] | null => {
  const spans: BratSpan[] = []
  for (const piece of data.split(';')) {
    const numbers = words(piece)
    if (numbers.length !== 2 || !numbers.every((it) => /^\d{1,15}$/.test(it))) return null
    const [start, end] = numbers.map(Number) as [number, number]
    if (start > end) return null
    spans.push({ start, end })
  }
  return spans
}

const span = (id: string, data: string, tail: string): BratLine | null => {
  const found = /^\s*(\S+)\s+(\d.*)$/.exec(data)
  const spans = found && spansOf(found[2]!)
  return spans ? { kind: 'span', id, type: found[1]!, spans, tail } : null
}

const relation = (id: string, data: string, tail: string): BratLine | null => {
  const [type, ...rest] = words(`${data} ${tail}`)
  const args = allArguments(rest)
  if (!type || args?.length !== 2) return null
  const [a, b] = args as [BratArgument, BratArgument]
  // The roles say the direction, not the order in which they stand.
  return { kind: 'relation', id, type, args: a.role === 'Arg2' && b.role === 'Arg1' ? [b, a] : [a, b] }
}

const event = (id: string, data: string, tail: string): BratLine | null => {
  const args = allArguments(words(`${data} ${tail}`))
  if (!args || args.length === 0) return null
  const [head, ...rest] = args
  return { kind: 'event', id, type: head!.role, trigger: head!.id, args: rest }
}

const attribute = (id: string, data: string, tail: string): BratLine | null => {
  const [name, target, ...value] = words(`${data} ${tail}`)
  return name && target ? { kind: 'attribute', id, name, target, value: value.join(' ') } : null
}

const normalisation = (id: string, data: string, tail: string): BratLine | null => {
  const [type, target, ...rest] = words(data)
  // Two words where brat writes one: the readable text stands behind a blank in some files.
  const reference = argumentOf(rest[0] ?? '')
  if (!type || !target || !reference) return null
  const name = (tail.trim() || rest.slice(1).join(' ')).trim()
  return { kind: 'normalisation', id, type, target, scheme: reference.role, value: reference.id, name }
}

const note = (id: string, data: string, tail: string): BratLine | null => {
  const [type, target, ...rest] = words(data)
  return type && target && rest.length === 0 ? { kind: 'note', id, type, target, text: tail } : null
}

const readers: Readonly<Record<string, (id: string, data: string, tail: string) => BratLine | null>> = {
  T: span,
  R: relation,
  E: event,
  A: attribute,
  M: attribute,
  N: normalisation,
  '#': note,
}

/** One line without its line end; null for a line that is none of the format's. */
export const parseLine = (line: string): BratLine | null => {
  const [first, second] = [line.indexOf('\t'), line.indexOf('\t', line.indexOf('\t') + 1)]
  if (first === -1) return null
  const id = line.slice(0, first).trim()
  const data = second === -1 ? line.slice(first + 1) : line.slice(first + 1, second)
  const tail = second === -1 ? '' : line.slice(second + 1)
  if (id === '*') {
    const [type, ...ids] = words(`${data} ${tail}`)
    return type && ids.length > 1 ? { kind: 'equivalence', type, ids } : null
  }
  if (!/^[TREAMN#][^\s:\d]*\d[^\s:]*$/.test(id)) return null
  return readers[id[0]!]!(id, data, tail)
}
