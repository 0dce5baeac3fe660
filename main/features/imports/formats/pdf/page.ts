import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Piece } from './segments.ts'

/** One page as read: its characters in a frame in which most of its text runs to the right. */
export interface RawPage {
  /** Points, as turned. */
  readonly width: number
  readonly height: number
  /** Degrees the page is turned clockwise for this; 0, 90, 180 or 270. */
  readonly rotation: number
  readonly pieces: readonly Piece[]
  /** Text at another angle (marks across the page, notes at its edge), in the order of the file. */
  readonly aside: readonly string[]
}

/** More on one page is no page for people. */
const mostItems = 100_000

interface Item {
  text: string
  e: number
  f: number
  width: number
  size: number
  /** Degrees counter-clockwise, 0 … 359. */
  angle: number
  isRtl: boolean
  spaced: boolean
}

const noText = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

const clean = (text: string): string =>
  text
    .replace(noText, '')
    .replace(/[\t\n\u2028\u2029]/g, ' ')
    .toWellFormed()

const right = (degrees: number): number => {
  const angle = ((Math.round(degrees) % 360) + 360) % 360
  const quarter = Math.round(angle / 90) * 90
  return Math.abs(quarter - angle) <= 4 ? quarter % 360 : angle
}

/** The page's items. `stop` is asked between pieces of the answer and throws when the time is over. */
const itemsOf = async (page: PDFPageProxy, stop: () => void): Promise<Item[]> => {
  const items: Item[] = []
  const reader = page.streamTextContent({ includeMarkedContent: false }).getReader()
  let spaced = false
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return items
    stop()
    if (items.length > mostItems) {
      await reader.cancel(new Error('too much'))
      return items
    }
    for (const it of value.items) {
      if (it.str.trim() === '') {
        spaced = true
        continue
      }
      const [a, b, c, d, e, f] = it.transform as [number, number, number, number, number, number]
      const isVertical = value.styles[it.fontName]?.vertical === true
      const size = Math.hypot(c, d) || Math.hypot(a, b)
      if (![a, b, c, d, e, f, it.width].every(Number.isFinite) || size === 0) continue
      items.push({
        text: clean(it.str),
        e,
        f,
        width: isVertical ? it.height : it.width,
        size,
        angle: isVertical ? 270 : right((Math.atan2(b, a) * 180) / Math.PI),
        isRtl: it.dir === 'rtl',
        spaced,
      })
      spaced = it.hasEOL
    }
  }
}

const commonAngle = (items: readonly Item[]): number => {
  const votes = new Map<number, number>()
  for (const { angle, text } of items)
    if (angle % 90 === 0) votes.set(angle, (votes.get(angle) ?? 0) + text.length)
  return [...votes].reduce((best, it) => (it[1] > best[1] ? it : best), [0, 0])[0]
}

/** Reads one page. */
export const readPage = async (page: PDFPageProxy, stop: () => void): Promise<RawPage> => {
  const items = await itemsOf(page, stop)
  const unit = page.userUnit || 1
  const [x0, y0, x1, y1] = page.view as [number, number, number, number]
  const angle = items.length > 0 ? commonAngle(items) : (360 - page.rotate) % 360
  const [cos, sin] = [
    Math.round(Math.cos((angle * Math.PI) / 180)),
    Math.round(Math.sin((angle * Math.PI) / 180)),
  ]
  const along = (x: number, y: number): number => x * cos + y * sin
  const down = (x: number, y: number): number => x * sin - y * cos
  const left = Math.min(along(x0, y0), along(x1, y1))
  const top = Math.min(down(x0, y0), down(x1, y1))
  const [wide, high] = [Math.abs(x1 - x0) * unit, Math.abs(y1 - y0) * unit]
  const upright = items.filter((it) => it.angle === angle)
  return {
    width: cos === 0 ? high : wide,
    height: cos === 0 ? wide : high,
    rotation: angle,
    pieces: upright.map((it) => ({
      text: it.text,
      x: (along(it.e, it.f) - left) * unit,
      baseline: (down(it.e, it.f) - top) * unit,
      width: it.width * unit,
      size: it.size * unit,
      isRtl: it.isRtl,
      spaced: it.spaced,
    })),
    aside: items.filter((it) => it.angle !== angle).map((it) => it.text),
  }
}
