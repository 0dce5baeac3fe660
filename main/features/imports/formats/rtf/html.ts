import { escapeHtml } from '../../reading/html/page.ts'

const inlineHtml = (text: string): string => escapeHtml(text.toWellFormed()).replaceAll('\n', '<br>')

/** Collects the paragraphs, table rows and notes of a document. */
export interface PageWriter {
  text(text: string): void
  /** Ends a paragraph; `level` 1 … 6 for a heading, 0 for text. */
  paragraph(inTable: boolean, level: number): void
  cell(): void
  row(): void
  /** Between both calls everything goes into a note; its mark stands where it began. */
  openNote(): void
  closeNote(): void
  html(): string
}

interface Flow {
  html: string
  line: string
  /** Finished cells of the row that is open, and the paragraphs of the cell that is. */
  cells: string[]
  cell: string
  inRows: boolean
}

const newFlow = (): Flow => ({ html: '', line: '', cells: [], cell: '', inRows: false })

export const createPageWriter = (): PageWriter => {
  const notes: string[] = []
  const outer: { flow: Flow; note: number }[] = []
  let flow = newFlow()

  const endRows = (): void => {
    if (flow.inRows) flow.html += '</table>'
    flow.inRows = false
  }
  const paragraph = (inTable: boolean, level: number): void => {
    const name = level > 0 ? `h${level}` : 'p'
    const block = flow.line.trim() === '' ? '' : `<${name}>${inlineHtml(flow.line)}</${name}>`
    flow.line = ''
    if (inTable) flow.cell += block
    else if (block !== '') {
      endRows()
      flow.html += block
    }
  }
  const cell = (): void => {
    paragraph(true, 0)
    flow.cells.push(`<td>${flow.cell}</td>`)
    flow.cell = ''
  }
  const row = (): void => {
    if (flow.line.trim() !== '' || flow.cell !== '') cell()
    if (flow.cells.length === 0) return
    if (!flow.inRows) flow.html += '<table>'
    flow.inRows = true
    flow.html += `<tr>${flow.cells.join('')}</tr>`
    flow.cells = []
  }
  const finish = (): string => {
    if (flow.cells.length > 0 || flow.cell !== '') row()
    paragraph(false, 0)
    endRows()
    return flow.html
  }
  return {
    text: (text) => {
      flow.line += text
    },
    paragraph,
    cell,
    row,
    openNote: () => {
      notes.push('')
      flow.line += `[${notes.length}]`
      outer.push({ flow, note: notes.length - 1 })
      flow = newFlow()
      flow.line = `[${notes.length}] `
    },
    closeNote: () => {
      const before = outer.pop()
      if (!before) return
      notes[before.note] = finish()
      flow = before.flow
    },
    html: () => {
      while (outer.length > 0) flow = outer.pop()!.flow
      return finish() + notes.join('')
    },
  }
}
