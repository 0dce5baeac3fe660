import { isObject, type JsonObject } from '../../../../../shared/model/json.ts'
import type { Span } from '../../../../../shared/text/span.ts'
import type { ExportSource, MentionRow } from '../../format.ts'
import { foreignOf, relationFacts, underLigature, without } from '../../support/jsonFacts.ts'
import { envelopeOf, type MentionRelation } from '../../support/mentionRelations.ts'

const formatId = 'label-studio'

/** Code points of a span of the article's text. */
export type ToUnit = (span: Span) => Span

/** What was said of a mention in controls of its own, at the same place and under the same id. */
const saidOf = (it: MentionRow): { control: string; type: string; content: JsonObject }[] => {
  const area = (control: string, text: string) =>
    text === '' ? [] : [{ control, type: 'textarea', content: { text: [text] } }]
  return [
    ...(it.certainty === 'certain' || it.certainty === ''
      ? []
      : [{ control: 'certainty', type: 'choices', content: { choices: [it.certainty] } }]),
    ...area('entity', it.entityName),
    ...area('value', it.value),
    ...area('note', it.note),
  ]
}

/** A mention as results of one id: its label, and one more for each thing said of it. */
export const regionResults = (
  source: ExportSource,
  mention: MentionRow,
  text: string,
  toUnit: ToUnit,
): JsonObject[] => {
  const span = envelopeOf(mention)
  const { start, end } = toUnit(span)
  const kept = foreignOf(source, formatId, mention.uid)
  const meta = {
    ...(isObject(kept.meta) ? kept.meta : {}),
    ...underLigature(mention.entityUid === null ? {} : { entity: mention.entityUid }),
  }
  const common = { to_name: 'text', origin: 'manual' }
  const others = Array.isArray(kept.results) ? kept.results.filter(isObject) : []
  return [
    {
      ...common,
      // Who was above a region and which model proposed it is said in ids of the first export.
      ...without(kept, 'meta', 'value', 'results', 'prediction', 'parentID'),
      id: mention.uid,
      from_name: 'label',
      type: 'labels',
      value: {
        ...(isObject(kept.value) ? kept.value : {}),
        ...{ start, end, text: text.slice(span.start, span.end), labels: [mention.type] },
      },
      ...(Object.keys(meta).length > 0 && { meta }),
    },
    ...saidOf(mention).map(({ control, type, content }) => ({
      ...common,
      id: mention.uid,
      from_name: control,
      type,
      value: { start, end, ...content },
    })),
    ...others.map((it) => ({
      ...it,
      id: mention.uid,
      value: { ...(isObject(it.value) ? it.value : {}), start, end },
    })),
  ]
}

export const relationResult = (source: ExportSource, it: MentionRelation, toUnit: ToUnit): JsonObject => {
  const kept = foreignOf(source, formatId, it.evidence.uid)
  const facts = without(relationFacts(it, toUnit(it.evidence)), 'directed')
  return {
    ...without(kept, 'meta', 'labels'),
    type: 'relation',
    from_id: it.source.uid,
    to_id: it.target.uid,
    direction: it.relation.directed ? 'right' : 'bi',
    labels: [it.relation.type],
    meta: { ...(isObject(kept.meta) ? kept.meta : {}), ...underLigature(facts) },
  }
}
