import { value as valueSchema } from '../../../../../shared/values/value.ts'
import { entryOf } from '../../files/entryOf.ts'
import type { JsonValue } from '../../files/json.ts'
import { childrenNamed, elementsOf, innerText, type XmlElement } from '../../files/xml.ts'
import type { Notice } from '../../reading/types.ts'
import { factBag, relationFactsIn } from '../featureFacts.ts'
import type {
  ReadDocument,
  ReadEntityRelation,
  ReadFragment,
  ReadMention,
  ReadRecord,
  ReadRelation,
} from '../records.ts'
import type { Entities } from './entities.ts'
import { headerOf, oneLine } from './header.ts'
import { elementXml } from './markup.ts'
import { createPointers, pointersIn } from './pointers.ts'
import { inlineNames, type TeiText } from './text.ts'
import { valueIn } from './values.ts'

export interface TeiPlace {
  readonly id: string
  readonly file: string
  problem(place: string, notice: Notice): void
}

const sure: Readonly<Record<string, 'certain' | 'probable' | 'doubtful'>> = {
  high: 'certain',
  medium: 'probable',
  low: 'doubtful',
}

/** Span groups about language, not about what is named. */
const grammar = /^(pos|morph\w*|lemma\w*|tokens?|sentences?|words?|syntax|dependency|chunks?)$/i

const certaintyOf = ({ attributes }: XmlElement) => {
  const certainty = entryOf(sure, attributes.cert ?? '')
  return certainty ? { certainty } : {}
}

/** All elements of a name, in document order. */
export const allNamed = (element: XmlElement, name: string): XmlElement[] =>
  elementsOf(element).flatMap((it) => [...(it.name === name ? [it] : []), ...allNamed(it, name)])

/** What an element refers to, by `ref`, `ana`, `corresp`, `sameAs` or `key`. */
const meaningOf = (element: XmlElement, entities: Entities): Partial<ReadMention> => {
  const { ref, key, ana, corresp, sameAs } = element.attributes
  const [pointer] = pointersIn(ref ?? sameAs)
  const known = [...pointersIn(ana), ...pointersIn(corresp)].find((it) => entities.isKnown(it))
  const web = pointersIn(ana).find((it) => /^https?:/.test(it))
  const found = pointer ?? known ?? web
  if (found !== undefined) {
    const { entity, outsideId } = entities.of(found)
    return { entity, ...(outsideId && { outsideIds: [outsideId] }) }
  }
  return key ? { entity: `key:${key}` } : {}
}

const labelOfInline = ({ name, attributes }: XmlElement): string =>
  (name === 'name' || name === 'rs') && attributes.type ? attributes.type : name

/** The records of one TEI element that has a text. */
export function* documentOf(
  tei: XmlElement,
  text: TeiText,
  entities: Entities,
  place: TeiPlace,
): Generator<ReadRecord> {
  const byId = new Map<string, XmlElement>()
  const index = (element: XmlElement): void => {
    const id = element.attributes['xml:id']
    if (id !== undefined && !byId.has(id)) byId.set(id, element)
    for (const it of elementsOf(element)) index(it)
  }
  index(tei)
  const pointers = createPointers(tei, text, byId)
  const fragmentsOf = (spans: [number, number][]): ReadFragment[] =>
    spans
      .map(([start, end]) => text.span(start, end))
      .filter((it) => it !== null)
      .sort((a, b) => a.start - b.start)

  const mentions: ReadMention[] = []
  const notes = notesOf(tei)
  const factsFor = (id: string): Partial<ReadMention> => ({
    ...(notes.get(`note ${id}`) && { note: notes.get(`note ${id}`)! }),
    ...parsedValue(notes.get(`normalised ${id}`)),
  })
  for (const [element, [start, end]] of [...text.places].filter(([it]) => inlineNames.has(it.name))) {
    const span = text.span(start, end)
    if (!span) continue
    const id = element.attributes['xml:id'] ?? `inline-${mentions.length + 1}`
    const value = valueIn(element)
    mentions.push({
      id,
      label: labelOfInline(element),
      fragments: [span],
      ...meaningOf(element, entities),
      ...(value && { value }),
      ...certaintyOf(element),
      ...factsFor(id),
      foreign: { element: element.name, attributes: element.attributes },
    })
  }
  mentions.sort((a, b) => a.fragments[0]!.start - b.fragments[0]!.start)

  const passages = new Map<string, ReadFragment>()
  const kept: string[] = []
  for (const group of allNamed(tei, 'spanGrp')) {
    if (grammar.test(group.attributes.type ?? '')) {
      kept.push(elementXml(group))
      continue
    }
    const lost: XmlElement[] = []
    for (const span of childrenNamed(group, 'span')) {
      const spans = pointers.of(span)
      const fragments = spans ? fragmentsOf(spans) : []
      const id = span.attributes['xml:id'] ?? `span-${span.line}-${mentions.length + 1}`
      if (fragments.length === 0) {
        lost.push(span)
        place.problem(`line ${span.line}`, lostSpan(span, place.file))
      } else if (group.attributes.type === 'passages') passages.set(id, fragments[0]!)
      else {
        const said = oneLine(innerText(span))
        const label =
          said !== '' && said.length <= 100 ? said : (span.attributes.type ?? group.attributes.type)
        mentions.push({
          id,
          label: label ?? 'span',
          fragments,
          ...meaningOf(span, entities),
          ...certaintyOf(span),
          ...factsFor(id),
          foreign: { element: 'span', attributes: span.attributes },
        })
      }
    }
    if (lost.length > 0) kept.push(elementXml({ ...group, children: lost }))
  }

  const mentionIds = new Set(mentions.map((it) => it.id))
  const relations: ReadRelation[] = []
  for (const element of allNamed(tei, 'relation')) {
    const pairs = pairsOf(element)
    if (pairs.length === 0) {
      place.problem(`line ${element.line}`, lostRelation(element, place.file))
      kept.push(`<listRelation>${elementXml(element)}</listRelation>`)
    }
    for (const [number, { source, target, directed }] of pairs.entries()) {
      const base = element.attributes['xml:id'] ?? `relation-${element.line}-${relations.length + 1}`
      const id = number === 0 ? base : `${base}-${number + 1}`
      const facts = factsOf(element)
      const label = element.attributes.name ?? element.attributes.type ?? 'relation'
      const shape = { label, ...facts, ...(directed ? {} : { directed }) }
      const [from, to] = [source.replace(/^#/, ''), target.replace(/^#/, '')]
      const passage = passages.get((element.attributes.corresp ?? '').replace(/^#/, ''))
      if (mentionIds.has(from) && mentionIds.has(to)) {
        relations.push({ id, source: from, target: to, ...shape, ...(passage && { passage }) })
      } else if (mentionIds.has(from) || mentionIds.has(to)) {
        place.problem(`line ${element.line}`, lostRelation(element, place.file))
      } else {
        yield {
          kind: 'relation',
          ...shape,
          id: `${place.id}#${id}`,
          source: entities.of(source).entity,
          target: entities.of(target).entity,
        } satisfies ReadEntityRelation
      }
    }
  }
  for (const standOff of childrenNamed(tei, 'standOff'))
    for (const it of elementsOf(standOff)) if (!understood(it)) kept.push(elementXml(it))

  const { facts, kept: header } = headerOf(
    childrenNamed(tei, 'teiHeader')[0],
    tei.attributes['xml:lang'] ?? '',
  )
  yield {
    kind: 'document',
    id: place.id,
    place: place.file,
    file: place.file,
    text: text.text,
    ...(text.isBuilt && { textIsBuilt: true }),
    ...facts,
    mentions,
    relations,
    foreign: {
      header,
      standOff: kept,
      text: { attributes: text.attributes, skeleton: text.skeleton },
    } as unknown as JsonValue,
  } satisfies ReadDocument
}

const ownNotes = new Set(['note', 'normalised'])

const understood = (it: XmlElement): boolean =>
  /^(listOrg|listPerson|listPlace|listObject|listEvent|listNym|listRelation|spanGrp)$/.test(it.name) ||
  (it.name === 'note' && ownNotes.has(it.attributes.type ?? ''))

/** Notes about single spans: by their type and the id they point to. */
const notesOf = (tei: XmlElement): Map<string, string> => {
  const result = new Map<string, string>()
  for (const standOff of childrenNamed(tei, 'standOff'))
    for (const it of childrenNamed(standOff, 'note'))
      result.set(
        `${it.attributes.type ?? 'note'} ${(it.attributes.target ?? '').replace(/^#/, '')}`,
        innerText(it),
      )
  return result
}

const parsedValue = (text: string | undefined): Partial<ReadMention> => {
  if (text === undefined) return {}
  try {
    return { value: valueSchema.parse(JSON.parse(text)) }
  } catch {
    return {}
  }
}

/** Most pairs of one relation element; longer lists are no relations of a text. */
const mostPairs = 400

const pairsOf = ({ attributes }: XmlElement): { source: string; target: string; directed: boolean }[] => {
  const [active, passive, mutual] = [attributes.active, attributes.passive, attributes.mutual].map(pointersIn)
  const directed = active!.flatMap((source) => passive!.map((target) => ({ source, target, directed: true })))
  const both = mutual!.flatMap((source, index) =>
    mutual!.slice(index + 1).map((target) => ({ source, target, directed: false })),
  )
  return [...directed, ...both].slice(0, mostPairs)
}

const factsOf = (element: XmlElement): Partial<ReadRelation> => {
  const texts = new Map(
    childrenNamed(element, 'desc').map((it) => [it.attributes.type ?? 'note', innerText(it)]),
  )
  if (element.attributes.from) texts.set('validFrom', element.attributes.from)
  if (element.attributes.to) texts.set('validTo', element.attributes.to)
  const { directed: _, ...facts } = relationFactsIn(factBag((name) => texts.get(name), new Set()))
  return { ...facts, ...certaintyOf(element) }
}

const lostSpan = (span: XmlElement, file: string): Notice => ({
  code: 'import.tei_span',
  message: `${file}, line ${span.line}: this span points to nothing in the text. It was left out and kept for export.`,
  params: { line: span.line },
})

const lostRelation = (it: XmlElement, file: string): Notice => ({
  code: 'import.tei_relation',
  message: `${file}, line ${it.line}: this relation does not name two ends. It was left out.`,
  params: { line: it.line },
})
