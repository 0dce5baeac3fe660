import type { PaletteColour } from '../../../../shared/model/schema.ts'
import { colours } from './colours.ts'

/** A colour of the palette as `#rrggbb`. */
export const colourOf = (colour: PaletteColour): string =>
  `#${colours[colour].map((it) => it.toString(16).padStart(2, '0')).join('')}`
