/// <reference path="./untyped.d.ts" />
import cytoscape from 'cytoscape'
import fcoseExtension from 'cytoscape-fcose'
import { type LayoutRun, nodeCount } from './graph.ts'
import { separate } from './separate.ts'

cytoscape.use(fcoseExtension)

/** fCoSE (Balci and Dogrusoz 2022, doi 10.1109/TVCG.2021.3095303) on a graph without a screen. */
export const fcose: LayoutRun = (graph) => {
  const count = nodeCount(graph)
  const at = (node: number) => ({ x: graph.positions[2 * node]!, y: graph.positions[2 * node + 1]! })
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    style: [{ selector: 'node', style: { width: 'data(w)', height: 'data(h)' } }],
    elements: [
      ...Array.from({ length: count }, (_, node) => ({
        data: { id: `n${node}`, w: graph.widths[node], h: graph.heights[node] },
      })),
      ...Array.from(graph.sources, (source, edge) => ({
        data: { id: `e${edge}`, source: `n${source}`, target: `n${graph.targets[edge]}` },
      })),
    ],
  })
  const fixed = Array.from({ length: count }, (_, node) => node).filter((node) => graph.fixed[node] === 1)
  cy.layout({
    name: 'fcose',
    quality: 'default',
    animate: false,
    fit: false,
    randomize: true,
    idealEdgeLength: 90,
    nodeRepulsion: 14_000,
    edgeElasticity: 0.45,
    gravity: 0.22,
    numIter: 2500,
    ...(fixed.length > 0
      ? { fixedNodeConstraint: fixed.map((node) => ({ nodeId: `n${node}`, position: at(node) })) }
      : {}),
  } as cytoscape.LayoutOptions).run()
  const positions = new Float32Array(2 * count)
  for (let node = 0; node < count; node++) {
    const { x, y } = graph.fixed[node] ? at(node) : cy.getElementById(`n${node}`).position()
    positions[2 * node] = x
    positions[2 * node + 1] = y
  }
  cy.destroy()
  return separate(graph, positions)
}
