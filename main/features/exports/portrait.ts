import type {
  ArticleRow,
  Aspect,
  EntityRow,
  ExportSource,
  MentionRow,
  RelationRow,
  RowLoss,
} from './format.ts'
import { mentionRelations } from './support/mentionRelations.ts'

/*
 * What a project says, as plain lines that can be compared: a release with what its formats read back, a release with
 * the one before. Every line knows of which aspects it is made, so that what a format does not hold can be left out on
 * both sides and all else must be equal.
 */

export type Loss = Aspect | RowLoss

/** One thing the project says: about what, in words. */
export interface Fact {
  readonly about: string
  readonly line: string
}

export interface PortraitOptions {
  /** What does not count. */
  readonly lost: ReadonlySet<Loss>
  /** Entities are told apart by type and name, or by uid too (for two states of one project). */
  readonly byUid: boolean
}

export interface ArticlePortrait {
  /** Uid of the article. */
  readonly uid: string
  readonly title: string
  readonly facts: readonly Fact[]
}

/** What XML cannot hold, and what takes its place. */
const unholdable = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffd\ufffe\uffff]/g

interface View {
  readonly text: string
  place(offset: number): number
}

/** The text as far as it counts, and where an offset (UTF-16) is in it. */
const viewOf = (text: string, lost: ReadonlySet<Loss>): View => {
  const held = lost.has('controlCharacters') ? text.replace(unholdable, ' ') : text
  if (!lost.has('whitespace')) return { text: held, place: (offset) => offset }
  const before = new Uint32Array(held.length + 1)
  let count = 0
  for (let at = 0; at < held.length; at += 1) {
    before[at] = count
    if (!/[\s\p{Cc}\u200b]/u.test(held[at]!)) count += 1
  }
  before[held.length] = count
  return { text: held.replace(/[\s\p{Cc}\u200b]+/gu, ''), place: (offset) => before[offset]! }
}

/** Names are one line: an import makes blanks of control characters, and drops those at the ends. */
const nameOf = (name: string, lost: ReadonlySet<Loss>): string =>
  (lost.has('controlCharacters') ? name.replace(unholdable, ' ') : name).replace(/\p{Cc}+/gu, ' ').trim()

const entityKey = (
  it: { uid: string; type: string; name: string },
  { byUid, lost }: PortraitOptions,
): string => (byUid ? it.uid : `${it.type} "${nameOf(it.name, lost)}"`)

/** The same in lines that are partly JSON. */
const escaped =
  /\\u(?:00(?:0[0-8bce-f]|1[0-9a-f])|fff[ef])|\\[bf]|[\x00-\x08\x0b\x0c\x0e-\x1f\ufffd\ufffe\uffff]/gi

export const createPortrait = (source: ExportSource, options: PortraitOptions) => {
  const { lost } = options
  const counts = (...aspects: readonly Loss[]): boolean => aspects.every((it) => !lost.has(it))
  const people = new Map([...source.persons()].map((it) => [it.uid, it.name]))
  const made = (it: { madeBy: string; madeHow: string; madeAt: string }): string =>
    `${people.get(it.madeBy) ?? it.madeBy}, ${it.madeHow}, ${it.madeAt}`

  const keyOf = (uid: string): string => entityKey(source.entity(uid), options)

  const spanOf = ({ fragments }: MentionRow, view: View): string => {
    const whole = lost.has('discontinuous')
      ? [{ start: fragments[0]!.start, end: fragments.at(-1)!.end }]
      : fragments
    return whole.map(({ start, end }) => `${view.place(start)}–${view.place(end)}`).join(' + ')
  }

  const articleFacts = (article: ArticleRow, about: string, view: View): Fact[] => {
    const facts: Fact[] = [{ about, line: `text ${JSON.stringify(view.text)}` }]
    if (counts('articleFacts')) {
      const { language, publishedOn, publisher, sourceUrl } = article
      // An article without a title is called by its first line wherever it goes.
      const title = nameOf(
        article.title || source.text(article.id).trim().split('\n')[0]!.slice(0, 120),
        lost,
      )
      facts.push({ about, line: JSON.stringify({ title, language, publishedOn, publisher, sourceUrl }) })
    }
    if (counts('articleStatus')) facts.push({ about, line: `status ${article.status}` })
    if (counts('notes') && article.note !== '')
      facts.push({ about, line: `note ${JSON.stringify(article.note)}` })
    if (counts('provenance')) facts.push({ about, line: `made ${made(article)}` })
    if (counts('originals') && article.sourceId !== null) {
      const { name, bytes } = source.original(article)!
      facts.push({ about, line: `original ${name}, ${bytes.length} bytes` })
    }
    return facts
  }

  const mentionFacts = (mention: MentionRow, where: string, view: View): Fact[] => {
    const quote = mention.fragments.map((it) => it.quote).join(' … ')
    const about = `${where}, ${mention.type} “${quote.slice(0, 60)}”`
    const facts: Fact[] = [{ about, line: `mention ${mention.type} at ${spanOf(mention, view)}` }]
    const at = `at ${mention.type} ${spanOf(mention, view)}`
    if (counts('links') && mention.entityUid !== null)
      facts.push({ about, line: `${at} means ${keyOf(mention.entityUid)}` })
    if (counts('values') && mention.value !== '')
      facts.push({ about, line: `${at} value ${canonicalJson(mention.value)}` })
    if (counts('doubts') && mention.certainty !== 'certain')
      facts.push({ about, line: `${at} ${mention.certainty}` })
    if (counts('notes') && mention.note !== '')
      facts.push({ about, line: `${at} note ${JSON.stringify(mention.note)}` })
    if (counts('provenance')) facts.push({ about, line: `${at} made ${made(mention)}` })
    return facts
  }

  const evidenceFacts = (
    article: ArticleRow,
    mentions: readonly MentionRow[],
    where: string,
    view: View,
  ): Fact[] => {
    if (!counts('relations')) return []
    const joined = mentionRelations(source, article.id, mentions)
    const proofs = new Set(joined.map((it) => it.evidence.uid))
    const others = counts('unprovedRelations')
      ? source.evidenceIn(article.id).filter((it) => !proofs.has(it.uid))
      : []
    const loose = others.map((it): Fact => {
      const { type, sourceUid, targetUid } = source.relation(it.relationUid)
      const ends = `${keyOf(sourceUid)} → ${keyOf(targetUid)}`
      return {
        about: where,
        line: `passage ${type} ${ends} at ${view.place(it.start)}–${view.place(it.end)}`,
      }
    })
    return loose.concat(
      joined.flatMap(({ relation, evidence, source: from, target: to }) => {
        const about = `${where}, ${relation.type} ${relation.sourceName} → ${relation.targetName}`
        const ends = `${spanOf(from, view)} → ${spanOf(to, view)}`
        const at = `evidence ${relation.type} ${ends}`
        const facts: Fact[] = [{ about, line: at }]
        if (counts('passages'))
          facts.push({
            about,
            line: `${at} passage ${view.place(evidence.start)}–${view.place(evidence.end)}`,
          })
        if (counts('links')) {
          facts.push({
            about,
            line: `${at} proves ${keyOf(relation.sourceUid)} → ${keyOf(relation.targetUid)}`,
          })
        }
        if (counts('notes') && evidence.note !== '')
          facts.push({ about, line: `${at} note ${JSON.stringify(evidence.note)}` })
        if (counts('provenance')) facts.push({ about, line: `${at} made ${made(evidence)}` })
        return facts
      }),
    )
  }

  /** `number`: the article's place in the dataset, from 1; it names the article where uids do not count. */
  const article = (it: ArticleRow, number: number): ArticlePortrait => {
    const view = viewOf(source.text(it.id), lost)
    const where = it.title === '' ? `article ${number}` : it.title
    const mentions = source.mentions(it.id)
    return {
      uid: it.uid,
      title: it.title,
      facts: held([
        ...articleFacts(it, where, view),
        ...(counts('offsets') ? mentions.flatMap((mention) => mentionFacts(mention, where, view)) : []),
        ...(counts('offsets') ? evidenceFacts(it, mentions, where, view) : []),
      ]),
    }
  }

  const entityFacts = (entity: EntityRow): Fact[] => {
    const key = entityKey(entity, options)
    const about = entity.name
    const facts: Fact[] = [{ about, line: `entity ${entity.type} "${nameOf(entity.name, lost)}"` }]
    const add = (aspect: Loss, line: string): void => {
      if (counts(aspect)) facts.push({ about, line: `${key} ${line}` })
    }
    for (const { text, language } of entity.aliases)
      add('aliases', `alias ${JSON.stringify([text, language])}`)
    for (const { scheme, value } of entity.outsideIds)
      add('outsideIds', `id ${JSON.stringify([scheme, value])}`)
    if (entity.position) add('positions', `stands at ${JSON.stringify(entity.position)}`)
    if (entity.note !== '') add('notes', `note ${JSON.stringify(entity.note)}`)
    add('provenance', `made ${made(entity)}`)
    return facts
  }

  /** Is a relation proved by two mentions somewhere in scope? */
  const isProved = (relation: RelationRow): boolean =>
    source.evidenceOf(relation.id).some((evidence) => {
      const mentions = source.mentions(evidence.articleId)
      return [relation.sourceUid, relation.targetUid].every((uid) =>
        mentions.some((it) => it.entityUid === uid),
      )
    })

  const relationFacts = (relation: RelationRow): Fact[] => {
    if (!counts('unprovedRelations') && !isProved(relation)) return []
    const about = `${relation.sourceName} → ${relation.targetName}`
    const key = `${relation.type} ${keyOf(relation.sourceUid)} → ${keyOf(relation.targetUid)}`
    const facts: Fact[] = [{ about, line: `relation ${key}` }]
    const { status, validFrom, validTo, amount, currency, share } = relation
    const stated = [status, validFrom, validTo, amount, currency, share]
    if (counts('relationFacts') && stated.some((it) => it !== ''))
      facts.push({ about, line: `${key} ${JSON.stringify(stated)}` })
    if (counts('doubts') && relation.certainty !== 'certain')
      facts.push({ about, line: `${key} ${relation.certainty}` })
    if (counts('notes') && relation.note !== '')
      facts.push({ about, line: `${key} note ${JSON.stringify(relation.note)}` })
    if (counts('provenance')) facts.push({ about, line: `${key} made ${made(relation)}` })
    return facts
  }

  const held = (facts: readonly Fact[]): Fact[] =>
    lost.has('controlCharacters')
      ? facts.map(({ about, line }) => ({ about, line: line.replace(escaped, ' ') }))
      : [...facts]

  return {
    *articles(): Generator<ArticlePortrait> {
      if (!counts('texts')) return
      let number = 0
      for (const it of source.articles()) {
        number += 1
        yield article(it, number)
      }
    },
    *network(): Generator<Fact> {
      if (counts('links')) {
        const related = new Set<string>()
        if (!counts('unmentionedEntities') && counts('relations')) {
          for (const it of source.relations()) {
            if (counts('unprovedRelations') || isProved(it)) related.add(it.sourceUid).add(it.targetUid)
          }
        }
        for (const it of source.entities()) {
          if (counts('unmentionedEntities') || related.has(it.uid) || source.countMentions(it.id) > 0)
            yield* held(entityFacts(it))
        }
        if (counts('relations')) for (const it of source.relations()) yield* held(relationFacts(it))
      }
      if (counts('schema')) {
        for (const { key, name, kind, valueKind } of source.entityTypes) {
          yield { about: name, line: `type ${JSON.stringify({ key, name, kind, valueKind })}` }
        }
        for (const { key, name, inverseName, directed } of source.relationTypes) {
          yield { about: name, line: `relation type ${JSON.stringify({ key, name, inverseName, directed })}` }
        }
      }
    },
  }
}
export type Portrait = ReturnType<typeof createPortrait>

/** JSON with its keys in order, so that equal values are equal lines. */
const canonicalJson = (json: string): string => {
  const ordered = (it: unknown): unknown =>
    typeof it !== 'object' || it === null
      ? it
      : Array.isArray(it)
        ? it.map(ordered)
        : Object.fromEntries(
            Object.entries(it)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([key, value]) => [key, ordered(value)]),
          )
  return JSON.stringify(ordered(JSON.parse(json)))
}
