import type { ReleaseChange, ReleaseDiff } from '@shared/model/recipe.ts'
import { ArrowLeft, Search } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { formatNumber, useText } from '../../state/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { VirtualList, type VirtualListHandle } from '../../ui/VirtualList.tsx'
import { ChangeDetail } from './ChangeDetail.tsx'
import { type ChangeFilter, filterChanges, hows, signs } from './changes.ts'
import { nameOf } from './recipes.ts'

const rowHeight = 44
const everything: ChangeFilter = { text: '', hows: [], whats: [] }

const toggled = <T,>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter((it) => it !== value) : [...list, value]

function CountTable({ diff }: { diff: ReleaseDiff }) {
  const t = useText()
  return (
    <table className="release-table">
      <caption className="ui-hidden">{t('release.changes')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('release.kind')}</th>
          {hows.map((it) => (
            <th key={it} scope="col">
              <span aria-hidden>{signs[it]} </span>
              {t(`release.how.${it}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {diff.counts.map((row) => (
          <tr key={row.what}>
            <th scope="row">{t(`release.whats.${row.what}`)}</th>
            {hows.map((it) => (
              <td key={it} className={row[it] === 0 ? 'release-zero' : `release-how-${it}`}>
                {formatNumber(row[it])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ChangeRow({ change }: { change: ReleaseChange }) {
  const t = useText()
  return (
    <div className={`release-change release-how-${change.how}`}>
      <b aria-hidden>{signs[change.how]}</b>
      <span className="ui-hidden">{t(`release.how.${change.how}`)}</span>
      <span className="release-change-about">{change.about || change.uid}</span>
      <small>
        {t(`release.what.${change.what}`)}
        {change.article !== '' && change.what !== 'article' && ` · ${change.article}`}
      </small>
    </div>
  )
}

/** What was added, changed and removed between two releases: counted, listed, and read word by word. */
export function DiffView({ diff, onBack }: { diff: ReleaseDiff; onBack(): void }) {
  const t = useText()
  const [filter, setFilter] = useState(everything)
  const [active, setActive] = useState(0)
  const shown = useMemo(() => filterChanges(diff.changes, filter), [diff.changes, filter])
  const list = useRef<VirtualListHandle>(null)
  useEffect(() => list.current?.focus(), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its top
  useEffect(() => setActive(0), [shown])
  const all = diff.counts.reduce((sum, it) => sum + it.added + it.changed + it.removed, 0)
  const whats = diff.counts.filter((it) => it.added + it.changed + it.removed > 0).map((it) => it.what)
  const change = shown[active]
  return (
    <section className="release-detail" aria-label={t('release.diff')}>
      <div className="release-diff-head">
        <h2 role="status">
          {t('release.diffTitle', { before: nameOf(diff.before.path), after: nameOf(diff.after.path) })}
          <small>
            {all === 0 ? t('release.noChanges') : t('release.changeCount', { count: all })}
            {all > diff.changes.length && ` · ${t('release.changesListed', { count: diff.changes.length })}`}
          </small>
        </h2>
        <CountTable diff={diff} />
      </div>
      {all > 0 && (
        <>
          <div className="release-diff-filter">
            <TextField
              label={t('release.filterChanges')}
              hideLabel
              placeholder={t('release.filterChanges')}
              icon={Search}
              clearable
              value={filter.text}
              onValueChange={(text) => setFilter({ ...filter, text })}
              onKeyDown={(event) => {
                if (event.key !== 'Escape' || filter.text === '') return
                event.stopPropagation()
                setFilter({ ...filter, text: '' })
              }}
            />
            {hows.map((it) => (
              <Chip
                key={it}
                label={`${signs[it]} ${t(`release.how.${it}`)}`}
                selected={filter.hows.includes(it)}
                onToggle={() => setFilter({ ...filter, hows: toggled(filter.hows, it) })}
              />
            ))}
            <span className="release-gap" />
            {whats.map((it) => (
              <Chip
                key={it}
                label={t(`release.whats.${it}`)}
                selected={filter.whats.includes(it)}
                onToggle={() => setFilter({ ...filter, whats: toggled(filter.whats, it) })}
              />
            ))}
            <span className="release-quiet" role="status">
              {t('release.shown', { count: shown.length })}
            </span>
          </div>
          <div className="release-diff">
            {shown.length === 0 ? (
              <EmptyState title={t('release.nothingShown')}>
                <Button onClick={() => setFilter(everything)}>{t('release.showAll')}</Button>
              </EmptyState>
            ) : (
              <VirtualList
                ref={list}
                label={t('release.changes')}
                count={shown.length}
                rowHeight={rowHeight}
                activeIndex={active}
                onActiveIndexChange={setActive}
                renderRow={(index) => <ChangeRow change={shown[index]!} />}
              />
            )}
            <section className="release-diff-detail" aria-label={t('release.change')} aria-live="polite">
              {change && <ChangeDetail change={change} />}
            </section>
          </div>
        </>
      )}
      <footer className="release-foot">
        <Button icon={ArrowLeft} onClick={onBack}>
          {t('release.otherPair')}
        </Button>
      </footer>
    </section>
  )
}
