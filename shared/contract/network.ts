import { z } from 'zod'
import { articleFilter } from '../model/article.ts'
import { id } from '../model/provenance.ts'
import { relationStatus } from '../model/relation.ts'
import { command, query } from './define.ts'

export const networkFilter = z.strictObject({
  /** Entity types shown; absent = all. */
  entityTypeIds: z.array(id).optional(),
  /** Relation types shown; absent = all. */
  relationTypeIds: z.array(id).optional(),
  /** Only entities whose name or alias contains this. Their neighbours stay. */
  text: z.string().max(500).optional(),
  /** Only what these articles mention and prove. */
  articles: articleFilter.optional(),
})
export type NetworkFilter = z.infer<typeof networkFilter>

export const networkNode = z.strictObject({
  id,
  typeId: id,
  name: z.string(),
  /** Mentions within the filtered articles. */
  mentions: z.int(),
  x: z.number().nullable(),
  y: z.number().nullable(),
  pinned: z.boolean(),
})

export const networkEdge = z.strictObject({
  id,
  typeId: id,
  sourceId: id,
  targetId: id,
  status: relationStatus,
  /** Passages that prove it within the filtered articles; 0 is drawn hollow. */
  evidence: z.int(),
  /** The strongest passage, shown on hover; empty without evidence. */
  quote: z.string(),
})

export const networkGraph = z.strictObject({
  nodes: z.array(networkNode),
  edges: z.array(networkEdge),
  /** How many entities pass the filter in all; `nodes` holds the strongest of them. */
  total: z.int(),
})
export type NetworkGraph = z.infer<typeof networkGraph>

export const network = {
  graph: query({
    doc: 'The strongest entities under a filter, the relations between them, and where they stand.',
    input: z.strictObject({ filter: networkFilter, limit: z.int().min(1).max(5000) }),
    output: networkGraph,
    reads: ['entity', 'alias', 'mention', 'relation', 'evidence', 'article', 'node_position'],
  }),
  moveNodes: command({
    doc: 'Remembers where nodes stand. Dragging one node repeatedly is one step.',
    input: z.strictObject({
      nodes: z
        .array(z.strictObject({ entityId: id, x: z.number(), y: z.number(), pinned: z.boolean() }))
        .min(1)
        .max(10_000),
      /** Told apart in the history: a person dragged, or a layout ran. */
      by: z.enum(['drag', 'layout', 'pin']),
    }),
    output: z.strictObject({}),
  }),
}
