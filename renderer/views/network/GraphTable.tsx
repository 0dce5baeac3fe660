import { ArrowDown, ArrowUp } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { runAction } from '../../actions/run.ts'
import { collator, formatNumber, useText } from '../../state/i18n.ts'
import { useSelection } from '../../state/selection.ts'
import { classes } from '../../ui/classes.ts'
import { TypeDot } from '../../ui/TypeDot.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import type { ShownGraph } from './drawn.ts'
import { type Column, edgeColumns, nodeColumns, type Sorting, sortRows } from './tableRows.ts'
import type { GraphIndex } from './wording.ts'

interface SortedListProps<Row> {
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  index: GraphIndex
  initialSorting: Sorting
  isSelected(row: Row): boolean
  select(row: Row): void
  mark(row: Row): ReactNode
  className: string
}

function SortedList<Row>(props: SortedListProps<Row>) {
  const t = useText()
  const { columns, rows, index, mark } = props
  const [sorting, setSorting] = useState(props.initialSorting)
  const [active, setActive] = useState(-1)
  const sorted = useMemo(
    () => sortRows(rows, columns, sorting, index, collator().compare),
    [rows, columns, sorting, index],
  )
  const choose = (column: Column<Row>) =>
    setSorting((it) => ({
      column: column.id,
      descending: it.column === column.id ? !it.descending : column.numeric === true,
    }))
  return (
    <section className={classes('network-list', props.className)} aria-label={props.label}>
      <div className="network-row network-head">
        {columns.map((column) => {
          const on = sorting.column === column.id
          const Arrow = sorting.descending ? ArrowDown : ArrowUp
          return (
            <button
              key={column.id}
              type="button"
              aria-pressed={on}
              className={classes(column.numeric && 'network-number')}
              onClick={() => choose(column)}
            >
              {t(column.titleKey)}
              {on && <Arrow size={12} aria-hidden />}
            </button>
          )
        })}
      </div>
      <div className="network-rows">
        <VirtualList
          label={props.label}
          count={sorted.length}
          rowHeight={26}
          activeIndex={active}
          onActiveIndexChange={(next) => {
            setActive(next)
            props.select(sorted[next]!)
          }}
          onOpen={() => runAction('panel.inspector')}
          isSelected={(it) => props.isSelected(sorted[it]!)}
          renderRow={(it) => {
            const row = sorted[it]!
            return (
              <div className={classes('network-row', props.isSelected(row) && 'network-row-on')}>
                {columns.map((column) => {
                  const value = column.value(row, index)
                  return (
                    <span key={column.id} className={classes(column.numeric && 'network-number')}>
                      {column.id === 'type' && mark(row)}
                      {typeof value === 'number' ? formatNumber(value) : value}
                    </span>
                  )
                })}
              </div>
            )
          }}
        />
      </div>
    </section>
  )
}

/** The network as two lists: the same entities and relations as the picture, for reading and for screen readers. */
export function GraphTable({ shown, index }: { shown: ShownGraph; index: GraphIndex }) {
  const t = useText()
  const entityId = useSelection((it) => it.entityId)
  const relationId = useSelection((it) => it.relationId)
  const { selectEntity, selectRelation } = useSelection.getState()
  return (
    <div className="network-table">
      <SortedList
        className="network-entities"
        label={t('network.table.entities')}
        columns={nodeColumns}
        rows={shown.nodes}
        index={index}
        initialSorting={{ column: 'mentions', descending: true }}
        isSelected={(it) => it.id === entityId}
        select={(it) => selectEntity(it.id)}
        mark={(it) => <TypeDot colour={index.entityType.get(it.typeId)?.colour ?? 'grey'} shape="ring" />}
      />
      <SortedList
        className="network-relations"
        label={t('network.table.edges')}
        columns={edgeColumns}
        rows={shown.edges}
        index={index}
        initialSorting={{ column: 'evidence', descending: true }}
        isSelected={(it) => it.id === relationId}
        select={(it) => selectRelation(it.id)}
        mark={(it) => <TypeDot colour={index.relationType.get(it.typeId)?.colour ?? 'grey'} />}
      />
    </div>
  )
}
