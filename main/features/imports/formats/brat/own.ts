import type { OffsetMap } from '../../../../../shared/text/offsets.ts'
import { createFacts, exactFragments, mentionFacts, takeFact } from '../../files/commentFacts.ts'
import type { ReadFragment, ReadMention, ReadRelation } from '../records.ts'

/*
 * What this program itself adds to standoff files (exports/formats/brat): a database of its own in normalisations, and
 * notes of private types that hold what brat has no place for.
 */

export const ownScheme = 'Ligature'
export const mentionNote = 'LigatureMention'
export const relationNote = 'LigatureRelation'
/** Note on an event: `ROLE JSON`, for the relation one of its arguments is. */
export const argumentNote = 'LigatureArgument'

const inCodePoints = (map: OffsetMap, it: ReadFragment): ReadFragment => ({
  ...it,
  start: map.toCodePoint(it.start),
  end: map.toCodePoint(it.end),
})

/** What a private note says of a mention; null for a note that is not ours or no longer fits its line. */
export const ownMention = (json: string, text: string, map: OffsetMap): Partial<ReadMention> | null => {
  const facts = createFacts()
  if (!takeFact(facts, 'mention', json)) return null
  const [it] = facts.mentions.values()
  const exact = exactFragments(text, it!)
  const { label: _, entity: __, ...said } = mentionFacts(it!)
  return {
    ...said,
    ...(exact && { fragments: exact.map((fragment) => inCodePoints(map, fragment)) }),
  }
}

/** What a private note says of a relation line. */
export const ownRelation = (
  json: string,
  text: string,
  map: OffsetMap,
): (Partial<ReadRelation> & { id: string }) | null => {
  const facts = createFacts()
  if (!takeFact(facts, 'relation', json)) return null
  const { source: _, target: __, label: ___, passage, ...said } = facts.relations[0]!
  if (!passage) return said
  const [start, end, quote] = passage
  return text.slice(start, end) === quote && start < end
    ? { ...said, passage: inCodePoints(map, { start, end, quote }) }
    : said
}
