import { useId } from 'react'
import { formatNumber } from '../../state/i18n.ts'

export interface Part {
  key: string
  label: string
  count: number
  /** Drawn as the part's surface: colour by class, texture by pattern. */
  className: string
  texture: 'plain' | 'stripes' | 'dots' | 'hollow' | 'back'
  onOpen(): void
}

interface Props {
  title: string
  hint: string
  parts: readonly Part[]
}

function Texture({ id, part }: { id: string; part: Part }) {
  const { texture } = part
  const size = texture === 'dots' ? 5 : 6
  return (
    <pattern
      id={id}
      width={size}
      height={size}
      patternUnits="userSpaceOnUse"
      patternTransform={texture === 'stripes' ? 'rotate(45)' : texture === 'back' ? 'rotate(-45)' : undefined}
    >
      <rect width={size} height={size} className="overview-part-ground" />
      {texture === 'plain' && <rect width={size} height={size} className="overview-part-ink" />}
      {(texture === 'stripes' || texture === 'back') && (
        <rect width={size / 2} height={size} className="overview-part-ink" />
      )}
      {texture === 'dots' && <circle cx={2.5} cy={2.5} r={1.1} className="overview-part-ink" />}
    </pattern>
  )
}

/** Parts of a whole in one bar, each told apart by colour, texture and its entry below; the entries can be pressed. */
export function StackedBar({ title, hint, parts }: Props) {
  const id = useId()
  const total = parts.reduce((sum, it) => sum + it.count, 0)
  const shown = parts.filter((it) => it.count > 0)
  let at = 0
  return (
    <>
      <svg className="overview-stack" width="100%" height="16" role="img" aria-label={title}>
        {shown.map((part) => {
          const x = (at / total) * 100
          at += part.count
          return (
            <g key={part.key} className={part.className}>
              <defs>
                <Texture id={`${id}-${part.key}`} part={part} />
              </defs>
              <rect
                x={`${x}%`}
                width={`${(part.count / total) * 100}%`}
                y={0.5}
                height={15}
                fill={`url(#${id}-${part.key})`}
                className="overview-part"
              >
                <title>{`${part.label}: ${formatNumber(part.count)}`}</title>
              </rect>
            </g>
          )
        })}
      </svg>
      <ul className="overview-legend">
        {parts.map((part) => (
          <li key={part.key}>
            <button type="button" title={hint} onClick={part.onOpen} disabled={part.count === 0}>
              <svg width="12" height="12" aria-hidden className={part.className}>
                <rect
                  x={0.5}
                  y={0.5}
                  width={11}
                  height={11}
                  rx={2}
                  fill={part.count > 0 ? `url(#${id}-${part.key})` : 'none'}
                  className="overview-part"
                />
              </svg>
              {part.label}
              <span className="overview-number">{formatNumber(part.count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
