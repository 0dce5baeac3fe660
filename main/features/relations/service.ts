import type { Evidence, EvidenceMark, Relation, RelationAttributes } from '../../../shared/model/relation.ts'
import { type Span, snapToGraphemes } from '../../../shared/text/span.ts'
import type { ProjectContext } from '../../core/context.ts'
import { LigatureError, notFound } from '../../core/errors.ts'
import type { Articles } from '../articles/index.ts'
import type { Entities } from '../entities/index.ts'
import type { SchemaService } from '../schema/index.ts'
import { createRelationRepository, type EvidenceRecord, type RelationRecord } from './repository.ts'

export interface Passage {
  articleId: number
  span: Span
  sourceMentionId?: number
  targetMentionId?: number
  note?: string
}

export interface Relations {
  /** @throws not_found */
  get(id: number): Relation
  marks(articleId: number): EvidenceMark[]
  /** @throws not_allowed when the schema does not let this type join the two ends. */
  state(request: {
    typeId: number
    sourceId: number
    targetId: number
    evidence?: Passage
    attributes?: Partial<RelationAttributes>
  }): { id: number; evidenceId: number | null; created: boolean }
  update(id: number, patch: Partial<RelationAttributes> & { typeId?: number; swap?: boolean }): void
  remove(ids: readonly number[]): void
  addEvidence(relationId: number, passage: Passage): number
  moveEvidence(id: number, span: Span): void
  removeEvidence(ids: readonly number[]): void
  /** `Google invests in JD.com`, for the history. */
  describe(id: number): { source: string; relation: string; target: string }
  /** The relation a passage proves. @throws not_found */
  relationOfEvidence(id: number): number
}

const nothingStated: RelationAttributes = {
  status: '',
  validFrom: '',
  validTo: '',
  amount: null,
  currency: '',
  share: null,
  certainty: 'certain',
  note: '',
}

const parsed = (decimal: string): number | null => (decimal === '' ? null : Number(decimal))

interface Needs {
  articles: Articles
  entities: Entities
  schema: SchemaService
}

export const createRelations = (
  context: ProjectContext,
  { articles, entities, schema }: Needs,
): Relations => {
  const repository = createRelationRepository(context)

  const record = (id: number): RelationRecord => {
    const found = repository.find(id)
    if (!found) throw notFound('relation', id)
    return found
  }

  const assertMayJoin = (typeId: number, sourceId: number, targetId: number): void => {
    const type = schema.relationType(typeId)
    const source = entities.get(sourceId)
    const target = entities.get(targetId)
    if (sourceId === targetId) {
      throw new LigatureError('not_allowed', `"${source.name}" cannot be joined to itself.`, {
        name: source.name,
      })
    }
    if (!schema.mayJoin(typeId, source.typeId, target.typeId)) {
      const sourceType = schema.entityType(source.typeId).name
      const targetType = schema.entityType(target.typeId).name
      throw new LigatureError(
        'not_allowed',
        `The schema does not let "${type.name}" join ${sourceType} to ${targetType}. Change its rules in the schema, or pick another relation.`,
        { relation: type.name, source: sourceType, target: targetType },
      )
    }
  }

  /** The passage, snapped so that no character is cut, with its quote. @throws span.invalid */
  const quotedPassage = (articleId: number, span: Span): { start: number; end: number; quote: string } => {
    const { content } = articles.text(articleId)
    if (span.end > content.length) {
      throw new LigatureError(
        'span.invalid',
        `The passage ${span.start}–${span.end} reaches beyond the text, which has ${content.length} UTF-16 units.`,
        { start: span.start, end: span.end },
      )
    }
    const { start, end } = snapToGraphemes(content, span)
    return { start, end, quote: content.slice(start, end) }
  }

  const assertMentionOf = (mentionId: number | undefined, articleId: number): void => {
    if (mentionId === undefined) return
    const place = repository.mentionPlace(mentionId)
    if (!place) throw notFound('mention', mentionId)
    if (place.articleId !== articleId) {
      throw new LigatureError('invalid_input', 'The mention stands in another article than the passage.', {
        mentionId,
      })
    }
  }

  const addEvidence = (relationId: number, passage: Passage): number => {
    const { start, end, quote } = quotedPassage(passage.articleId, passage.span)
    assertMentionOf(passage.sourceMentionId, passage.articleId)
    assertMentionOf(passage.targetMentionId, passage.articleId)
    const known = repository.evidenceAt(relationId, passage.articleId, start, end)
    if (known !== null) return known
    return repository.addEvidence({
      relationId,
      articleId: passage.articleId,
      start,
      end,
      quote,
      sourceMentionId: passage.sourceMentionId ?? null,
      targetMentionId: passage.targetMentionId ?? null,
      note: passage.note ?? '',
    })
  }

  /** Where a mention stands within a passage; pieces outside it are left out. */
  const within = (mentionId: number | null, evidence: EvidenceRecord): { start: number; end: number }[] =>
    mentionId === null
      ? []
      : repository
          .piecesOf(mentionId)
          .filter((it) => it.start >= evidence.start && it.end <= evidence.end)
          .map((it) => ({ start: it.start - evidence.start, end: it.end - evidence.start }))

  const paragraphAt = (text: string, offset: number): number => {
    const lines = text.slice(0, offset).split('\n')
    const filled = lines.filter((line) => line.trim() !== '').length
    return lines.at(-1)!.trim() === '' ? filled + 1 : filled
  }

  const complete = (evidence: EvidenceRecord): Evidence => {
    const { madeBy, madeHow, madeAt, ...rest } = evidence
    return {
      ...rest,
      paragraph: paragraphAt(articles.text(evidence.articleId).content, evidence.start),
      sourceSpans: within(evidence.sourceMentionId, evidence),
      targetSpans: within(evidence.targetMentionId, evidence),
      provenance: { madeBy, madeHow, madeAt },
    }
  }

  return {
    get: (id) => {
      const row = record(id)
      return {
        id: row.id,
        uid: row.uid,
        typeId: row.typeId,
        source: { id: row.sourceId, name: row.sourceName, typeId: row.sourceTypeId },
        target: { id: row.targetId, name: row.targetName, typeId: row.targetTypeId },
        status: row.status,
        validFrom: row.validFrom,
        validTo: row.validTo,
        amount: parsed(row.amount),
        currency: row.currency,
        share: parsed(row.share),
        certainty: row.certainty,
        note: row.note,
        evidence: repository.evidenceOf(id).map(complete),
        provenance: { madeBy: row.madeBy, madeHow: row.madeHow, madeAt: row.madeAt },
      }
    },
    marks: (articleId) => repository.marks(articleId),
    state: ({ typeId, sourceId, targetId, evidence, attributes }) => {
      assertMayJoin(typeId, sourceId, targetId)
      const type = schema.relationType(typeId)
      const same = repository.between(typeId, sourceId, targetId)
      const known = same ?? (type.directed ? null : repository.between(typeId, targetId, sourceId))
      const id = known ?? repository.add(typeId, sourceId, targetId, { ...nothingStated, ...attributes })
      if (known !== null && attributes) repository.update(known, attributes)
      if (!evidence) return { id, evidenceId: null, created: known === null }
      // An undirected relation found the other way round: its source is our target.
      const turned = known !== null && same === null
      const passage = turned
        ? {
            ...evidence,
            sourceMentionId: evidence.targetMentionId,
            targetMentionId: evidence.sourceMentionId,
          }
        : evidence
      return { id, evidenceId: addEvidence(id, passage), created: known === null }
    },
    update: (id, { typeId, swap, ...attributes }) => {
      const row = record(id)
      if (typeId !== undefined || swap) {
        const [source, target] = swap ? [row.targetId, row.sourceId] : [row.sourceId, row.targetId]
        assertMayJoin(typeId ?? row.typeId, source, target)
      }
      if (swap) repository.swap(id)
      if (typeId !== undefined) repository.setType(id, typeId)
      repository.update(id, attributes)
    },
    remove: (ids) => repository.remove(ids),
    addEvidence: (relationId, passage) => {
      record(relationId)
      return addEvidence(relationId, passage)
    },
    moveEvidence: (id, span) => {
      const evidence = repository.evidence(id)
      if (!evidence) throw notFound('evidence', id)
      const { start, end, quote } = quotedPassage(evidence.articleId, span)
      repository.moveEvidence(id, start, end, quote)
    },
    removeEvidence: (ids) => repository.removeEvidence(ids),
    describe: (id) => {
      const row = record(id)
      return {
        source: row.sourceName,
        relation: schema.relationType(row.typeId).name,
        target: row.targetName,
      }
    },
    relationOfEvidence: (id) => {
      const evidence = repository.evidence(id)
      if (!evidence) throw notFound('evidence', id)
      return evidence.relationId
    },
  }
}
