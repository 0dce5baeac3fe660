import type { AnnotationFormat } from '../format.ts'

/** TEI P5: text, names in it, and annotations beside it (standOff). */
export const tei: AnnotationFormat = {
  kind: 'annotations',
  id: 'tei',
  name: 'TEI',
  extensions: ['xml', 'tei'],
  mediaTypes: ['application/tei+xml', 'application/xml', 'text/xml'],
  options: [
    {
      kind: 'choice',
      id: 'whiteSpace',
      labelKey: 'format.tei.option.whiteSpace',
      initial: 'literal',
      choices: [
        { value: 'literal', labelKey: 'format.tei.option.whiteSpace.literal' },
        { value: 'collapse', labelKey: 'format.tei.option.whiteSpace.collapse' },
      ],
    },
  ],
  offsetUnit: 'utf16',
  otherUnits: [],
  recognise: ({ xmlRoot }) => {
    if (!xmlRoot || !/^(TEI|TEI\.2|teiCorpus)$/.test(xmlRoot.name)) return null
    return xmlRoot.namespace === 'http://www.tei-c.org/ns/1.0'
      ? { score: 0.97, why: `root element ${xmlRoot.name} of the TEI namespace` }
      : { score: 0.7, why: `root element ${xmlRoot.name}` }
  },
  async *read(set, context) {
    yield* (await import('./read.ts')).read(set, context)
  },
}
