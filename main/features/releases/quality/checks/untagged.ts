import type { Span } from '../../../../../shared/text/span.ts'
import { unionSpans } from '../../../../../shared/text/span.ts'
import type { MentionRow } from '../../../exports/index.ts'
import { type CheckMaker, quoted } from '../check.ts'
import { createNameFinder } from '../nameFinder.ts'

/** Tells whether a span shares a character with any of the mentions; asked from left to right. */
const createCover = (mentions: readonly MentionRow[]): ((span: Span) => boolean) => {
  const covered = unionSpans(mentions.flatMap((it) => it.fragments))
  let at = 0
  return ({ start, end }) => {
    while (at < covered.length && covered[at]!.end <= start) at += 1
    return at < covered.length && covered[at]!.start < end
  }
}

/**
 * Names and other names of the scope's entities that stand in an annotated article outside every mention. Articles nobody
 * has annotated yet are left out: there everything is untagged. Names of one character, and those beyond a million
 * characters of names altogether, are not looked for.
 */
export const untaggedCheck: CheckMaker = (_, tell) => {
  const finder = createNameFinder()
  /** Name of the entity by the number of the name. */
  const entities: string[] = []
  const add = (text: string, entity: string): void => {
    if (finder.add(text) === 'full') tell('notCompared', quoted(text))
    entities.push(entity)
  }
  return {
    entity: ({ name, aliases }) => {
      for (const text of new Set([name, ...aliases.map((it) => it.text)])) add(text, name)
    },
    article: ({ article, name, text, mentions }) => {
      const isAnnotated = mentions.length > 0 || article.status === 'done' || article.status === 'reviewed'
      if (!isAnnotated || entities.length === 0) return
      const isCovered = createCover(mentions)
      const left = new Map<string, { readonly entity: string; count: number }>()
      for (const match of finder.find(text)) {
        if (isCovered(match)) continue
        const quote = text.slice(match.start, match.end)
        const known = left.get(quote)
        if (known) known.count += 1
        else left.set(quote, { entity: entities[match.name]!, count: 1 })
      }
      for (const [quote, { entity, count }] of left) {
        const meant = entity === quote ? '' : ` (${entity})`
        tell('untagged', `${name}: ${quoted(quote)}${meant} ×${count}`, count)
      }
    },
  }
}
