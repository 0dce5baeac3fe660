import type { ExportSource, RelationRow } from '../../../exports/index.ts'
import { type ArticleView, type CheckMaker, quoted, type Tell } from '../check.ts'

/** Pairs whose amounts are kept to be compared. */
const mostPairs = 200_000

/** Whether a date is surely later than another, as far as both are known (`2018`, `2018-06`, `2018-06-18`). */
const isLater = (a: string, b: string): boolean => {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length) > b.slice(0, length)
}

const amountOf = ({ amount, currency, validFrom }: RelationRow): string =>
  [amount, currency, validFrom && `(${validFrom})`].filter((it) => it !== '').join(' ')

const relationNames = (source: ExportSource): ((it: RelationRow) => string) => {
  const names = new Map(source.relationTypes.map((it) => [it.key, it.name]))
  return (it) => `${it.sourceName} – ${names.get(it.type) ?? it.type} – ${it.targetName}`
}

/** Whether the schema lets a relation join its ends; a relation type without rules may join anything. */
const createRules = (source: ExportSource): ((it: RelationRow) => boolean) => {
  const key = (...keys: string[]): string => keys.join(' ')
  const allowed = new Set(source.rules.map((it) => key(it.relationType, it.source, it.target)))
  const ruled = new Set(source.rules.map((it) => it.relationType))
  return (it) => {
    if (!ruled.has(it.type)) return true
    const [from, to] = [source.entity(it.sourceUid).type, source.entity(it.targetUid).type]
    return allowed.has(key(it.type, from, to)) || (!it.directed && allowed.has(key(it.type, to, from)))
  }
}

/** Evidence without a mention of one of the relation's entities, or with one that means another entity by now. */
const checkEvidence = (
  source: ExportSource,
  nameOf: (it: RelationRow) => string,
  tell: Tell,
  { name, mentions, evidence }: ArticleView,
): void => {
  if (evidence.length === 0) return
  const meant = new Map(mentions.map((it) => [it.uid, it.entityUid]))
  for (const it of evidence) {
    const relation = source.relation(it.relationUid)
    const hasBoth =
      meant.get(it.sourceMentionUid ?? '') === relation.sourceUid &&
      meant.get(it.targetMentionUid ?? '') === relation.targetUid
    if (!hasBoth) tell('evidenceMentions', `${name}: ${nameOf(relation)}: ${quoted(it.quote)}`)
  }
}

/**
 * Relations: proved, allowed, with facts that fit each other and with amounts that do not differ within a pair. Amounts of
 * at most 200,000 pairs are compared.
 */
export const relationChecks: CheckMaker = (source, tell) => {
  const nameOf = relationNames(source)
  const isAllowed = createRules(source)
  const amounts = new Map<string, { readonly amount: string; readonly shown: string }>()

  const compareAmounts = (it: RelationRow): void => {
    if (it.amount === '') return
    const ends = [it.sourceUid, it.targetUid]
    const key = [it.type, ...(it.directed ? ends : ends.toSorted())].join(' ')
    const amount = `${Number(it.amount)} ${it.currency}`
    const known = amounts.get(key)
    if (known && known.amount !== amount)
      tell('relationAmounts', `${nameOf(it)}: ${amountOf(it)}, ${known.shown}`)
    if (known) return
    if (amounts.size < mostPairs) amounts.set(key, { amount, shown: amountOf(it) })
    else tell('notCompared', nameOf(it))
  }

  return {
    article: (view) => checkEvidence(source, nameOf, tell, view),
    relation: (it, evidence) => {
      if (evidence === 0) tell('unprovedRelations', nameOf(it))
      if (!isAllowed(it)) tell('relationRules', nameOf(it))
      if (it.validFrom !== '' && it.validTo !== '' && isLater(it.validFrom, it.validTo))
        tell('relationDates', `${nameOf(it)}: ${it.validFrom} – ${it.validTo}`)
      if (it.share !== '' && (Number(it.share) < 0 || Number(it.share) > 100))
        tell('relationShares', `${nameOf(it)}: ${it.share} %`)
      compareAmounts(it)
    },
  }
}
