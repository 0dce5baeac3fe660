import { html } from './formats/html.ts'
import { md } from './formats/md.ts'
import { txt } from './formats/txt.ts'
import type { Reader } from './types.ts'

export const readers: readonly Reader[] = [html, md, txt]

export const readerById = (id: string) => readers.find((reader) => reader.id === id)

/** The reader for a text: its content decides, name and media type only tip the scales. */
export function chooseReader(text: string, fileName: string, mediaType?: string): Reader {
  const sample = text.slice(0, 16_000)
  const extension = /\.([a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const scored = readers.map((reader) => {
    const content = reader.recognise(sample)
    const named =
      reader.extensions.includes(extension) ||
      (mediaType !== undefined && reader.mediaTypes.includes(mediaType))
    // A name cannot turn text without a single tag into a page.
    return { reader, score: reader.id === 'html' && content === 0 ? 0 : content + (named ? 0.4 : 0) }
  })
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).reader
}
