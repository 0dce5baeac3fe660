import type { SetFile } from '../../files/setFile.ts'
import { textOf as contentOf } from '../../files/text.ts'
import { Unreadable } from '../../files/unreadable.ts'
import type { ReadContext } from '../format.ts'
import type { ReadDocument, ReadMention } from '../records.ts'

/** Versions 1 and 2 have no `#FORMAT` line, but `#id=` and `#text=` above rows `1-1⇥word⇥…`. */
export const isOldVersion = (text: string): boolean =>
  /(?:^|\n)#id=\d+\r?\n#text=/.test(text) && /(?:^|\n)\d+-\d+\t[^\t\n]+(?:\t|\r?\n)/.test(text)

const tag = /^([BI])-(.+)$/

interface Open {
  readonly label: string
  readonly start: number
  end: number
}

/**
 * Words and spans (`B-PER`, `I-PER`, stacked by `|`) of versions 1 and 2. Columns of other things (relations, chains) are
 * told as a problem. The text is that of the `#text=` lines, one under the other.
 * @throws Unreadable `import.tsv_version` where words and text do not belong together
 */
export const readOldVersion = (file: SetFile, id: string, context: ReadContext): ReadDocument => {
  const mentions: ReadMention[] = []
  let text = ''
  let from = 0
  let misplaced = 0
  let words = 0
  let hasOther = false
  let open = new Map<number, Open>()
  const close = (column: number): void => {
    const it = open.get(column)
    if (!it) return
    open.delete(column)
    mentions.push({
      id: `s${mentions.length + 1}`,
      label: it.label,
      fragments: [{ start: it.start, end: it.end, quote: text.slice(it.start, it.end) }],
    })
  }
  for (const raw of contentOf(file).split('\n')) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    if (line.startsWith('#text=')) {
      for (const column of [...open.keys()]) close(column)
      open = new Map()
      if (text !== '') text += '\n'
      from = text.length
      text += line.slice('#text='.length)
      continue
    }
    if (!/^\d+-\d+\t/.test(line)) continue
    const [, word = '', ...cells] = line.split('\t')
    const start = text.indexOf(word, from)
    words += 1
    if (word === '' || start === -1) {
      misplaced += 1
      continue
    }
    from = start + word.length
    cells.forEach((cell, column) => {
      const found = tag.exec(cell.split('|')[0]!)
      if (!found) {
        close(column)
        if (cell !== 'O' && cell !== '_' && cell !== '') hasOther = true
        return
      }
      const last = open.get(column)
      if (found[1] === 'I' && last?.label === found[2]) {
        last!.end = from
        return
      }
      close(column)
      open.set(column, { label: found[2]!, start, end: from })
    })
  }
  for (const column of [...open.keys()]) close(column)
  if (words === 0 || misplaced > 0) {
    throw new Unreadable(
      'import.tsv_version',
      `${file.path} is WebAnno TSV 1 or 2, and ${misplaced} of its ${words} words are not in its text. Export it as WebAnno TSV 3 and import that.`,
      { misplaced, words },
    )
  }
  if (hasOther) {
    context.problem(file, file.path, {
      code: 'import.tsv_old',
      message: `${file.path} is WebAnno TSV 1 or 2: its words and spans were read; columns of other things (relations, chains, parts of speech) were left out. Export it as WebAnno TSV 3 to import those.`,
    })
  }
  return { kind: 'document', id, place: file.path, file: file.path, text, mentions, relations: [] }
}
