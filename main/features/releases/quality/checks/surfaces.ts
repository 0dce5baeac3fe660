import type { MentionRow } from '../../../exports/index.ts'
import { type CheckMaker, quoted, surfaceOf } from '../check.ts'

/** Wordings that are kept to be compared, and different types or entities kept of one wording. */
const most = { surfaces: 200_000, uses: 8 }

/** What a wording was used for: key of the type or uid of the entity, how often, first in which article. */
interface Use {
  readonly key: string
  readonly name: string
  readonly article: string
  count: number
}

const count = (uses: Use[], key: string, name: string, article: string): void => {
  const known = uses.find((it) => it.key === key)
  if (known) known.count += 1
  else if (uses.length < most.uses) uses.push({ key, name, article, count: 1 })
}

const listed = (surface: string, uses: readonly Use[]): string =>
  `${quoted(surface)}: ${uses.map((it) => `${it.name} ×${it.count} (${it.article})`).join(', ')}`

/** Those used most often in another way come first; equal ones in the order of their signs. */
const inOrder = (surfaces: readonly (readonly [string, readonly Use[]])[]) => {
  const others = (uses: readonly Use[]): number =>
    uses.reduce((sum, it) => sum + it.count, 0) - Math.max(...uses.map((it) => it.count))
  return [...surfaces].sort(([a, ofA], [b, ofB]) => others(ofB) - others(ofA) || (a < b ? -1 : 1))
}

/**
 * The same wording, in the same capitals, with different types or different entities. At most 200,000 wordings are
 * compared over all articles (those met first), at most 8 types and 8 entities of each.
 */
export const surfaceChecks: CheckMaker = (source, tell) => {
  const typeNames = new Map(source.entityTypes.map((it) => [it.key, it.name]))
  const surfaces = new Map<string, { readonly types: Use[]; readonly entities: Use[] }>()

  const within = (article: string, mentions: readonly MentionRow[]): void => {
    const entities = new Map<string, Use[]>()
    for (const it of mentions) {
      if (it.entityUid === null) continue
      const surface = surfaceOf(it)
      const uses = entities.get(surface) ?? []
      entities.set(surface, uses)
      count(uses, it.entityUid, it.entityName, article)
    }
    for (const [surface, uses] of entities) {
      if (uses.length < 2) continue
      const names = uses.map((it) => `${it.name} ×${it.count}`).join(', ')
      tell('surfaceEntitiesInArticle', `${article}: ${quoted(surface)}: ${names}`)
    }
  }

  return {
    article: ({ name, mentions }) => {
      within(name, mentions)
      for (const it of mentions) {
        const surface = surfaceOf(it)
        let known = surfaces.get(surface)
        if (!known) {
          if (surfaces.size >= most.surfaces) {
            tell('notCompared', `${name}: ${quoted(surface)}`)
            continue
          }
          known = { types: [], entities: [] }
          surfaces.set(surface, known)
        }
        count(known.types, it.type, typeNames.get(it.type) ?? it.type, name)
        if (it.entityUid !== null) count(known.entities, it.entityUid, it.entityName, name)
      }
    },
    end: () => {
      const of = (what: 'types' | 'entities') =>
        inOrder(
          [...surfaces].flatMap(([surface, it]) =>
            it[what].length > 1 ? [[surface, it[what]] as const] : [],
          ),
        )
      for (const [surface, uses] of of('types')) tell('surfaceTypes', listed(surface, uses))
      for (const [surface, uses] of of('entities')) {
        // All in one article is told as such.
        if (new Set(uses.map((it) => it.article)).size > 1) tell('surfaceEntities', listed(surface, uses))
      }
    },
  }
}
