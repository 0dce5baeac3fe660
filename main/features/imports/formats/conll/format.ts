import type { AnnotationFormat } from '../format.ts'
import { isDocstart, layoutOf } from './table.ts'

const endings = ['conll', 'conll03', 'conll2003', 'iob', 'iob2', 'bio', 'bioes', 'bmes', 'bilou']

const schemes = ['auto', 'bio', 'iob1', 'ioe', 'bioes', 'bilou', 'bmewo', 'io'] as const

const endingOf = (name: string): string => (/\.([^.]+)$/.exec(name)?.[1] ?? '').toLowerCase()

/** Lines that say the file is of another kind of table. */
const others = /^(?:#FORMAT=WebAnno|# global\.columns|#begin document)/m

export const conll: AnnotationFormat = {
  kind: 'annotations',
  id: 'conll',
  name: 'CoNLL / IOB',
  extensions: [...endings, 'tsv', 'txt'],
  mediaTypes: [],
  offsetUnit: null,
  otherUnits: [],
  options: [
    {
      kind: 'choice',
      id: 'scheme',
      labelKey: 'format.conll.option.scheme',
      initial: 'auto',
      choices: schemes.map((value) => ({ value, labelKey: `format.conll.option.scheme.${value}` })),
    },
    {
      kind: 'text',
      id: 'tagColumn',
      labelKey: 'format.conll.option.tagColumn',
      initial: '',
      placeholderKey: 'format.conll.option.tagColumn.found',
    },
    {
      kind: 'choice',
      id: 'joining',
      labelKey: 'format.conll.option.joining',
      initial: 'auto',
      choices: ['auto', 'blank', 'nothing'].map((value) => ({
        value,
        labelKey: `format.conll.option.joining.${value}`,
      })),
    },
    {
      kind: 'choice',
      id: 'documents',
      labelKey: 'format.conll.option.documents',
      initial: 'auto',
      choices: ['auto', 'file', 'sentence'].map((value) => ({
        value,
        labelKey: `format.conll.option.documents.${value}`,
      })),
    },
  ],
  recognise: ({ name, text, size, bytes }) => {
    if (text === '' || /^\s*[[{<]/.test(text.slice(0, 200)) || others.test(text.slice(0, 20_000))) return null
    const lines = text.split('\n', 5000).map((it) => it.replace(/\r$/, ''))
    if (size > bytes.length) lines.pop()
    const layout = layoutOf(lines)
    if (!layout) return null
    const hasEnding = endings.includes(endingOf(name))
    const hasBreaks = lines.slice(0, -1).some((it) => it.trim() === '')
    const kind = `tokens in column ${layout.token + 1}, tags in column ${layout.tags.map((it) => it + 1).join(', ')}`
    if (layout.bare) {
      return hasBreaks ? { score: hasEnding ? 0.6 : 0.35, why: `${kind}, without prefixes` } : null
    }
    if (lines.some(isDocstart)) return { score: 0.95, why: `-DOCSTART- lines, ${kind}` }
    if (hasEnding) return { score: 0.85, why: kind }
    return { score: hasBreaks ? 0.75 : 0.5, why: kind }
  },
  companions: ({ name }) => {
    const ending = endingOf(name)
    return ending === 'txt' || ending === '' ? [] : [`${name.slice(0, -ending.length)}txt`]
  },
  async *read(set, context) {
    const { read } = await import('./read.ts')
    yield* read(set, context)
  },
}
