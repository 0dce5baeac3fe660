import { createOffsetMap } from '../../../../../shared/text/offsets.ts'
import type { ArticleRow, EntityRow, ExportSink, ExportSource, MentionRow } from '../../format.ts'
import { evidenceFacts, mentionFacts } from '../../support/commentFacts.ts'
import { type MentionRelation, mentionRelations } from '../../support/mentionRelations.ts'
import { type Kept, keptOf, objectsOf, stringsOf } from './foreign.ts'
import { createIds } from './ids.ts'
import {
  argumentNote,
  inOneLine,
  linesOf,
  mentionNote,
  oneLine,
  ownScheme,
  piecesOf,
  relationNote,
} from './names.ts'

interface Span {
  readonly start: number
  readonly end: number
}

interface Written {
  readonly mention: MentionRow
  readonly kept: Kept
  readonly pieces: readonly Span[]
  /** T id; E id where it is an event, else ''. */
  readonly id: string
  readonly event: string
}

/** What a reader makes of pieces: those parted by a line end and blanks alone are one. */
const joined = (text: string, pieces: readonly Span[]): Span[] => {
  const result: Span[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    const gap = last ? text.slice(last.end, piece.start) : ''
    if (last && gap !== '' && gap.trim() === '' && linesOf(gap).length > 1) {
      result[result.length - 1] = { start: last.start, end: piece.end }
    } else result.push(piece)
  }
  return result
}

const sameSpans = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === b.length && a.every((it, index) => it.start === b[index]!.start && it.end === b[index]!.end)

/** A name of a database or an id in one, without the signs that part them. */
const plainWord = (word: string): string => word.replace(/\s+/gu, '_')

/** The standoff lines of one article. `isEvent`: types whose mentions are events. */
export const annotationsOf = (
  source: ExportSource,
  article: ArticleRow,
  text: string,
  isEvent: (type: string) => boolean,
  sink: ExportSink,
): string => {
  const mentions = source.mentions(article.id)
  const numbers = new Map(mentions.map((it, index) => [it.uid, index + 1]))
  const document = keptOf(source, article.uid).data
  const given = stringsOf(document.lines)
  const ids = createIds()
  for (const line of given) ids.reserve(line.split('\t', 1)[0]!)

  const rows = mentions.map((mention) => ({ mention, kept: keptOf(source, mention.uid) }))
  for (const { kept } of rows) {
    ids.reserve(kept.id)
    ids.reserve(String(kept.data.event ?? ''))
    for (const it of objectsOf(kept.data.attributes)) ids.reserve(String(it.id))
  }
  const relations = mentionRelations(source, article.id, mentions).map((it) => ({
    it,
    kept: keptOf(source, it.evidence.uid),
  }))
  for (const { kept } of relations) ids.reserve(kept.id)

  const lines: string[] = []
  const notes: [type: string, target: string, text: string][] = []
  const attributes: string[] = []
  const offsets = createOffsetMap(text)
  const written = new Map<string, Written>()
  for (const { mention, kept } of rows) {
    const pieces = mention.fragments.flatMap((it) => piecesOf(text, it))
    if (pieces.length === 0) {
      const quote = mention.fragments.map((it) => it.quote).join(' ')
      sink.lose('exports.loss.noToken', quote, { uid: mention.uid, at: null })
      continue
    }
    const id = ids.give('T', kept.id)
    const event = isEvent(mention.type) ? ids.give('E', kept.data.event) : ''
    written.set(mention.uid, { mention, kept, pieces, id, event })
    const places = pieces.map((it) => `${offsets.toCodePoint(it.start)} ${offsets.toCodePoint(it.end)}`)
    const quote = pieces.map((it) => text.slice(it.start, it.end)).join(' ')
    lines.push(`${id}\t${mention.type} ${places.join(';')}\t${quote}`)
  }

  const endOf = (it: MentionRow): string | undefined => {
    const found = written.get(it.uid)
    return found && (found.event || found.id)
  }
  const bags = (kept: Kept, target: string, trigger: string): void => {
    for (const it of objectsOf(kept.data.attributes)) {
      const value = typeof it.value === 'string' ? ` ${it.value}` : ''
      const own = ids.give(String(it.id)[0] === 'M' ? 'M' : 'A', it.id)
      attributes.push(oneLine(`${own}\t${it.name} ${it.ofTrigger === true ? trigger : target}${value}`))
    }
    for (const it of objectsOf(kept.data.notes)) notes.push([String(it.type), target, String(it.text)])
  }
  const factsOf = ({ relation, evidence, source: from, target }: MentionRelation): string =>
    inOneLine(
      evidenceFacts(
        { relation, evidence: { ...evidence, note: '' }, source: from, target },
        numbers.get(from.uid)!,
        numbers.get(target.uid)!,
      ),
    )

  const args = new Map<string, string[]>()
  const relationLines: string[] = []
  for (const { it, kept } of relations) {
    const [from, to] = [endOf(it.source), endOf(it.target)]
    if (from === undefined || to === undefined) {
      sink.lose('exports.loss.lostEnds', `${it.relation.sourceName} → ${it.relation.targetName}`)
      continue
    }
    const own = written.get(it.source.uid)!
    if (own.event !== '' && typeof kept.data.event === 'string') {
      const known = args.get(own.event) ?? []
      const count = known.filter(
        (word) => word.split(':')[0]!.replace(/\d+$/, '') === it.relation.type,
      ).length
      const number = typeof kept.data.number === 'string' ? kept.data.number : count > 0 ? `${count + 1}` : ''
      const role = `${it.relation.type}${/^\d*$/.test(number) ? number : ''}`
      args.set(own.event, [...known, `${role}:${to}`])
      notes.push([argumentNote, own.event, `${role} ${factsOf(it)}`])
      continue
    }
    const id = ids.give('R', kept.id)
    const roles = stringsOf(kept.data.roles)
    const [first, second] = roles.length === 2 ? (roles as [string, string]) : ['Arg1', 'Arg2']
    relationLines.push(`${id}\t${it.relation.type} ${first}:${from} ${second}:${to}\t`)
    bags(kept, id, id)
    for (const line of it.evidence.note === '' ? [] : linesOf(it.evidence.note))
      notes.push(['AnnotatorNotes', id, line])
    notes.push([relationNote, id, factsOf(it)])
  }

  const names = new Map<string, EntityRow>()
  for (const { mention, kept, pieces, id, event } of written.values()) {
    if (event !== '') {
      const all = [...(args.get(event) ?? []), ...stringsOf(kept.data.lostArguments)]
      lines.push(`${event}\t${mention.type}:${id} ${all.join(' ')}`)
    }
    bags(kept, event || id, id)
    if (mention.entityUid !== null) {
      const entity = names.get(mention.entityUid) ?? source.entity(mention.entityUid)
      names.set(mention.entityUid, entity)
      const type = typeof kept.data.normalisationType === 'string' ? kept.data.normalisationType : 'Reference'
      const ways = [{ scheme: ownScheme, value: entity.uid }, ...entity.outsideIds]
      for (const [index, { scheme, value }] of ways.entries()) {
        const word = `${plainWord(scheme).replaceAll(':', '_')}:${plainWord(value)}`
        attributes.push(
          `${ids.give('N')}\t${index === 0 ? 'Reference' : type} ${id} ${word}\t${oneLine(entity.name)}`,
        )
      }
    }
    const target = event || id
    for (const line of mention.note === '' ? [] : linesOf(mention.note))
      notes.push(['AnnotatorNotes', target, line])
    const exact = !sameSpans(joined(text, pieces), mention.fragments)
    if (exact || mention.value !== '' || mention.certainty !== 'certain') {
      const number = numbers.get(mention.uid)!
      notes.push([mentionNote, target, inOneLine(mentionFacts(number, { ...mention, note: '' }, exact))])
    }
  }

  const byForeignId = new Map<string, Written>()
  for (const it of written.values()) {
    byForeignId.set(it.id, it)
    if (it.event !== '') byForeignId.set(it.event, it)
  }
  const equivalences = stringsOf(document.equivalences).filter((it) => {
    const members = it
      .split(' ')
      .slice(1)
      .map((id) => byForeignId.get(id)?.mention.entityUid)
    return members.every((uid) => uid != null && uid === members[0])
  })
  const all = [
    ...lines,
    ...relationLines,
    ...attributes,
    ...notes.map(([type, target, said]) => `${ids.give('#')}\t${type} ${target}\t${oneLine(said)}`),
    ...equivalences.map((it) => `*\t${it}`),
    ...given,
  ]
  return all.map((it) => `${it}\n`).join('')
}
