import type { AnnotationFormat, Recognition } from '../format.ts'

/** Ten columns, the first an id, HEAD a number; a damaged line among many does not matter. */
const tenColumns = (text: string): Recognition | null => {
  let fitting = 0
  let other = 0
  const lines = text.split('\n', 400)
  // The last line of the beginning may be cut.
  if (lines.length > 1) lines.pop()
  for (const raw of lines) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    if (line === '' || line.startsWith('#')) continue
    const cells = line.split('\t')
    if (cells.length === 10 && /^\d+([-.]\d+)?$/.test(cells[0]!) && /^(_|\d+)$/.test(cells[6]!)) fitting += 1
    else other += 1
  }
  if (fitting === 0 || other * 4 > fitting) return null
  return { score: fitting > 2 && other === 0 ? 0.95 : 0.85, why: 'ten columns with numbered words' }
}

/** Universal Dependencies: CoNLL-U, with the entities of CorefUD, and CoNLL-U Plus with columns of its own. */
export const conllu: AnnotationFormat = {
  kind: 'annotations',
  id: 'conllu',
  name: 'CoNLL-U',
  extensions: ['conllu', 'conllup'],
  mediaTypes: ['text/x-conllu'],
  options: [],
  offsetUnit: null,
  otherUnits: [],
  recognise: ({ text }) => {
    const plain = text.startsWith('\uFEFF') ? text.slice(1) : text
    if (/^# global\.columns\s*=\s*(.* )?ID( .*)?\r?$/m.test(plain.slice(0, 4000)))
      return { score: 0.97, why: '# global.columns of CoNLL-U Plus' }
    if (/^# ligature\.(article|empty|entity) = /m.test(plain.slice(0, 200_000)) && /^#/.test(plain))
      return { score: 0.97, why: 'comments of CoNLL-U as Ligature writes it' }
    return tenColumns(plain)
  },
  read: async function* (set, context) {
    const { read } = await import('./read.ts')
    yield* read(set, context)
  },
}
