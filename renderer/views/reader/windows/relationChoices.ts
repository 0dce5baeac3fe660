/** What can be stated from a mention: relation types read from either end, and the passage that proves it. */
import type { RelationType, Schema } from '@shared/model/schema.ts'
import { nextWordBoundary, previousWordBoundary, sentenceAt, sentencesIn } from '@shared/text/segment.ts'
import { boundingSpan, type Span, snapToGraphemes, trimSpan } from '@shared/text/span.ts'

/** A relation type as seen from the mention; `inverse` when the mention is its target. */
export interface RelationChoice {
  readonly type: RelationType
  readonly inverse: boolean
  readonly name: string
}

const rulesOf = (schema: Schema, typeId: number) => schema.rules.filter((it) => it.relationTypeId === typeId)

/** The relations a mention of a type can stand in, forwards first; without rules anything goes. */
export const relationChoices = (schema: Schema, entityTypeId: number): RelationChoice[] => {
  const forwards: RelationChoice[] = []
  const backwards: RelationChoice[] = []
  for (const type of schema.relationTypes) {
    const rules = rulesOf(schema, type.id)
    if (rules.length === 0 || rules.some((it) => it.sourceTypeId === entityTypeId))
      forwards.push({ type, inverse: false, name: type.name })
    const asTarget = rules.length === 0 || rules.some((it) => it.targetTypeId === entityTypeId)
    const isNew = type.directed || !forwards.some((it) => it.type === type)
    if (asTarget && isNew) backwards.push({ type, inverse: true, name: type.inverseName || `← ${type.name}` })
  }
  return [...forwards, ...backwards]
}

/** Entity types the other end may have; null when any may. */
export const otherTypes = (
  schema: Schema,
  choice: RelationChoice,
  entityTypeId: number,
): ReadonlySet<number> | null => {
  const rules = rulesOf(schema, choice.type.id)
  if (rules.length === 0) return null
  const fitting = rules.flatMap((it) => [
    ...(it.sourceTypeId === entityTypeId && (!choice.inverse || !choice.type.directed)
      ? [it.targetTypeId]
      : []),
    ...(it.targetTypeId === entityTypeId && (choice.inverse || !choice.type.directed)
      ? [it.sourceTypeId]
      : []),
  ])
  return new Set(fitting)
}

/** The other way round, if the schema allows it. */
export const swapped = (choices: readonly RelationChoice[], choice: RelationChoice): RelationChoice | null =>
  choices.find((it) => it.type.id === choice.type.id && it.inverse !== choice.inverse) ?? null

/** The sentence that holds both ends when they stand in one paragraph; else the first one's. UTF-16 spans. */
export const provingPassage = (text: string, language: string, one: Span, other: Span | null): Span => {
  const both = other && boundingSpan([one, other])
  const sameParagraph = both && !text.slice(both.start, both.end).includes('\n')
  return sentenceAt(text, sameParagraph ? both : one, language)
}

export type Adjustment =
  | { readonly edge: 'start' | 'end'; readonly step: 1 | -1; readonly unit: 'word' }
  | { readonly edge: 'end'; readonly step: 1 | -1; readonly unit: 'sentence' }

/** The passage with one edge moved outwards (`step` 1) or inwards (-1); never empty, always whole graphemes. */
export const adjustPassage = (text: string, language: string, passage: Span, change: Adjustment): Span => {
  const { start, end } = passage
  const result = ((): Span => {
    if (change.unit === 'sentence') {
      if (change.step === 1) {
        const next = nextWordBoundary(text, end, language)
        return { start, end: sentenceAt(text, { start: Math.max(start, next - 1), end: next }, language).end }
      }
      const sentences = sentencesIn(text, passage, language)
      return sentences.length > 1 ? { start, end: sentences.at(-2)!.end } : passage
    }
    if (change.edge === 'end')
      return {
        start,
        end:
          change.step === 1
            ? nextWordBoundary(text, end, language)
            : previousWordBoundary(text, end, language),
      }
    return {
      start:
        change.step === 1
          ? previousWordBoundary(text, start, language)
          : nextWordBoundary(text, start, language),
      end,
    }
  })()
  const trimmed = snapToGraphemes(text, trimSpan(text, result))
  return trimmed.start < trimmed.end ? trimmed : passage
}
