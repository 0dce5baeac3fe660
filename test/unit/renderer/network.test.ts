import { describe, expect, test } from 'vitest'
import { knownPlace, layoutGraph, shownGraph } from '../../../renderer/views/network/drawn.ts'
import {
  aroundClock,
  bearing,
  diameterOf,
  labelWidth,
  turn,
  widthOf,
} from '../../../renderer/views/network/geometry.ts'
import { chooseLabels } from '../../../renderer/views/network/labels.ts'
import {
  describeGraph,
  edgeColumns,
  nodeColumns,
  sortRows,
} from '../../../renderer/views/network/tableRows.ts'
import { go, goBack, look, pointedAt, startAt } from '../../../renderer/views/network/walk.ts'
import {
  indexGraph,
  nodeWords,
  relationPhrase,
  spokeWords,
  strongestEdge,
} from '../../../renderer/views/network/wording.ts'
import type { NetworkGraph } from '../../../shared/contract/network.ts'
import { formatMessage } from '../../../shared/messages/format.ts'
import { networkMessages } from '../../../shared/messages/network.ts'
import type { Schema } from '../../../shared/model/schema.ts'

const schema: Schema = {
  entityTypes: [
    {
      id: 1,
      uid: 'a',
      key: 'company',
      name: 'Company',
      kind: 'entity',
      valueKind: null,
      colour: 'blue',
      pattern: 'solid',
      label: 'COMPANY',
      shortcut: '1',
      position: 0,
    },
  ],
  relationTypes: [
    {
      id: 1,
      uid: 'b',
      key: 'invests_in',
      name: 'invests in',
      inverseName: 'is financed by',
      directed: true,
      colour: 'vermilion',
      dash: 'solid',
      position: 0,
    },
    {
      id: 2,
      uid: 'c',
      key: 'competes_with',
      name: 'competes with',
      inverseName: '',
      directed: false,
      colour: 'grey',
      dash: 'dashed',
      position: 1,
    },
  ],
  rules: [],
}
const node = (id: number, name: string, mentions: number) => ({
  id,
  typeId: 1,
  name,
  mentions,
  x: null,
  y: null,
  pinned: false,
})
const edge = (
  id: number,
  typeId: number,
  sourceId: number,
  targetId: number,
  evidence: number,
  quote = '',
) => ({
  id,
  typeId,
  sourceId,
  targetId,
  status: '' as const,
  evidence,
  quote,
})
const graph: NetworkGraph = {
  nodes: [node(1, 'Google', 40), node(2, 'JD.com', 60), node(3, 'Ölwerk', 2), node(4, 'Nikkei', 1)],
  edges: [
    edge(1, 1, 1, 2, 4, 'Google steckt Geld in JD.com.'),
    edge(2, 2, 2, 3, 1, 'They compete.'),
    edge(3, 2, 1, 2, 0),
  ],
  total: 4,
}
const index = indexGraph(graph, schema)
const en = ((key: keyof typeof networkMessages, params: Record<string, string | number>) =>
  formatMessage(networkMessages[key], 'en', params)) as never

test('area of a disc follows the mentions, width of a line the evidence; both have an end', () => {
  expect(diameterOf(1)).toBeLessThan(diameterOf(4))
  expect(diameterOf(1_000_000)).toBe(72)
  expect(widthOf(0)).toBeLessThan(widthOf(1))
  expect(widthOf(4)).toBeGreaterThan(widthOf(1))
  expect(widthOf(10_000)).toBe(9)
  expect(labelWidth('谷歌')).toBeGreaterThan(labelWidth('Go'))
})

test('neighbours are walked clockwise from the top', () => {
  const centre = { x: 0, y: 0 }
  const places = {
    west: { x: -1, y: 0 },
    north: { x: 0, y: -1 },
    south: { x: 0, y: 1 },
    east: { x: 1, y: 0 },
  }
  const names = Object.keys(places) as (keyof typeof places)[]
  expect(aroundClock(centre, names, (it) => places[it])).toEqual(['north', 'east', 'south', 'west'])
  expect(bearing(centre, places.west)).toBeCloseTo(1.5 * Math.PI)
  expect([turn(-1, 1, 3), turn(-1, -1, 3), turn(2, 1, 3), turn(0, -1, 3), turn(0, 1, 0)]).toEqual([
    0, 2, 0, 2, -1,
  ])
})

test('a walk turns, goes along an edge and comes back', () => {
  const spokes = [
    { relationId: 1, neighbourId: 2 },
    { relationId: 3, neighbourId: 2 },
    { relationId: 9, neighbourId: 5 },
  ]
  const first = look(startAt(1), spokes, 1, true)
  expect(pointedAt(first, spokes)).toEqual({ entityId: 1, relationId: 1 })
  expect(look(first, spokes, 1, true).spoke).toBe(2)
  expect(look(first, spokes, 1, false).spoke).toBe(1)
  const there = go(first, spokes)
  expect(there).toEqual({ entityId: 2, trail: [1], spoke: -1 })
  expect(goBack(there)).toEqual(startAt(1))
  expect(goBack(first)).toEqual(startAt(1))
  expect(look(startAt(1), [], 1, true).spoke).toBe(-1)
  expect(
    look(look(startAt(1), spokes.slice(0, 2), 1, true), spokes.slice(0, 2), 1, true).spoke,
  ).toBeGreaterThan(-1)
})

test('what is said of nodes and relations names type, count, direction and evidence', () => {
  expect(nodeWords(index, 1, en)).toBe('Google, Company, 2 relations')
  expect(nodeWords(index, 3, en)).toBe('Ölwerk, Company, 1 relation')
  expect(spokeWords(index, 1, 1, 2, 14, en)).toBe('3 of 14: invests in JD.com, 4 passages')
  expect(spokeWords(index, 2, 1, 0, 1, en)).toBe('1 of 1: is financed by Google, 4 passages')
  expect(relationPhrase(schema.relationTypes[1], false)).toBe('competes with')
  expect(strongestEdge(index, 2)?.id).toBe(1)
  expect(strongestEdge(index, 4)).toBeUndefined()
})

test('only related entities are left when so wished', () => {
  expect(shownGraph(graph, false).nodes).toHaveLength(4)
  expect(shownGraph(graph, true).nodes.map((it) => it.id)).toEqual([1, 2, 3])
})

test('a place a person gave wins over one the program found', () => {
  const places = new Map([[1, { x: 5, y: 6 }]])
  expect(knownPlace({ ...graph.nodes[0]!, x: 1, y: 2 }, places)).toEqual({ x: 1, y: 2 })
  expect(knownPlace(graph.nodes[0]!, places)).toEqual({ x: 5, y: 6 })
  expect(knownPlace(graph.nodes[1]!, places)).toBeNull()
})

test('a layout sees nodes and edges by index, and fixes only what has a place', () => {
  const seen = layoutGraph(
    graph,
    (it) => (it.id === 2 ? { x: 7, y: 8 } : null),
    () => true,
  )
  expect([...seen.sources]).toEqual([0, 1, 0])
  expect([...seen.targets]).toEqual([1, 2, 1])
  expect([...seen.fixed]).toEqual([0, 1, 0, 0])
  expect([...seen.positions.slice(2, 4)]).toEqual([7, 8])
})

describe('tables', () => {
  const compare = new Intl.Collator('de').compare
  test('sort by any column as the language sorts', () => {
    const names = sortRows(graph.nodes, nodeColumns, { column: 'name', descending: false }, index, compare)
    expect(names.map((it) => it.name)).toEqual(['Google', 'JD.com', 'Nikkei', 'Ölwerk'])
    const busiest = sortRows(
      graph.nodes,
      nodeColumns,
      { column: 'relations', descending: true },
      index,
      compare,
    )
    expect(busiest.map((it) => it.id)).toEqual([2, 1, 3, 4])
    const proved = sortRows(
      graph.edges,
      edgeColumns,
      { column: 'evidence', descending: true },
      index,
      compare,
    )
    expect(proved.map((it) => it.id)).toEqual([1, 2, 3])
  })
  test('the described network carries names, keys and counts', () => {
    const described = describeGraph(graph, index, () => null)
    expect(described.edges[0]).toMatchObject({
      source: 'Google',
      target: 'JD.com',
      type: 'invests_in',
      evidence: 4,
    })
    expect(described.nodes[1]).toMatchObject({ name: 'JD.com', type: 'company', relations: 3 })
  })
})

test('of two names in one spot the more important is written', () => {
  const thing = (id: number, x: number) => ({ id, x, y: 0, diameter: 20, labelWidth: 60, labelHeight: 15 })
  expect([...chooseLabels([thing(1, 0), thing(2, 30), thing(3, 100)])]).toEqual([1, 3])
  expect([...chooseLabels([thing(2, 30), thing(1, 0), thing(3, 100)])]).toEqual([2, 3])
})
