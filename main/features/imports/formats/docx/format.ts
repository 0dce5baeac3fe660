import { mentionsMember } from '../../files/package.ts'
import type { ArticleFormat } from '../format.ts'

const oleMark = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const encryptedPart = Buffer.from('EncryptedPackage', 'utf16le')

/** Word documents (Office Open XML, ISO/IEC 29500). */
export const docx: ArticleFormat = {
  kind: 'articles',
  id: 'docx',
  name: 'Word',
  extensions: ['docx', 'docm', 'dotx'],
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  options: [],
  recognise: ({ bytes, name }) => {
    const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const isNamed = /\.do[ct][xm]$/i.test(name)
    if (head.subarray(0, 8).equals(oleMark))
      return isNamed || head.includes(encryptedPart)
        ? { score: 0.7, why: 'an encrypted Office document' }
        : null
    if (mentionsMember(bytes, 'word/document')) return { score: 0.97, why: 'holds word/document.xml' }
    return isNamed && mentionsMember(bytes, 'PK') ? { score: 0.6, why: 'a ZIP archive named .docx' } : null
  },
  async *read(file) {
    const { readDocx } = await import('./read.ts')
    yield* await readDocx(file)
  },
}
