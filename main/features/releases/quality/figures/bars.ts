import { escaped, type Figure, inner, picture, round, textAt, top, widthOf, wrapped } from './svg.ts'

export interface Bar {
  readonly label: string
  readonly value: number
  /** `#rrggbb` */
  readonly colour: string
  /** Stands behind the value. */
  readonly note?: string
  /** What the length of the bar is measured by, if not by the value. */
  readonly size?: number
}

export interface BarChart extends Omit<Figure, 'spoken'> {
  readonly bars: readonly Bar[]
  /** `log`: lengths grow with the logarithm of value + 1, so that one and a million can be told apart. */
  readonly scale?: 'linear' | 'log'
}

/** Bars drawn; of the others their sum. */
const mostBars = 40

const [thickness, gap, lineHeight] = [18, 10, 16]

const number = new Intl.NumberFormat('en')

const cut = (bars: readonly Bar[]): readonly Bar[] => {
  if (bars.length <= mostBars) return bars
  const rest = bars.slice(mostBars - 1)
  const value = rest.reduce((sum, it) => sum + it.value, 0)
  return [...bars.slice(0, mostBars - 1), { label: `${rest.length} others`, value, colour: '#787878' }]
}

/**
 * Horizontal bars, each with its name before it and its number behind it: nothing is told by colour alone. Names take up to
 * two lines and 40 % of the width; what does not fit ends with an ellipsis and stands whole in the bar's `title`.
 */
export const barChart = ({ title, about, bars, scale = 'linear' }: BarChart): string => {
  const shown = cut(bars)
  const labelRoom = Math.min(
    inner.width * 0.4,
    Math.max(40, ...shown.map((it) => Math.ceil(widthOf(it.label)) + 4)),
  )
  const told = (it: Bar): string => `${number.format(it.value)}${it.note ? ` ${it.note}` : ''}`
  const valueRoom = Math.max(30, ...shown.map((it) => Math.ceil(widthOf(told(it))) + 8))
  const left = inner.left + labelRoom + 10
  const room = Math.max(20, inner.right - left - valueRoom)
  const measure = ({ value, size = value }: Bar): number => (scale === 'log' ? Math.log10(size + 1) : size)
  const most = Math.max(...shown.map(measure), 0)

  let y = top
  const body: string[] = []
  for (const it of shown) {
    const lines = wrapped(it.label, labelRoom, 2)
    const height = Math.max(thickness, lines.length * lineHeight)
    const middle = y + height / 2
    const length = most === 0 ? 0 : (measure(it) / most) * room
    const first = middle - ((lines.length - 1) * lineHeight) / 2 + 4.5
    body.push(
      `<g><title>${escaped(`${it.label}: ${told(it)}`)}</title>`,
      ...lines.map((line, at) => textAt(left - 10, first + at * lineHeight, line, { anchor: 'end' })),
      ...(it.value > 0
        ? [
            `<rect class="bar" x="${round(left)}" y="${round(middle - thickness / 2)}" width="${round(Math.max(1, length))}" height="${thickness}" rx="2" fill="${it.colour}"/>`,
          ]
        : []),
      textAt(left + length + 6, middle + 4.5, told(it)),
      '</g>',
    )
    y += height + gap
  }
  body.push(
    `<line class="line" x1="${round(left)}" y1="${top - 4}" x2="${round(left)}" y2="${round(y - gap + 4)}"/>`,
  )
  if (shown.length === 0) body.push(textAt(inner.left, top + 12, 'Nothing to show.', { kind: 'soft' }))
  const height = Math.ceil(Math.max(y, top + 24) + 10)
  const spoken = `${about} ${shown.map((it) => `${it.label}: ${told(it)}`).join('; ')}.`
  return picture({ title, about, spoken }, height, body)
}
