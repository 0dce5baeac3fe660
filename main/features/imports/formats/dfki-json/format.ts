import { isObject } from '../../files/json.ts'
import type { AnnotationFormat } from '../format.ts'

/** Documents of the German research centre DFKI (SmartData, MobIE): Avro records as JSON, one after the other. */
export const dfkiJson: AnnotationFormat = {
  kind: 'annotations',
  id: 'dfki-json',
  name: 'DFKI Avro JSON',
  extensions: ['json', 'jsonl'],
  mediaTypes: ['application/json'],
  options: [],
  offsetUnit: 'utf16',
  otherUnits: ['codepoint'],
  recognise: ({ json }) => {
    const [first] = json
    if (!isObject(first) || typeof first.id !== 'string' || !('text' in first)) return null
    return 'conceptMentions' in first && ('relationMentions' in first || 'langCode' in first)
      ? { score: 0.97, why: 'records with conceptMentions and relationMentions' }
      : null
  },
  read: async function* (set, context) {
    const { readDfki } = await import('./read.ts')
    yield* readDfki(set, context)
  },
}
