import { escaped, type Figure, inner, picture, round, textAt, top, widthOf } from './svg.ts'

export interface Column {
  readonly label: string
  readonly value: number
}

export interface ColumnChart extends Omit<Figure, 'spoken'> {
  readonly columns: readonly Column[]
  /** `#rrggbb` */
  readonly colour: string
}

const height = 180

/** Room of a label below its column. */
const labelRoom = 56

const number = new Intl.NumberFormat('en')

/** A round number at or above the given one: 1, 2 or 5 times a power of ten. */
const roundUp = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)))
  return [1, 2, 5, 10].map((it) => it * power).find((it) => it >= value)!
}

/** Upright columns in the order of time, at most some hundred of them; labels where there is room. */
export const columnChart = ({ title, about, columns, colour }: ColumnChart): string => {
  const most = roundUp(Math.max(1, ...columns.map((it) => it.value)))
  const left = inner.left + Math.ceil(widthOf(number.format(most), 12)) + 8
  const step = (inner.right - left) / Math.max(1, columns.length)
  const thickness = Math.max(1, Math.min(40, step * 0.8))
  const every = Math.max(1, Math.ceil(labelRoom / step))
  const floor = top + 10 + height
  const y = (value: number): number => floor - (value / most) * height
  const ticks = most === 1 ? [0, 1] : [0, most / 2, most]

  const body = ticks
    .filter(Number.isInteger)
    .flatMap((value) => [
      `<line class="line" x1="${round(left)}" y1="${round(y(value))}" x2="${inner.right}" y2="${round(y(value))}"/>`,
      textAt(left - 6, y(value) + 4, number.format(value), { kind: 'soft', anchor: 'end' }),
    ])
  for (const [index, { label, value }] of columns.entries()) {
    const middle = left + (index + 0.5) * step
    if (value > 0)
      body.push(
        `<rect class="bar" x="${round(middle - thickness / 2)}" y="${round(y(value))}" width="${round(thickness)}" height="${round(floor - y(value))}" fill="${colour}"><title>${escaped(`${label}: ${number.format(value)}`)}</title></rect>`,
      )
    if (index % every === 0) body.push(textAt(middle, floor + 18, label, { kind: 'soft', anchor: 'middle' }))
    if (columns.length <= 15 && value > 0)
      body.push(textAt(middle, y(value) - 4, number.format(value), { kind: 'soft', anchor: 'middle' }))
  }
  if (columns.length === 0) body.push(textAt(left + 8, top + 30, 'Nothing to show.', { kind: 'soft' }))
  const spoken = `${about} ${columns.map((it) => `${it.label}: ${number.format(it.value)}`).join('; ')}.`
  return picture({ title, about, spoken }, floor + 34, body)
}
