import type { MethodOutput } from '../../api/client.ts'

export type Change = MethodOutput<'history.changes'>[number]

type Row = Readonly<Record<string, unknown>>

/** Columns that tell which row it is, the most telling first. */
const telling = ['name', 'title', 'quote', 'text', 'label', 'value', 'note', 'status', 'key']
/** Columns that say nothing to a person. */
const silent = /^(id|uid|.*_id|.*_hash|made_.*|position|ordinal)$/

const asRow = (image: unknown): Row => (image && typeof image === 'object' ? (image as Row) : {})
const shown = (value: unknown): string => {
  const text = value === null || value === undefined ? '' : String(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

/** What a change is about, and the columns it changed, as `column: before → after`; images may be missing. */
export const changeLine = (change: Change): { name: string; columns: string[] } => {
  const before = asRow(change.before)
  const after = asRow(change.after)
  const any = change.operation === 'insert' ? after : before
  const name = telling.map((it) => shown(any[it])).find((it) => it !== '') ?? ''
  if (change.operation !== 'update' || change.before === null || change.after === null)
    return { name, columns: [] }
  const columns = Object.keys(after)
    .filter((it) => !silent.test(it) && before[it] !== after[it])
    .map((it) => `${it}: ${shown(before[it]) || '–'} → ${shown(after[it]) || '–'}`)
  return { name, columns }
}
