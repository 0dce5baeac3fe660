import { type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from 'react'
import { classes } from '../../ui/classes.ts'

export interface EditableProps {
  /** Name for screen readers. */
  label: string
  value: string
  /**
   * Takes the text when it was changed: on Enter and on leaving the field. A string that comes back says why it cannot
   * be taken.
   */
  onCommit(value: string): unknown
  placeholder?: string | undefined
  className?: string | undefined
  lang?: string | undefined
  ref?: Ref<HTMLTextAreaElement> | undefined
}

/** A text that stands there like any other and can be typed into; Escape takes back what was typed. */
export function Editable({ label, value, onCommit, placeholder, className, lang, ref }: EditableProps) {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const leaving = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new value from elsewhere ends the complaint
  useEffect(() => setError(null), [value])

  const commit = () => {
    if (draft === null || draft.trim() === value) {
      setDraft(null)
      return true
    }
    const answer = onCommit(draft.trim())
    const problem = typeof answer === 'string' ? answer : null
    setError(problem)
    if (!problem) setDraft(null)
    return !problem
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (commit()) {
        leaving.current = true
        event.currentTarget.blur()
        event.currentTarget.closest<HTMLElement>('[data-panel]')?.focus()
      }
    } else if (event.key === 'Escape' && (draft !== null || error)) {
      event.preventDefault()
      event.stopPropagation()
      setDraft(null)
      setError(null)
    }
  }
  return (
    <span className={classes('inspector-editable', className)}>
      <textarea
        ref={ref}
        rows={1}
        lang={lang}
        spellCheck={false}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? id : undefined}
        placeholder={placeholder}
        value={draft ?? value}
        onChange={(event) => setDraft(event.target.value.replaceAll('\n', ' '))}
        onBlur={() => {
          if (!leaving.current) commit()
          leaving.current = false
        }}
        onKeyDown={press}
      />
      {error && (
        <span id={id} className="ui-error" role="alert">
          {error}
        </span>
      )}
    </span>
  )
}
