import type { ExportFormatInfo } from '@shared/contract/exports.ts'
import { Search } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { textOf, useText } from '../../state/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { inGroups, matchesTyped } from './groups.ts'

interface Props {
  formats: readonly ExportFormatInfo[]
  /** The chosen one; null where a press picks instead of choosing. */
  value: string | null
  onChange(id: string): void
  /** Why a format cannot be picked now. */
  whyNot?: (format: ExportFormatInfo) => string | undefined
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }

/**
 * The formats by what they are for, with who reads them and how their offsets are counted. Letters typed anywhere in
 * it narrow it, arrows go through what is left, Escape first takes the letters back.
 */
export function FormatList({ formats, value, onChange, whyNot }: Props) {
  const t = useText()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const groups = inGroups(formats.filter((it) => matchesTyped(it, typed, (f) => textOf(f.descriptionKey))))
  const shown = groups.flatMap((it) => it.formats)
  const entry = shown.find((it) => it.id === value) ?? shown[0]
  const chooses = value !== null

  const face = (formatId: string) => list.current?.querySelector<HTMLElement>(`[data-format="${formatId}"]`)
  const goTo = (format: ExportFormatInfo | undefined) => {
    if (!format) return
    if (chooses) onChange(format.id)
    face(format.id)?.focus()
  }
  const press = (event: KeyboardEvent) => {
    const inField = event.target === field.current
    const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight'
    const step = inField && sideways ? undefined : steps[event.key]
    const focused = (document.activeElement as HTMLElement | null)?.dataset.format
    if (step) {
      event.preventDefault()
      if (inField) return goTo(step > 0 ? entry : shown.at(-1))
      const at = shown.findIndex((it) => it.id === focused)
      goTo(shown[(at + step + shown.length) % shown.length])
    } else if (event.key === 'Escape' && typed !== '') {
      event.stopPropagation()
      setTyped('')
    } else if (inField && event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      goTo(entry)
    } else if (
      !inField &&
      /^[\p{L}\p{N}]$/u.test(event.key) &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey
    ) {
      // The letter itself arrives in the field that gets the focus now.
      field.current?.focus()
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows and letters of the field and the list in it
    <div ref={list} className="export-formats" onKeyDown={press}>
      <TextField
        ref={field}
        label={t('export.findFormat')}
        hideLabel
        placeholder={t('export.findFormat')}
        icon={Search}
        clearable
        className="export-formats-find"
        value={typed}
        onValueChange={setTyped}
      />
      <div
        className="export-formats-list"
        {...{ role: chooses ? 'radiogroup' : 'group', 'aria-label': t('export.format') }}
      >
        {groups.map(({ group, formats: members }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stick its legend while its list scrolls
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <h4 id={`${id}-${group}`}>{t(`export.group.${group}`)}</h4>
            {members.map((format) => {
              const reason = whyNot?.(format)
              return (
                <button
                  key={format.id}
                  type="button"
                  {...(chooses && { role: 'radio', 'aria-checked': format.id === value })}
                  aria-disabled={reason ? true : undefined}
                  tabIndex={format === entry ? 0 : -1}
                  data-format={format.id}
                  className="export-format"
                  onClick={() => !reason && onChange(format.id)}
                >
                  <b>{format.name}</b>
                  <span className="export-format-text">{textOf(format.descriptionKey)}</span>
                  <span className="export-format-facts">
                    {reason ?? (
                      <>
                        {t(`export.unit.${format.offsetUnit ?? 'none'}`)} ·{' '}
                        {t(`export.shape.${format.shape}`)}
                      </>
                    )}
                  </span>
                </button>
              )
            })}
          </div>
        ))}
        {shown.length === 0 && (
          <div className="export-formats-none">
            <p role="status">{t('export.noFormat', { text: typed })}</p>
            <Button compact onClick={() => setTyped('')}>
              {t('export.allFormats')}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}
