import { isObject } from '../../files/json.ts'
import type { AnnotationFormat } from '../format.ts'

/** UIMA CAS JSON 0.4, as INCEpTION and DKPro Cassis write it. */
export const casJson: AnnotationFormat = {
  kind: 'annotations',
  id: 'cas-json',
  name: 'UIMA CAS JSON',
  extensions: ['json'],
  mediaTypes: ['application/json'],
  options: [],
  offsetUnit: 'utf16',
  otherUnits: ['codepoint'],
  recognise: ({ json, text }) => {
    const [root] = json
    if (isObject(root)) {
      if ('%FEATURE_STRUCTURES' in root || '%TYPES' in root || '%VIEWS' in root)
        return { score: 0.97, why: 'an object with %TYPES and %FEATURE_STRUCTURES' }
      if ('_context' in root && ('_views' in root || '_types' in root))
        return { score: 0.9, why: 'an object with _context, _types and _views: the old JSON of UIMA' }
    }
    const start = text.slice(0, 200)
    if (/^\s*\{\s*"%(TYPES|FEATURE_STRUCTURES|VIEWS)"/.test(start))
      return { score: 0.95, why: 'begins with %TYPES' }
    return /^\s*\{\s*"_context"\s*:/.test(start) && text.includes('"_types"')
      ? { score: 0.9, why: 'begins with _context: the old JSON of UIMA' }
      : null
  },
  async *read(set, context) {
    yield* (await import('./read.ts')).read(set, context)
  },
}
