import { declaredMimetype, mentionsMember } from '../../files/package.ts'
import type { ArticleFormat } from '../format.ts'

/** EPUB 2 and 3 (W3C EPUB 3.3, IDPF OPF 2.0). */
export const epub: ArticleFormat = {
  kind: 'articles',
  id: 'epub',
  name: 'EPUB',
  extensions: ['epub'],
  mediaTypes: ['application/epub+zip'],
  options: [
    {
      kind: 'choice',
      id: 'articles',
      labelKey: 'format.epub.option.articles',
      initial: 'chapter',
      choices: [
        { value: 'chapter', labelKey: 'format.epub.option.articles.chapter' },
        { value: 'book', labelKey: 'format.epub.option.articles.book' },
      ],
    },
  ],
  recognise: ({ bytes, name }) => {
    if (declaredMimetype(bytes) === 'application/epub+zip')
      return { score: 0.98, why: 'its mimetype is application/epub+zip' }
    if (!mentionsMember(bytes, 'META-INF/container.xml')) return null
    return { score: /\.epub$/i.test(name) ? 0.9 : 0.65, why: 'a ZIP archive with META-INF/container.xml' }
  },
  async *read(file, context) {
    const { readEpub } = await import('./read.ts')
    yield* readEpub(file, context)
  },
}
