import { derivedNames, importedName } from '../../../../shared/formats/graph.ts'
import type { EntityRow, EvidenceRow, Provenance, RelationRow } from '../format.ts'

export type GraphValue = string | number | boolean | readonly string[] | null

/** An attribute of nodes or edges that every graph format writes under the same name. */
export interface GraphAttribute<T> {
  readonly name: string
  readonly type: 'string' | 'int' | 'double' | 'boolean' | 'strings'
  /** '', null and []: left out for this one. */
  of(it: T): GraphValue
}

export type NodeRow = EntityRow & { readonly mentions: number }
export type EdgeRow = RelationRow & { readonly evidence: readonly EvidenceRow[] }

const unique = (values: readonly string[]): string[] => [...new Set(values)]

const provenance: readonly GraphAttribute<Provenance>[] = [
  { name: 'made_by', type: 'string', of: (it) => it.madeBy },
  { name: 'made_how', type: 'string', of: (it) => it.madeHow },
  { name: 'made_at', type: 'string', of: (it) => it.madeAt },
]

/** Parallel to `aliases`; left out where no language is known. */
const aliasLanguages = ({ aliases }: EntityRow): string[] =>
  aliases.some((it) => it.language !== '') ? aliases.map((it) => it.language) : []

/** The scheme ends at the first `=`: its own are percent-encoded. */
export const outsideIdText = ({ scheme, value }: { scheme: string; value: string }): string =>
  `${scheme.replaceAll('%', '%25').replaceAll('=', '%3D')}=${value}`

export const nodeAttributes: readonly GraphAttribute<NodeRow>[] = [
  { name: 'type', type: 'string', of: (it) => it.type },
  { name: 'aliases', type: 'strings', of: (it) => it.aliases.map((alias) => alias.text) },
  { name: 'alias_languages', type: 'strings', of: aliasLanguages },
  { name: 'outside_ids', type: 'strings', of: (it) => it.outsideIds.map(outsideIdText) },
  { name: 'mentions', type: 'int', of: (it) => it.mentions },
  { name: 'note', type: 'string', of: (it) => it.note },
  { name: 'pinned', type: 'boolean', of: (it) => it.position?.pinned ?? null },
  ...provenance,
]

export const edgeAttributes: readonly GraphAttribute<EdgeRow>[] = [
  { name: 'type', type: 'string', of: (it) => it.type },
  { name: 'status', type: 'string', of: (it) => it.status },
  { name: 'evidence', type: 'int', of: (it) => it.evidence.length },
  { name: 'articles', type: 'int', of: (it) => unique(it.evidence.map((proof) => proof.articleUid)).length },
  { name: 'article_uids', type: 'strings', of: (it) => unique(it.evidence.map((proof) => proof.articleUid)) },
  { name: 'amount', type: 'double', of: (it) => it.amount },
  { name: 'currency', type: 'string', of: (it) => it.currency },
  { name: 'share_percent', type: 'double', of: (it) => it.share },
  { name: 'valid_from', type: 'string', of: (it) => it.validFrom },
  { name: 'valid_to', type: 'string', of: (it) => it.validTo },
  { name: 'certainty', type: 'string', of: (it) => it.certainty },
  { name: 'note', type: 'string', of: (it) => it.note },
  // Quotes may hold every separator but this one.
  { name: 'quotes', type: 'string', of: (it) => it.evidence.map((proof) => proof.quote).join('\n') },
  ...provenance,
]

/** Gephi drops edges of weight 0, so a relation without evidence weighs as much as one with a single piece. */
export const weightOf = (edge: EdgeRow): number => Math.max(1, edge.evidence.length)

/** Given-back attributes win over what is only derived, and over the label of an edge, which its type has too. */
export const keptWins = (of: 'node' | 'edge', name: string): boolean =>
  name !== importedName &&
  name !== 'uid' &&
  (derivedNames[of].has(name) || (of === 'edge' && name === 'label'))

export const isLeftOut = (value: GraphValue): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** What the losses of every format without articles are: those are not in a graph of entities. */
export const graphLosses = [
  ...['texts', 'articleFacts', 'articleStatus', 'originals', 'offsets', 'values', 'passages'],
  'schema',
] as const
