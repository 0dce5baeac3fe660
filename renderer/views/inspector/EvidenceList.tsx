import type { Evidence, Relation } from '@shared/model/relation.ts'
import type { PaletteColour } from '@shared/model/schema.ts'
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { collator, formatDate, useText } from '../../state/i18n.ts'
import { useSelection } from '../../state/selection.ts'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select } from '../../ui/Select.tsx'
import { removeEvidence } from './doing.ts'
import { emphasise } from './emphasis.ts'
import { Section } from './Section.tsx'

const orders = ['newest', 'oldest', 'title', 'made'] as const
type Order = (typeof orders)[number]

/** Evidence in an order; undated articles come last, equals stand by their place in the text. */
export const orderEvidence = (
  evidence: readonly Evidence[],
  order: Order,
  compare: (a: string, b: string) => number,
): Evidence[] => {
  const byDate = (a: Evidence, b: Evidence, direction: 1 | -1): number =>
    Number(a.publishedOn === '') - Number(b.publishedOn === '') ||
    direction * (a.publishedOn < b.publishedOn ? -1 : a.publishedOn > b.publishedOn ? 1 : 0)
  const rules: Record<Order, (a: Evidence, b: Evidence) => number> = {
    newest: (a, b) => byDate(a, b, -1),
    oldest: (a, b) => byDate(a, b, 1),
    title: (a, b) => compare(a.articleTitle, b.articleTitle),
    made: (a, b) => a.id - b.id,
  }
  return evidence.toSorted((a, b) => rules[order](a, b) || a.articleId - b.articleId || a.start - b.start)
}

/** Every passage that proves a relation; a press stands on it in the text. */
export function EvidenceList({ relation, colour }: { relation: Relation; colour: PaletteColour }) {
  const t = useText()
  const [order, setOrder] = useState<Order>('newest')
  const chosen = useSelection((it) => it.evidenceId)
  const evidence = orderEvidence(relation.evidence, order, collator().compare)
  return (
    <Section
      title={t('inspector.evidence')}
      right={
        evidence.length > 1 && (
          <Select
            quiet
            hideLabel
            label={t('inspector.order')}
            value={order}
            onValueChange={(next) => setOrder(next)}
            options={orders.map((value: Order) => ({ value, label: t(`inspector.order.${value}`) }))}
          />
        )
      }
    >
      {evidence.length === 0 && <p className="inspector-none">{t('inspector.noEvidence')}</p>}
      <ul className={`inspector-evidence ui-c-${colour}`}>
        {evidence.map((it) => (
          <Passage key={it.id} evidence={it} chosen={it.id === chosen} />
        ))}
      </ul>
    </Section>
  )
}

function Passage({ evidence, chosen }: { evidence: Evidence; chosen: boolean }) {
  const t = useText()
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (chosen) item.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const stand = () => {
    const selection = useSelection.getState()
    selection.selectRelation(evidence.relationId, evidence.id)
    selection.standOn(evidence.articleId, evidence.start, evidence.end)
  }
  let at = 0
  return (
    <li ref={item} className={classes('inspector-passage', chosen && 'inspector-passage-on')}>
      <button type="button" aria-current={chosen || undefined} onClick={stand}>
        <span className="inspector-passage-text" lang={evidence.language || undefined}>
          {emphasise(evidence.quote, evidence.sourceSpans, evidence.targetSpans).map((piece) => {
            at += piece.text.length
            return piece.end ? <b key={at}>{piece.text}</b> : <span key={at}>{piece.text}</span>
          })}
        </span>
        <small>
          {[
            evidence.language,
            evidence.articleTitle,
            formatDate(evidence.publishedOn),
            t('inspector.paragraph', { number: evidence.paragraph }),
            t(`inspector.how.${evidence.provenance.madeHow}`),
            evidence.provenance.madeBy,
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
        {evidence.note && <small className="inspector-passage-note">{evidence.note}</small>}
      </button>
      <IconButton
        compact
        icon={X}
        label={t('inspector.removeEvidence')}
        onClick={() => void removeEvidence(evidence.id)}
      />
    </li>
  )
}
