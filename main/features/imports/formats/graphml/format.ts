import type { AnnotationFormat } from '../format.ts'

/** GraphML 1.0 and 1.1 (graphml.graphdrawing.org) of any tool, yEd's labels too. */
export const graphml: AnnotationFormat = {
  kind: 'annotations',
  id: 'graphml',
  name: 'GraphML',
  extensions: ['graphml', 'xgml'],
  mediaTypes: ['application/graphml+xml'],
  offsetUnit: null,
  otherUnits: [],
  options: [],
  recognise: ({ xmlRoot, name, text }) => {
    if (xmlRoot?.name === 'graphml') return { score: 0.97, why: 'the XML root element is graphml' }
    if (!/\.graphml$/i.test(name) || !text.includes('<')) return null
    return { score: 0.5, why: 'the name ends with .graphml' }
  },
  async *read(set, context) {
    const { read } = await import('./read.ts')
    yield* read(set, context)
  },
}
