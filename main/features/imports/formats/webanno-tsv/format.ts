import type { AnnotationFormat } from '../format.ts'
import { isOldVersion } from './oldVersions.ts'

/**
 * WebAnno and INCEpTION: tokens with layers of spans, chains and relations. Rules: the tool's own `Tsv3XDeserializer`.
 * Versions 3.0 to 3.3; of 1 and 2 words and spans.
 */
export const webannoTsv: AnnotationFormat = {
  kind: 'annotations',
  id: 'webanno-tsv',
  name: 'WebAnno TSV (INCEpTION)',
  extensions: ['tsv'],
  mediaTypes: ['text/tab-separated-values'],
  options: [{ kind: 'toggle', id: 'words', labelKey: 'format.webanno-tsv.option.words', initial: false }],
  offsetUnit: 'utf16',
  otherUnits: ['codepoint'],
  // The layers of the project, as the tool gives them out beside the texts.
  companions: ({ siblings }) => ['typesystem.xml', 'TypeSystem.xml'].filter((it) => siblings.has(it)),
  recognise: ({ text }) => {
    const version = /^\uFEFF?#FORMAT\s?=\s?(WebAnno TSV \d[.\d]*)/.exec(text)?.[1]
    if (version) return { score: 0.98, why: `first line is #FORMAT=${version}` }
    return isOldVersion(text)
      ? { score: 0.8, why: '#id=, #text= and numbered words of WebAnno TSV 1 or 2' }
      : null
  },
  read: async function* (set, context) {
    const { read } = await import('./read.ts')
    yield* read(set, context)
  },
}
