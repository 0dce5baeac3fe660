import { foldKey } from '../../../../../shared/text/fold.ts'
import { type CheckMaker, quoted } from '../check.ts'

/** Names and outside ids that are kept to be compared. */
const most = 500_000

/**
 * Entities that look like doubles (same type and folded name), identifiers of two, entities without mention. At most
 * 500,000 names and as many identifiers are compared.
 */
export const entityChecks: CheckMaker = (source, tell) => {
  const typeNames = new Map(source.entityTypes.map((it) => [it.key, it.name]))
  const names = new Map<string, string>()
  const identifiers = new Map<string, string>()
  const shared = new Set<string>()

  /** The one known by the key already; else the key is kept. */
  const known = (map: Map<string, string>, key: string, name: string): string | undefined => {
    const other = map.get(key)
    if (other !== undefined) return other
    if (map.size < most) map.set(key, name)
    else tell('notCompared', quoted(name))
    return undefined
  }

  return {
    entity: ({ type, name, outsideIds }, mentions) => {
      const other = known(names, `${type} ${foldKey(name)}`, name)
      if (other !== undefined)
        tell('entityDoubles', `${quoted(name)} – ${quoted(other)} ${typeNames.get(type) ?? type}`)
      for (const it of outsideIds) {
        const key = JSON.stringify([it.scheme, it.value])
        const owner = known(identifiers, key, name)
        if (owner === undefined || shared.has(key)) continue
        shared.add(key)
        tell('sharedIdentifiers', `${it.scheme} ${it.value}: ${quoted(owner)}, ${quoted(name)}`)
      }
      if (mentions === 0) tell('unmentionedEntities', `${quoted(name)} ${typeNames.get(type) ?? type}`)
    },
  }
}
