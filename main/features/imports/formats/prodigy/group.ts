import { idOf, objectOf } from '../../files/fields.ts'
import type { JsonObject } from '../../files/json.ts'
import type { ReadDocument, ReadFragment } from '../records.ts'

const keys = ['doc_id', 'document', 'article', 'article_id', 'source_url', 'url', 'file', 'title', 'source']

/** What a record says it is a part of: the first of the usual keys of its meta; undefined where none is there. */
export const sourceOf = (record: JsonObject): string | undefined => {
  const meta = objectOf(record.meta)
  for (const key of keys) {
    const value = idOf(meta[key])
    if (value !== undefined && value !== '') return `${key} ${value}`
  }
  return undefined
}

const between = '\n\n'

const moved = ({ start, end, ...rest }: ReadFragment, by: number): ReadFragment => ({
  ...rest,
  start: start + by,
  end: end + by,
})

/** Documents in their order as one text of paragraphs; offsets are code points. */
export const joined = (parts: readonly ReadDocument[]): ReadDocument => {
  const [first] = parts as [ReadDocument]
  if (parts.length === 1) return first
  let text = ''
  let length = 0
  const mentions: ReadDocument['mentions'][number][] = []
  const relations: ReadDocument['relations'][number][] = []
  parts.forEach((part, index) => {
    if (index > 0) {
      text += between
      length += between.length
    }
    const id = (it: string): string => `${index}/${it}`
    for (const it of part.mentions)
      mentions.push({ ...it, id: id(it.id), fragments: it.fragments.map((piece) => moved(piece, length)) })
    for (const it of part.relations) {
      const { passage, ...rest } = it
      relations.push({
        ...rest,
        id: id(it.id),
        source: id(it.source),
        target: id(it.target),
        ...(passage && { passage: moved(passage, length) }),
      })
    }
    text += part.text
    length += [...part.text].length
  })
  const { foreign: _, ...base } = first
  return { ...base, text, textIsBuilt: true, unit: 'codepoint', mentions, relations }
}
