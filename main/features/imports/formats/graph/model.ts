import type { JsonValue } from '../../files/json.ts'

/*
 * A graph as its file gives it, before anything is made of its attributes. Whole in memory: whether an edge's ends exist
 * is only known at the end of the file.
 */

export type Attributes = Map<string, JsonValue>

interface GraphElement {
  /** Null for one without an id of its own. */
  readonly id: string | null
  /** Attributes by name, declared and undeclared, list values as lists. */
  readonly attributes: Attributes
  /** What is neither attribute nor structure, kept under names of the format's reader. */
  readonly foreign: Readonly<Record<string, JsonValue>>
}

export interface GraphNode extends GraphElement {
  /** From the place a format has for it, outside the attributes. */
  readonly name?: string
  readonly label?: string
  readonly position?: { readonly x: number; readonly y: number; readonly pinned?: boolean }
}

export interface GraphEdge extends GraphElement {
  readonly source: string
  readonly target: string
  readonly label?: string
  readonly directed?: boolean
}

export interface Graph {
  /** Written by Ligature: what its writer counted and derived is no data of the graph. */
  readonly own: boolean
  readonly nodes: GraphNode[]
  readonly edges: GraphEdge[]
}
