import { type PaletteColour, paletteColour } from '@shared/model/schema.ts'

/** The tokens of styles/tokens.css a canvas needs, as `#rrggbb` colours and a font. */
export interface GraphTheme {
  readonly panel: string
  readonly raised: string
  readonly ink: string
  readonly soft: string
  readonly accent: string
  readonly sans: string
  readonly types: Readonly<Record<PaletteColour, string>>
}

/** Resolves any CSS colour to `#rrggbb`, by painting one pixel with it. */
const createResolver = (): ((colour: string) => string) => {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  return (colour) => {
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = colour
    context.fillRect(0, 0, 1, 1)
    // Hexadecimal, because Cytoscape cuts lists of colours at spaces.
    const [red, green, blue] = context.getImageData(0, 0, 1, 1).data
    return `#${[red, green, blue].map((it) => it!.toString(16).padStart(2, '0')).join('')}`
  }
}

export const readTheme = (): GraphTheme => {
  const style = getComputedStyle(document.documentElement)
  const resolve = createResolver()
  const colour = (token: string): string => resolve(style.getPropertyValue(token).trim())
  return {
    panel: colour('--panel'),
    raised: colour('--raised'),
    ink: colour('--ink'),
    soft: colour('--soft'),
    accent: colour('--accent'),
    sans: style.getPropertyValue('--sans').trim() || 'sans-serif',
    types: Object.fromEntries(paletteColour.options.map((it) => [it, colour(`--c-${it}`)])) as Record<
      PaletteColour,
      string
    >,
  }
}

export const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches
