export interface ForeignSet {
  readonly format: string
  readonly files: Readonly<Record<string, string>>
  /** What must come back, word for word. */
  readonly kept: readonly string[]
}

export const json = (it: unknown): string => `${JSON.stringify(it)}\n`

/** Graphs with attributes that a project has no place for. */
export const foreignGraphs: readonly ForeignSet[] = [
  {
    format: 'graphml',
    files: {
      'a.graphml': `<?xml version="1.0" encoding="UTF-8"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="d0" for="node" attr.name="label" attr.type="string"/><key id="d1" for="node" attr.name="keptNode" attr.type="string"/><key id="d2" for="edge" attr.name="keptEdge" attr.type="double"/><graph edgedefault="directed"><node id="a"><data key="d0">Alpha</data><data key="d1">kept-node</data></node><node id="b"><data key="d0">Beta</data></node><edge source="a" target="b"><data key="d2">1.25</data></edge></graph></graphml>`,
    },
    kept: ['keptNode', 'kept-node', 'keptEdge', '1.25'],
  },
  {
    format: 'gexf',
    files: {
      'a.gexf': `<?xml version="1.0" encoding="UTF-8"?><gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed"><attributes class="node"><attribute id="0" title="keptNode" type="string"/></attributes><attributes class="edge"><attribute id="0" title="keptEdge" type="double"/></attributes><nodes><node id="a" label="Alpha"><attvalues><attvalue for="0" value="kept-node"/></attvalues></node><node id="b" label="Beta"/></nodes><edges><edge id="e" source="a" target="b"><attvalues><attvalue for="0" value="1.25"/></attvalues></edge></edges></graph></gexf>`,
    },
    kept: ['keptNode', 'kept-node', 'keptEdge', '1.25'],
  },
  {
    format: 'cytoscape',
    files: {
      'a.cyjs': json({
        data: { name: 'a', keptNetwork: 'kept-network' },
        elements: {
          nodes: [
            { data: { id: 'a', name: 'Alpha', keptNode: 'kept-node' } },
            { data: { id: 'b', name: 'Beta' } },
          ],
          edges: [
            { data: { id: 'e', source: 'a', target: 'b', interaction: 'buys', keptEdge: 'kept-edge' } },
          ],
        },
      }),
    },
    kept: ['kept-network', 'kept-node', 'kept-edge'],
  },
]
