import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findDelimiter, upperSnake } from '../../../../main/features/exports/formats/neo4j/table.ts'
import { type Fixture, openFixture } from '../../../support/graphFixture.ts'

let fixture: Fixture
beforeAll(() => {
  fixture = openFixture()
})
afterAll(() => fixture.close())

const table = (files: Readonly<Record<string, string>>, name: string): Record<string, string>[] =>
  parse(files[name]!, { columns: true })

test('nodes and relationships have headers the importer knows, and ids of one group', async () => {
  const { files } = await fixture.write('neo4j')
  expect(Object.keys(files).sort()).toEqual(['import.txt', 'nodes.csv', 'relationships.csv'])
  const nodes = table(files, 'nodes.csv')
  expect(nodes[0]).toMatchObject({
    'uid:ID(Entity)': 'entity-0',
    name: 'Google',
    type: 'company',
    'aliases:string[]': '谷歌;Google, Inc.;=GOOG',
    'alias_languages:string[]': 'zh;und;en',
    'outside_ids:string[]': 'wikidata=Q95',
    note: '@note\n"two lines"',
    'pinned:boolean': 'false',
    ':LABEL': 'COMPANY',
  })
  const relationships = table(files, 'relationships.csv')
  const ids = new Set(nodes.map((it) => it['uid:ID(Entity)']))
  for (const it of relationships) {
    expect(ids).toContain(it[':START_ID(Entity)'])
    expect(ids).toContain(it[':END_ID(Entity)'])
  }
  expect(
    relationships.map((it) => [it.uid, it[':TYPE'], it['directed:boolean'], it['amount:double']]),
  ).toEqual([
    ['relation-0', 'INVESTS_IN', 'true', '550000000'],
    ['relation-1', 'PARTNERS_WITH', 'false', ''],
    ['relation-2', 'PARTNERS_WITH', 'false', '-12.50'],
    ['relation-3', 'INVESTS_IN', 'true', ''],
  ])
  expect(files['import.txt']).toContain('--nodes=nodes.csv')
  expect(files['import.txt']).not.toContain('--array-delimiter')
})

test('evidence on request: every link names rows that are there, every offset cuts its quote', async () => {
  const { files } = await fixture.write('neo4j', { evidence: true })
  const ids: Record<string, Set<string>> = {}
  for (const [name, group] of Object.entries({
    nodes: 'Entity',
    articles: 'Article',
    mentions: 'Mention',
    evidence: 'Evidence',
  })) {
    ids[group] = new Set(table(files, `${name}.csv`).map((it) => it[`uid:ID(${group})`]!))
  }
  let links = 0
  for (const name of Object.keys(files).filter((it) => it.includes('_'))) {
    for (const row of table(files, name)) {
      for (const [column, id] of Object.entries(row)) {
        const group = /^:(?:START|END)_ID\((\w+)\)$/.exec(column)?.[1]
        if (group) expect(ids[group]).toContain(id)
      }
      links += 1
    }
    expect(files['import.txt']).toContain(`--relationships=${name}`)
  }
  expect(links).toBe(25 + 9 + 3 + 5)
  const texts = new Map(
    table(files, 'articles.csv').map((it) => [it['uid:ID(Article)'], Array.from(it.text!)]),
  )
  const places = new Map(
    table(files, 'mention_in_article.csv').map((it) => [it[':START_ID(Mention)'], it[':END_ID(Article)']]),
  )
  for (const it of table(files, 'mentions.csv')) {
    const text = texts.get(places.get(it['uid:ID(Mention)'])!)!
    const cut = text.slice(Number(it['start_codepoint:int']), Number(it['end_codepoint:int'])).join('')
    expect(cut.replaceAll('\0', ' ')).toBe(it.quote)
  }
})

test('takes a separator no member of a list holds, and JSON where there is none', async () => {
  const { db, ...fresh } = openFixture()
  const alias = (text: string) => db.run("UPDATE alias SET text = ? WHERE uid = 'alias-0-0'", [text])
  alias('a;b')
  const pipe = await fresh.write('neo4j')
  expect(table(pipe.files, 'nodes.csv')[0]!['aliases:string[]']).toBe('a;b|Google, Inc.|=GOOG')
  expect(pipe.files['import.txt']).toContain('--array-delimiter="|"')
  alias(';|¦§¶')
  const json = await fresh.write('neo4j')
  expect(JSON.parse(table(json.files, 'nodes.csv')[0]!['aliases:string']!)).toEqual([
    ';|¦§¶',
    'Google, Inc.',
    '=GOOG',
  ])
  expect(findDelimiter({ entities: () => [] } as never)).toBe(';')
  expect(['invests_in', '公司', 'é b'].map(upperSnake)).toEqual(['INVESTS_IN', '公司', 'É_B'])
  fresh.close()
})
