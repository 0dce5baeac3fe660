import type { ImportSurvey } from '../../../../shared/model/importSet.ts'
import type { AnnotationFormat } from '../formats/format.ts'
import type { ReadDocument, ReadEntity, ReadEntityRelation, ReadMention } from '../formats/records.ts'
import { createCounter } from './units.ts'

type Label = ImportSurvey['labels'][number]

/** Examples of a label, and after how many occurrences without a new one no more are looked for. */
const limits = { examples: 3, tries: 20, names: 5000 }

/** The longest example; UTF-16 code units. */
const longest = 60

const clipped = (text: string): string => {
  const line = text
    .slice(0, 4 * longest)
    .replace(/\s+/g, ' ')
    .trim()
  return (line.length > longest ? `${line.slice(0, longest)}…` : line).toWellFormed()
}

/** Collects what a label stands on: passages, names of entities, the two ends of relations. */
export const createExamples = ({ offsetUnit }: Pick<AnnotationFormat, 'offsetUnit'>) => {
  const tries = new Map<Label, number>()
  const names = new Map<string, string>()
  const edges: { label: Label; source: string; target: string }[] = []

  const isWanted = (label: Label): boolean => {
    if (label.examples.length >= limits.examples) return false
    const before = tries.get(label) ?? 0
    tries.set(label, before + 1)
    return before < limits.tries
  }
  const add = (label: Label, example: string): void => {
    const text = clipped(example)
    if (text !== '' && label.examples.length < limits.examples && !label.examples.includes(text))
      label.examples.push(text)
  }

  return {
    entity: (label: Label, { id, name }: ReadEntity): void => {
      if (names.size < limits.names) names.set(id, name)
      if (isWanted(label)) add(label, name)
    },
    edge: (label: Label, { source, target }: ReadEntityRelation): void => {
      // Edges may come before their nodes.
      if (isWanted(label)) edges.push({ label, source, target })
    },
    /** For the mentions and relations of one document. */
    ofDocument: ({ text, mentions }: ReadDocument) => {
      let counter: ReturnType<typeof createCounter> | undefined
      let byId: Map<string, ReadMention> | undefined
      const counting = { unit: offsetUnit ?? ('utf16' as const), crlfAsOne: false }
      const wordsOf = ({ fragments }: ReadMention): string =>
        fragments
          .map(({ start, end, quote }) => {
            if (quote !== undefined) return quote
            counter ??= createCounter(text)
            const [from, to] = [counter.toUtf16(counting, start), counter.toUtf16(counting, end)]
            return from === null || to === null ? '' : text.slice(from, to)
          })
          .join(' … ')
      return {
        mention: (label: Label, mention: ReadMention): void => {
          if (isWanted(label)) add(label, wordsOf(mention))
        },
        relation: (label: Label, ends: { source: string; target: string }): void => {
          if (!isWanted(label)) return
          byId ??= new Map(mentions.map((it) => [it.id, it]))
          const [source, target] = [byId.get(ends.source), byId.get(ends.target)]
          if (source && target) add(label, `${clipped(wordsOf(source))} → ${clipped(wordsOf(target))}`)
        },
      }
    },
    finish: (): void => {
      for (const { label, source, target } of edges)
        add(label, `${names.get(source) ?? source} → ${names.get(target) ?? target}`)
    },
  }
}
