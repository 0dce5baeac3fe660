import type { ArticleFormat } from '../format.ts'

/** Rich Text Format (Microsoft, 1.9.1). */
export const rtf: ArticleFormat = {
  kind: 'articles',
  id: 'rtf',
  name: 'RTF',
  extensions: ['rtf'],
  mediaTypes: ['application/rtf', 'text/rtf'],
  options: [],
  recognise: ({ bytes }) => {
    const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64)).toString(
      'latin1',
    )
    return /^(?:ï»¿)?\s*\{\\u?rtf/.test(head) ? { score: 0.97, why: 'begins with {\\rtf' } : null
  },
  async *read(file) {
    const { readRtf } = await import('./read.ts')
    yield* readRtf(file)
  },
}
