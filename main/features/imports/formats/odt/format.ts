import { declaredMimetype, mentionsMember } from '../../files/package.ts'
import type { ArticleFormat } from '../format.ts'

/** OpenDocument texts (ISO/IEC 26300). */
export const odt: ArticleFormat = {
  kind: 'articles',
  id: 'odt',
  name: 'OpenDocument',
  extensions: ['odt', 'ott'],
  mediaTypes: ['application/vnd.oasis.opendocument.text'],
  options: [],
  recognise: ({ bytes, name }) => {
    if (/^application\/vnd\.oasis\.opendocument\.text/.test(declaredMimetype(bytes)))
      return { score: 0.98, why: 'its mimetype is an OpenDocument text' }
    return /\.o[dt]t$/i.test(name) && mentionsMember(bytes, 'content.xml')
      ? { score: 0.7, why: 'a ZIP archive with content.xml' }
      : null
  },
  async *read(file) {
    const { readOdt } = await import('./read.ts')
    yield readOdt(file)
  },
}
