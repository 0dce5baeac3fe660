import { createOffsetMap } from '../../../../../shared/text/offsets.ts'
import { elementsOf, type XmlElement } from '../../files/xml.ts'
import type { TeiText } from './text.ts'

/** Longer pointers are no pointers. */
const longest = 2000

/** Pointers of a list; blanks separate them, but not inside brackets. */
export const pointersIn = (list: string | undefined): string[] => {
  const result: string[] = []
  let depth = 0
  let current = ''
  for (const unit of list ?? '') {
    if (unit === '(' || unit === '[') depth += 1
    if (unit === ')' || unit === ']') depth -= 1
    if (/\s/.test(unit) && depth <= 0) {
      if (current !== '') result.push(current)
      current = ''
    } else current += unit
  }
  if (current !== '') result.push(current)
  return result
}

const step = /^(?:[\w-]+:)?([\w.-]+|\*)(?:\[(?:(\d{1,6})|@xml:id\s*=\s*['"]([^'"]*)['"])\])?$/

/** The first element a simple path names: `/TEI/text//p[2]`, `//p[@xml:id='x']`; null for anything else. */
const byPath = (root: XmlElement, path: string): XmlElement | null => {
  const parts = path.split('/')
  let found: XmlElement[] = [{ name: '', namespace: '', attributes: {}, children: [root], line: 0 }]
  let anywhere = false
  for (const [index, part] of parts.entries()) {
    if (part === '') {
      anywhere = index > 0
      continue
    }
    const match = step.exec(part)
    if (!match) return null
    const [, name, position, id] = match
    const within = (parent: XmlElement): XmlElement[] => {
      const same = elementsOf(parent).filter((it) => name === '*' || it.name === name)
      const here =
        position !== undefined
          ? same.slice(Number(position) - 1, Number(position))
          : id !== undefined
            ? same.filter((it) => it.attributes['xml:id'] === id)
            : same
      return anywhere ? [...here, ...elementsOf(parent).flatMap(within)] : here
    }
    found = found.flatMap(within)
    anywhere = false
    if (found.length === 0) return null
  }
  return found[0] ?? null
}

/** What pointers into the text of one TEI document mean, as spans of `text.raw`. */
export const createPointers = (root: XmlElement, text: TeiText, byId: ReadonlyMap<string, XmlElement>) => {
  const maps = new Map<XmlElement, ReturnType<typeof createOffsetMap>>()
  const elementOf = (pointer: string): XmlElement | null => {
    const bare = pointer.trim().replace(/^#/, '')
    const inner = /^(?:xpath|id)\((.*)\)$/s.exec(bare)?.[1]?.replace(/^['"]|['"]$/g, '') ?? bare
    return byId.get(inner) ?? (inner.includes('/') ? byPath(root, inner) : null)
  }
  const placeOf = (pointer: string): readonly [number, number] | null => {
    const element = elementOf(pointer)
    return element ? (text.places.get(element) ?? null) : null
  }

  /** `string-range(pointer, offset, length …)`: characters (code points) of the element's string value. */
  const rangesOf = (inner: string): [number, number][] | null => {
    const parts = inner.split(',')
    const numbers: number[] = []
    while (parts.length > 1 && /^\s*\d{1,9}\s*$/.test(parts.at(-1)!)) numbers.unshift(Number(parts.pop()))
    const element = elementOf(parts.join(','))
    const place = element && text.places.get(element)
    if (!element || !place || numbers.length === 0 || numbers.length % 2 !== 0) return null
    let map = maps.get(element)
    if (!map) {
      map = createOffsetMap(text.raw.slice(place[0], place[1]))
      maps.set(element, map)
    }
    const result: [number, number][] = []
    for (let at = 0; at < numbers.length; at += 2) {
      const [from, length] = [numbers[at]!, numbers[at + 1]!]
      if (from + length > map.lengths.codepoint) return null
      result.push([place[0] + map.fromCodePoint(from), place[0] + map.fromCodePoint(from + length)])
    }
    return result
  }

  /** Spans that a list of pointers names; null where one of them names nothing. */
  const spansOf = (list: string | undefined): [number, number][] | null => {
    const result: [number, number][] = []
    for (const pointer of pointersIn(list)) {
      if (pointer.length > longest) return null
      const inner = /^#?string-range\((.*)\)$/s.exec(pointer)?.[1]
      const place = inner === undefined ? placeOf(pointer) : null
      const found =
        inner !== undefined ? rangesOf(inner) : place ? [[place[0], place[1]] as [number, number]] : null
      if (!found) return null
      result.push(...found)
    }
    return result.length > 0 ? result : null
  }
  return {
    /** `target`, or from the start of `from` to the end of `to`. */
    of: ({ attributes }: XmlElement): [number, number][] | null => {
      if (attributes.target !== undefined) return spansOf(attributes.target)
      const from = spansOf(attributes.from)
      const to = attributes.to === undefined ? from : spansOf(attributes.to)
      return from && to ? [[from[0]![0], to.at(-1)![1]]] : null
    },
  }
}
