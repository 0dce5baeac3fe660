import { articleMetadata } from '../../../../shared/model/article.ts'
import type { JsonValue } from '../../../../shared/model/json.ts'
import { partialDate } from '../../../../shared/model/provenance.ts'
import { foldForIndex } from '../../../../shared/text/search.ts'
import { sentenceAt } from '../../../../shared/text/segment.ts'
import { boundingSpan, type Span } from '../../../../shared/text/span.ts'
import { type TextStore, textHash } from '../../articles/index.ts'
import type { DatasetRepository } from '../dataset/repository.ts'
import type {
  ReadDocument,
  ReadEntityRelation,
  ReadMention,
  ReadRelation,
  RelationFacts,
} from '../formats/records.ts'
import { type CanonicalText, canonicalText } from './canonicalText.ts'
import type { Desk } from './desk.ts'
import type { EntityDesk } from './entities.ts'
import { placeFragments } from './quotes.ts'
import type { MappedType } from './types.ts'
import { type Counting, createCounter } from './units.ts'

/** A mention that was staged or is in the project, as relations need it. */
interface StagedMention {
  /** Negative: a row of the project, negated. */
  readonly number: number
  readonly type: MappedType
  readonly span: Span
  readonly quote: string
  entity: number | null
}

/** An article that documents of the set go into. */
interface StagedArticle {
  readonly number: number
  readonly text: string
  readonly language: string
  /** What stands in the project there already, by type and place. */
  readonly known: ReadonlyMap<string, { id: number; entityId: number | null }>
}

interface Options {
  readonly desk: Desk
  readonly entities: EntityDesk
  readonly repository: DatasetRepository
  readonly texts: TextStore
  readonly counting: Counting
  /** Number of the staged person of a name in the files; null for one whose work stays out. */
  person(annotator: string | undefined): number | null
  /** Best guess at a text's language, BCP 47; '' for none. */
  guessLanguage(text: string): string
}

const clip = (text: string, most: number): string =>
  (text.length > most ? `${text.slice(0, most - 1)}…` : text).toWellFormed()

const longest = {
  title: articleMetadata.shape.title.maxLength ?? 2000,
  publisher: articleMetadata.shape.publisher.maxLength ?? 500,
  sourceUrl: articleMetadata.shape.sourceUrl.maxLength ?? 4000,
}

const dateOf = (given: string | undefined): string =>
  partialDate.safeParse(given ?? '').success ? (given ?? '') : ''
const decimal = (given: string | undefined): string =>
  given !== undefined && /^-?\d{1,30}(\.\d{1,30})?$/.test(given) ? given : ''

/** What an article without a title is called. */
const firstLine = (text: string): string => text.trim().split('\n')[0]!.slice(0, 120)

const placeKey = (type: MappedType, fragments: readonly Span[]): string =>
  `${type.key} ${fragments.map(({ start, end }) => `${start}-${end}`).join(';')}`

/** Stages documents one after the other: article, mentions, relations with their passages. */
export const createDocumentDesk = ({
  desk,
  entities,
  repository,
  texts,
  counting,
  person,
  guessLanguage,
}: Options) => {
  const counts = { documents: 0, mentions: 0, relations: 0, repaired: 0 }
  let [articles, mentions, fragments, relations, evidence] = [0, 0, 0, 0, 0]
  /** Articles of the set by document id and text: two annotators of one document share one. */
  const byDocument = new Map<string, StagedArticle>()
  const relationNumbers = new Map<string, number>()
  const evidenceSeen = new Set<string>()

  const stageArticle = (document: ReadDocument, canonical: CanonicalText): StagedArticle => {
    const { text } = canonical
    const language = (document.language ?? '').slice(0, 35) || guessLanguage(text)
    const { textId } = texts.add(text)
    const { original } = document
    const sourceId = original
      ? texts.addSource({ ...original, encoding: '', extraction: { format: 'annotations' } })
      : null
    const title = clip(document.title || firstLine(text), longest.title)
    const address = document.sourceUrl ?? ''
    articles += 1
    const uid = desk.uid('article', document.id)
    repository.stage('article', [
      ...[
        articles,
        uid,
        textId,
        sourceId,
        title,
        foldForIndex(title),
        language,
        dateOf(document.publishedOn),
      ],
      ...[
        clip(document.publisher ?? '', longest.publisher),
        address.length > longest.sourceUrl ? '' : address,
      ],
      ...[document.status ?? 'unread', (document.note ?? '').toWellFormed(), desk.me, 'import', desk.at],
    ])
    desk.keepForeign(uid, {
      id: document.id,
      file: document.file,
      ...(document.foreign !== undefined && { data: document.foreign }),
    })
    return { number: articles, text, language, known: new Map() }
  }

  const articleFor = (document: ReadDocument, canonical: CanonicalText): StagedArticle | null => {
    const hash = textHash(canonical.text)
    const key = `${document.id}\n${hash}`
    const known = byDocument.get(key)
    if (known) return known
    const existing = desk.mapping.existing === 'copy' ? undefined : desk.project.articleByHash(hash)
    if (existing !== undefined && desk.mapping.existing === 'skip') {
      desk.leave(document.title ?? document.id, 'import.text_here', 'its text is in the project already')
      return null
    }
    const article: StagedArticle =
      existing === undefined
        ? stageArticle(document, canonical)
        : {
            number: -existing,
            text: canonical.text,
            language: (document.language ?? '') || guessLanguage(canonical.text),
            known: desk.project.mentionsOf(existing),
          }
    counts.documents += 1
    byDocument.set(key, article)
    return article
  }

  const wanted = (it: { suggestion?: boolean; rejected?: boolean }): boolean =>
    (!it.suggestion || desk.mapping.suggestions) && (!it.rejected || desk.mapping.rejected)

  const entityOf = (mention: ReadMention, type: MappedType, quote: string): number | null => {
    if (type.kind === 'value') return null
    if (mention.entity !== undefined) {
      const hint = {
        type,
        name: mention.entityName ?? quote,
        ...(mention.outsideIds && { outsideIds: mention.outsideIds }),
      }
      return entities.refer(mention.entity, hint)
    }
    if (mention.outsideIds?.length) {
      const [first] = mention.outsideIds
      return entities.refer(`${first!.scheme} ${first!.value}`, {
        type,
        name: mention.entityName ?? quote,
        outsideIds: mention.outsideIds,
      })
    }
    return desk.mapping.linkByName ? entities.byName(type, quote) : null
  }

  const stageMention = (
    mention: ReadMention,
    article: StagedArticle,
    place: (mention: ReadMention) => ReturnType<typeof placeFragments>,
    canonical: CanonicalText,
    name: string,
  ): StagedMention | null => {
    if (!wanted(mention)) return null
    const by = person(mention.annotator)
    const type = desk.types.entity(mention.label)
    // What the mapping leaves out is the analyst's own word and no finding.
    if (by === null || type === null) return null
    if (mention.fragments.length === 0) {
      desk.leave(name, 'import.no_span', `the mention ${mention.id} has no span`)
      return null
    }
    const placed = place(mention)
    if (!placed.ok) {
      desk.leave(
        name,
        'import.mismatch',
        `${mention.label} "${placed.said.slice(0, 100)}" does not stand where the file says ("${placed.found.slice(0, 100)}" does)`,
      )
      return null
    }
    const spans = placed.fragments
      .map(({ start, end }) => ({ start: canonical.toCanonical(start), end: canonical.toCanonical(end) }))
      .sort((a, b) => a.start - b.start)
    if (spans.some(({ start, end }, index) => start >= end || start < (spans[index - 1]?.end ?? 0))) {
      desk.leave(
        name,
        'import.no_span',
        `the mention ${mention.id} (${mention.label}) is empty or overlaps itself`,
      )
      return null
    }
    if (placed.repaired) counts.repaired += 1
    const quotes = spans.map(({ start, end }) => canonical.text.slice(start, end))
    const quote = quotes.join(' ')
    const span = boundingSpan(spans)!
    const entity = entityOf(mention, type, quote)
    const here = article.known.get(placeKey(type, spans))
    if (here)
      return { number: -here.id, type, span, quote, entity: here.entityId === null ? entity : -here.entityId }
    const value =
      type.kind === 'value' && mention.value?.kind === type.valueKind ? JSON.stringify(mention.value) : ''
    mentions += 1
    counts.mentions += 1
    const uid = desk.uid('mention', mention.id)
    const certainty = mention.certainty ?? (mention.suggestion ? 'doubtful' : 'certain')
    repository.stage('mention', [
      ...[
        mentions,
        uid,
        article.number,
        type.number,
        entity,
        value,
        certainty,
        (mention.note ?? '').toWellFormed(),
      ],
      ...[by, mention.suggestion ? 'suggestion' : 'import', desk.at],
    ])
    spans.forEach(({ start, end }, ordinal) => {
      fragments += 1
      repository.stage('fragment', [fragments, mentions, ordinal, start, end, quotes[ordinal]!])
    })
    desk.keepForeign(uid, { id: mention.id, ...(mention.foreign !== undefined && { data: mention.foreign }) })
    return { number: mentions, type, span, quote, entity }
  }

  /** A mention in a relation has an entity; one that states none gets the entity of its name. */
  const endOf = (mention: StagedMention): number | null => {
    if (mention.type.kind === 'value') return null
    if (mention.entity === null) {
      mention.entity = entities.byName(mention.type, mention.quote)
      if (mention.number > 0) repository.linkMention(mention.number, mention.entity)
    }
    return mention.entity
  }

  const stageRelation = (
    label: string,
    type: NonNullable<ReturnType<Desk['types']['relation']>>,
    ends: readonly [number, number],
    facts: RelationFacts,
    key: string | undefined,
    by: number,
    how: string,
    foreign?: JsonValue,
  ): number => {
    const [source, target] = ends
    const stated = [
      facts.status,
      facts.validFrom,
      facts.validTo,
      facts.amount,
      facts.currency,
      facts.share,
      facts.certainty,
      facts.note,
    ]
    const shared = `${key ?? stated.join('\u0000')} ${type.number} ${source} ${target}`
    const known = relationNumbers.get(shared)
    if (known !== undefined) return known
    const same = key === undefined ? undefined : desk.project.relationByUid(key)
    const existing =
      same ??
      (source < 0 && target < 0 && key === undefined
        ? desk.project.relationBetween(type.key, -source, -target)
        : undefined)
    if (existing !== undefined) {
      relationNumbers.set(shared, -existing)
      return -existing
    }
    relations += 1
    counts.relations += 1
    const uid = desk.uid('relation', key ?? label)
    const amount = decimal(facts.amount)
    repository.stage('relation', [
      ...[
        relations,
        uid,
        type.number,
        source,
        target,
        facts.status ?? '',
        dateOf(facts.validFrom),
        dateOf(facts.validTo),
        amount,
      ],
      ...[
        amount === '' ? '' : (facts.currency ?? '').slice(0, 3),
        decimal(facts.share),
        facts.certainty ?? 'certain',
      ],
      ...[(facts.note ?? '').toWellFormed(), by, how, desk.at],
    ])
    if (foreign !== undefined) desk.keepForeign(uid, { id: key ?? label, data: foreign })
    relationNumbers.set(shared, relations)
    return relations
  }

  const relate = (
    relation: ReadRelation,
    article: StagedArticle,
    found: ReadonlyMap<string, StagedMention>,
    place: (mention: Pick<ReadMention, 'fragments'>) => ReturnType<typeof placeFragments>,
    canonical: CanonicalText,
    name: string,
  ): void => {
    if (!wanted(relation)) return
    const by = person(relation.annotator)
    const type = desk.types.relation(relation.label)
    if (by === null || type === null) return
    const [source, target] = [found.get(relation.source), found.get(relation.target)]
    if (!source || !target) {
      desk.leave(
        name,
        'import.no_ends',
        `the relation ${relation.label} (${relation.id}) misses a mention that stayed out`,
      )
      return
    }
    const [from, to] = [endOf(source), endOf(target)]
    if (from === null || to === null) {
      desk.leave(
        name,
        'import.value_end',
        `the relation ${relation.label} (${relation.id}) ends in a value, which has no entity`,
      )
      return
    }
    desk.types.allow(type, source.type, target.type)
    const how = relation.suggestion ? 'suggestion' : 'import'
    const number = stageRelation(relation.label, type, [from, to], relation, relation.relation, by, how)
    const stated = relation.passage ? place({ fragments: [relation.passage] }) : null
    const both = boundingSpan([source.span, target.span])!
    const passage = stated?.ok
      ? {
          start: canonical.toCanonical(stated.fragments[0]!.start),
          end: canonical.toCanonical(stated.fragments[0]!.end),
        }
      : sentenceAt(article.text, both, article.language)
    if (passage.start >= passage.end) return
    const seen = `${number} ${article.number} ${passage.start} ${passage.end} ${source.number} ${target.number}`
    if (evidenceSeen.has(seen)) return
    evidenceSeen.add(seen)
    if (
      number < 0 &&
      article.number < 0 &&
      desk.project.hasEvidence(-number, -article.number, passage.start, passage.end)
    )
      return
    evidence += 1
    const uid = desk.uid('evidence', relation.id)
    repository.stage('evidence', [
      ...[
        evidence,
        uid,
        number,
        article.number,
        passage.start,
        passage.end,
        article.text.slice(passage.start, passage.end),
      ],
      ...[source.number, target.number, (relation.evidenceNote ?? '').toWellFormed(), by, how, desk.at],
    ])
    desk.keepForeign(uid, {
      id: relation.id,
      ...(relation.foreign !== undefined && { data: relation.foreign }),
    })
  }

  return {
    add: (document: ReadDocument): void => {
      const name = document.title ?? document.id
      const canonical = canonicalText(document.text)
      const article = articleFor(document, canonical)
      if (!article) return
      const counter = createCounter(document.text)
      const counted: Counting = document.unit ? { unit: document.unit, crlfAsOne: false } : counting
      const place = (mention: Pick<ReadMention, 'fragments'>) =>
        placeFragments(document.text, counter, counted, mention.fragments, desk.mapping.repair)
      const found = new Map<string, StagedMention>()
      for (const mention of document.mentions) {
        const staged = stageMention(mention, article, place, canonical, name)
        if (staged && !found.has(mention.id)) found.set(mention.id, staged)
      }
      for (const relation of document.relations) relate(relation, article, found, place, canonical, name)
    },
    /** A relation without a passage, between two entities of the set; no passage will ever prove it. */
    relateEntities: (it: ReadEntityRelation, ends: readonly [number, number]): void => {
      const type = desk.types.relation(it.label)
      if (!type) return
      const [source, target] = ends.map((end) => entities.typeOf(end))
      if (source && target) desk.types.allow(type, source, target)
      stageRelation(it.label, type, ends, it, it.id, desk.me, 'import', it.foreign)
    },
    counts,
  }
}
export type DocumentDesk = ReturnType<typeof createDocumentDesk>
