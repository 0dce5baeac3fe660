import type { RoundtripMention } from '../../../../shared/model/roundtrip.ts'
import { boundingSpan, type Span } from '../../../../shared/text/span.ts'
import type { Value } from '../../../../shared/values/value.ts'
import type { DatasetRepository } from '../dataset/repository.ts'
import type { ReadMention } from '../formats/records.ts'
import type { StagedArticle } from './articles.ts'
import type { CanonicalText } from './canonicalText.ts'
import type { Desk } from './desk.ts'
import type { EntityDesk } from './entities.ts'
import type { Placed } from './quotes.ts'
import type { MappedType } from './types.ts'

/** A mention that was staged or is in the project, as relations need it. */
export interface StagedMention {
  /** Negative: a row of the project, negated. */
  readonly number: number
  readonly type: MappedType
  /** As the file has it, over all fragments. */
  readonly span: Span
  readonly quote: string
  entity: number | null
}

interface Options {
  readonly desk: Desk
  readonly entities: EntityDesk
  readonly repository: DatasetRepository
}

const placeKey = (type: MappedType, fragments: readonly Span[]): string =>
  `${type.key} ${fragments.map(({ start, end }) => `${start}-${end}`).join(';')}`

/** Mentions of documents → staged mentions with their fragments. */
export const createMentionDesk = ({ desk, entities, repository }: Options) => {
  let [count, fragments, present] = [0, 0, 0]
  const byOldUid = new Map<string, number>()

  const entityOf = (
    mention: ReadMention,
    type: MappedType,
    quote: string,
    old: RoundtripMention | null,
  ): number | null => {
    if (type.kind === 'value') return null
    const name = mention.entityName ?? quote
    const [first] = mention.outsideIds ?? []
    const id =
      mention.entity ??
      old?.entity ??
      // An id of the outside world is the same entity wherever it stands.
      (first && `${first.scheme} ${first.value}`)
    if (id !== undefined && id !== null) {
      return entities.refer(id, { type, name, ...(mention.outsideIds && { outsideIds: mention.outsideIds }) })
    }
    return desk.mapping.linkByName ? entities.byName(type, quote) : null
  }

  /** The fragments in the canonical text, in order and disjoint; null where they are not. */
  const spansOf = (placed: readonly Span[], { toCanonical }: CanonicalText): Span[] | null => {
    const spans = placed
      .map(({ start, end }) => ({ start: toCanonical(start), end: toCanonical(end) }))
      .sort((a, b) => a.start - b.start)
    const isWrong = spans.some(
      ({ start, end }, index) => start >= end || start < (spans[index - 1]?.end ?? 0),
    )
    return isWrong || spans.length === 0 ? null : spans
  }

  /** The fragments a format had to write as one span, if the file beside it knows them. */
  const fragmentsOf = (spans: Span[], old: RoundtripMention | null): readonly Span[] => {
    if (!old || spans.length !== 1) return spans
    const there = old.written ?? boundingSpan(old.fragments)!
    return there.start === spans[0]!.start && there.end === spans[0]!.end ? old.fragments : spans
  }

  const stage = (
    article: StagedArticle,
    type: MappedType,
    pieces: readonly Span[],
    {
      id,
      entity,
      value,
      certainty,
      note,
    }: { id: string; entity: number | null; value: Value | undefined; certainty: string; note: string },
    { by, how }: { by: number; how: string },
  ): string => {
    count += 1
    const uid = desk.uid('mention', id)
    const ofType = type.kind === 'value' && value?.kind === type.valueKind
    repository.stage('mention', [
      ...[count, uid, article.number, type.number, entity, ofType ? JSON.stringify(value) : ''],
      ...[certainty, note.toWellFormed(), by, how, desk.at],
    ])
    pieces.forEach(({ start, end }, ordinal) => {
      fragments += 1
      repository.stage('fragment', [
        ...[fragments, count, ordinal, start, end, article.text.slice(start, end)],
      ])
    })
    return uid
  }

  return {
    /** Null for a mention that stays out; why is told, unless the mapping itself leaves it out. */
    add: (
      mention: ReadMention,
      article: StagedArticle,
      placed: Placed,
      canonical: CanonicalText,
      by: number,
      name: string,
    ): StagedMention | null => {
      const type = desk.types.entity(mention.label)
      if (type === null) return null
      if (mention.fragments.length === 0 || mention.fragments.every((it) => it.start === it.end)) {
        desk.leave(name, 'import.no_span', `the mention ${mention.id} (${mention.label}) covers no character`)
        return null
      }
      if (!placed.ok) {
        const [said, found] = [placed.said.slice(0, 100), placed.found.slice(0, 100)]
        const reason = `${mention.label} "${said}" does not stand where the file says ("${found}" does)`
        desk.leave(name, 'import.mismatch', reason, { label: mention.label, said, found })
        return null
      }
      const spans = spansOf(placed.fragments, canonical)
      if (!spans) {
        const reason = `the mention ${mention.id} (${mention.label}) is empty or overlaps itself`
        desk.leave(name, 'import.no_span', reason)
        return null
      }
      const old = article.restored?.mention(type.key, spans, mention) ?? null
      const pieces = fragmentsOf(spans, old)
      const quotes = pieces.map(({ start, end }) => canonical.text.slice(start, end))
      const quote = quotes.join(' ')
      const span = boundingSpan(spans)!
      const entity = entityOf(mention, type, quote, old)
      const here = article.known.get(placeKey(type, pieces))
      if (here) {
        present += 1
        return {
          number: -here.id,
          type,
          span,
          quote,
          entity: here.entityId === null ? entity : -here.entityId,
        }
      }
      const facts = {
        id: old?.uid ?? mention.id,
        entity,
        value: mention.value ?? old?.value ?? undefined,
        certainty: mention.certainty ?? old?.certainty ?? (mention.suggestion ? 'doubtful' : 'certain'),
        note: mention.note ?? old?.note ?? '',
      }
      const how = mention.suggestion ? 'suggestion' : 'import'
      const uid = stage(article, type, pieces, facts, { by, how })
      if (old) byOldUid.set(old.uid, count)
      desk.keepForeign(uid, {
        id: mention.id,
        ...(mention.foreign !== undefined && { data: mention.foreign }),
      })
      return { number: count, type, span, quote, entity }
    },
    /** Stages what the format left out of an article and the file beside the set knows. */
    restore: (article: StagedArticle): void => {
      for (const old of article.restored?.leftOut ?? []) {
        const type = byOldUid.has(old.uid) ? null : desk.types.entity(old.type)
        if (type === null || boundingSpan(old.fragments)!.end > article.text.length) continue
        if (article.known.has(placeKey(type, old.fragments))) continue
        const entity =
          type.kind === 'value' || old.entity === null ? null : entities.refer(old.entity, { type, name: '' })
        const facts = { ...old, id: old.uid, entity, value: old.value ?? undefined }
        stage(article, type, old.fragments, facts, { by: desk.me, how: 'import' })
        byOldUid.set(old.uid, count)
      }
    },
    /** The staged mention that had this uid before. */
    restored: (uid: string): number | null => byOldUid.get(uid) ?? null,
    count: () => count,
    /** Mentions that the project has already, at their place and of their type. */
    present: () => present,
  }
}
export type MentionDesk = ReturnType<typeof createMentionDesk>
