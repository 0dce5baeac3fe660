import type { Cut, Draft } from '@shared/contract/imports.ts'
import { Scissors } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { useText } from '../../state/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { classes } from '../../ui/classes.ts'
import { addCut, type Segment, segmentsOf, toggleCut } from './cutSegments.ts'
import { reasonText } from './words.ts'

/** Characters of running text in one element; long texts are laid out only where they are looked at. */
const pieceLength = 8000

interface Props {
  draft: Draft
  onCuts(cuts: Cut[]): void
}

/** Splits a long stretch at line ends, so that the browser can skip what is out of sight. */
const pieces = (text: string, { start, end }: Segment): { start: number; text: string }[] => {
  const found: { start: number; text: string }[] = []
  for (let from = start; from < end; ) {
    const line = from + pieceLength < end ? text.indexOf('\n', from + pieceLength) : -1
    const to = line < 0 || line >= end ? end : line + 1
    found.push({ start: from, text: text.slice(from, to) })
    from = to
  }
  return found
}

/** The offset in the full text (UTF-16) of a point of the document, by the element that holds it. */
const offsetOf = (node: Node, offset: number): number | null => {
  const element = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]')
  return element ? Number(element.dataset.start) + (node instanceof Element ? 0 : offset) : null
}

/** A draft's text with the passages that will be cut, struck in place and switchable. */
export function DraftText({ draft, onCuts }: Props) {
  const t = useText()
  const [hidden, setHidden] = useState(false)
  const body = useRef<HTMLDivElement>(null)
  const { fullText, cutList } = draft
  const segments = useMemo(() => segmentsOf(fullText.length, cutList), [fullText, cutList])
  const on = cutList.filter((it) => it.on).length

  const cutSelection = () => {
    const selection = document.getSelection()
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return
    const range = selection.getRangeAt(0)
    if (!body.current?.contains(range.commonAncestorContainer)) return
    const start = offsetOf(range.startContainer, range.startOffset)
    const end = offsetOf(range.endContainer, range.endOffset)
    if (start === null || end === null || start >= end) return
    selection.removeAllRanges()
    onCuts(addCut(cutList, start, end))
  }

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key.toLowerCase() !== 'x') return
    event.preventDefault()
    cutSelection()
  }

  const setAll = (value: boolean) => onCuts(cutList.map((it) => ({ ...it, on: value })))

  return (
    <section className="import-text" aria-label={t('import.text')}>
      <div className="import-text-bar">
        <span className="import-text-count">
          {cutList.length > 0 ? t('import.cutsOn', { on, count: cutList.length }) : t('import.noCuts')}
        </span>
        {cutList.length > 0 && (
          <>
            <Button compact variant="quiet" disabled={on === cutList.length} onClick={() => setAll(true)}>
              {t('import.allOn')}
            </Button>
            <Button compact variant="quiet" disabled={on === 0} onClick={() => setAll(false)}>
              {t('import.allOff')}
            </Button>
            <Checkbox label={t('import.hideCuts')} checked={hidden} onCheckedChange={setHidden} />
          </>
        )}
        <Button
          compact
          icon={Scissors}
          shortcut="X"
          className="import-text-cut"
          title={t('import.cutHint')}
          // The press must not take the selection away before it is read.
          onMouseDown={(event) => event.preventDefault()}
          onClick={cutSelection}
        >
          {t('import.cutSelection')}
        </Button>
      </div>
      <div
        ref={body}
        className="import-body"
        lang={draft.language}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text must be scrollable by keyboard
        tabIndex={0}
        onKeyDown={press}
        role="document"
        aria-label={t('import.text')}
      >
        {segments.map((segment) => {
          if (segment.cut < 0)
            return pieces(fullText, segment).map((it) => (
              <span key={it.start} data-start={it.start} className="import-piece">
                {it.text}
              </span>
            ))
          if (segment.gone && hidden) return null
          const reason = reasonText(cutList[segment.cut]!.reason)
          const toggle = () => {
            if (document.getSelection()?.isCollapsed ?? true) onCuts(toggleCut(cutList, segment.cut))
          }
          return (
            <span
              key={segment.start}
              data-start={segment.start}
              data-reason={reason}
              className={classes('import-cut', segment.gone ? 'import-cut-on' : 'import-cut-off')}
              role="switch"
              tabIndex={0}
              aria-checked={segment.gone}
              aria-label={`${t(segment.gone ? 'import.cutIs' : 'import.cutIsNot', { reason })}. ${fullText.slice(segment.start, Math.min(segment.end, segment.start + 200)).trim()}`}
              title={t(segment.gone ? 'import.cutIs' : 'import.cutIsNot', { reason })}
              onClick={toggle}
              onKeyDown={(event) => {
                if (event.key !== ' ' && event.key !== 'Enter') return
                if (event.ctrlKey || event.metaKey) return
                event.preventDefault()
                onCuts(toggleCut(cutList, segment.cut))
              }}
            >
              {fullText.slice(segment.start, segment.end)}
            </span>
          )
        })}
      </div>
    </section>
  )
}
