import type { JsonValue } from '../../../../shared/model/json.ts'
import type { RoundtripEvidence } from '../../../../shared/model/roundtrip.ts'
import { sentenceAt } from '../../../../shared/text/segment.ts'
import { boundingSpan, type Span } from '../../../../shared/text/span.ts'
import type { DatasetRepository } from '../dataset/repository.ts'
import type { ReadEntityRelation, ReadRelation, RelationFacts } from '../formats/records.ts'
import type { StagedArticle } from './articles.ts'
import type { CanonicalText } from './canonicalText.ts'
import { type Desk, dateOf } from './desk.ts'
import type { EntityDesk } from './entities.ts'
import type { StagedMention } from './mentions.ts'
import type { Placed } from './quotes.ts'
import type { MappedRelationType } from './types.ts'

interface Options {
  readonly desk: Desk
  readonly entities: EntityDesk
  readonly repository: DatasetRepository
}

const spanOf = ({ fragments }: Placed & { ok: true }, { toCanonical }: CanonicalText): Span => {
  const { start, end } = fragments[0]!
  return { start: toCanonical(start), end: toCanonical(end) }
}

const decimal = (given: string | undefined): string =>
  given !== undefined && /^-?\d{1,30}(\.\d{1,30})?$/.test(given) ? given : ''

/** Relations of documents and of graphs → staged relations; each passage that proves one is a piece of evidence. */
export const createRelationDesk = ({ desk, entities, repository }: Options) => {
  let [count, evidence] = [0, 0]
  const numbers = new Map<string, number>()
  const seen = new Set<string>()
  const byUid = new Map<string, number>()
  const unwritten: {
    article: StagedArticle
    passage: RoundtripEvidence
    ends: readonly (number | null)[]
  }[] = []

  /** A mention in a relation has an entity; one that states none gets the entity of its name. */
  const endOf = (mention: StagedMention): number | null => {
    if (mention.type.kind === 'value') return null
    if (mention.entity === null) {
      mention.entity = entities.byName(mention.type, mention.quote)
      if (mention.number > 0) repository.linkMention(mention.number, mention.entity)
    }
    return mention.entity
  }

  /** `key`: relations of one key are one; without it those of the same type, ends and facts are. */
  const stage = (
    type: MappedRelationType,
    [source, target]: readonly [number, number],
    facts: RelationFacts,
    { key, by, how, foreign }: { key: string | undefined; by: number; how: string; foreign?: JsonValue },
  ): number => {
    const { status, validFrom, validTo, currency, share, certainty, note } = facts
    const stated = [status, validFrom, validTo, facts.amount, currency, share, certainty, note]
    const shared = `${key ?? stated.join('\u0000')} ${type.number} ${source} ${target}`
    const known = numbers.get(shared)
    if (known !== undefined) return known
    const isBetweenKnown = source < 0 && target < 0 && key === undefined
    const existing =
      (key === undefined ? undefined : desk.project.relationByUid(key)) ??
      (isBetweenKnown ? desk.project.relationBetween(type.key, -source, -target) : undefined)
    if (existing !== undefined) {
      numbers.set(shared, -existing)
      return -existing
    }
    count += 1
    const uid = desk.uid('relation', key ?? '')
    const amount = decimal(facts.amount)
    repository.stage('relation', [
      ...[count, uid, type.number, source, target, status ?? '', dateOf(validFrom), dateOf(validTo), amount],
      ...[amount === '' ? '' : (currency ?? '').slice(0, 3), decimal(share), certainty ?? 'certain'],
      ...[(note ?? '').toWellFormed(), by, how, desk.at],
    ])
    if (foreign !== undefined) desk.keepForeign(uid, { id: key ?? '', data: foreign })
    numbers.set(shared, count)
    byUid.set(key ?? '', count)
    return count
  }

  const passageOf = (
    stated: Placed | null,
    canonical: CanonicalText,
    both: Span,
    article: StagedArticle,
    name: string,
  ): Span => {
    if (stated?.ok) return spanOf(stated, canonical)
    if (stated) {
      const reason = `the passage "${stated.said.slice(0, 100)}" does not stand where the file says; the sentence of the mentions was taken`
      desk.leave(name, 'import.passage', reason)
    }
    return sentenceAt(article.text, both, article.language)
  }

  return {
    /** A relation of a document with its passage. `place` finds a stated passage in the text as given. */
    add: (
      relation: ReadRelation,
      article: StagedArticle,
      found: ReadonlyMap<string, StagedMention>,
      place: (passage: NonNullable<ReadRelation['passage']>) => Placed,
      canonical: CanonicalText,
      by: number,
      name: string,
    ): void => {
      const type = desk.types.relation(relation.label)
      if (type === null) return
      const told = `the relation ${relation.label} (${relation.id})`
      const [source, target] = [found.get(relation.source), found.get(relation.target)]
      if (!source || !target) {
        desk.leave(name, 'import.no_ends', `${told} misses a mention that stayed out`)
        return
      }
      const [from, to] = [endOf(source), endOf(target)]
      if (from === null || to === null) {
        desk.leave(name, 'import.value_end', `${told} ends in a value, which has no entity`)
        return
      }
      desk.types.allow(type, source.type, target.type)
      const how = relation.suggestion ? 'suggestion' : 'import'
      const placed = relation.passage ? place(relation.passage) : null
      const old =
        article.restored?.relation(type.key, source.span, target.span, {
          uid: relation.relation,
          passage: placed?.ok ? spanOf(placed, canonical) : null,
        }) ?? null
      const facts: RelationFacts = { ...old?.relation, ...relation }
      const number = stage(type, [from, to], facts, { key: relation.relation ?? old?.relation.uid, by, how })
      const both = boundingSpan([source.span, target.span])!
      const passage =
        !relation.passage && old ? old.passage : passageOf(placed, canonical, both, article, name)
      if (passage.start >= passage.end) return
      const key = `${number} ${article.number} ${passage.start} ${passage.end} ${source.number} ${target.number}`
      if (seen.has(key)) return
      seen.add(key)
      const isKnown =
        number < 0 &&
        article.number < 0 &&
        desk.project.hasEvidence(-number, -article.number, passage.start, passage.end)
      if (isKnown) return
      evidence += 1
      const uid = desk.uid('evidence', relation.id)
      const quote = article.text.slice(passage.start, passage.end)
      const note = relation.evidenceNote ?? old?.note ?? ''
      repository.stage('evidence', [
        ...[evidence, uid, number, article.number, passage.start, passage.end, quote],
        ...[source.number, target.number, note.toWellFormed(), by, how, desk.at],
      ])
      desk.keepForeign(uid, {
        id: relation.id,
        ...(relation.foreign !== undefined && { data: relation.foreign }),
      })
    },
    /** A relation between two entities of the set; no passage proves it. */
    addUnproved: (it: ReadEntityRelation, ends: readonly [number, number]): void => {
      const type = desk.types.relation(it.label)
      if (!type) return
      const [source, target] = ends.map((end) => entities.typeOf(end))
      if (source && target) desk.types.allow(type, source, target)
      const foreign = it.foreign === undefined ? {} : { foreign: it.foreign }
      stage(type, ends, it, { key: it.id, by: desk.me, how: 'import', ...foreign })
    },
    /** Passages of an article that only the file beside the set knows; staged by `finish`, behind their relations. */
    keep: (article: StagedArticle, mentionOf: (uid: string) => number | null): void => {
      for (const passage of article.restored?.unwritten ?? []) {
        const ends = [passage.source, passage.target].map((uid) => (uid === null ? null : mentionOf(uid)))
        unwritten.push({ article, passage, ends })
      }
    },
    finish: (): void => {
      for (const { article, passage, ends } of unwritten) {
        const number = byUid.get(passage.relation)
        const { start, end, note, uid } = passage
        if (number === undefined || start >= end || end > article.text.length) continue
        evidence += 1
        repository.stage('evidence', [
          ...[
            evidence,
            desk.uid('evidence', uid),
            number,
            article.number,
            start,
            end,
            article.text.slice(start, end),
          ],
          ...[ends[0] ?? null, ends[1] ?? null, note.toWellFormed(), desk.me, 'import', desk.at],
        ])
      }
    },
    count: () => count,
  }
}
export type RelationDesk = ReturnType<typeof createRelationDesk>
