import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { memoryFile } from '../../../../main/features/imports/files/setFile.ts'
import { cytoscape } from '../../../../main/features/imports/formats/cytoscape/format.ts'
import {
  entitiesIn,
  expectedEntities,
  expectedRelations,
  type Fixture,
  openFixture,
  relationsIn,
} from '../../../support/graphFixture.ts'
import { interop, readFiles, readPath, recognise } from '../../../support/readFormat.ts'

let fixture: Fixture
beforeAll(() => {
  fixture = openFixture()
})
afterAll(() => fixture.close())

const read = (value: unknown) => readFiles(cytoscape, { 'a.cyjs': JSON.stringify(value) })

test('gives back what was exported', async () => {
  const { files } = await fixture.write('cytoscape')
  const { records, problems } = await readFiles(cytoscape, { 'a.cyjs': files['']! })
  expect(problems).toEqual([])
  expect(entitiesIn(records).slice(0, 5)).toEqual(expectedEntities)
  expect(relationsIn(records)).toEqual(expectedRelations)
  const { elements } = JSON.parse(files['']!)
  expect(elements.edges[0].data).toMatchObject({
    interaction: 'invests_in',
    name: 'Google (invests_in) JD.com',
  })
  expect(elements.nodes[0].data).toMatchObject({
    id: 'entity-0',
    name: 'Google',
    shared_name: 'Google',
    type: 'company',
  })
})

test('reads elements as an object and as a list, compound nodes, classes, and ignores styles', async () => {
  const nodes = [
    {
      data: { id: 'a', name: 'ACME', parent: 'g', SUID: 52 },
      position: { x: 1, y: 2 },
      classes: 'firm big',
      locked: true,
    },
    { data: { id: 7, type: 'group' } },
    { data: { name: 'No id' } },
  ]
  const edges = [{ data: { source: 'a', target: 7, interaction: 'owns', name: 'ACME (owns) 7', weight: 2 } }]
  const style = Array.from({ length: 500 }, (_, n) => ({ selector: `#x${n}`, css: { color: 'red' } }))
  const asObject = await read({ style, data: { name: 'g' }, elements: { nodes, edges } })
  const asList = await read({ elements: [...nodes, ...edges] })
  const flat = await read([...nodes.map((it) => ({ group: 'nodes', ...it })), ...edges])
  const expected = [
    {
      ...{ kind: 'entity', id: 'a', label: 'firm', name: 'ACME', position: { x: 1, y: 2, pinned: true } },
      foreign: { id: 'a', classes: 'firm big', parent: 'g', attributes: { SUID: 52 } },
    },
    { kind: 'entity', id: '7', label: 'group', name: '7', foreign: { id: '7' } },
    { kind: 'entity', id: 'node 3', label: 'node', name: 'No id' },
    {
      ...{ kind: 'relation', id: 'edge 1', label: 'owns', source: 'a', target: '7' },
      foreign: { attributes: { weight: 2 } },
    },
  ]
  for (const reading of [asObject, asList, flat]) {
    expect(reading.records.filter((it) => it.kind !== 'setPart')).toEqual(expected)
    expect(reading.problems).toEqual([])
  }
  expect(asObject.records[0]).toEqual({ kind: 'setPart', name: 'data a.cyjs', data: { name: 'g' } })
})

test('tells of elements without data and edges without nodes, and refuses what is no graph', async () => {
  const { problems, records } = await read({
    elements: {
      nodes: [{ data: { id: 'a' } }, null, {}],
      edges: [{ data: { id: 'e', source: 'a', target: 'b' } }],
    },
  })
  expect(records).toHaveLength(1)
  expect(problems.map((it) => [it.place, it.notice.code])).toEqual([
    ['element 2', 'import.graph_no_data'],
    ['element 3', 'import.graph_no_data'],
    ['edge e', 'import.graph_missing_node'],
  ])
  await expect(read({ format_version: '1.0' })).rejects.toMatchObject({
    notice: { code: 'import.graph_no_elements' },
  })
  await expect(readFiles(cytoscape, { 'a.cyjs': '{"elements": {' })).rejects.toMatchObject({
    notice: { code: 'import.json' },
  })
})

test('reads what NetworkX writes: names that are ids, one direction for all', async () => {
  const { records } = await read({
    ...{ data: [['name', 't']], directed: true, multigraph: false },
    elements: {
      nodes: [
        { data: { id: '1', value: 1, name: '1', label: 'ACME AG', kind: 'company' } },
        { data: { id: '2', value: 2, name: '2' } },
      ],
      edges: [{ data: { source: 1, target: 2, relation: 'owns' } }],
    },
  })
  expect(records).toEqual([
    {
      kind: 'entity',
      id: '1',
      label: 'company',
      name: 'ACME AG',
      foreign: { id: '1', attributes: { value: 1 } },
    },
    { kind: 'entity', id: '2', label: 'node', name: '2', foreign: { id: '2', attributes: { value: 2 } } },
    { kind: 'relation', id: 'edge 1', label: 'owns', source: '1', target: '2', directed: true },
  ])
})

test('gives foreign elements and data of the network back to the same format', async () => {
  const fresh = openFixture()
  const keep = (uid: string, data: object) =>
    fresh.db.run("INSERT INTO foreign_part (uid, format, data) VALUES (?, 'cytoscape', ?)", [
      uid,
      JSON.stringify({ data }),
    ])
  keep('entity-0', { id: 'g', attributes: { SUID: 52 }, classes: 'firm' })
  keep('entity-1', { id: 'a', parent: 'g' })
  keep('entity-2', { id: 'b', parent: 'gone' })
  keep('relation-0', { id: 'g', attributes: { weight: 9 } })
  fresh.db.run(
    "INSERT INTO foreign_set_part (format, name, data) VALUES ('cytoscape', 'data x', '{\"k\":1}')",
  )
  const { files } = await fresh.write('cytoscape')
  fresh.close()
  const { data, elements } = JSON.parse(files['']!)
  expect(data).toMatchObject({ k: 1, name: 'project' })
  expect(elements.nodes[0]).toMatchObject({ classes: 'firm', data: { id: 'g', SUID: 52, uid: 'entity-0' } })
  expect(elements.nodes[1].data).toMatchObject({ id: 'a', parent: 'g' })
  expect(elements.nodes[2].data).not.toHaveProperty('parent')
  expect(elements.edges[0].data).toMatchObject({ id: 'relation-0', source: 'g', target: 'a', weight: 9 })
})

test('does not take other JSON for a graph', () => {
  const score = (value: unknown) =>
    recognise(cytoscape, memoryFile('x.json', Buffer.from(JSON.stringify(value))))?.score ?? 0
  expect(score([{ data: { text: 'a task' }, annotations: [] }])).toBe(0)
  expect(score({ id: 1, data: { text: 'x' } })).toBe(0)
  expect(score({ nodes: ['a'], edges: [] })).toBe(0)
  expect(score({ nodes: [{ data: { id: 'a' } }], edges: [] })).toBeGreaterThan(0.6)
})

const real = join(interop, 'graphs/cytoscape')
test.skipIf(!existsSync(real))('reads real files of other tools', async () => {
  const counts: Record<string, number[]> = {}
  for (const name of [
    'abcde',
    'gal',
    'network-compound-nodes',
    'network-curve',
    'network-images',
    'network-styles',
  ]) {
    const { records, problems } = await readPath(cytoscape, join(real, `${name}.json`))
    counts[name] = [entitiesIn(records).length, relationsIn(records).length, problems.length]
  }
  expect(counts).toMatchObject({ abcde: [5, 7, 0], 'network-compound-nodes': [6, 2, 0] })
  expect(counts.gal![0]).toBeGreaterThan(300)
  expect(counts).toMatchInlineSnapshot(`
    {
      "abcde": [
        5,
        7,
        0,
      ],
      "gal": [
        331,
        362,
        0,
      ],
      "network-compound-nodes": [
        6,
        2,
        0,
      ],
      "network-curve": [
        3,
        7,
        0,
      ],
      "network-images": [
        5,
        10,
        0,
      ],
      "network-styles": [
        11,
        13,
        0,
      ],
    }
  `)
})
