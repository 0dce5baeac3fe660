import type { ReadMention } from '../records.ts'
import { type Sentence, tenColumns, type Word } from './sentences.ts'
import type { Surface } from './surface.ts'

const tag = /^([BIESLU])[-_](.+)$/
const nothing = new Set(['_', '*', 'O', 'o', ''])

type TagOf = (word: Word) => string

/** Further columns of CoNLL-U Plus that hold nothing but BIO or BIOES tags, and Stanza's `ner=` in MISC. */
const tagColumns = (sentences: readonly Sentence[], columns: readonly string[]): Map<string, TagOf> => {
  const found = new Map<string, TagOf>()
  for (const name of columns) {
    if (tenColumns.includes(name)) continue
    const cells = sentences.flatMap((it) => it.words.map(({ cells: own }) => own[name]!))
    const tagged = cells.filter((it) => !nothing.has(it))
    if (tagged.length > 0 && tagged.every((it) => tag.test(it))) found.set(name, (it) => it.cells[name]!)
  }
  for (const name of ['ner', 'NER', 'NE']) {
    if (sentences.some((it) => it.words.some(({ misc }) => tag.test(misc.get(name) ?? ''))))
      found.set(name, (it) => it.misc.get(name) ?? 'O')
  }
  return found
}

/** Mentions of columns of tags. A tag that continues nothing begins a mention. */
export const tagMentions = (
  sentences: readonly Sentence[],
  columns: readonly string[],
  { text, places }: Surface,
): ReadMention[] => {
  const mentions: ReadMention[] = []
  for (const [name, tagOf] of tagColumns(sentences, columns)) {
    let open: { label: string; start: number; end: number } | null = null
    const close = (): void => {
      if (!open) return
      const { start, end, label } = open
      const id = `${name}-${mentions.length + 1}`
      mentions.push({ id, label, fragments: [{ start, end, quote: text.slice(start, end) }] })
      open = null
    }
    for (const { words } of sentences) {
      for (const word of words) {
        const place = places.get(word)
        if (!place || word.kind === 'empty') continue
        const found = tag.exec(tagOf(word))
        // A range and its words are one place; the range's own line mostly has no tag.
        if (!found && word.kind === 'range') continue
        const [, sign = 'O', label = ''] = found ?? []
        const current = open as { label: string; start: number; end: number } | null
        if (current && current.label === label && 'IEL'.includes(sign)) current.end = place.end
        else {
          close()
          if (sign !== 'O') open = { label, ...place }
        }
        if ('ESLU'.includes(sign)) close()
      }
      close()
    }
  }
  return mentions
}
