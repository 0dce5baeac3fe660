import { type Folded, fold, unfold } from '@shared/text/fold.ts'
import type { Span } from '@shared/text/span.ts'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useText } from '../../state/i18n.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import type { Reader } from './createReader.ts'

const mostHits = 10_000

/** Every place where a text stands, whatever its case, width or accents; whole characters, disjoint, in order. */
const findAll = (folded: Folded, wanted: string): Span[] => {
  const needle = fold(wanted).folded
  const hits: Span[] = []
  if (needle.trim() === '') return hits
  let at = folded.folded.indexOf(needle)
  while (at !== -1 && hits.length < mostHits) {
    hits.push(unfold(folded, { start: at, end: at + needle.length }))
    at = folded.folded.indexOf(needle, at + needle.length)
  }
  return hits
}

/** Finds a text in the article: as one types, Enter to the next, Shift+Enter to the one before. */
export function FindBar({ reader, onClose }: { reader: Reader; onClose: () => void }) {
  const t = useText()
  const [typed, setTyped] = useState(() => {
    const span = reader.selected()
    return span && span.end - span.start < 80 ? reader.article().text.slice(span.start, span.end) : ''
  })
  const [shown, setShown] = useState({ total: 0, at: -1 })
  const field = useRef<HTMLInputElement>(null)
  const folded = useRef<{ id: number; folded: Folded } | null>(null)

  useEffect(() => {
    field.current?.select()
    return () => reader.change({ hits: [], hit: -1 })
  }, [reader])

  useEffect(() => {
    const wait = setTimeout(() => {
      const { id, text } = reader.article()
      if (folded.current?.id !== id) folded.current = { id, folded: fold(text) }
      const hits = findAll(folded.current.folded, typed)
      const from = reader.caret()
      const next = hits.findIndex((it) => it.start >= from)
      const hit = hits.length === 0 ? -1 : Math.max(0, next)
      reader.change({ hits, hit })
      if (hits[hit]) reader.reveal(hits[hit])
      setShown({ total: hits.length, at: hit })
    }, 60)
    return () => clearTimeout(wait)
  }, [reader, typed])

  const go = (step: 1 | -1): void => {
    const { hits, hit } = reader.view()
    if (hits.length === 0) return
    const next = (hit + step + hits.length) % hits.length
    reader.change({ hit: next })
    reader.reveal(hits[next]!)
    setShown({ total: hits.length, at: next })
  }
  const leave = (): void => {
    const { hits, hit } = reader.view()
    onClose()
    if (hits[hit]) reader.setSelection(hits[hit])
    reader.focus()
  }
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') leave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <search className="reader-find">
      <input
        ref={field}
        // biome-ignore lint/a11y/noAutofocus: it was asked for by a key
        autoFocus
        aria-label={t('reader.find')}
        placeholder={t('reader.find')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={press}
      />
      <span className="reader-find-count" role="status">
        {typed.trim() === ''
          ? ''
          : shown.total === 0
            ? t('reader.notFound')
            : t('reader.hit', { place: shown.at + 1, total: shown.total })}
      </span>
      <IconButton icon={ChevronUp} label={t('reader.previousHit')} compact onClick={() => go(-1)} />
      <IconButton icon={ChevronDown} label={t('reader.nextHit')} compact onClick={() => go(1)} />
      <IconButton icon={X} label={t('reader.closeFind')} shortcut="Escape" compact onClick={leave} />
    </search>
  )
}
