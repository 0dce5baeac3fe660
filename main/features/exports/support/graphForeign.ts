import { derivedNames, importedName } from '../../../../shared/formats/graph.ts'
import { isObject, type JsonObject, type JsonValue } from '../../../../shared/model/json.ts'
import type { ExportSource } from '../format.ts'

/** What a graph format's reader kept of nodes and edges, as its writer gives it back. */
export interface GraphForeign {
  /** Id of an entity's node: the one it was imported with where no other node has it, else its uid. */
  node(uid: string): string
  /** Id of a relation's edge, likewise. */
  edge(uid: string): string
  /** Kept attributes by name; those a derived attribute of ours hides are named under `imported`. */
  attributes(of: 'node' | 'edge', uid: string): ReadonlyMap<string, JsonValue>
  /** Everything else that was kept. */
  rest(uid: string): JsonObject
  /** Names of kept attributes and the type that holds all their values. */
  readonly nodeNames: ReadonlyMap<string, ForeignType>
  readonly edgeNames: ReadonlyMap<string, ForeignType>
  readonly hasDirected: boolean
  readonly hasUndirected: boolean
}

export type ForeignType = 'boolean' | 'double' | 'string' | 'strings'

const typeOf = (value: JsonValue): ForeignType =>
  typeof value === 'boolean'
    ? 'boolean'
    : typeof value === 'number'
      ? 'double'
      : Array.isArray(value) && value.every((it) => typeof it === 'string')
        ? 'strings'
        : 'string'

/** A value as text; lists that are no lists of names, and objects, as JSON. */
export const foreignText = (value: JsonValue): string =>
  typeof value === 'string' ? value : JSON.stringify(value)

/** Looks through everything once, since attributes are declared before the first node and ids must be unique. */
export const collectForeign = (source: ExportSource, formatId: string): GraphForeign => {
  const bagOf = (uid: string): JsonObject => {
    const bag = source.foreign(formatId, uid)
    return isObject(bag) ? bag : {}
  }
  const attributes = (of: 'node' | 'edge', uid: string): ReadonlyMap<string, JsonValue> => {
    const kept = bagOf(uid).attributes
    const result = new Map<string, JsonValue>()
    if (!isObject(kept)) return result
    for (const [name, value] of Object.entries(kept))
      if (value !== undefined && value !== null) result.set(name, value)
    const hidden = [...result.keys()].filter((it) => derivedNames[of].has(it))
    if (hidden.length > 0) result.set(importedName, hidden)
    return result
  }
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  const look = (of: 'node' | 'edge', uid: string, names: Map<string, ForeignType>): void => {
    const { id } = bagOf(uid)
    if (typeof id === 'string' && !taken.has(id)) {
      taken.add(id)
      ids.set(uid, id)
    }
    for (const [name, value] of attributes(of, uid)) {
      const [known, type] = [names.get(name), typeOf(value)]
      names.set(name, known === undefined || known === type ? type : 'string')
    }
  }
  const nodeNames = new Map<string, ForeignType>()
  const edgeNames = new Map<string, ForeignType>()
  const found = { hasDirected: false, hasUndirected: false }
  for (const { uid } of source.entities()) look('node', uid, nodeNames)
  for (const { uid, directed } of source.relations()) {
    look('edge', uid, edgeNames)
    if (directed) found.hasDirected = true
    else found.hasUndirected = true
  }
  return {
    node: (uid) => ids.get(uid) ?? uid,
    edge: (uid) => ids.get(uid) ?? uid,
    attributes,
    rest: bagOf,
    nodeNames,
    edgeNames,
    ...found,
  }
}
