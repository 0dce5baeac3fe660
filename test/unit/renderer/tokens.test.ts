import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { paletteColour } from '../../../shared/model/schema.ts'

const css = readFileSync(new URL('../../../renderer/styles/tokens.css', import.meta.url), 'utf8')
const block = (selector: string): Record<string, string> => {
  const body = css.slice(css.indexOf(selector)).match(/\{([^}]*)\}/)?.[1] ?? ''
  return Object.fromEntries(
    [...body.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{3,6});/g)].map((it) => [it[1]!, it[2]!]),
  )
}
const themes = { light: block(':root'), dark: block('[data-theme="dark"]') }

/** Relative luminance of `#rrggbb` or `#rgb` (WCAG 2.2). */
const luminance = (hex: string): number => {
  const long = hex.length === 4 ? [...hex.slice(1)].map((it) => it + it).join('') : hex.slice(1)
  const [r, g, b] = [0, 2, 4]
    .map((at) => Number.parseInt(long.slice(at, at + 2), 16) / 255)
    .map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
const contrast = (a: string, b: string): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high! + 0.05) / (low! + 0.05)
}

describe.each(Object.entries(themes))('colours, %s', (_, token) => {
  const weak = (pairs: [string, string][]): string[] =>
    pairs
      .filter(([text, ground]) => contrast(token[text]!, token[ground]!) < 4.5)
      .map(([text, ground]) => `${text} on ${ground}: ${contrast(token[text]!, token[ground]!).toFixed(2)}`)

  it('has ink and tint for every colour of the palette, readable on each other', () => {
    expect(
      weak(
        paletteColour.options.flatMap((it): [string, string][] => [
          ['--ink', `--c-${it}-tint`],
          [`--c-${it}`, `--c-${it}-tint`],
          [`--c-${it}`, '--panel'],
        ]),
      ),
    ).toEqual([])
  })

  it('keeps texts of the frame readable', () => {
    const grounds = ['--bg', '--panel', '--raised']
    const texts = ['--ink', '--soft', '--faint', '--accent', '--ok', '--warn', '--danger']
    expect(
      weak([
        ...grounds.flatMap((ground) => texts.map((text): [string, string] => [text, ground])),
        ['--ink', '--accent-bg'],
        ['--accent', '--accent-bg'],
        ['--ink', '--sel'],
        ['--ink', '--hit'],
        ['--on-accent', '--accent'],
      ]),
    ).toEqual([])
  })
})
