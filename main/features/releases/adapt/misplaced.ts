import { type EvidenceRow, type ExportSource, type Misplaced, mentionRelations } from '../../exports/index.ts'

/**
 * The source as a dataset shows it whose format left mentions out or moved them: these mentions are not there or stand
 * where the dataset has them, and evidence whose mention is not there proves nothing.
 */
export const misplacedSource = (
  source: ExportSource,
  misplaced: ReadonlyMap<string, Misplaced>,
): ExportSource => {
  if (misplaced.size === 0) return source
  const isGone = (uid: string): boolean => misplaced.get(uid)?.at === null
  const gone = new Set<string>()
  const goneOf = new Map<number, number>()
  for (const { id } of source.articles()) {
    const mentions = source.mentions(id)
    const out = mentions.filter((it) => isGone(it.uid))
    if (out.length === 0) continue
    for (const { entityUid } of out) {
      if (entityUid === null) continue
      const entity = source.entity(entityUid).id
      goneOf.set(entity, (goneOf.get(entity) ?? 0) + 1)
    }
    for (const it of mentionRelations(source, id, mentions))
      if (isGone(it.source.uid) || isGone(it.target.uid)) gone.add(it.evidence.uid)
  }
  const left = (rows: EvidenceRow[]): EvidenceRow[] => rows.filter((it) => !gone.has(it.uid))
  return {
    ...source,
    countMentions: (entityId) => source.countMentions(entityId) - (goneOf.get(entityId) ?? 0),
    mentions: (articleId) =>
      source
        .mentions(articleId)
        .filter((it) => !isGone(it.uid))
        .map((it) => {
          const at = misplaced.get(it.uid)?.at
          if (!at) return it
          return { ...it, fragments: [{ ...at, quote: source.text(articleId).slice(at.start, at.end) }] }
        }),
    evidenceIn: (articleId) => left(source.evidenceIn(articleId)),
    evidenceOf: (relationId) => left(source.evidenceOf(relationId)),
  }
}
