import type { PaletteColour } from '@shared/model/schema.ts'
import { formatNumber, useText } from '../../state/i18n.ts'
import { TypeDot } from '../../ui/TypeDot.tsx'

export interface Bar {
  key: string | number
  label: string
  count: number
  colour?: PaletteColour | undefined
  /** What a press does; a row without it is text. */
  onOpen?: (() => void) | undefined
}

interface Props {
  title: string
  /** What the rows are, for screen readers. */
  unit: string
  hint?: string | undefined
  bars: readonly Bar[]
}

/** Numbers by name with a bar each: a table to read, a chart to see. */
export function BarTable({ title, unit, hint, bars }: Props) {
  const t = useText()
  const most = Math.max(1, ...bars.map((it) => it.count))
  return (
    <table className="overview-bars">
      <caption className="ui-hidden">{title}</caption>
      <colgroup>
        <col className="overview-col-name" />
        <col />
        <col className="overview-col-number" />
      </colgroup>
      <thead className="ui-hidden">
        <tr>
          <th scope="col">{unit}</th>
          <td />
          <th scope="col">{t('overview.number')}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.key} className={bar.colour ? `ui-c-${bar.colour}` : undefined}>
            <th scope="row">
              {bar.onOpen ? (
                <button type="button" title={hint} onClick={bar.onOpen}>
                  {bar.colour && <TypeDot colour={bar.colour} />}
                  <span>{bar.label}</span>
                </button>
              ) : (
                <span className="overview-bar-name">
                  {bar.colour && <TypeDot colour={bar.colour} />}
                  <span>{bar.label}</span>
                </span>
              )}
            </th>
            <td className="overview-bar">
              <svg width="100%" height="10" aria-hidden>
                <rect width={`${(bar.count / most) * 100}%`} height="10" rx="1.5" />
              </svg>
            </td>
            <td className="overview-number">{formatNumber(bar.count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
