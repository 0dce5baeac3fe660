import { isNameEdge } from '../../../../../shared/text/boundary.ts'
import { compareSpans } from '../../../../../shared/text/span.ts'
import type { MentionRow } from '../../../exports/index.ts'
import { type CheckMaker, quoted, surfaceOf } from '../check.ts'

const white = /[\s\u200b\u2060\ufeff]/u
/** Signs no name begins with, and signs no name ends with. A full stop or `!` may belong to a name (`Inc.`, `Yahoo!`). */
const before = /[,;:…)\]}»”"“„«‚‘、，。；：！？）】》」』]/u
const behind = /[,;:…([{„“«"”»‘‚、，。；：（【《「『]/u
const stops = /[.!?！？]/u
const pairs: Readonly<Record<string, string>> = {
  ')': '(',
  ']': '[',
  '}': '{',
  '）': '（',
  '】': '【',
  '》': '《',
  '」': '「',
  '』': '『',
}

/** White space or punctuation at the ends of a mention that is no part of a name. */
const hasLooseEdge = (mention: MentionRow): boolean => {
  const first = mention.fragments[0]!.quote
  const last = mention.fragments.at(-1)!.quote
  const [start, end] = [first[0]!, last.at(-1)!]
  if (white.test(start) || white.test(end) || before.test(start) || behind.test(end)) return true
  const opened = pairs[end]
  const all = surfaceOf(mention)
  if (opened !== undefined && !all.slice(0, -1).includes(opened)) return true
  const closed = Object.keys(pairs).find((it) => pairs[it] === start)
  if (closed !== undefined && !all.includes(closed)) return true
  // The stop of the sentence, if the entity is called by the rest.
  return stops.test(end) && mention.entityName !== '' && mention.entityName === all.slice(0, -1)
}

/** Inside, a mention of several pieces may cut words: `Nord- und Südamerika` holds `Nord-amerika`. */
const cutsWord = (text: string, { fragments }: MentionRow): boolean =>
  !isNameEdge(text, fragments[0]!.start) || !isNameEdge(text, fragments.at(-1)!.end)

const placeOf = ({ fragments }: MentionRow): string =>
  fragments.map(({ start, end }) => `${start}-${end}`).join(' ')

/** Mentions by where they stand: loose edges, cut words, several types at one place, overlaps, nothing meant. */
export const spanChecks: CheckMaker = (source, tell) => {
  const types = new Map(source.entityTypes.map((it) => [it.key, it]))
  const nameOf = (key: string): string => types.get(key)?.name ?? key

  const typesAtPlaces = (name: string, mentions: readonly MentionRow[]): void => {
    const places = new Map<string, MentionRow[]>()
    for (const it of mentions) {
      const place = placeOf(it)
      const same = places.get(place)
      if (same) same.push(it)
      else places.set(place, [it])
    }
    for (const same of places.values()) {
      const keys = new Set(same.map((it) => it.type))
      if (keys.size > 1)
        tell('sameSpanTypes', `${name}: ${quoted(surfaceOf(same[0]!))} ${[...keys].map(nameOf).join(', ')}`)
    }
  }

  /**
   * Two persons may well mark the same place: that is agreement and no overlap. Mentions of several pieces share words
   * with others by their nature and are left out.
   */
  const overlaps = (name: string, mentions: readonly MentionRow[]): void => {
    const whole = mentions
      .filter((it) => it.fragments.length === 1)
      .sort((a, b) => compareSpans(a.fragments[0]!, b.fragments[0]!))
    const reach = new Map<string, { readonly mention: MentionRow; readonly end: number }>()
    for (const it of whole) {
      const key = `${it.type} ${it.madeBy}`
      const [{ start, end }, last] = [it.fragments[0]!, reach.get(key)]
      if (last && last.end > start) {
        const both = `${quoted(surfaceOf(it))} – ${quoted(surfaceOf(last.mention))}`
        tell('overlaps', `${name}: ${both} ${nameOf(it.type)}`)
      }
      if (!last || end > last.end) reach.set(key, { mention: it, end })
    }
  }

  return {
    article: ({ name, text, mentions }) => {
      for (const it of mentions) {
        const about = `${name}: ${quoted(surfaceOf(it))}`
        if (hasLooseEdge(it)) tell('spanEdges', `${name}: “${surfaceOf(it)}”`)
        if (cutsWord(text, it)) tell('cutWords', about)
        const type = types.get(it.type)
        if (type?.kind === 'entity' && it.entityUid === null) tell('unlinked', `${about} ${type.name}`)
        if (type?.kind === 'value' && it.value === '') tell('valueless', `${about} ${type.name}`)
      }
      typesAtPlaces(name, mentions)
      overlaps(name, mentions)
    },
  }
}
