import { docx } from './formats/docx/format.ts'
import { epub } from './formats/epub/format.ts'
import { odt } from './formats/odt/format.ts'
import { rtf } from './formats/rtf/format.ts'

type ToHtml = (bytes: Uint8Array, path: string) => string | Promise<string>

/** Documents that are shown as the HTML their readers take the text from. */
const converters: readonly (readonly [mediaTypes: readonly string[], load: () => Promise<ToHtml>])[] = [
  [docx.mediaTypes, async () => (await import('./formats/docx/read.ts')).docxHtml],
  [epub.mediaTypes, async () => (await import('./formats/epub/read.ts')).epubHtml],
  [odt.mediaTypes, async () => (await import('./formats/odt/read.ts')).odtHtml],
  [rtf.mediaTypes, async () => (await import('./formats/rtf/read.ts')).rtfHtml],
]

/** The original of an article as HTML (not sanitised yet); null for what is shown as it is. @throws Unreadable */
export const sourceHtml = async (
  bytes: Uint8Array,
  mediaType: string,
  name: string,
): Promise<string | null> => {
  const load = converters.find(([mediaTypes]) => mediaTypes.includes(mediaType))?.[1]
  return load ? (await load())(bytes, name) : null
}
