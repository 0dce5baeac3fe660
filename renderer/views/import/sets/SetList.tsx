import type { ImportSet } from '@shared/model/importSet.ts'
import { Check, TriangleAlert } from 'lucide-react'
import { type Ref, useCallback } from 'react'
import { useText } from '../../../state/i18n.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { classes } from '../../../ui/classes.ts'
import { VirtualList, type VirtualListHandle } from '../../../ui/VirtualList.tsx'
import { holdingsOf } from './setWords.ts'
import { includeSets } from './useSets.ts'

/** Pixels; the list is as high as its rows where there is room. */
const rowHeight = 46
const headHeight = 37

interface Props {
  sets: readonly ImportSet[]
  /** -1: none is looked at. */
  active: number
  onActive(index: number): void
  ref?: Ref<VirtualListHandle>
}

/** The sets that wait: what each was taken for, what it holds, whether it comes in. */
export function SetList({ sets, active, onActive, ref }: Props) {
  const t = useText()
  const included = sets.filter((it) => it.included).length

  const renderRow = useCallback(
    (index: number) => {
      const set = sets[index]
      if (!set) return <div className="import-row" />
      const { mismatchCount, problemCount } = set.survey
      const remarks = mismatchCount + problemCount
      return (
        <div
          className={classes(
            'import-row',
            !set.included && 'import-row-out',
            index === active && 'import-row-on',
          )}
        >
          {/* biome-ignore lint/a11y/noStaticElementInteractions: Space does the same from the list */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: Space does the same from the list */}
          <span
            className="import-tick"
            data-on={set.included ? '' : undefined}
            onClick={(event) => {
              event.stopPropagation()
              includeSets([set.id], !set.included)
            }}
          >
            {set.included && <Check size={12} aria-hidden />}
          </span>
          <div className="import-row-body">
            <div className="import-row-title">
              <span className="import-row-name" title={set.name}>
                {set.name}
              </span>
              {remarks > 0 && (
                <span className="import-mark import-mark-near">
                  <TriangleAlert size={12} aria-hidden />
                  {t('import.warnings', { count: remarks })}
                </span>
              )}
            </div>
            <div className="import-row-facts">
              <span className="import-row-format">{set.formatName}</span>
              <span className="import-row-publisher">{holdingsOf(set, t).join(' · ')}</span>
            </div>
            <span className="ui-hidden">{t(set.included ? 'import.isIncluded' : 'import.isLeftOut')}</span>
          </div>
        </div>
      )
    },
    [sets, active, t],
  )

  return (
    <div className="import-list import-list-sets" style={{ flexBasis: headHeight + sets.length * rowHeight }}>
      <div className="import-list-head">
        <Checkbox
          label={t('import.setsIncluded', { count: included, total: sets.length })}
          checked={included === sets.length}
          indeterminate={included > 0 && included < sets.length}
          onCheckedChange={() =>
            includeSets(
              sets.map((it) => it.id),
              included < sets.length,
            )
          }
        />
      </div>
      <div className="import-list-rows">
        <VirtualList
          {...(ref ? { ref } : {})}
          label={t('import.sets')}
          count={sets.length}
          rowHeight={rowHeight}
          renderRow={renderRow}
          activeIndex={active}
          onActiveIndexChange={onActive}
          onKeyDown={(event) => {
            const set = sets[active]
            if (event.key !== ' ' || !set) return
            event.preventDefault()
            includeSets([set.id], !set.included)
          }}
        />
      </div>
    </div>
  )
}
