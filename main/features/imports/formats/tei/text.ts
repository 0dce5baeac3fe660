import type { XmlElement } from '../../files/xml.ts'
import { attributesXml, endTag, startTag } from './markup.ts'

/** How white space is read: as it stands (`literal`), or runs of it as one blank and blocks as lines (`collapse`). */
export type WhiteSpace = 'literal' | 'collapse'

/** Elements that stand on lines of their own. */
const blocks = new Set(
  'front body back div div1 div2 div3 div4 div5 p head l lg ab item list sp speaker stage table row opener closer salute signed dateline byline docTitle titlePart trailer argument epigraph postscript listBibl figure'.split(
    ' ',
  ),
)

/** Names in running text. */
export const inlineNames = new Set(
  'orgName persName placeName geogName settlement country region name rs date num measure'.split(' '),
)

/** Interpretation that stands inside the text element but is none of it. */
const apart = new Set('spanGrp span interpGrp interp linkGrp link joinGrp standOff teiHeader'.split(' '))

export interface TeiText {
  /** The text as it is read. */
  readonly text: string
  /** Was anything put in or left out? */
  readonly isBuilt: boolean
  /** The string value of the text element, on which pointers count. */
  readonly raw: string
  /** Where an element stands in `raw`, half-open. */
  readonly places: ReadonlyMap<XmlElement, readonly [start: number, end: number]>
  /** A span of `raw` as a span of `text`; null where nothing of it is left. */
  span(start: number, end: number): { start: number; end: number } | null
  /** The markup with numbers for the lengths of the text between it: what is inside the text element. */
  readonly skeleton: readonly (string | number)[]
  /** Attributes of the text element. */
  readonly attributes: string
}

/** The text of an element `text`. Where two blocks would run into each other, a line end is put between them. */
export const textIn = (root: XmlElement, mode: WhiteSpace): TeiText => {
  let text = ''
  let isBuilt = false
  const raw: string[] = []
  let rawLength = 0
  /** By raw index: where the unit stands in `text`, -1 for nowhere. */
  const at: number[] = []
  const places = new Map<XmlElement, readonly [number, number]>()
  const skeleton: (string | number)[] = []
  let breakDue = false
  let blankDue = false

  const put = (unit: string): void => {
    text += unit
    const last = skeleton.length - 1
    if (typeof skeleton[last] === 'number') skeleton[last] = (skeleton[last] as number) + unit.length
    else skeleton.push(unit.length)
  }
  const isWhite = (unit: string): boolean => unit === ' ' || unit === '\n' || unit === '\t' || unit === '\r'
  const endsOpen = (): boolean => text !== '' && !isWhite(text.at(-1)!)

  const read = (piece: string): void => {
    raw.push(piece)
    rawLength += piece.length
    for (const unit of piece.split('')) {
      const white = isWhite(unit)
      if (mode === 'collapse' && white) {
        blankDue = true
        isBuilt = true
        at.push(-1)
        continue
      }
      if (breakDue && !white && endsOpen()) {
        put('\n')
        isBuilt = true
      } else if (blankDue && text !== '' && endsOpen()) put(' ')
      breakDue = false
      blankDue = false
      at.push(text.length)
      put(unit)
    }
  }
  const walk = (element: XmlElement): void => {
    const start = rawLength
    const isBlock = blocks.has(element.name)
    const isName = inlineNames.has(element.name)
    const isLine = element.name === 'lb' && element.attributes.break !== 'no'
    if (isBlock || isLine) breakDue = true
    if (element !== root && !isName) skeleton.push(startTag(element))
    for (const child of element.children) {
      if (typeof child === 'string') read(child)
      else if (!apart.has(child.name)) walk(child)
    }
    if (element !== root && !isName && element.children.length > 0) skeleton.push(endTag(element))
    if (isBlock) breakDue = true
    places.set(element, [start, rawLength])
  }
  walk(root)
  return {
    text,
    isBuilt,
    raw: raw.join(''),
    places,
    skeleton,
    attributes: attributesXml(root),
    span: (start, end) => {
      let first = Math.max(0, start)
      let last = Math.min(end, at.length) - 1
      while (first <= last && at[first] === -1) first += 1
      while (last >= first && at[last] === -1) last -= 1
      return first > last ? null : { start: at[first]!, end: at[last]! + 1 }
    },
  }
}
