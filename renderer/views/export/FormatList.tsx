import type { ExportFormatInfo } from '@shared/contract/exports.ts'
import { type KeyboardEvent, useRef } from 'react'
import { textOf, useText } from '../../state/i18n.ts'

interface Props {
  formats: readonly ExportFormatInfo[]
  value: string
  onChange(id: string): void
}

/** The formats with who reads them and how their offsets are counted. */
export function FormatList({ formats, value, onChange }: Props) {
  const t = useText()
  const list = useRef<HTMLDivElement>(null)

  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const at = formats.findIndex((it) => it.id === value)
    const next = formats[(at + step + formats.length) % formats.length]!
    onChange(next.id)
    list.current?.querySelector<HTMLElement>(`[data-format="${next.id}"]`)?.focus()
  }

  return (
    <div
      ref={list}
      className="export-formats"
      role="radiogroup"
      aria-label={t('export.format')}
      onKeyDown={press}
    >
      {formats.map((format) => (
        // biome-ignore lint/a11y/useSemanticElements: a radio with three lines of text inside
        <button
          key={format.id}
          type="button"
          role="radio"
          aria-checked={format.id === value}
          tabIndex={format.id === value ? 0 : -1}
          data-format={format.id}
          className="export-format"
          onClick={() => onChange(format.id)}
        >
          <b>{format.name}</b>
          <span className="export-format-text">{textOf(format.descriptionKey)}</span>
          <span className="export-format-facts">
            {t(`export.unit.${format.offsetUnit ?? 'none'}`)} · {t(`export.shape.${format.shape}`)}
          </span>
        </button>
      ))}
    </div>
  )
}
