import type { JsonObject } from '../../../../../shared/model/json.ts'
import { isObject } from '../../../../../shared/model/json.ts'
import { createOffsetMap, type OffsetMap } from '../../../../../shared/text/offsets.ts'
import type { Span } from '../../../../../shared/text/span.ts'
import type { ArticleRow, EntityRow, ExportSource, MentionRow, RelationRow } from '../../format.ts'
import type { MentionRelation } from '../../support/mentionRelations.ts'

/** Characters of context on both sides of a quote. */
const contextLength = 32

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** An IRI for a uid. */
export const iriOf = (uid: string): string =>
  uuid.test(uid) ? `urn:uuid:${uid}` : `urn:ligature:${encodeURIComponent(uid)}`

/** Terms of our own are under one prefix; what they say, no term of the standard says. */
export const context = ['http://www.w3.org/ns/anno.jsonld', { lig: 'urn:ligature:vocabulary:' }]

/** The members that say something. */
const stated = (members: Readonly<Record<string, string>>): JsonObject =>
  Object.fromEntries(Object.entries(members).filter(([, it]) => it !== ''))

const foreignOf = (source: ExportSource, uid: string): JsonObject => {
  const foreign = source.foreign('w3c', uid)
  return isObject(foreign) ? foreign : {}
}

/** An article with its whole text, which the annotations of the page refer to. */
export const documentNode = (source: ExportSource, it: ArticleRow, text: string): JsonObject => ({
  ...foreignOf(source, it.uid),
  id: iriOf(it.uid),
  type: 'Text',
  format: 'text/plain',
  ...stated({
    language: it.language,
    'lig:title': it.title,
    'lig:publishedOn': it.publishedOn,
    'lig:publisher': it.publisher,
    'lig:sourceUrl': it.sourceUrl,
    'lig:status': it.status,
    'lig:note': it.note,
  }),
  value: text,
})

const first = (text: string, from: number): string =>
  Array.from(text.slice(from, from + contextLength * 2))
    .slice(0, contextLength)
    .join('')
const last = (text: string, to: number): string =>
  Array.from(text.slice(Math.max(0, to - contextLength * 2), to))
    .slice(-contextLength)
    .join('')
    .toWellFormed()

/** Text of an article with what its selectors need. */
export interface Place {
  readonly iri: string
  readonly text: string
  readonly map: OffsetMap
}

export const placeOf = (article: ArticleRow, text: string): Place => ({
  iri: iriOf(article.uid),
  text,
  map: createOffsetMap(text),
})

/** A quote with its context, and the position in code points: two selectors for one thing. */
const targetOf = ({ iri, text, map }: Place, { start, end }: Span): JsonObject => ({
  source: iri,
  selector: [
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: last(text, start),
      suffix: first(text, end).toWellFormed(),
    },
    {
      type: 'TextPositionSelector',
      start: map.to('codepoint', start),
      end: map.to('codepoint', end),
    },
  ],
})

const textual = (purpose: string, value: string, format = 'text/plain'): JsonObject[] =>
  value === '' ? [] : [{ type: 'TextualBody', purpose, value, format }]

/** A mention: its type as a tag, what it means by the entity's IRI, its value as JSON, its note as a comment. */
export const mentionNode = (
  source: ExportSource,
  it: MentionRow,
  place: Place,
  person: (uid: string) => string,
): JsonObject => {
  const targets = it.fragments.map((fragment) => targetOf(place, fragment))
  return {
    created: it.madeAt,
    ...foreignOf(source, it.uid),
    id: iriOf(it.uid),
    type: 'Annotation',
    motivation: 'classifying',
    creator: { id: iriOf(it.madeBy), type: 'Person', name: person(it.madeBy) },
    body: [
      ...textual('tagging', it.type),
      ...(it.entityUid === null
        ? []
        : [
            {
              type: 'SpecificResource',
              purpose: 'identifying',
              source: iriOf(it.entityUid),
              'lig:name': it.entityName,
            },
          ]),
      ...textual('describing', it.value, 'application/json'),
      ...textual('commenting', it.note),
    ],
    target: targets.length === 1 ? targets[0]! : targets,
    ...stated({ 'lig:certainty': it.certainty }),
  }
}

const factsOf = (it: RelationRow): JsonObject => ({
  'lig:directed': it.directed,
  ...stated({
    'lig:status': it.status,
    'lig:validFrom': it.validFrom,
    'lig:validTo': it.validTo,
    'lig:amount': it.amount,
    'lig:currency': it.currency,
    'lig:share': it.share,
    'lig:certainty': it.certainty,
    'lig:note': it.note,
  }),
})

/** A relation proved by a passage: the passage is the target, its ends are the annotations it links. */
export const relationNode = (
  source: ExportSource,
  { relation, evidence, source: from, target: to }: MentionRelation,
  place: Place,
  person: (uid: string) => string,
): JsonObject => {
  const end = (role: string, mention: MentionRow): JsonObject => ({
    type: 'SpecificResource',
    purpose: 'linking',
    source: iriOf(mention.uid),
    'lig:role': role,
  })
  return {
    created: evidence.madeAt,
    ...foreignOf(source, evidence.uid),
    id: iriOf(evidence.uid),
    type: 'Annotation',
    motivation: 'linking',
    creator: { id: iriOf(evidence.madeBy), type: 'Person', name: person(evidence.madeBy) },
    body: [
      ...textual('tagging', relation.type),
      end('source', from),
      end('target', to),
      ...textual('commenting', evidence.note),
    ],
    target: targetOf(place, evidence),
    'lig:relation': { id: iriOf(relation.uid), ...factsOf(relation) },
  }
}

export const entityNode = (source: ExportSource, it: EntityRow): JsonObject => ({
  ...foreignOf(source, it.uid),
  id: iriOf(it.uid),
  type: 'lig:Entity',
  'lig:type': it.type,
  label: it.name,
  ...stated({ 'lig:note': it.note }),
  ...(it.aliases.length > 0
    ? { 'lig:aliases': it.aliases.map(({ text, language }) => ({ value: text, language })) }
    : {}),
  ...(it.outsideIds.length > 0
    ? { 'lig:outsideIds': it.outsideIds.map(({ scheme, value }) => ({ scheme, value })) }
    : {}),
  ...(it.position ? { 'lig:position': { ...it.position } } : {}),
})

/** A relation that no passage with two mentions proves. */
export const bareRelationNode = (source: ExportSource, it: RelationRow): JsonObject => ({
  ...foreignOf(source, it.uid),
  id: iriOf(it.uid),
  type: 'lig:Relation',
  'lig:type': it.type,
  'lig:source': iriOf(it.sourceUid),
  'lig:target': iriOf(it.targetUid),
  ...factsOf(it),
})
