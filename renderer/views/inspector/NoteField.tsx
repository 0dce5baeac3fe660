import { type Ref, useEffect, useRef, useState } from 'react'
import { useText } from '../../state/i18n.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { Section } from './Section.tsx'

/** Quiet time after which what was typed is kept. Every keeping is a step of the history, so not at every letter. */
const pause = 1500

/** A note that keeps itself: after a pause, on leaving it, and when something else is shown. */
export function NoteField({
  value,
  onSave,
  ref,
}: {
  value: string
  onSave(note: string): Promise<boolean>
  ref?: Ref<HTMLTextAreaElement> | undefined
}) {
  const t = useText()
  const [draft, setDraft] = useState<string | null>(null)
  const [state, setState] = useState<'idle' | 'saving' | 'saved'>('idle')
  const pending = useRef<{ draft: string | null; save: typeof onSave }>({ draft: null, save: onSave })
  pending.current = { draft: draft !== null && draft !== value ? draft : null, save: onSave }

  const keep = async () => {
    const note = pending.current.draft
    if (note === null) return
    setState('saving')
    const kept = await onSave(note)
    setState(kept ? 'saved' : 'idle')
    if (kept) setDraft((now) => (now === note ? null : now))
  }

  useEffect(() => {
    if (draft === null) return
    const timer = setTimeout(() => void latest.current(), pause)
    return () => clearTimeout(timer)
  }, [draft])
  const latest = useRef(keep)
  latest.current = keep

  useEffect(
    () => () => {
      const { draft: left, save } = pending.current
      if (left !== null) void save(left)
    },
    [],
  )

  const unsaved = pending.current.draft !== null
  return (
    <Section
      title={t('inspector.note')}
      right={
        <span role="status">
          {unsaved
            ? t(state === 'saving' ? 'inspector.saving' : 'inspector.unsaved')
            : state === 'saved'
              ? t('frame.saved')
              : ''}
        </span>
      }
    >
      <TextArea
        ref={ref}
        className="inspector-note"
        label={t('inspector.note')}
        hideLabel
        rows={2}
        placeholder={t('inspector.notePlaceholder')}
        value={draft ?? value}
        onValueChange={setDraft}
        onBlur={() => void keep()}
      />
    </Section>
  )
}
