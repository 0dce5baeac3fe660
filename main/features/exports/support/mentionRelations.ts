import type { EvidenceRow, ExportSource, MentionRow, RelationRow } from '../format.ts'

/** A relation as formats see it that join mentions: one piece of evidence with both its mentions. */
export interface MentionRelation {
  readonly relation: RelationRow
  readonly evidence: EvidenceRow
  readonly source: MentionRow
  readonly target: MentionRow
}

/** The mention of an entity that a passage means: inside it, else the nearest one before or behind it in the article. */
const nearest = (
  mentions: readonly MentionRow[],
  entityUid: string,
  { start, end }: EvidenceRow,
): MentionRow | null => {
  let best: MentionRow | null = null
  let distance = Number.POSITIVE_INFINITY
  for (const mention of mentions) {
    if (mention.entityUid !== entityUid) continue
    const [first, last] = [mention.fragments[0]!.start, mention.fragments.at(-1)!.end]
    const away = last <= start ? start - last + 1 : first >= end ? first - end + 1 : 0
    if (away < distance) [best, distance] = [mention, away]
  }
  return best
}

/**
 * The relations proved in an article, between two of its mentions: those the evidence names, else the nearest ones of
 * the relation's entities. Evidence without such mentions is not here; the aspect `unprovedRelations` counts it.
 */
export const mentionRelations = (
  source: ExportSource,
  articleId: number,
  mentions: readonly MentionRow[],
): MentionRelation[] => {
  const byUid = new Map(mentions.map((it) => [it.uid, it]))
  /** The mention the evidence names, if it still means the relation's entity. */
  const named = (uid: string | null, entityUid: string): MentionRow | null => {
    const mention = byUid.get(uid ?? '')
    return mention?.entityUid === entityUid ? mention : null
  }
  const result: MentionRelation[] = []
  for (const evidence of source.evidenceIn(articleId)) {
    const relation = source.relation(evidence.relationUid)
    const from =
      named(evidence.sourceMentionUid, relation.sourceUid) ?? nearest(mentions, relation.sourceUid, evidence)
    const to =
      named(evidence.targetMentionUid, relation.targetUid) ?? nearest(mentions, relation.targetUid, evidence)
    if (from && to) result.push({ relation, evidence, source: from, target: to })
  }
  return result
}

/** One span from the first to the last character of a mention, for formats that know no fragments. */
export const envelopeOf = ({ fragments }: Pick<MentionRow, 'fragments'>): { start: number; end: number } => ({
  start: fragments[0]!.start,
  end: fragments.at(-1)!.end,
})
