import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../state/i18n.ts'
import { classes } from './classes.ts'

export interface ChipProps {
  label: string
  /** Drawn before the label. */
  mark?: ReactNode
  /** Small fact after the label, e.g. a count. */
  count?: string | undefined
  selected?: boolean | undefined
  onToggle?: (() => void) | undefined
  onRemove?: (() => void) | undefined
}

/** A small switch or a removable fact. */
export function Chip({ label, mark, count, selected = false, onToggle, onRemove }: ChipProps) {
  const t = useText()
  const face = (
    <>
      {mark}
      <span className="ui-chip-label">{label}</span>
      {count !== undefined && <span className="ui-chip-count">{count}</span>}
    </>
  )
  return (
    <span className={classes('ui-chip', selected && 'ui-chip-on')}>
      {onToggle ? (
        <button type="button" className="ui-chip-face" aria-pressed={selected} onClick={onToggle}>
          {face}
        </button>
      ) : (
        <span className="ui-chip-face">{face}</span>
      )}
      {onRemove && (
        <button
          type="button"
          className="ui-chip-remove"
          aria-label={t('frame.remove', { name: label })}
          onClick={onRemove}
        >
          <X size={12} aria-hidden />
        </button>
      )}
    </span>
  )
}
