import type { CleaningRule } from '../../../../shared/model/recipe.ts'
import { textHash } from '../../articles/index.ts'
import type { ArticleRow, EvidenceRow, ExportSource, FragmentRow, MentionRow } from '../../exports/index.ts'
import { type CleanText, cleanText } from './cleanText.ts'

/** Cleaned texts kept, for rows that come in another order than the articles. */
const textsKept = 50

/** What goes of one article. */
export interface Went {
  /** SHA-256 of the cleaned text. */
  readonly hash: string
  /** UTF-16 code units. */
  readonly characters: number
  /** Mentions and pieces of evidence of nothing but characters that go; they are left out. */
  readonly mentions: number
  readonly evidence: number
}

/** What cleaning does to a source: found out once, for all the sources that show a part of it. */
export interface Cleaning {
  readonly rule: CleaningRule
  /** Articles whose text changes, by id. */
  readonly went: ReadonlyMap<number, Went>
  readonly uids: ReadonlySet<string>
  /** Uids of the mentions that are left out, and how many they are of an entity. */
  readonly lost: ReadonlySet<string>
  readonly lostOf: ReadonlyMap<number, number>
  /** A mention that is left out, in words; '' without any. */
  readonly example: string
}

export const cleansNothing = ({ invisible, blanks, nfc }: CleaningRule): boolean =>
  !invisible && !blanks && !nfc

const moved = (clean: CleanText, { start, end }: FragmentRow): FragmentRow => {
  const [from, to] = [clean.place(start), clean.place(end)]
  return { start: from, end: to, quote: clean.text.slice(from, to) }
}

/** Fragments at their new places; those of which nothing is left go, and neighbours that now touch are one. */
const movedAll = (clean: CleanText, fragments: readonly FragmentRow[]): FragmentRow[] => {
  const result: FragmentRow[] = []
  for (const fragment of fragments) {
    const it = moved(clean, fragment)
    if (it.start === it.end) continue
    const last = result.at(-1)
    if (last?.end === it.start)
      result[result.length - 1] = { start: last.start, end: it.end, quote: last.quote + it.quote }
    else result.push(it)
  }
  return result
}

const boundariesIn = (source: ExportSource, articleId: number): number[] =>
  [...source.mentions(articleId).flatMap((it) => it.fragments), ...source.evidenceIn(articleId)].flatMap(
    ({ start, end }) => [start, end],
  )

/** Looks every text through. */
export const findCleaning = (
  source: ExportSource,
  rule: CleaningRule,
  stopIfCancelled: () => void,
): Cleaning => {
  const went = new Map<number, Went>()
  const [uids, lost, lostOf] = [new Set<string>(), new Set<string>(), new Map<number, number>()]
  let example = ''
  if (cleansNothing(rule)) return { rule, went, uids, lost, lostOf, example }
  for (const { id, uid, title } of source.articles()) {
    stopIfCancelled()
    const text = source.text(id)
    const clean = cleanText(text, rule, boundariesIn(source, id))
    if (clean.text === text) continue
    const mentions = source.mentions(id).filter((it) => movedAll(clean, it.fragments).length === 0)
    const evidence = source.evidenceIn(id).filter((it) => clean.place(it.start) === clean.place(it.end))
    for (const it of mentions) {
      lost.add(it.uid)
      if (it.entityUid === null) continue
      const entity = source.entity(it.entityUid).id
      lostOf.set(entity, (lostOf.get(entity) ?? 0) + 1)
    }
    if (mentions.length + evidence.length > 0) example ||= `${title}: ${mentions[0]?.type ?? ''}`
    uids.add(uid)
    went.set(id, {
      hash: textHash(clean.text),
      characters: text.length - clean.text.length,
      ...{ mentions: mentions.length, evidence: evidence.length },
    })
  }
  return { rule, went, uids, lost, lostOf, example }
}

/**
 * The source with its texts cleaned and everything in them moved along. An article whose text changed has no original
 * any more (that no longer says what the text says) and nothing of what other tools kept beside its text.
 */
export const cleanedSource = (source: ExportSource, cleaning: Cleaning): ExportSource => {
  const { rule, went, uids, lost, lostOf } = cleaning
  if (went.size === 0) return source
  const texts = new Map<number, CleanText>()
  const cleaned = (articleId: number): CleanText => {
    let clean = texts.get(articleId)
    if (!clean) {
      clean = cleanText(source.text(articleId), rule, boundariesIn(source, articleId))
      if (texts.size >= textsKept) texts.delete(texts.keys().next().value!)
      texts.set(articleId, clean)
    }
    return clean
  }
  const mentions = (articleId: number): MentionRow[] =>
    source
      .mentions(articleId)
      .filter((it) => !lost.has(it.uid))
      .map((it) => ({ ...it, fragments: movedAll(cleaned(articleId), it.fragments) }))
  const stillThere = (uid: string | null): string | null => (uid !== null && lost.has(uid) ? null : uid)
  const evidence = (rows: EvidenceRow[]): EvidenceRow[] =>
    rows.flatMap((it) => {
      const textHash = went.get(it.articleId)?.hash
      if (textHash === undefined) return [it]
      const place = moved(cleaned(it.articleId), it)
      if (place.start === place.end) return []
      return [
        {
          ...{ ...it, ...place, textHash },
          sourceMentionUid: stillThere(it.sourceMentionUid),
          targetMentionUid: stillThere(it.targetMentionUid),
        },
      ]
    })
  const article = (it: ArticleRow): ArticleRow => {
    const textHash = went.get(it.id)?.hash
    return textHash === undefined ? it : { ...it, textHash, sourceId: null }
  }
  return {
    ...source,
    *articles() {
      for (const it of source.articles()) yield article(it)
    },
    text: (articleId) => (went.has(articleId) ? cleaned(articleId).text : source.text(articleId)),
    mentions: (articleId) => (went.has(articleId) ? mentions(articleId) : source.mentions(articleId)),
    countMentions: (entityId) => source.countMentions(entityId) - (lostOf.get(entityId) ?? 0),
    evidenceIn: (articleId) => evidence(source.evidenceIn(articleId)),
    evidenceOf: (relationId) => evidence(source.evidenceOf(relationId)),
    foreign: (formatId, uid) => (uids.has(uid) ? null : source.foreign(formatId, uid)),
  }
}
