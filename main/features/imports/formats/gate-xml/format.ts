import type { AnnotationFormat } from '../format.ts'

/** GATE's own XML (version 3). */
export const gateXml: AnnotationFormat = {
  kind: 'annotations',
  id: 'gate-xml',
  name: 'GATE XML',
  extensions: ['xml'],
  mediaTypes: ['application/xml', 'text/xml'],
  options: [],
  offsetUnit: 'utf16',
  otherUnits: [],
  recognise: ({ xmlRoot }) =>
    xmlRoot?.name === 'GateDocument' ? { score: 0.97, why: 'root element GateDocument' } : null,
  async *read(set, context) {
    yield* (await import('./read.ts')).read(set, context)
  },
}
