import type { EntityRow, EvidenceRow, ExportSink, ExportSource, RelationRow } from '../../format.ts'
import { createXmlText } from '../../support/xml.ts'

interface Key<T> {
  readonly name: string
  readonly type: 'string' | 'int' | 'double'
  /** '' and null: the key is left out for this one. */
  of(it: T): string | number | null
}

type Node = EntityRow & { mentions: number }
type Edge = RelationRow & { evidence: readonly EvidenceRow[] }

/** GraphML has no lists: names and uids are joined by this, quotes (which may hold it) by a line end. */
const separator = ' | '

const unique = (values: readonly string[]): string[] => [...new Set(values)]

const nodeKeys: readonly Key<Node>[] = [
  { name: 'label', type: 'string', of: (it) => it.name },
  { name: 'type', type: 'string', of: (it) => it.type },
  {
    name: 'aliases',
    type: 'string',
    of: (it) => unique(it.aliases.map((alias) => alias.text)).join(separator),
  },
  { name: 'mentions', type: 'int', of: (it) => it.mentions },
  { name: 'note', type: 'string', of: (it) => it.note },
  { name: 'x', type: 'double', of: (it) => it.position?.x ?? null },
  { name: 'y', type: 'double', of: (it) => it.position?.y ?? null },
]

const edgeKeys: readonly Key<Edge>[] = [
  { name: 'label', type: 'string', of: (it) => it.type },
  // Gephi drops edges of weight 0, so a relation without evidence weighs as much as one with a single piece.
  { name: 'weight', type: 'double', of: (it) => Math.max(1, it.evidence.length) },
  { name: 'type', type: 'string', of: (it) => it.type },
  { name: 'status', type: 'string', of: (it) => it.status },
  { name: 'evidence', type: 'int', of: (it) => it.evidence.length },
  { name: 'articles', type: 'int', of: (it) => unique(it.evidence.map((proof) => proof.articleUid)).length },
  {
    name: 'article_uids',
    type: 'string',
    of: (it) => unique(it.evidence.map((proof) => proof.articleUid)).join(separator),
  },
  { name: 'amount', type: 'double', of: (it) => it.amount },
  { name: 'currency', type: 'string', of: (it) => it.currency },
  { name: 'share_percent', type: 'double', of: (it) => it.share },
  { name: 'valid_from', type: 'string', of: (it) => it.validFrom },
  { name: 'valid_to', type: 'string', of: (it) => it.validTo },
  { name: 'certainty', type: 'string', of: (it) => it.certainty },
  { name: 'note', type: 'string', of: (it) => it.note },
  { name: 'quotes', type: 'string', of: (it) => it.evidence.map((proof) => proof.quote).join('\n') },
]

/** GraphML (graphml.graphdrawing.org) with entities as nodes and relations as edges, parallel ones kept apart by id. */
export const write = (source: ExportSource, sink: ExportSink): void => {
  const file = sink.file('network.graphml')
  const xml = createXmlText((text) => sink.lose('exports.loss.controlCharacters', text))

  const declare = <T>(keys: readonly Key<T>[], element: 'node' | 'edge'): void => {
    for (const { name, type } of keys)
      file.write(`<key id="${element}_${name}" for="${element}" attr.name="${name}" attr.type="${type}"/>\n`)
  }
  const data = <T>(keys: readonly Key<T>[], element: 'node' | 'edge', it: T): string => {
    let result = ''
    for (const key of keys) {
      const value = key.of(it)
      if (value !== null && value !== '')
        result += `<data key="${element}_${key.name}">${xml(String(value))}</data>`
    }
    return result
  }

  file.write(
    '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
  )
  declare(nodeKeys, 'node')
  declare(edgeKeys, 'edge')
  file.write(`<graph id="${xml(source.project.uid)}" edgedefault="directed">\n`)
  for (const entity of source.entities()) {
    const node = { ...entity, mentions: source.countMentions(entity.id) }
    file.write(`<node id="${xml(entity.uid)}">${data(nodeKeys, 'node', node)}</node>\n`)
  }
  for (const relation of source.relations()) {
    const edge = { ...relation, evidence: source.evidenceOf(relation.id) }
    const ends = `source="${xml(relation.sourceUid)}" target="${xml(relation.targetUid)}"`
    file.write(
      `<edge id="${xml(relation.uid)}" ${ends} directed="${relation.directed}">${data(edgeKeys, 'edge', edge)}</edge>\n`,
    )
  }
  file.write('</graph>\n</graphml>\n')
}
