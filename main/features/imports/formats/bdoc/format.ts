import { isObject, type JsonValue, peekJson } from '../../files/json.ts'
import type { AnnotationFormat } from '../format.ts'
import { gzipHead, isGzip } from './gzip.ts'

const isBdoc = (values: readonly JsonValue[], head: string): boolean => {
  const [root] = values
  if (isObject(root) && 'annotation_sets' in root) return true
  return /"annotation_sets"\s*:/.test(head) && /"(offset_type|next_annid)"\s*:/.test(head)
}

/** bdoc of GATE and gatenlp: JSON, also packed with gzip. Each document states how its offsets count. */
export const bdoc: AnnotationFormat = {
  kind: 'annotations',
  id: 'bdoc',
  name: 'bdoc',
  extensions: ['bdocjs', 'bdoc', 'gz', 'json'],
  mediaTypes: ['application/json', 'application/gzip'],
  options: [],
  offsetUnit: 'codepoint',
  otherUnits: ['utf16'],
  recognise: ({ name, bytes, text, json }) => {
    const isNamed = /\.bdoc(js)?(\.gz)?$/i.test(name)
    if (isGzip(bytes)) {
      if (!/\.(bdoc(js)?|json)\.gz$/i.test(name)) return null
      const head = gzipHead(bytes)
      if (isBdoc(peekJson(head, 1), head)) return { score: 0.97, why: 'a packed object with annotation_sets' }
      return isNamed ? { score: 0.6, why: 'a packed file named .bdocjs.gz' } : null
    }
    if (isBdoc(json, text)) return { score: 0.96, why: 'an object with annotation_sets' }
    return isNamed && /^\s*\{/.test(text) ? { score: 0.5, why: 'an object in a file named .bdocjs' } : null
  },
  async *read(set, context) {
    yield* (await import('./read.ts')).read(set, context)
  },
}
