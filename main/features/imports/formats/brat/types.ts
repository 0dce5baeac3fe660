import type { ReadType } from '../records.ts'
import type { BratConf, BratVisual } from './conf.ts'

/** More pairs than this say "anything"; so does no list at all. */
const mostPairs = 400

type Names = readonly string[] | null

const joinsOf = (pairs: readonly (readonly [Names, Names])[]): ReadType['joins'] | null => {
  const joins = new Map<string, readonly [string, string]>()
  for (const [sources, targets] of pairs) {
    if (!sources || !targets || sources.length * targets.length > mostPairs) return null
    for (const source of sources) {
      for (const target of targets) joins.set(`${source}\t${target}`, [source, target])
    }
  }
  return joins.size === 0 || joins.size > mostPairs ? null : [...joins.values()]
}

/** The types a configuration declares: entities and events as entity types, relations and roles as relation types. */
export const typesOf = (conf: BratConf, visual: BratVisual): ReadType[] => {
  const shown = (label: string): Partial<ReadType> => {
    const [name, colour] = [visual.labels.get(label), visual.colours.get(label)]
    return { ...(name !== undefined && { name }), ...(colour !== undefined && { colour }) }
  }
  const entityLabels = new Set([...conf.entities, ...conf.events.map((it) => it.name)])
  const types: ReadType[] = [...entityLabels].map((label) => ({
    kind: 'type',
    of: 'entity',
    label,
    ...shown(label),
  }))
  const relations = new Map<string, { symmetric: boolean; pairs: [Names, Names][] }>()
  const add = (label: string, symmetric: boolean, source: Names, target: Names): void => {
    const known = relations.get(label)
    if (known) known.pairs.push([source, target])
    else relations.set(label, { symmetric, pairs: [[source, target]] })
  }
  for (const it of conf.relations) add(it.name, it.symmetric, it.sources, it.targets)
  for (const event of conf.events) {
    for (const role of event.roles) add(role.name, false, [event.name], role.types)
  }
  for (const [label, { symmetric, pairs }] of relations) {
    const joins = joinsOf(pairs)
    types.push({
      kind: 'type',
      of: 'relation',
      label,
      ...shown(label),
      directed: !symmetric,
      ...(joins && { joins }),
    })
  }
  return types
}
