import type { ArticleFormat } from '../format.ts'

/** PDF (ISO 32000-2) with a text layer. Its reading order is found from the places of its characters. */
export const pdf: ArticleFormat = {
  kind: 'articles',
  id: 'pdf',
  name: 'PDF',
  extensions: ['pdf'],
  mediaTypes: ['application/pdf', 'application/x-pdf'],
  options: [
    {
      kind: 'choice',
      id: 'hyphens',
      labelKey: 'format.pdf.option.hyphens',
      initial: 'join',
      choices: [
        { value: 'join', labelKey: 'format.pdf.option.hyphens.join' },
        { value: 'keep', labelKey: 'format.pdf.option.hyphens.keep' },
      ],
    },
  ],
  recognise: ({ bytes }) => {
    // Viewers accept some bytes of rubbish before the header.
    const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1100))
    const at = head.indexOf('%PDF-', 0, 'latin1')
    if (at < 0 || at > 1024) return null
    return { score: at === 0 ? 1 : 0.92, why: at === 0 ? 'begins with %PDF-' : 'holds a %PDF- header' }
  },
  async *read(file, context) {
    const { readPdf } = await import('./read.ts')
    yield await readPdf(file, context.options.hyphens !== 'keep')
  },
}
