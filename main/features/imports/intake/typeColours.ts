import type { PaletteColour } from '../../../../shared/model/schema.ts'

/** Hues of the palette in degrees, for the nearest one to a stated colour; grey stands for all that is hardly coloured. */
const hues: readonly (readonly [PaletteColour, number])[] = [
  ['vermilion', 14],
  ['orange', 36],
  ['gold', 52],
  ['green', 130],
  ['teal', 172],
  ['sky', 200],
  ['blue', 222],
  ['purple', 275],
  ['pink', 325],
]

/** In the order in which new types without a stated colour get theirs. */
const inTurn: readonly PaletteColour[] = [
  'blue',
  'orange',
  'green',
  'purple',
  'gold',
  'sky',
  'vermilion',
  'pink',
  'teal',
  'brown',
]

/** The palette's colour nearest to `#rrggbb`; null for anything else. */
export const nearestColour = (colour: string): PaletteColour | null => {
  const found = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  if (!found) return null
  const [r, g, b] = found.slice(1).map((it) => Number.parseInt(it, 16) / 255) as [number, number, number]
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)]
  const spread = most - least
  if (spread < 0.12) return 'grey'
  const sector =
    most === r ? ((g - b) / spread + 6) % 6 : most === g ? (b - r) / spread + 2 : (r - g) / spread + 4
  const hue = sector * 60
  const away = (to: number): number => Math.min(Math.abs(hue - to), 360 - Math.abs(hue - to))
  return hues.reduce((best, it) => (away(it[1]) < away(best[1]) ? it : best))[0]
}

/** Gives the colour least used so far; of equals the first in turn. */
export const createColourGiver = (used: readonly PaletteColour[]): (() => PaletteColour) => {
  const uses = new Map<PaletteColour, number>(inTurn.map((it) => [it, 0]))
  for (const colour of used) uses.set(colour, (uses.get(colour) ?? 0) + 1)
  return () => {
    const colour = inTurn.reduce((best, it) => (uses.get(it)! < uses.get(best)! ? it : best))
    uses.set(colour, uses.get(colour)! + 1)
    return colour
  }
}
