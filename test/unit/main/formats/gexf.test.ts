import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gexf } from '../../../../main/features/imports/formats/gexf/format.ts'
import {
  entitiesIn,
  expectedEntities,
  expectedRelations,
  type Fixture,
  openFixture,
  relationsIn,
} from '../../../support/graphFixture.ts'
import { interop, readFiles, readPath } from '../../../support/readFormat.ts'

let fixture: Fixture
beforeAll(() => {
  fixture = openFixture()
})
afterAll(() => fixture.close())

const read = (inside: string, attributes = 'xmlns="http://gexf.net/1.3" version="1.3"') =>
  readFiles(gexf, { 'a.gexf': `<?xml version="1.0"?><gexf ${attributes}>${inside}</gexf>` })

test.each([true, false])('gives back what was exported (undirected edges marked: %s)', async (mixed) => {
  const { files } = await fixture.write('gexf', { mixed })
  const { records, problems } = await readFiles(gexf, { 'a.gexf': files['']! })
  expect(problems).toEqual([])
  expect(entitiesIn(records).slice(0, 5)).toEqual(expectedEntities)
  expect(relationsIn(records)).toEqual(expectedRelations)
  expect(files['']).toContain('kind="partners_with"')
  expect(files['']).toContain('value="[&quot;谷歌&quot;,&quot;Google, Inc.&quot;,&quot;=GOOG&quot;]"')
})

test('reads every notation of lists', async () => {
  const notations = [
    'a |b | c',
    'a ,b , c',
    '[a, b, c]',
    "['a', 'b', \"c\"]",
    '["a", "b", "c"]',
    '["a","b","c"]',
    'a;b;c',
  ]
  const { records } =
    await read(`<graph><attributes class="node"><attribute id="0" title="aliases" type="liststring"/>
    <attribute id="1" title="numbers" type="listfloat"/></attributes><nodes>
    ${notations.map((it, n) => `<node id="${n}" label="n${n}"><attvalues><attvalue for="0" value="${it.replaceAll('"', '&quot;')}"/><attvalue for="1" value="[1, 1.5]"/></attvalues></node>`).join('')}
    <node id="q"><attvalues><attvalue for="0" value="['it\\'s', &quot;say &quot;&quot;hi&quot;&quot;, ok&quot;]"/></attvalues></node>
    </nodes></graph>`)
  const all = entitiesIn(records)
  for (const entity of all.slice(0, -1)) {
    expect(entity.aliases?.map((it) => it.text)).toEqual(['a', 'b', 'c'])
    expect(entity.foreign).toMatchObject({ attributes: { numbers: [1, 1.5] } })
  }
  expect(all.at(-1)!.aliases?.map((it) => it.text)).toEqual(["it's", 'say "hi", ok'])
})

test('reads kinds, directions, weights, defaults, nested nodes and viz of older versions', async () => {
  const { records, problems } = await read(
    `<graph defaultedgetype="directed"><attributes class="node"><attribute id="0" title="category" type="string"><default>org</default></attribute></attributes>
    <nodes><node id="a" label="ACME"><viz:color r="1" g="2" b="3"/><viz:position x="1.5" y="-2" z="0"/><nodes><node id="b" label="Branch" pid="a"><attvalues><attvalue id="0" value="firm"/></attvalues></node></nodes></node></nodes>
    <edges><edge source="a" target="b" weight="0"/><edge id="1" source="a" target="b" type="undirected" label="Nice"/><edge id="1" source="b" target="a" type="mutual" kind="owns"/></edges></graph>`,
    'xmlns="http://www.gexf.net/1.1draft" xmlns:viz="http://www.gexf.net/1.1draft/viz" version="1.1"',
  )
  expect(problems).toEqual([])
  expect(entitiesIn(records)).toEqual([
    { kind: 'entity', id: 'b', label: 'firm', name: 'Branch', foreign: { id: 'b', parent: 'a' } },
    {
      ...{ kind: 'entity', id: 'a', label: 'org', name: 'ACME', position: { x: 1.5, y: -2 } },
      foreign: { id: 'a', viz: { color: { r: '1', g: '2', b: '3' } } },
    },
  ])
  expect(relationsIn(records)).toMatchObject([
    { id: 'edge 1', label: 'edge', directed: true, foreign: { attributes: { weight: 0 } } },
    { id: '1', label: 'Nice', directed: false },
    { id: '1 (2)', label: 'owns', directed: false, foreign: { mutual: true } },
  ])
})

test('keeps the times of dynamic graphs and says that they have no place', async () => {
  const { records, problems } =
    await read(`<graph mode="dynamic" timeformat="date"><attributes class="node" mode="dynamic"><attribute id="p" title="price" type="float"/></attributes>
    <nodes><node id="a" label="A" start="2009-03-01"><attvalues><attvalue for="p" value="12" start="2009"/><attvalue for="p" value="13" start="2010"/></attvalues><spells><spell start="2009"/></spells></node></nodes></graph>`)
  expect(entitiesIn(records)).toMatchObject([
    {
      name: 'A',
      foreign: { time: { start: '2009-03-01', spells: [{ start: '2009' }] }, attributes: { price: 12 } },
    },
  ])
  expect(problems.map((it) => it.notice.code)).toEqual(['import.graph_dynamic'])
})

test('gives times, colours and attributes back to the same format', async () => {
  const fresh = openFixture()
  const keep = (uid: string, data: object) =>
    fresh.db.run("INSERT INTO foreign_part (uid, format, data) VALUES (?, 'gexf', ?)", [
      uid,
      JSON.stringify({ data }),
    ])
  const time = { start: '2009', spells: [{ start: '2009', end: '2010' }] }
  const viz = { color: { r: '1', g: '2', b: '3' } }
  keep('entity-0', { id: 'n0', time, viz, attributes: { tags: ['a', 'b "c"'], score: 1.5 } })
  keep('relation-0', { id: 'n0', attributes: { weight: 0.5, label: 'buys into' } })
  keep('relation-1', { time: { end: '2011' }, mutual: true })
  const part = JSON.stringify({ timeformat: 'date', keywords: 'k' })
  fresh.db.run("INSERT INTO foreign_set_part (format, name, data) VALUES ('gexf', 'meta x', ?)", [part])
  const { files } = await fresh.write('gexf')
  fresh.close()
  expect(files['']).toContain('mode="dynamic" timeformat="date"')
  const { records } = await readFiles(gexf, { 'a.gexf': files['']! })
  expect(entitiesIn(records)[0]!.foreign).toEqual({
    ...{ id: 'n0', time, viz },
    attributes: { tags: ['a', 'b "c"'], score: 1.5 },
  })
  const [first, second] = relationsIn(records)
  expect(first).toMatchObject({
    label: 'invests_in',
    foreign: { attributes: { weight: 0.5, label: 'buys into' } },
  })
  expect(second).toMatchObject({ directed: false, foreign: { time: { end: '2011' }, mutual: true } })
})

const real = join(interop, 'graphs/graphology')
test.skipIf(!existsSync(real))('reads real files of other tools', async () => {
  const read = async (name: string) => {
    const { records, problems } = await readPath(gexf, join(real, name))
    const codes = problems.map((it) => it.notice.code)
    return { nodes: entitiesIn(records).length, edges: relationsIn(records).length, codes, records }
  }
  const missing = 'import.graph_missing_node'
  expect(await read('missing_nodes.gexf')).toMatchObject({
    nodes: 2,
    edges: 1,
    codes: [missing, missing, missing],
  })
  const mixed = await read('mixed.gexf')
  expect(mixed).toMatchObject({ nodes: 3, edges: 3, codes: [] })
  expect(relationsIn(mixed.records).map((it) => it.directed)).toEqual([true, true, false])
  expect(await read('undeclared_attribute.gexf')).toMatchObject({
    nodes: 1,
    codes: ['import.graph_undeclared'],
  })
  const lists = await read('v1_3.gexf')
  expect(lists).toMatchObject({ nodes: 2, edges: 1, codes: [] })
  const bag = entitiesIn(lists.records)[0]!.foreign as { attributes: Record<string, unknown> }
  for (const name of ['pipe', 'comma', 'raw', 'double', 'mixed'])
    expect(bag.attributes[name]).toEqual(['a', 'b', 'c'])
  expect(bag.attributes.single).toEqual(['a', "'b'", 'c'])
  expect(bag.attributes.booleans).toEqual([true, false, false])
})
