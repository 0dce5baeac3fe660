import type { SetFile } from '../../files/setFile.ts'
import { Unreadable } from '../../files/unreadable.ts'
import type { ArticleFormat, Probe, ReadArticle } from '../format.ts'

/** Larger exports than any database gives. Bytes. */
const most = 100 << 20

/** Text of an export: its own, or that of its HTML. */
const textOf = async (file: SetFile): Promise<string> => {
  if (file.size > most) {
    const [megabytes, limit] = [Math.round(file.size / 1_048_576), most >> 20]
    throw new Unreadable(
      'import.too_large',
      `${file.path} has ${megabytes} MB; exports are read up to ${limit} MB. Split it.`,
      {
        megabytes,
        limit,
      },
    )
  }
  const [{ decoded }, { pageItems }, { itemsText }] = await Promise.all([
    import('../../files/charset.ts'),
    import('../../reading/html/page.ts'),
    import('../../reading/html/text.ts'),
  ])
  const { text } = decoded(file.bytes(), file.charset)
  // Hundreds of articles in one page: more than a page of the web may hold.
  return /^\s*<(?:!doctype|html|\?xml|!--)/i.test(text) ? itemsText(pageItems(text)) : text
}

/** Exports of press databases as text or HTML: one splitter, several articles of a file. */
export const exportFormat = (
  declaration: Pick<ArticleFormat, 'id' | 'name'>,
  looksLike: (probe: Probe) => string | null,
  splitter: () => Promise<(text: string) => ReadArticle[]>,
): ArticleFormat => ({
  kind: 'articles',
  ...declaration,
  extensions: ['txt', 'html', 'htm'],
  mediaTypes: [],
  options: [],
  recognise: (probe) => {
    const why = looksLike(probe)
    return why === null ? null : { score: 0.95, why }
  },
  read: async function* (file) {
    const [text, split] = await Promise.all([textOf(file), splitter()])
    const articles = split(text)
    if (articles.length === 0) {
      throw new Unreadable(
        'import.export_empty',
        `${file.path}: no article could be told apart in this export. Export it as text with all fields.`,
      )
    }
    yield* articles
  },
})
