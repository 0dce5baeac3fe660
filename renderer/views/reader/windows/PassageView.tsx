import { type Span, unionSpans } from '@shared/text/span.ts'
import { AlignLeft, ChevronsLeft, ChevronsRight, Minus, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../../../state/i18n.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import type { Adjustment } from './relationChoices.ts'

/** The passage with the two ends set in bold. */
const emphasised = (text: string, passage: Span, ends: readonly Span[]): ReactNode[] => {
  const parts: ReactNode[] = []
  let from = passage.start
  for (const { start, end } of unionSpans(ends)) {
    if (start < from || end > passage.end) continue
    parts.push(text.slice(from, start), <b key={start}>{text.slice(start, end)}</b>)
    from = end
  }
  parts.push(text.slice(from, passage.end))
  return parts
}

/** The sentence that will be kept as evidence, and the means to widen or narrow it. */
export function PassageView({
  text,
  language,
  passage,
  ends,
  onAdjust,
}: {
  text: string
  language: string
  passage: Span
  ends: readonly Span[]
  onAdjust(adjustment: Adjustment): void
}) {
  const t = useText()
  return (
    <div className="reader-passage-view">
      <blockquote lang={language}>{emphasised(text, passage, ends)}</blockquote>
      <div className="reader-passage-tools" role="toolbar" aria-label={t('reader.passage')}>
        <IconButton
          icon={ChevronsLeft}
          label={t('reader.passage.startOut')}
          shortcut="Shift+Alt+Left"
          compact
          onClick={() => onAdjust({ edge: 'start', step: 1, unit: 'word' })}
        />
        <IconButton
          icon={Minus}
          label={t('reader.passage.endIn')}
          shortcut="Alt+Left"
          compact
          onClick={() => onAdjust({ edge: 'end', step: -1, unit: 'word' })}
        />
        <IconButton
          icon={Plus}
          label={t('reader.passage.endOut')}
          shortcut="Alt+Right"
          compact
          onClick={() => onAdjust({ edge: 'end', step: 1, unit: 'word' })}
        />
        <IconButton
          icon={ChevronsRight}
          label={t('reader.passage.startIn')}
          shortcut="Shift+Alt+Right"
          compact
          onClick={() => onAdjust({ edge: 'start', step: -1, unit: 'word' })}
        />
        <IconButton
          icon={AlignLeft}
          label={t('reader.passage.sentence')}
          shortcut="Alt+Down"
          compact
          onClick={() => onAdjust({ edge: 'end', step: 1, unit: 'sentence' })}
        />
      </div>
    </div>
  )
}
