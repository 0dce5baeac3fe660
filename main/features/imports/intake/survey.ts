import type { ImportSurvey, Mismatch } from '../../../../shared/model/importSet.ts'
import type { OptionValues } from '../../../../shared/model/option.ts'
import type { ValueKind } from '../../../../shared/values/value.ts'
import type { AnnotationFormat, FileSet } from '../formats/format.ts'
import type { ReadDocument, ReadRecord, ReadType } from '../formats/records.ts'
import type { Notice } from '../reading/types.ts'
import { createExamples } from './examples.ts'
import { countingsOf, createUnitFinder } from './findUnit.ts'
import { placeFragments } from './quotes.ts'
import { restoredFor } from './restore.ts'
import { type Counting, createCounter } from './units.ts'

/** Listed one by one; of the others only the number is told. */
const listed = 200

/** Documents and characters (UTF-16) shown to look at. */
const previews = { documents: 3, characters: 1200 }

export interface Watch {
  stopIfCancelled(): void
  /** Documents seen so far. */
  report(documents: number): void
}

type Label = ImportSurvey['labels'][number]

const plainCounting: Counting = { unit: 'utf16', crlfAsOne: false }

/** Looks through records without storing anything: what there is, under which labels, by whom, in which unit. */
export const createSurveyor = (format: AnnotationFormat) => {
  const labels = new Map<string, Label>()
  const annotators = new Map<string, number>()
  const examples = createExamples(format)
  const finder = createUnitFinder(countingsOf(format))
  const counts = {
    documents: 0,
    mentions: 0,
    relations: 0,
    entities: 0,
    entityRelations: 0,
    suggestions: 0,
    rejected: 0,
  }
  const preview: { document: ReadDocument }[] = []
  const problems: ImportSurvey['problems'] = []
  let problemCount = 0

  const labelOf = (of: Label['of'], label: string): Label => {
    const key = `${of} ${label}`
    let known = labels.get(key)
    if (!known) {
      known = { of, label, name: '', colour: '', valueKind: null, directed: null, count: 0, examples: [] }
      labels.set(key, known)
    }
    return known
  }
  const declare = (type: ReadType): void => {
    const known = labelOf(type.of, type.label)
    known.name ||= type.name ?? ''
    known.colour ||= type.colour ?? ''
    known.valueKind ??= type.valueKind ?? null
    known.directed ??= type.directed ?? null
  }
  const seen = (it: { annotator?: string; suggestion?: boolean; rejected?: boolean }): void => {
    if (it.suggestion) counts.suggestions += 1
    if (it.rejected) counts.rejected += 1
    if (it.annotator !== undefined) annotators.set(it.annotator, (annotators.get(it.annotator) ?? 0) + 1)
  }

  return {
    problem: (file: string, place: string, notice: Notice): void => {
      problemCount += 1
      if (problems.length < listed) problems.push({ file, place, notice })
    },
    add: (record: ReadRecord): void => {
      if (record.kind === 'type') declare(record)
      else if (record.kind === 'entity') {
        counts.entities += 1
        const label = labelOf('entity', record.label)
        label.count += 1
        examples.entity(label, record)
      } else if (record.kind === 'relation') {
        counts.entityRelations += 1
        const label = labelOf('relation', record.label)
        label.count += 1
        label.directed ??= record.directed ?? null
        examples.edge(label, record)
      } else if (record.kind === 'document') {
        counts.documents += 1
        const seenIn = examples.ofDocument(record)
        for (const mention of record.mentions) {
          counts.mentions += 1
          const label = labelOf('entity', mention.label)
          label.count += 1
          label.valueKind ??= mention.value?.kind ?? null
          seenIn.mention(label, mention)
          seen(mention)
        }
        for (const relation of record.relations) {
          counts.relations += 1
          const label = labelOf('relation', relation.label)
          label.count += 1
          label.directed ??= relation.directed ?? null
          seenIn.relation(label, relation)
          seen(relation)
        }
        finder.add(record)
        if (preview.length < previews.documents) preview.push({ document: record })
      }
    },
    addLabel: ({
      kind,
      label,
      directed,
    }: {
      kind: 'entity' | 'relation'
      label: string
      directed?: boolean
    }): void => {
      const known = labelOf(kind, label)
      known.count += 1
      known.directed ??= directed ?? null
    },
    /** What the file beside the set says of a label; it needs a type of its own only for mentions the set has not. */
    addMentionType: (it: { label: string; valueKind: ValueKind | null; leftOut: boolean }): void => {
      if (!it.leftOut && !labels.has(`entity ${it.label}`)) return
      const known = labelOf('entity', it.label)
      known.valueKind ??= it.valueKind
      if (it.leftOut) known.count += 1
    },
    documents: () => counts.documents,
    counting: (): Counting => finder.found(),
    /** `mismatches` are those of a second look under the unit that was found. */
    result: (mismatches: readonly Mismatch[], mismatchCount: number): ImportSurvey => {
      const found = finder.found()
      examples.finish()
      return {
        ...counts,
        labels: [...labels.values()].sort((a, b) =>
          a.of === b.of ? b.count - a.count : a.of < b.of ? -1 : 1,
        ),
        annotators: [...annotators].map(([name, count]) => ({ name, count })),
        offsets: format.offsetUnit === null ? null : { ...found, declared: format.offsetUnit },
        mismatches: [...mismatches],
        mismatchCount,
        problems,
        problemCount,
        preview: preview.map(({ document }) => shown(document, found)),
        matches: 0,
        references: [],
      }
    },
  }
}

const shown = (document: ReadDocument, found: Counting): ImportSurvey['preview'][number] => {
  const counting = document.unit ? { unit: document.unit, crlfAsOne: false } : found
  const counter = createCounter(document.text)
  const text = document.text.slice(0, previews.characters).toWellFormed()
  const mentions: ImportSurvey['preview'][number]['mentions'] = []
  for (const { label, fragments } of document.mentions) {
    for (const { start, end, quote } of fragments) {
      const [from, to] = [counter.toUtf16(counting, start), counter.toUtf16(counting, end)]
      if (from !== null && to !== null && from < to && to <= text.length)
        mentions.push({
          ...{ start: from, end: to, label },
          misses: quote !== undefined && document.text.slice(from, to) !== quote,
        })
    }
  }
  return { title: document.title ?? document.id, text, mentions }
}

/** Text shown on either side of where a quote would be moved; UTF-16 code units. */
const around = 30

const proposalAt = (text: string, { start, end }: { start: number; end: number }): Mismatch['proposal'] => ({
  before: text.slice(Math.max(0, start - around), start).toWellFormed(),
  quote: text.slice(start, Math.min(end, start + 200)).toWellFormed(),
  after: text.slice(end, end + around).toWellFormed(),
})

/** The spans of a document that do not cut their quote. */
const mismatchesIn = (document: ReadDocument, found: Counting): Mismatch[] => {
  const counter = createCounter(document.text)
  const counting = document.unit ? { ...plainCounting, unit: document.unit } : found
  const result: Mismatch[] = []
  for (const { label, fragments } of document.mentions) {
    // What covers no character has no quote to miss; it is told when the set is taken in.
    if (fragments.every((it) => it.start === it.end)) continue
    const placed = placeFragments(document.text, counter, counting, fragments, false)
    if (placed.ok) continue
    result.push({
      place: document.place.includes(document.file) ? document.place : `${document.file}: ${document.place}`,
      label,
      said: placed.said.slice(0, 200),
      found: placed.found,
      proposal: placed.place && proposalAt(document.text, placed.place),
    })
  }
  return result
}

/**
 * Surveys a set: once for everything, and once more for the mismatches where not all spans fit, since only then the
 * unit is known. Problems of single records are in the result; what ends the whole set is thrown.
 * @throws Unreadable
 */
export const surveySet = async (
  format: AnnotationFormat,
  set: FileSet,
  options: OptionValues,
  watch: Watch,
): Promise<ImportSurvey> => {
  const surveyor = createSurveyor(format)
  const problem = (file: { path: string }, place: string, notice: Notice): void =>
    surveyor.problem(file.path, place, notice)
  for await (const record of format.read(set, { options, problem })) {
    watch.stopIfCancelled()
    surveyor.add(record)
    watch.report(surveyor.documents())
  }
  // What the file beside the set adds is not of the set; its labels need a type all the same.
  const restored = restoredFor(set, format.id)
  for (const record of restored?.records() ?? []) surveyor.addLabel(record)
  for (const it of restored?.mentionTypes() ?? []) surveyor.addMentionType(it)
  const counting = surveyor.counting()
  const mismatches: Mismatch[] = []
  let mismatchCount = 0
  for await (const record of format.read(set, { options, problem: () => {} })) {
    if (record.kind !== 'document') continue
    watch.stopIfCancelled()
    for (const it of mismatchesIn(record, counting)) {
      mismatchCount += 1
      if (mismatches.length < listed) mismatches.push(it)
    }
  }
  return surveyor.result(mismatches, mismatchCount)
}
