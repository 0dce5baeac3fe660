import { isObject, type JsonObject, type JsonValue } from '../../../../../shared/model/json.ts'
import type { MentionRow } from '../../format.ts'
import { firstWhere } from '../../support/tokens.ts'
import type { Token } from './model.ts'

/** What `# global.Entity` names. */
export const entityFields = 'eid-etype-head-other'

export interface Brackets {
  /** `Entity=` by index of the token, for its first and its last word. */
  readonly opening: ReadonlyMap<number, string>
  readonly closing: ReadonlyMap<number, string>
  /** Further MISC pairs (Bridge, SplitAnte) of the token that a mention begins at. */
  readonly misc: ReadonlyMap<number, readonly string[]>
  /** Mentions that brackets alone do not put in their exact place. */
  readonly inexact: ReadonlySet<MentionRow>
}

interface Piece {
  readonly mention: MentionRow
  readonly key: string
  /** Indices of tokens, the last one inside. */
  readonly first: number
  readonly last: number
  readonly opens: string
}

const encoded = (text: string): string =>
  text.replace(/[%,:()|\-=\s]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)

/** Fields of another order of columns stay as pairs of the last one. */
const otherOf = (number: number, fields: JsonObject): string =>
  [
    `n:${number}`,
    ...Object.entries(fields).flatMap(([name, it]) =>
      ['etype', 'entity', 'head', 'other'].includes(name) || typeof it !== 'string'
        ? []
        : [`${encoded(name)}:${encoded(it)}`],
    ),
    ...(typeof fields.other === 'string'
      ? fields.other.split(',').filter((it) => !/^n:\d+$/.test(it) && !/[-()|\s]/.test(it))
      : []),
  ].join(',')

const headOf = (fields: JsonObject, length: number): string => {
  const head = typeof fields.head === 'string' ? fields.head : ''
  return /^\d{1,4}$/.test(head) && Number(head) >= 1 && Number(head) <= length ? head : '1'
}

/** Of one entity, crossing: a closing bracket names the entity alone and would end the wrong one. */
const crossing = (pieces: readonly Piece[]): Piece[] => {
  const found: Piece[] = []
  const byKey = Map.groupBy(pieces, (it) => it.key)
  for (const same of byKey.values()) {
    same.sort((a, b) => a.first - b.first || b.last - a.last)
    same.forEach((outer, index) => {
      for (let next = index + 1; next < same.length && same[next]!.first < outer.last; next += 1) {
        const inner = same[next]!
        if (inner.first > outer.first && inner.last > outer.last) found.push(outer, inner)
      }
    })
  }
  return found
}

const append = (map: Map<number, string>, at: number, text: string): void =>
  void map.set(at, (map.get(at) ?? '') + text)

export const bracketsOf = (
  tokens: readonly Token[],
  mentions: readonly MentionRow[],
  eidOf: (mention: MentionRow, number: number) => string,
  foreignOf: (mention: MentionRow) => JsonValue | null,
): Brackets => {
  const inexact = new Set<MentionRow>()
  const misc = new Map<number, string[]>()
  const pieces: Piece[] = []
  const discontinuous = new Map<string, MentionRow[]>()

  mentions.forEach((mention, index) => {
    const places = mention.fragments.map(({ start, end }) => {
      const first = firstWhere(tokens, (it) => it.end > start)
      const last = firstWhere(tokens, (it) => it.start >= end) - 1
      return { first, last, isExact: tokens[first]?.start === start && tokens[last]?.end === end }
    })
    if (!places.every((it) => it.isExact)) inexact.add(mention)
    if (places.some((it) => it.first > it.last)) return
    const foreign = foreignOf(mention)
    const fields = isObject(foreign) && isObject(foreign.fields) ? foreign.fields : {}
    const eid = eidOf(mention, index + 1)
    if (places.length > 1) {
      const same = discontinuous.get(eid)
      if (same) same.push(mention)
      else discontinuous.set(eid, [mention])
    }
    places.forEach(({ first, last }, part) => {
      const key = places.length > 1 ? `${eid}[${part + 1}/${places.length}]` : eid
      const head = headOf(fields, places.length > 1 ? 1 : last - first + 1)
      const opens = `(${key}-${mention.type}-${head}-${otherOf(index + 1, fields)}`
      pieces.push({ mention, key, first, last, opens })
    })
    for (const name of ['Bridge', 'SplitAnte']) {
      const value = isObject(foreign) ? foreign[name] : undefined
      if (typeof value !== 'string' || /[|\t\r\n]/.test(value)) continue
      const at = places[0]!.first
      misc.set(at, [...(misc.get(at) ?? []), `${name}=${value}`])
    }
  })
  for (const { mention } of crossing(pieces)) inexact.add(mention)
  for (const same of discontinuous.values()) if (same.length > 1) for (const it of same) inexact.add(it)

  // Longer ones open first and close last, so that brackets nest.
  const opening = new Map<number, string>()
  const closing = new Map<number, string>()
  for (const it of [...pieces].sort((a, b) => a.first - b.first || b.last - a.last))
    append(opening, it.first, it.first === it.last ? `${it.opens})` : it.opens)
  for (const it of [...pieces].sort((a, b) => a.last - b.last || b.first - a.first))
    if (it.first !== it.last) append(closing, it.last, `${it.key})`)
  return { opening, closing, misc, inexact }
}
