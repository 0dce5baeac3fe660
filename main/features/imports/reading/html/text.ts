import type { PageItem, Run } from './page.ts'

/**
 * Runs → text: paragraphs apart by a blank line, list items and table rows a line each, cells apart by TAB where
 * every cell of the row is a single run (a row of anything longer is layout, not data).
 */
export function itemsText(items: readonly PageItem[]): string {
  const runs = items.filter((item) => item.kind === 'run').filter((run) => run.text !== '')
  const layout = layoutRows(runs)
  let text = ''
  let before: Run | undefined
  for (const run of runs) {
    const inCell = run.row > 0 && !layout.has(run.row) && run.table === before?.table
    text += (before ? separator(before, run, inCell && !layout.has(before.row)) : '') + run.text
    before = run
  }
  return text
}

function separator(before: Run, run: Run, data: boolean): string {
  if (data && before.row === run.row) return '\t'.repeat(Math.max(1, Math.min(50, run.cell - before.cell)))
  if (data && before.row > 0) return '\n'
  if (run.list > 0 && run.list === before.list) return '\n'
  return '\n\n'
}

/** Rows with a cell of several runs, or of running prose: pages laid out by tables. */
function layoutRows(runs: readonly Run[]): Set<number> {
  const rows = new Set<number>()
  let before: Run | undefined
  for (const run of runs) {
    if (run.row > 0 && before?.row === run.row && before.cell === run.cell) rows.add(run.row)
    if (run.row > 0 && run.text.length > 600) rows.add(run.row)
    before = run
  }
  return rows
}
