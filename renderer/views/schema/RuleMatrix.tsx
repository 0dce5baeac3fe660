import type { RelationType, Schema } from '@shared/model/schema.ts'
import { Check } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { useText } from '../../state/i18n.ts'
import { TypeDot } from '../../ui/TypeDot.tsx'
import { allows, type Ends, setAllowed, toggleRow } from './rules.ts'

interface Props {
  type: RelationType
  schema: Schema
  onChange(rules: Ends[]): void
}

/** Which types a relation may join: rows are sources, columns targets. Arrow keys move, Space ticks. */
export function RuleMatrix({ type, schema, onChange }: Props) {
  const t = useText()
  const table = useRef<HTMLTableElement>(null)
  const ends = schema.entityTypes.filter((it) => it.kind === 'entity')
  const rules = schema.rules.filter((it) => it.relationTypeId === type.id)
  const { directed } = type

  const press = (event: KeyboardEvent, row: number, column: number) => {
    const [down, right] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[
      event.key
    ] ?? [0, 0]
    if (down === 0 && right === 0) return
    event.preventDefault()
    const at = (value: number) => Math.max(0, Math.min(ends.length - 1, value))
    table.current
      ?.querySelector<HTMLElement>(`[data-cell="${at(row + down!)}-${at(column + right!)}"]`)
      ?.focus()
  }

  return (
    <section className="schema-rules" aria-label={t('schema.rules')}>
      <h3>
        {t('schema.rules')}
        <small>{t(directed ? 'schema.rulesHint' : 'schema.rulesHintUndirected')}</small>
      </h3>
      <table ref={table}>
        <thead>
          <tr>
            <td />
            {ends.map((it) => (
              <th key={it.id} scope="col" title={it.name}>
                <span>{it.name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ends.map((source, row) => (
            <tr key={source.id}>
              <th scope="row">
                <button
                  type="button"
                  title={t('schema.ruleRow', { source: source.name })}
                  onClick={() =>
                    onChange(
                      toggleRow(
                        rules,
                        source.id,
                        ends.map((it) => it.id),
                        directed,
                      ),
                    )
                  }
                >
                  <TypeDot colour={source.colour} />
                  <span>{source.name}</span>
                </button>
              </th>
              {ends.map((target, column) => {
                const pair = { sourceTypeId: source.id, targetTypeId: target.id }
                const on = allows(rules, pair, directed)
                return (
                  <td key={target.id}>
                    {/* biome-ignore lint/a11y/useSemanticElements: a cell of a matrix, moved through with arrow keys */}
                    <button
                      type="button"
                      role="checkbox"
                      aria-checked={on}
                      aria-label={t('schema.rule', { source: source.name, target: target.name })}
                      data-cell={`${row}-${column}`}
                      tabIndex={row === 0 && column === 0 ? 0 : -1}
                      className="schema-cell"
                      onKeyDown={(event) => press(event, row, column)}
                      onClick={() => onChange(setAllowed(rules, pair, directed, !on))}
                    >
                      {on && <Check size={14} aria-hidden />}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rules.length === 0 && <p className="schema-quiet">{t('schema.rulesAny')}</p>}
    </section>
  )
}
