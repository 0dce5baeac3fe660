import { createXmlText } from '../../../exports/index.ts'

/*
 * Figures as SVG 1.1 text: no script, nothing fetched, the same numbers give the same bytes. They paint their own ground,
 * light or dark as the viewer likes it, so that they can be read wherever they are shown.
 */

export const width = 720

const margin = 20

/** Direction marks and overrides would turn the words around them. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

const xml = createXmlText(() => {})

export const escaped = (text: string): string => xml(text.toWellFormed().replace(turning, ''))

const style = [
  'text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;font-size:13px;fill:#1f2328}',
  '.title{font-size:16px;font-weight:600}',
  '.soft{fill:#59636e;font-size:12px}',
  '.ground{fill:#ffffff}',
  '.line{stroke:#d1d9e0;stroke-width:1}',
  '.bar{stroke:#1f2328;stroke-opacity:.35;stroke-width:1}',
  '@media (prefers-color-scheme:dark){text{fill:#f0f6fc}.soft{fill:#9aa4af}.ground{fill:#151b23}.line{stroke:#3d444d}.bar{stroke:#f0f6fc}}',
].join('')

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60\p{Extended_Pictographic}]/u
const marks = /[\p{M}\p{Default_Ignorable_Code_Point}]/u

/** Width of a sign in em, at its widest among the common fonts: too much room is better than too little. */
const signWidth = (sign: string): number => {
  if (wide.test(sign)) return 1.05
  if (marks.test(sign)) return 0
  if (/[ilIjtf.,:;'|!()[\]\s]/.test(sign)) return 0.4
  if (/[mwMW@%—…]/.test(sign)) return 1
  return /\p{Lu}/u.test(sign) ? 0.75 : 0.63
}

/** How much wider bold letters are. */
const bold = 1.12

export const widthOf = (text: string, size = 13): number =>
  Array.from(text, signWidth).reduce((sum, it) => sum + it, 0) * size

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const words = new Intl.Segmenter('und', { granularity: 'word' })

/** As much of a text as has room, with an ellipsis if it is not all. */
export const fitted = (text: string, room: number, size = 13): string => {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (widthOf(line, size) <= room) return line
  let kept = ''
  for (const { segment } of graphemes.segment(line)) {
    if (widthOf(`${kept}${segment}…`, size) > room) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** A text in at most so many lines; broken between words, within a word only where it has no room of its own. */
export const wrapped = (text: string, room: number, lines: number, size = 13): string[] => {
  const rest = text.replace(/\s+/gu, ' ').trim()
  if (lines === 1 || widthOf(rest, size) <= room) return [fitted(rest, room, size)]
  let first = ''
  for (const { segment } of words.segment(rest)) {
    if (widthOf(first + segment, size) > room) break
    first += segment
  }
  if (first.trim() === '') first = fitted(rest, room, size).slice(0, -1)
  return [first.trim(), ...wrapped(rest.slice(first.length), room, lines - 1, size)]
}

export const textAt = (
  x: number,
  y: number,
  text: string,
  { kind = '', anchor = 'start' }: { kind?: 'soft' | 'title' | ''; anchor?: 'start' | 'middle' | 'end' } = {},
): string => {
  const classes = kind === '' ? '' : ` class="${kind}"`
  return `<text x="${round(x)}" y="${round(y)}"${classes}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${escaped(text)}</text>`
}

/** Two decimals: enough for a screen, and the same on every machine. */
export const round = (value: number): string => String(Math.round(value * 100) / 100)

export interface Figure {
  readonly title: string
  /** What is drawn, in words: unit, scale, what is left out. */
  readonly about: string
  /** Everything the figure shows as a sentence, for those who do not see it. */
  readonly spoken: string
}

/** Room above the drawing, where title and explanation stand. */
export const top = 64

/** The whole picture around a drawing of a height. */
export const picture = ({ title, about, spoken }: Figure, height: number, body: readonly string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title about">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="about">${escaped(spoken)}</desc>`,
    `<style>${style}</style>`,
    `<rect class="ground" width="${width}" height="${height}"/>`,
    textAt(margin, 28, fitted(title, (width - 2 * margin) / bold, 16), { kind: 'title' }),
    textAt(margin, 48, fitted(about, width - 2 * margin, 12), { kind: 'soft' }),
    ...body,
    '</svg>',
    '',
  ].join('\n')

export const inner = { left: margin, right: width - margin, width: width - 2 * margin }
