import { type KeyboardEvent, type ReactNode, useRef } from 'react'

interface Props<V extends string> {
  label: string
  value: V
  options: readonly { value: V; label: string; face: ReactNode }[]
  onChange(value: V): void
  className?: string
}

/** A row of small pictures of which one is chosen; each has a name. */
export function Choices<V extends string>({ label, value, options, onChange, className }: Props<V>) {
  const row = useRef<HTMLDivElement>(null)
  const press = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const at = options.findIndex((it) => it.value === value)
    const next = (at + step + options.length) % options.length
    onChange(options[next]!.value)
    row.current?.querySelectorAll<HTMLElement>('button')[next]?.focus()
  }
  return (
    <div className="ui-field">
      <span className="ui-label">
        {label}: {options.find((it) => it.value === value)?.label}
      </span>
      <div
        ref={row}
        className={`schema-choices ${className ?? ''}`}
        role="radiogroup"
        aria-label={label}
        onKeyDown={press}
      >
        {options.map((it) => (
          // biome-ignore lint/a11y/useSemanticElements: a radio whose face is a picture
          <button
            key={it.value}
            type="button"
            role="radio"
            aria-checked={it.value === value}
            aria-label={it.label}
            title={it.label}
            tabIndex={it.value === value ? 0 : -1}
            onClick={() => onChange(it.value)}
          >
            {it.face}
          </button>
        ))}
      </div>
    </div>
  )
}
