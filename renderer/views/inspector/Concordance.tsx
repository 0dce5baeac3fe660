import type { MentionInContext } from '@shared/model/mention.ts'
import { useCallback, useState } from 'react'
import { useAnswer } from '../../api/queries.ts'
import { formatDate, useText } from '../../state/i18n.ts'
import { useSelection } from '../../state/selection.ts'
import { FailedState } from '../../ui/FailedState.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { Section } from './Section.tsx'

const pageSize = 100
const rowHeight = 24
const mostRows = 14

/** All mentions of an entity in their surroundings, the names one below the other. */
export function Concordance({ entityId }: { entityId: number }) {
  const t = useText()
  const [active, setActive] = useState(-1)
  const [range, setRange] = useState({ first: 0, last: 0 })
  const onRange = useCallback((first: number, last: number) => setRange({ first, last }), [])
  // What is in view spans two pages at most.
  const page = (index: number) => Math.floor(index / pageSize) * pageSize
  const head = useAnswer(
    'mentions.ofEntity',
    { entityId, offset: page(range.first), limit: pageSize },
    { keepPrevious: true },
  )
  const tail = useAnswer(
    'mentions.ofEntity',
    { entityId, offset: page(range.last), limit: pageSize },
    { keepPrevious: true },
  )
  if (head.error) return <FailedState error={head.error} onRetry={() => void head.refetch()} />
  const total = head.data?.total ?? 0

  const rowAt = (index: number): MentionInContext | undefined => {
    const answer = page(index) === page(range.first) ? head : tail
    return answer.isPlaceholderData ? undefined : answer.data?.rows[index - page(index)]
  }
  const stand = (index: number) => {
    setActive(index)
    const row = rowAt(index)
    if (!row) return
    const selection = useSelection.getState()
    selection.standOn(row.articleId, row.start, row.start + row.quote.length)
    selection.selectMention(row.id, entityId)
  }
  return (
    <Section title={t('inspector.mentions')} right={total > 0 && t('inspector.openHint')}>
      {total === 0 ? (
        head.data && <p className="inspector-none">{t('inspector.noMentions')}</p>
      ) : (
        <div className="inspector-kwic" style={{ height: Math.min(total, mostRows) * rowHeight }}>
          <VirtualList
            label={t('inspector.mentions')}
            count={total}
            rowHeight={rowHeight}
            activeIndex={active}
            onActiveIndexChange={(index, { mouse }) => (mouse ? stand(index) : setActive(index))}
            onOpen={stand}
            onRange={onRange}
            renderRow={(index) => {
              const row = rowAt(index)
              return row ? <Line row={row} /> : <div className="inspector-line" />
            }}
          />
        </div>
      )}
    </Section>
  )
}

function Line({ row }: { row: MentionInContext }) {
  const where = [row.articleTitle, formatDate(row.publishedOn)].filter(Boolean).join(' · ')
  return (
    <div className="inspector-line" title={where}>
      <span className="inspector-language">{row.language}</span>
      <span className="inspector-before" lang={row.language || undefined}>
        <span>{row.before}</span>
      </span>
      <span className="inspector-after" lang={row.language || undefined}>
        <b>{row.quote}</b>
        {row.after}
      </span>
      <span className="ui-hidden">{where}</span>
    </div>
  )
}
