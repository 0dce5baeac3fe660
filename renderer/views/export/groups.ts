import type { ExportFormatInfo } from '@shared/contract/exports.ts'

/** What datasets of a format are for, in the order they are offered. */
export const formatGroups = ['project', 'annotations', 'tables', 'graphs', 'knowledge'] as const
export type FormatGroup = (typeof formatGroups)[number]

const groupOf: Readonly<Record<string, FormatGroup>> = {
  'ligature-jsonl': 'project',
  csv: 'tables',
  parquet: 'tables',
  graphml: 'graphs',
  gexf: 'graphs',
  cytoscape: 'graphs',
  pajek: 'graphs',
  neo4j: 'graphs',
  ftm: 'knowledge',
  turtle: 'knowledge',
  jsonld: 'knowledge',
}

type Named = Pick<ExportFormatInfo, 'id' | 'name' | 'extension'>

/** A format nobody has sorted is one for an annotation tool: most are. */
export const groupOfFormat = ({ id }: Pick<Named, 'id'>): FormatGroup => groupOf[id] ?? 'annotations'

/** The formats by what they are for, each group in the order given; groups without any are left out. */
export const inGroups = <F extends Named>(formats: readonly F[]): { group: FormatGroup; formats: F[] }[] =>
  formatGroups
    .map((group) => ({ group, formats: formats.filter((it) => groupOfFormat(it) === group) }))
    .filter((it) => it.formats.length > 0)

/** Whether every word typed occurs in the format's name, ending or description (`textOf` gives that). */
export const matchesTyped = <F extends Named>(
  format: F,
  typed: string,
  textOf: (format: F) => string,
): boolean => {
  const text = `${format.id} ${format.name} ${format.extension} ${textOf(format)}`.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
