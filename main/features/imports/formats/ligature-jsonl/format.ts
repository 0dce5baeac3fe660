import { isObject } from '../../files/json.ts'
import { Unreadable } from '../../files/unreadable.ts'
import type { WholeFormat } from '../format.ts'

/** The last line stands within these bytes of the end. */
const tailBytes = 4096

const lastLine = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString('utf8').trimEnd().split('\n').at(-1) ?? ''

/** Ligature JSONL (docs/formats/ligature-jsonl.md): everything but the history. */
export const ligatureJsonl: WholeFormat = {
  kind: 'dataset',
  id: 'ligature-jsonl',
  name: 'Ligature JSONL',
  extensions: ['jsonl'],
  mediaTypes: ['application/jsonl', 'application/x-ndjson'],
  options: [],
  recognise: ({ text }) =>
    /^\{"format":"ligature","version":\d+/.test(text)
      ? { score: 1, why: 'its first line says "format":"ligature"' }
      : null,
  count: (file) => {
    const damaged = new Unreadable(
      'import.cut_off',
      `${file.path}: the file ends without its last line ("record":"end"). It is cut off.`,
    )
    try {
      const end: unknown = JSON.parse(lastLine(file.tail(tailBytes)))
      if (!isObject(end) || end.record !== 'end') throw damaged
      const count = (key: string): number => (typeof end[key] === 'number' ? end[key] : 0)
      return {
        documents: count('articles'),
        mentions: count('mentions'),
        entities: count('entities'),
        relations: count('relations'),
      }
    } catch {
      throw damaged
    }
  },
}
