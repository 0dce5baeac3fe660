import type { DraftRow } from '@shared/contract/imports.ts'
import { Check, CircleAlert, Copy, TriangleAlert } from 'lucide-react'
import { type KeyboardEvent, type Ref, useCallback, useMemo } from 'react'
import { formatDate, languageName, useText } from '../../state/i18n.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { classes } from '../../ui/classes.ts'
import { VirtualList, type VirtualListHandle } from '../../ui/VirtualList.tsx'
import type { Drafts } from './useDrafts.ts'
import { remarkText } from './words.ts'

interface Props {
  drafts: Drafts
  active: number
  selected: ReadonlySet<number>
  onActive(index: number, how: { shift: boolean; mod: boolean }): void
  onInclude(rows: readonly DraftRow[], included: boolean): void
  onIncludeAll(included: boolean): void
  onSelectAll(): void
  ref?: Ref<VirtualListHandle>
}

function Facts({ row }: { row: DraftRow }) {
  const t = useText()
  if (row.error !== null) return <div className="import-row-error">{remarkText(row.error)}</div>
  return (
    <div className="import-row-facts">
      <span>{row.language === '' ? languageName('') : row.language}</span>
      <span>{formatDate(row.publishedOn) || t('import.noDate')}</span>
      {row.publisher && <span className="import-row-publisher">{row.publisher}</span>}
      {row.cuts > 0 && <span>{t('import.cuts', { count: row.cuts })}</span>}
    </div>
  )
}

function Marks({ row }: { row: DraftRow }) {
  const t = useText()
  return (
    <>
      {row.duplicate && (
        <span
          className={classes('import-mark', `import-mark-${row.duplicate.how}`)}
          title={t(row.duplicate.how === 'exact' ? 'import.exactOf' : 'import.nearOf', {
            of: row.duplicate.of,
          })}
        >
          <Copy size={12} aria-hidden />
          {t(row.duplicate.how === 'exact' ? 'import.exact' : 'import.near')}
        </span>
      )}
      {row.warnings.length > 0 && (
        <span className="import-mark import-mark-near" title={row.warnings.map(remarkText).join('\n')}>
          <TriangleAlert size={12} aria-hidden />
          <span className="ui-hidden">{t('import.warnings', { count: row.warnings.length })}</span>
        </span>
      )}
      {row.error !== null && (
        <span className="import-mark import-mark-failed">
          <CircleAlert size={12} aria-hidden />
          {t('import.unreadable')}
        </span>
      )}
    </>
  )
}

/** The drafts that wait: what each is taken for, whether it comes in, and what is odd about it. */
export function DraftList({
  drafts,
  active,
  selected,
  onActive,
  onInclude,
  onIncludeAll,
  onSelectAll,
  ref,
}: Props) {
  const t = useText()
  const readable = drafts.total - drafts.failed

  const chosen = useMemo(() => {
    const rows: DraftRow[] = []
    if (selected.size > 1) {
      for (let index = 0; index < drafts.total; index++) {
        const row = drafts.row(index)
        if (row && selected.has(row.id)) rows.push(row)
      }
    }
    return rows
  }, [drafts, selected])

  const press = (event: KeyboardEvent) => {
    if (event.key === ' ') {
      event.preventDefault()
      const row = drafts.row(active)
      const rows = chosen.length > 1 ? chosen : row ? [row] : []
      const able = rows.filter((it) => it.error === null)
      if (able.length > 0) onInclude(able, !able.every((it) => it.included))
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onSelectAll()
    }
  }

  const renderRow = useCallback(
    (index: number) => {
      const row = drafts.row(index)
      if (!row) return <div className="import-row" />
      const readable = row.error === null
      const name = row.title || (readable ? t('import.noTitle') : row.name)
      return (
        <div
          className={classes(
            'import-row',
            readable && !row.included && 'import-row-out',
            selected.has(row.id) && 'import-row-on',
          )}
        >
          {/* The list has the focus and Space; this is for the mouse only. */}
          {readable ? (
            // biome-ignore lint/a11y/noStaticElementInteractions: Space does the same from the list
            // biome-ignore lint/a11y/useKeyWithClickEvents: Space does the same from the list
            <span
              className="import-tick"
              data-on={row.included ? '' : undefined}
              onClick={(event) => {
                event.stopPropagation()
                onInclude([row], !row.included)
              }}
            >
              {row.included && <Check size={12} aria-hidden />}
            </span>
          ) : (
            <span className="import-tick import-tick-none" aria-hidden />
          )}
          <div className="import-row-body">
            <div className="import-row-title">
              <span className="import-row-name" title={row.name}>
                {name}
              </span>
              <Marks row={row} />
            </div>
            <Facts row={row} />
            {readable && (
              <span className="ui-hidden">{t(row.included ? 'import.isIncluded' : 'import.isLeftOut')}</span>
            )}
          </div>
        </div>
      )
    },
    [drafts, selected, onInclude, t],
  )

  return (
    <div className="import-list">
      <div className="import-list-head">
        <Checkbox
          label={t('import.included', { count: drafts.included, total: readable })}
          checked={readable > 0 && drafts.included === readable}
          indeterminate={drafts.included > 0 && drafts.included < readable}
          disabled={readable === 0}
          onCheckedChange={() => onIncludeAll(drafts.included < readable)}
        />
        {drafts.failed > 0 && (
          <span className="import-list-failed">{t('import.failedFiles', { count: drafts.failed })}</span>
        )}
      </div>
      <div className="import-list-rows">
        <VirtualList
          {...(ref ? { ref } : {})}
          label={t('import.drafts')}
          count={drafts.total}
          rowHeight={46}
          renderRow={renderRow}
          activeIndex={active}
          onActiveIndexChange={onActive}
          isSelected={(index) => selected.has(drafts.row(index)?.id ?? 0)}
          multiselectable
          onRange={drafts.onRange}
          onKeyDown={press}
        />
      </div>
    </div>
  )
}
