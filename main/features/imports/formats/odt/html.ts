import type { XmlElement } from '../../files/xml.ts'
import { escapeHtml } from '../../reading/html/page.ts'

/** Repeated blanks and cells beyond this are layout or an attempt at filling memory. */
const mostRepeats = 200

/** Not part of the text: deletions, comments, forms, descriptions of pictures, pronunciation, counters. */
const skipped = new Set(
  'tracked-changes annotation annotation-end forms desc title ruby-text sequence-decls variable-decls user-field-decls dde-connection-decls event-listeners image object object-ole binary-data'.split(
    ' ',
  ),
)

const repeats = (element: XmlElement, attribute: string): number => {
  const count = Number(element.attributes[attribute] ?? '1')
  return Number.isInteger(count) ? Math.min(mostRepeats, Math.max(1, count)) : 1
}

/** `office:text` → HTML. Notes and the text of frames stand behind the paragraph or the document they belong to. */
export const contentHtml = (root: XmlElement): string => {
  const notes: string[] = []
  let html = ''
  /** Text boxes anchored in the paragraph that is open. */
  let boxes: XmlElement[] = []

  const inline = (element: XmlElement): string => {
    let out = ''
    for (const child of element.children) {
      if (typeof child === 'string') {
        // White space collapses as in HTML; blanks that count are elements of their own.
        out += escapeHtml(child)
      } else if (child.name === 's') out += '&#160;'.repeat(repeats(child, 'text:c'))
      else if (child.name === 'tab') out += ' '
      else if (child.name === 'line-break') out += '<br>'
      else if (child.name === 'note') out += noteMark(child)
      else if (child.name === 'text-box') boxes.push(child)
      else if (!skipped.has(child.name)) out += inline(child)
    }
    return out
  }

  const noteMark = (note: XmlElement): string => {
    const part = (name: string): XmlElement | undefined =>
      note.children.find((it): it is XmlElement => typeof it !== 'string' && it.name === name)
    const citation = part('note-citation')
    const body = part('note-body')
    const mark = `[${(citation && inline(citation).trim()) || notes.length + 1}]`
    const at = notes.length
    notes.push('')
    const [before, waiting] = [html, boxes]
    html = ''
    boxes = []
    if (body) blocks(body)
    notes[at] = html.startsWith('<p>') ? `<p>${mark} ${html.slice(3)}` : `<p>${mark}</p>${html}`
    html = before
    boxes = waiting
    return mark
  }

  const paragraph = (element: XmlElement): void => {
    const level = Math.min(6, Number(element.attributes['text:outline-level']) || 1)
    const name = element.name === 'h' ? `h${level}` : 'p'
    const waiting = boxes
    boxes = []
    const text = inline(element)
    html += `<${name}>${text}</${name}>`
    const own = boxes
    boxes = waiting
    for (const box of own) blocks(box)
  }

  const cell = (element: XmlElement): void => {
    html += '<td>'
    blocks(element)
    html += '</td>'
    const more = repeats(element, 'table:number-columns-repeated') - 1
    if (more > 0 && element.children.length === 0) html += '<td></td>'.repeat(more)
  }

  const wrap = (name: string, element: XmlElement): void => {
    html += `<${name}>`
    blocks(element)
    html += `</${name}>`
  }

  const blocks = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string' || skipped.has(child.name)) continue
      if (child.name === 'p' || child.name === 'h') paragraph(child)
      else if (child.name === 'list') wrap('ul', child)
      else if (child.name === 'list-item' || child.name === 'list-header') wrap('li', child)
      else if (child.name === 'table') wrap('table', child)
      else if (child.name === 'table-row') wrap('tr', child)
      else if (child.name === 'table-cell') cell(child)
      else if (child.name === 'covered-table-cell') html += '<td></td>'
      else blocks(child)
    }
  }

  blocks(root)
  return html + notes.join('')
}
