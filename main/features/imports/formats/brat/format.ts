import type { AnnotationFormat, Probe } from '../format.ts'
import { annotationEndings, configurations, factsFile } from './names.ts'

const annLine = /^(?:[TREAMN#]\d\S*|\*)\t\S/

const splitName = (name: string): [base: string, ending: string] => {
  const at = name.lastIndexOf('.')
  return at === -1 ? [name, ''] : [name.slice(0, at), name.slice(at + 1).toLowerCase()]
}

const hasAnnotations = ({ siblings }: Probe, base: string): boolean =>
  annotationEndings.some((it) => siblings.has(`${base}.${it}`))

/** Texts that come with every collection and are no documents. */
const isReadme = (base: string): boolean => /^(?:readme|licen[cs]e|copying|changelog|notice)\b/i.test(base)

export const brat: AnnotationFormat = {
  kind: 'annotations',
  id: 'brat',
  name: 'brat standoff',
  extensions: [...annotationEndings, 'conf'],
  mediaTypes: [],
  offsetUnit: 'codepoint',
  otherUnits: ['utf16', 'byte'],
  options: [
    { kind: 'toggle', id: 'joinLines', labelKey: 'format.brat.option.joinLines', initial: true },
    { kind: 'toggle', id: 'bareTexts', labelKey: 'format.brat.option.bareTexts', initial: true },
  ],
  recognise: (probe) => {
    const [base, ending] = splitName(probe.name)
    if ((configurations as readonly string[]).includes(probe.name)) {
      return /^[ \t]*\[[ \t]*\w[\w -]*\]/m.test(probe.text)
        ? { score: 0.8, why: `${probe.name} is a configuration of brat` }
        : null
    }
    if (ending === 'txt') {
      const isBare =
        !hasAnnotations(probe, base) &&
        !isReadme(base) &&
        [...probe.siblings].some((it) => it.endsWith('.ann') && probe.siblings.has(`${it.slice(0, -4)}.txt`))
      return isBare ? { score: 0.5, why: 'a text without annotations beside texts that have some' } : null
    }
    if (!(annotationEndings as readonly string[]).includes(ending)) return null
    const hasText = probe.siblings.has(`${base}.txt`)
    const lines = probe.text.split('\n', 400).filter((it) => it.trim() !== '')
    const fitting = lines.filter((it) => annLine.test(it)).length
    if (lines.length === 0) {
      return hasText && probe.size < 4096 ? { score: 0.7, why: `no annotations, beside ${base}.txt` } : null
    }
    if (fitting * 2 < lines.length) return null
    return {
      score: hasText ? 0.95 : 0.7,
      why: hasText ? `standoff lines beside ${base}.txt` : 'standoff lines',
    }
  },
  companions: (probe) => {
    const [base, ending] = splitName(probe.name)
    if (ending === 'conf') return []
    return [`${base}.txt`, ...configurations, factsFile]
  },
  async *read(set, context) {
    const { read } = await import('./read.ts')
    yield* read(set, context)
  },
}
