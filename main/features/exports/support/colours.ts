import type { PaletteColour } from '../../../../shared/model/schema.ts'

/** The palette as red, green and blue for tools that draw on white; apart for colour-blind eyes (Okabe and Ito, extended). */
export const colours: Readonly<Record<PaletteColour, readonly [number, number, number]>> = {
  blue: [0, 114, 178],
  orange: [230, 159, 0],
  green: [0, 158, 115],
  purple: [117, 86, 178],
  gold: [184, 146, 10],
  sky: [86, 180, 233],
  vermilion: [213, 94, 0],
  pink: [204, 121, 167],
  teal: [10, 140, 150],
  brown: [140, 86, 50],
  grey: [120, 120, 120],
}
