import { afterAll, beforeAll, expect, test } from 'vitest'
import { graphml } from '../../../../main/features/imports/formats/graphml/format.ts'
import {
  entitiesIn,
  expectedEntities,
  expectedRelations,
  type Fixture,
  openFixture,
  relationsIn,
} from '../../../support/graphFixture.ts'
import { readFiles } from '../../../support/readFormat.ts'

let fixture: Fixture
beforeAll(() => {
  fixture = openFixture()
})
afterAll(() => fixture.close())

const wrap = (inside: string, attributes = 'xmlns="http://graphml.graphdrawing.org/xmlns"'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<graphml ${attributes}>${inside}</graphml>`

const read = (inside: string) => readFiles(graphml, { 'a.graphml': wrap(inside) })

test.each([true, false])('gives back what was exported (undirected edges marked: %s)', async (mixed) => {
  const { files, report } = await fixture.write('graphml', { mixed })
  const { records, problems } = await readFiles(graphml, { 'a.graphml': files['']! })
  expect(problems).toEqual([])
  expect(entitiesIn(records).slice(0, 5)).toEqual(expectedEntities)
  expect(relationsIn(records)).toEqual(expectedRelations)
  expect(files['']!.includes('directed="false"')).toBe(mixed)
  expect(report.losses.map((it) => it.what)).not.toContain('exports.loss.outsideIds')
})

test('gives foreign ids and attributes back to the same format', async () => {
  const fresh = openFixture()
  const keep = (uid: string, data: object) =>
    fresh.db.run("INSERT INTO foreign_part (uid, format, data) VALUES (?, 'graphml', ?)", [
      uid,
      JSON.stringify({ data }),
    ])
  keep('entity-0', { id: 'n0', attributes: { score: 0.5, mentions: 'many', tags: ['a', 'b|c'] } })
  keep('entity-1', { id: 'n0', attributes: { score: 7 } })
  keep('relation-1', { id: 'e9', attributes: { weight: 3.5, label: 'Partner von', ok: true }, desc: 'd' })
  const { files } = await fresh.write('graphml')
  const { records } = await readFiles(graphml, { 'a.graphml': files['']! })
  fresh.close()
  const [google, jd] = entitiesIn(records)
  expect(google).toMatchObject({
    id: 'n0',
    foreign: { id: 'n0', attributes: { score: 0.5, mentions: 'many', tags: '["a","b|c"]' } },
  })
  expect(jd).toMatchObject({ id: 'entity-1', foreign: { attributes: { score: 7 } } })
  expect(relationsIn(records)[1]).toMatchObject({
    ...{ id: 'e9', source: 'entity-1', label: 'partners_with' },
    foreign: { id: 'e9', attributes: { weight: 3.5, label: 'Partner von', ok: true }, desc: 'd' },
  })
})

test('reads customary attributes, defaults, list values and leaves the rest foreign', async () => {
  const { records, problems } = await read(`
    <key id="d0" for="node" attr.name="label" attr.type="string"/>
    <key id="d1" for="node" attr.name="Entity Type" attr.type="string"><default>company</default></key>
    <key id="d2" for="node" attr.name="alt_labels" attr.type="string"/>
    <key id="d3" for="node" attr.name="wikidata" attr.type="string"/>
    <key id="d4" for="all" attr.name="score" attr.type="double"/>
    <key id="d5" for="edge" attr.name="relation" attr.type="string"/>
    <key id="d6" for="edge" attr.name="valid_from" attr.type="string"/>
    <graph id="G" edgedefault="undirected">
      <node id="a"><data key="d0"> ACME
 AG</data><data key="d2">Acme | ACME, Inc.</data><data key="d3">https://www.wikidata.org/wiki/Q42</data></node>
      <node id="b"><data key="d1">person</data><data key="d4">1.5</data></node>
      <edge source="a" target="b"><data key="d5">owns</data><data key="d6">2020-05</data><data key="d4">0.25</data></edge>
      <edge id="e" source="b" target="a" directed="true"><data key="nope">x</data></edge>
      <edge id="f" source="b" target="gone"/>
    </graph>`)
  expect(records).toEqual([
    {
      ...{ kind: 'entity', id: 'a', label: 'company', name: 'ACME\n AG' },
      aliases: [
        { text: 'Acme', language: '' },
        { text: 'ACME, Inc.', language: '' },
      ],
      outsideIds: [{ scheme: 'wikidata', value: 'Q42' }],
      foreign: { id: 'a' },
    },
    { kind: 'entity', id: 'b', label: 'person', name: 'b', foreign: { id: 'b', attributes: { score: 1.5 } } },
    {
      ...{ kind: 'relation', id: 'edge 1', label: 'owns', source: 'a', target: 'b', directed: false },
      validFrom: '2020-05',
      foreign: { attributes: { score: 0.25 } },
    },
    {
      ...{ kind: 'relation', id: 'e', label: 'edge', source: 'b', target: 'a', directed: true },
      foreign: { id: 'e', attributes: { nope: 'x' } },
    },
  ])
  expect(problems.map((it) => [it.place, it.notice.code])).toEqual([
    ['key nope', 'import.graph_undeclared'],
    ['edge f', 'import.graph_missing_node'],
  ])
})

test('refuses nested graphs, hyperedges and ports by name and reads the rest', async () => {
  const { records, problems } = await read(`<graph edgedefault="directed">
    <node id="a"><port name="p"/><graph id="in" edgedefault="directed"><node id="x"/><hyperedge/><node id="y"><graph/></node></graph></node>
    <node id="b"/><node id="b"/>
    <hyperedge id="h"><endpoint node="a"/></hyperedge>
    <edge source="a" target="b" sourceport="p"/></graph>`)
  expect(entitiesIn(records).map((it) => it.id)).toEqual(['a', 'b'])
  expect(relationsIn(records)).toMatchObject([
    { source: 'a', target: 'b', foreign: { xml: { sourceport: 'p' } } },
  ])
  expect(problems.map((it) => [it.notice.code, it.notice.params])).toEqual([
    ['import.graph_refused', { element: 'port' }],
    ['import.graph_refused', { element: 'graph' }],
    ['import.graph_refused', { element: 'hyperedge' }],
    ['import.graph_duplicate', { id: 'b' }],
  ])
})

test('reads labels and places that yEd draws, and classes of property graphs', async () => {
  const yEd = await readFiles(graphml, {
    'y.graphml': wrap(
      `<key id="d6" for="node" yfiles.type="nodegraphics"/><key id="d9" for="edge" yfiles.type="edgegraphics"/>
      <graph edgedefault="directed"><node id="n0"><data key="d6"><y:ShapeNode><y:Geometry height="30.0" width="40.0" x="10.0" y="20.0"/>
      <y:Fill color="#FFCC00"/><y:NodeLabel>ACME<y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node><node id="n1"/>
      <edge id="e0" source="n0" target="n1"><data key="d9"><y:PolyLineEdge><y:EdgeLabel>owns</y:EdgeLabel></y:PolyLineEdge></data></edge></graph>`,
      'xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml"',
    ),
  })
  expect(yEd.problems).toEqual([])
  expect(yEd.records).toMatchObject([
    { id: 'n0', name: 'ACME', label: 'node', position: { x: 30, y: 35 } },
    { id: 'n1', name: 'n1' },
    { id: 'e0', label: 'owns', directed: true },
  ])
  const neo4j =
    await read(`<key id="labels" for="node" attr.name="labels"/><key id="name" for="node" attr.name="name"/>
    <key id="label" for="edge" attr.name="label"/><graph edgedefault="directed">
    <node id="n1" labels=":Person:Actor"><data key="labels">:Person:Actor</data><data key="name">Erika</data></node>
    <edge id="e1" source="n1" target="n1" label="KNOWS"><data key="label">KNOWS</data></edge></graph>`)
  expect(neo4j.records).toMatchObject([
    { label: 'Person', name: 'Erika', foreign: { attributes: { labels: ':Person:Actor' } } },
    { label: 'KNOWS', source: 'n1', target: 'n1' },
  ])
  const classes =
    await read(`<key id="l" for="node" attr.name="label"/><key id="n" for="node" attr.name="name"/><graph>
    ${['Ada', 'Bea', 'Cem', 'Dai'].map((it) => `<node id="${it}"><data key="l">Person</data><data key="n">${it}</data></node>`).join('')}</graph>`)
  expect(entitiesIn(classes.records).map((it) => [it.label, it.name])).toContainEqual(['Person', 'Cem'])
})

test('keeps graphs of several files apart, and tells of one that is damaged', async () => {
  const graph = wrap('<graph edgedefault="directed"><node id="n0"/></graph>')
  const { records, problems } = await readFiles(graphml, { 'a.graphml': graph, 'b.graphml': `${graph}<` })
  expect(entitiesIn(records).map((it) => it.id)).toEqual(['a.graphml#n0'])
  expect(problems.map((it) => it.notice.code)).toEqual(['import.xml'])
  await expect(readFiles(graphml, { 'b.graphml': `${graph}<` })).rejects.toMatchObject({
    notice: { code: 'import.xml' },
  })
  await expect(
    readFiles(graphml, { 'b.graphml': '<!DOCTYPE g [<!ENTITY a "b">]><graphml>&a;</graphml>' }),
  ).rejects.toMatchObject({ notice: { code: 'import.xml' } })
})
