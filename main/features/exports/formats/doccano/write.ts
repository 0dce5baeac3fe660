import type { JsonObject } from '../../../../../shared/model/json.ts'
import type { OptionValues } from '../../../../../shared/model/option.ts'
import type { Span } from '../../../../../shared/text/span.ts'
import type { ArticleRow, ExportSink, ExportSource, MentionRow } from '../../format.ts'
import { createGraphemeSpans } from '../../support/graphemeOffsets.ts'
import { colourOf } from '../../support/hexColours.ts'
import {
  articleFacts,
  documentFacts,
  foreignOf,
  jsonLine,
  mentionFacts,
  relationFacts,
} from '../../support/jsonFacts.ts'
import { envelopeOf, type MentionRelation, mentionRelations } from '../../support/mentionRelations.ts'

interface Label {
  readonly key: string
  readonly colour: Parameters<typeof colourOf>[0]
  readonly shortcut?: string
}

/** Label settings as doccano imports them; its keys are single digits and letters. */
const labelSettings = (labels: readonly Label[]): string =>
  `${JSON.stringify(
    labels.map(({ key, colour, shortcut = '' }) => ({
      text: key,
      prefix_key: null,
      suffix_key: /^[0-9a-z]$/.test(shortcut) ? shortcut : null,
      background_color: colourOf(colour),
      text_color: '#ffffff',
    })),
    null,
    2,
  )}\n`

interface Placed extends Span {
  readonly mention: MentionRow
}

/**
 * doccano gives records and spans new ids on every export and keeps only metadata: facts of mentions and relations stand
 * there, found again by where and what they are.
 */
const ownFacts = (
  document: JsonObject,
  placed: readonly Placed[],
  relations: readonly MentionRelation[],
  toUnit: (span: Span) => Span,
): JsonObject => {
  const byUid = new Map(placed.map((it) => [it.mention.uid, it]))
  const end = ({ uid }: MentionRow) => {
    const it = byUid.get(uid)!
    return [it.start, it.end, it.mention.type]
  }
  const mentions = placed.flatMap(({ mention, start, end: last }) => {
    const facts = mentionFacts(mention)
    return Object.keys(facts).length === 0 ? [] : { start, end: last, label: mention.type, ...facts }
  })
  const proofs = relations.map((it) => ({
    type: it.relation.type,
    from: end(it.source),
    to: end(it.target),
    ...relationFacts(it, toUnit(it.evidence)),
  }))
  return {
    ...document,
    ...(mentions.length > 0 && { mentions }),
    ...(proofs.length > 0 && { relations: proofs }),
  }
}

/** A project of doccano that forbids overlaps drops them on import without a word. */
const tellOverlaps = (placed: readonly Placed[], sink: ExportSink): void => {
  let reach = 0
  for (const { start, end, mention } of placed.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < reach)
      sink.lose('exports.loss.overlapping', mention.fragments.map((it) => it.quote).join(' … '))
    reach = Math.max(reach, end)
  }
}

/** The metadata of an article at the top level: what came with it, what it states. */
const metadataOf = (source: ExportSource, article: ArticleRow): JsonObject => ({
  ...foreignOf(source, 'doccano', article.uid),
  ...articleFacts(article),
})

/**
 * Names of metadata of any record. All records have all of them, '' where one states nothing: doccano puts records into
 * a table whose gaps become NaN, which its database refuses, and with it the whole import.
 */
const metadataNames = (source: ExportSource): ReadonlySet<string> => {
  const names = new Set<string>()
  for (const article of source.articles())
    for (const name of Object.keys(metadataOf(source, article))) names.add(name)
  return names
}

const filled = (record: JsonObject, names: ReadonlySet<string>): JsonObject => ({
  ...record,
  ...Object.fromEntries([...names].filter((it) => record[it] === undefined).map((it) => [it, ''])),
})

const recordOf = (
  source: ExportSource,
  article: ArticleRow,
  options: OptionValues,
  sink: ExportSink,
): JsonObject => {
  const text = source.text(article.id)
  const mentions = source.mentions(article.id)
  const toUnit: (span: Span) => Span = options.graphemes
    ? createGraphemeSpans(text, ({ start, end }) => sink.lose('exports.loss.moved', text.slice(start, end)))
    : ({ start, end }) => ({ start, end })
  const placed = mentions.map((mention) => ({ ...toUnit(envelopeOf(mention)), mention }))
  tellOverlaps(placed, sink)
  const relations = mentionRelations(source, article.id, mentions)
  const ligature = ownFacts(documentFacts(source, article, mentions), placed, relations, toUnit)
  const kept = foreignOf(source, 'doccano', article.uid)
  if (options.layout === 'spans') {
    const label = placed.map(({ start, end, mention }) => [start, end, mention.type])
    return {
      ...kept,
      text,
      label: label.length === 0 && kept.label !== undefined ? kept.label : label,
      ...articleFacts(article),
      ligature,
    }
  }
  const numbers = new Map(mentions.map((it, index) => [it.uid, index]))
  return {
    ...kept,
    text,
    entities: placed.map(({ start, end, mention }, id) => ({
      ...foreignOf(source, 'doccano', mention.uid),
      id,
      label: mention.type,
      start_offset: start,
      end_offset: end,
    })),
    relations: relations.map(({ relation, evidence, source: from, target: to }, id) => ({
      ...foreignOf(source, 'doccano', evidence.uid),
      id,
      from_id: numbers.get(from.uid)!,
      to_id: numbers.get(to.uid)!,
      type: relation.type,
    })),
    ...articleFacts(article),
    ligature,
  }
}

/**
 * `dataset.jsonl`: one article per line, its spans under `label` or its entities and relations, offsets in UTF-16 or
 * graphemes, all else as metadata at the top level. `span_types.json`, `relation_types.json`: the label settings.
 */
export const write = (source: ExportSource, sink: ExportSink, options: OptionValues): void => {
  const settings = (name: string, labels: readonly Label[]): void => {
    const file = sink.file(name)
    file.write(labelSettings(labels))
    sink.done(file)
  }
  settings('span_types.json', source.entityTypes)
  if (options.layout !== 'spans') settings('relation_types.json', source.relationTypes)
  const names = metadataNames(source)
  const file = sink.file('dataset.jsonl')
  for (const article of source.articles())
    file.write(`${jsonLine(filled(recordOf(source, article, options, sink), names))}\n`)
}
