import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { classes } from '../../../ui/classes.ts'

export interface ComboOption {
  /** Unique within the list. */
  key: string
  name: ReactNode
  mark?: ReactNode
  /** Quiet facts at the right. */
  facts?: ReactNode
  /** The digit that chooses it while nothing is typed. */
  digit?: string
  disabled?: boolean
}

export interface ComboProps {
  label: string
  text: string
  onText(text: string): void
  placeholder?: string
  options: readonly ComboOption[]
  active: number
  onActive(index: number): void
  onChoose(index: number, event: { shiftKey: boolean }): void
  /** Keys before the list takes them; prevent the default to keep them. */
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  firstFocus?: boolean
  /** The list is drawn only for the field one is in. */
  listOpen?: boolean
  onFocus?: () => void
  selectOnFocus?: boolean
}

/** A field with its list below: arrows move, Enter chooses, digits choose where an option carries one. */
export function Combo({
  label,
  text,
  onText,
  placeholder,
  options,
  active,
  onActive,
  onChoose,
  onKeyDown,
  firstFocus,
  listOpen = true,
  onFocus,
  selectOnFocus,
}: ComboProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the active option is kept in view whenever it changes
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [active, options])

  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    onKeyDown?.(event)
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    const last = options.length - 1
    const to: Partial<Record<string, number>> = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      PageDown: Math.min(last, active + 6),
      PageUp: Math.max(0, active - 6),
    }
    const next = event.altKey || event.ctrlKey || event.metaKey ? undefined : to[event.key]
    const byDigit = text === '' ? options.findIndex((it) => it.digit === event.key) : -1
    if (next !== undefined && options.length > 0) onActive(next)
    else if (event.key === 'Enter' && options[active]) onChoose(active, event)
    else if (byDigit >= 0 && !event.altKey && !event.ctrlKey && !event.metaKey) onChoose(byDigit, event)
    else return
    event.preventDefault()
  }

  return (
    <>
      <input
        className="reader-combo-field"
        role="combobox"
        aria-label={label}
        aria-expanded={listOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={listOpen && options[active] ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        placeholder={placeholder}
        data-first-focus={firstFocus ? '' : undefined}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={press}
        onFocus={(event) => {
          if (selectOnFocus) event.currentTarget.select()
          onFocus?.()
        }}
      />
      {listOpen && (
        <div className="reader-combo-list" role="listbox" id={`${id}-list`} aria-label={label} ref={list}>
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
            <div
              key={option.key}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              aria-disabled={option.disabled}
              className={classes('reader-combo-option', index === active && 'reader-combo-active')}
              onPointerMove={() => index !== active && onActive(index)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={(event) => onChoose(index, event)}
            >
              <span className="reader-combo-mark">{option.mark}</span>
              <span className="reader-combo-name">{option.name}</span>
              {option.facts && <span className="reader-combo-facts">{option.facts}</span>}
              {option.digit && text === '' && <kbd>{option.digit}</kbd>}
            </div>
          ))}
        </div>
      )}
    </>
  )
}
