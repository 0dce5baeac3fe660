import './history.css'
import type { Step } from '@shared/contract/history.ts'
import { ChevronDown, ChevronRight, CornerUpLeft, CornerUpRight, History } from 'lucide-react'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../api/client.ts'
import { formatMoment, language, useText } from '../../state/i18n.ts'
import { showFailure } from '../../state/notices.ts'
import { stepText } from '../../state/stepText.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { VirtualList, type VirtualListHandle } from '../../ui/VirtualList.tsx'
import { relativeTime } from './relativeTime.ts'
import { StepChanges, shownChanges } from './StepChanges.tsx'
import { useSteps } from './useSteps.ts'

const rowHeight = 44
const changeHeight = 22

/** Draws again once a minute, so that "2 min ago" stays true. */
const useMinute = (): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** Every step of the project, newest first; any of them can be gone back or forward to. */
export function HistoryPanel() {
  const t = useText()
  const { steps, isPending, isError, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useSteps()
  const [active, setActive] = useState(0)
  const [expanded, setExpanded] = useState<number | null>(null)
  const list = useRef<VirtualListHandle>(null)
  const now = useMinute()

  // The last row is the beginning, which no step made.
  const count = steps.length + (hasNextPage ? 0 : 1)
  const current = steps.findIndex((it) => it.state === 'done')
  const here = current < 0 ? steps.length : current

  const heightOf = useCallback(
    (index: number) => {
      const step = steps[index]
      if (!step || step.seq !== expanded) return rowHeight
      const lines = Math.min(step.changes, shownChanges) + (step.changes > shownChanges ? 1 : 0)
      return rowHeight + Math.max(1, lines) * changeHeight + 10
    },
    [steps, expanded],
  )

  const goTo = (index: number) => {
    if (index === here) return
    call('history.goTo', { seq: steps[index]?.seq ?? 0 }).catch(showFailure)
  }
  const loadMore = useCallback(
    (_first: number, last: number) => {
      if (hasNextPage && !isFetchingNextPage && last >= steps.length - 20) void fetchNextPage()
    },
    [hasNextPage, isFetchingNextPage, fetchNextPage, steps.length],
  )
  const expand = (index: number, on: boolean) => {
    const seq = steps[index]?.seq
    if (seq !== undefined) setExpanded(on ? seq : null)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
    event.preventDefault()
    expand(active, event.key === 'ArrowRight')
  }

  const travel = (index: number) =>
    index === active &&
    index !== here && (
      <Button
        compact
        className="history-go"
        icon={index < here ? CornerUpRight : CornerUpLeft}
        onClick={(event) => {
          event.stopPropagation()
          goTo(index)
        }}
      >
        {t(index < here ? 'history.goForward' : 'history.goBack')}
      </Button>
    )

  const renderStep = (step: Step, index: number) => (
    <div
      className={classes('history-row', index < here && 'history-undone', index === here && 'history-here')}
    >
      <div className="history-line">
        <span className="history-mark" aria-hidden />
        <span className="history-text" title={stepText(step, t)}>
          {stepText(step, t)}
        </span>
        {travel(index)}
        <IconButton
          compact
          icon={expanded === step.seq ? ChevronDown : ChevronRight}
          label={t(expanded === step.seq ? 'history.hideChanges' : 'history.showChanges')}
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation()
            setActive(index)
            expand(index, expanded !== step.seq)
          }}
        />
      </div>
      <div className="history-facts">
        <time dateTime={step.madeAt} title={formatMoment(step.madeAt)}>
          {relativeTime(step.madeAt, now, language())}
        </time>
        <span className="history-who">{step.madeBy}</span>
        <span>{t('history.changes', { count: step.changes })}</span>
        {index < here && <span>{t('history.undone')}</span>}
        {index === here && <b title={t('history.nowHere')}>{t('history.now')}</b>}
      </div>
      {expanded === step.seq && <StepChanges seq={step.seq} total={step.changes} />}
    </div>
  )

  const renderRow = (index: number) => {
    const step = steps[index]
    if (step) return renderStep(step, index)
    return (
      <div className={classes('history-row', 'history-start', index === here && 'history-here')}>
        <div className="history-line">
          <span className="history-mark" aria-hidden />
          <span className="history-text">{t('history.beginning')}</span>
          {travel(index)}
        </div>
        {index === here && (
          <div className="history-facts">
            <b title={t('history.nowHere')}>{t('history.now')}</b>
          </div>
        )}
      </div>
    )
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the panel hands its focus to its list
    <div
      className="history"
      data-panel="history"
      tabIndex={-1}
      onFocus={(event) => event.target === event.currentTarget && list.current?.focus()}
    >
      {isPending ? (
        <Skeleton lines={6} />
      ) : isError ? (
        <FailedState error={error} onRetry={() => void refetch()} />
      ) : steps.length === 0 ? (
        <EmptyState icon={History} title={t('history.empty')} text={t('history.emptyHint')} />
      ) : (
        <VirtualList
          ref={list}
          label={t('history.list')}
          count={count}
          rowHeight={heightOf}
          renderRow={renderRow}
          activeIndex={Math.min(active, count - 1)}
          onActiveIndexChange={setActive}
          onOpen={goTo}
          onKeyDown={press}
          onRange={loadMore}
        />
      )}
    </div>
  )
}
