import type { AnnotationFormat } from '../format.ts'

/** GEXF 1.1, 1.2 and 1.3 (gexf.net) of Gephi and others. */
export const gexf: AnnotationFormat = {
  kind: 'annotations',
  id: 'gexf',
  name: 'GEXF',
  extensions: ['gexf'],
  mediaTypes: ['application/gexf+xml'],
  offsetUnit: null,
  otherUnits: [],
  options: [],
  recognise: ({ xmlRoot, name, text }) => {
    if (xmlRoot?.name === 'gexf') return { score: 0.97, why: 'the XML root element is gexf' }
    if (!/\.gexf$/i.test(name) || !text.includes('<')) return null
    return { score: 0.5, why: 'the name ends with .gexf' }
  },
  async *read(set, context) {
    const { read } = await import('./read.ts')
    yield* read(set, context)
  },
}
