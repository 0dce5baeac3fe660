import { type KeyboardEvent, useState } from 'react'
import { formatDate, formatNumber, useText } from '../../state/i18n.ts'
import { type Bucket, labelled } from './buckets.ts'

interface Props {
  title: string
  unit: string
  buckets: readonly Bucket[]
  hint?: string | undefined
  onOpen?: ((key: string) => void) | undefined
}

const height = 72
const labelHeight = 16
const topSpace = 12

/** Counts along time: bars in a picture, the same numbers as a table for screen readers. */
export function Histogram({ title, unit, buckets, hint, onOpen }: Props) {
  const t = useText()
  // Bucket under the keyboard; -1 while the keyboard is elsewhere.
  const [active, setActive] = useState(-1)
  const most = Math.max(1, ...buckets.map((it) => it.count))
  const width = 100 / Math.max(buckets.length, 12)
  const labels = new Set(
    labelled(buckets.length, Math.max(2, Math.min(5, Math.floor(buckets.length / 2) || 2))),
  )
  const summary = t('overview.histogram', {
    title,
    from: formatDate(buckets[0]?.key ?? ''),
    to: formatDate(buckets.at(-1)?.key ?? ''),
    max: most,
  })
  const peak = buckets.findIndex((it) => it.count === most)
  const base = topSpace + height

  const press = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const chosen = buckets[active]
    if (step) setActive(Math.max(0, Math.min(buckets.length - 1, active + step)))
    else if (event.key === 'Enter' && chosen && chosen.count > 0) onOpen?.(chosen.key)
    else return
    event.preventDefault()
  }
  const told = buckets[active]

  return (
    <figure
      className="overview-histogram"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk along the bars, Enter opens one
      tabIndex={0}
      aria-label={summary}
      onKeyDown={press}
      onFocus={() => setActive((it) => Math.max(0, it))}
      onBlur={() => setActive(-1)}
    >
      <svg width="100%" height={base + labelHeight} role="img" aria-label={summary}>
        <line x1="0" x2="100%" y1={base + 0.5} y2={base + 0.5} className="overview-axis" />
        {buckets.map((it, index) => {
          const tall = it.count === 0 ? 0 : Math.max(2, (it.count / most) * height)
          const x = `${index * width}%`
          const anchor =
            index === 0 ? 'start' : index === buckets.length - 1 && buckets.length >= 12 ? 'end' : 'middle'
          const labelX =
            anchor === 'start'
              ? index * width
              : anchor === 'end'
                ? (index + 1) * width
                : (index + 0.5) * width
          return (
            <g
              key={it.key}
              className={index === active ? 'overview-bucket overview-bucket-active' : 'overview-bucket'}
            >
              {/* biome-ignore lint/a11y/noStaticElementInteractions: the figure does the same by keyboard */}
              <rect
                x={x}
                y={topSpace}
                width={`${width}%`}
                height={height}
                className="overview-bucket-place"
                onClick={() => onOpen && it.count > 0 && onOpen(it.key)}
              >
                <title>{`${formatDate(it.key)}: ${formatNumber(it.count)}${onOpen && hint ? `\n${hint}` : ''}`}</title>
              </rect>
              <rect
                x={`${index * width + width * 0.12}%`}
                y={base - tall}
                width={`${width * 0.76}%`}
                height={tall}
                rx="1"
                className="overview-bucket-bar"
              />
              {labels.has(index) && (
                <text
                  x={`${labelX}%`}
                  y={base + 13}
                  textAnchor={anchor}
                  className={index === 0 || index === buckets.length - 1 ? undefined : 'overview-tick'}
                >
                  {formatDate(it.key)}
                </text>
              )}
              {index === peak && (
                <text x={`${(index + 0.5) * width}%`} y={base - tall - 3} textAnchor="middle">
                  {formatNumber(it.count)}
                </text>
              )}
            </g>
          )
        })}
      </svg>
      <figcaption className="overview-told" aria-live="polite">
        {told && `${formatDate(told.key)}: ${formatNumber(told.count)}`}
      </figcaption>
      <table className="ui-hidden">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{unit}</th>
            <th scope="col">{t('overview.number')}</th>
          </tr>
        </thead>
        <tbody>
          {buckets
            .filter((it) => it.count > 0)
            .map((it) => (
              <tr key={it.key}>
                <th scope="row">{formatDate(it.key)}</th>
                <td>{formatNumber(it.count)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </figure>
  )
}
