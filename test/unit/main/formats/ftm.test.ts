import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  cleanValue,
  linkOf,
  model,
  type Schema,
  schemaOf,
} from '../../../../main/features/exports/formats/ftm/model.ts'
import { type Fixture, openFixture } from '../../../support/graphFixture.ts'
import { interop } from '../../../support/readFormat.ts'

let fixture: Fixture
beforeAll(() => {
  fixture = openFixture()
})
afterAll(() => fixture.close())

interface Line {
  id: string
  schema: Schema
  properties: Record<string, string[]>
  ligature: Record<string, unknown>
}

const lines = async (documents: boolean): Promise<Line[]> => {
  const { files } = await fixture.write('ftm', { documents })
  return files['']!.trimEnd()
    .split('\n')
    .map((it) => JSON.parse(it) as Line)
}

test('entities and relations by the schemata of their types', async () => {
  const all = await lines(false)
  expect(all.map((it) => it.schema)).toEqual([
    ...Array.from({ length: 5 }, () => 'Company'),
    'Address',
    ...Array.from({ length: 4 }, () => 'UnknownLink'),
  ])
  expect(all[0]!.properties).toEqual({
    name: ['Google'],
    alias: ['谷歌', 'Google, Inc.', '=GOOG'],
    notes: ['@note\n"two lines"'],
    keywords: ['company'],
    wikidataId: ['Q95'],
  })
  expect(all[1]!.properties.ticker).toEqual(['NASDAQ:JD'])
  expect(all[6]).toMatchObject({
    id: 'relation-0',
    properties: {
      ...{
        subject: ['entity-0'],
        object: ['entity-1'],
        role: ['invests_in'],
        status: ['announced'],
        startDate: ['2018-06'],
      },
      sourceUrl: ['https://x.example/?a=1&b=2'],
    },
    ligature: { directed: true, amount: '550000000', currency: 'USD', share: '0.93' },
  })
  const { report } = await fixture.write('ftm')
  expect(report.losses.find((it) => it.what === 'exports.loss.generalLink')?.count).toBe(4)
})

test('articles and mentions on request, offsets beside the properties', async () => {
  const all = await lines(true)
  const articles = new Map(all.filter((it) => it.schema === 'Article').map((it) => [it.id, it]))
  const mentions = all.filter((it) => it.schema === 'Mention')
  expect([articles.size, mentions.length]).toEqual([5, 25])
  expect([...articles.values()].map((it) => it.properties.language)).toEqual([
    ['deu'],
    ['eng'],
    ['zho'],
    ['ara'],
    undefined,
  ])
  for (const { properties } of [...articles.values()]) expect(properties.fileName).toHaveLength(1)
  for (const { properties, ligature } of mentions) {
    const text = Array.from(articles.get(properties.document![0]!)!.properties.bodyText![0]!)
    if (text.length < 30) continue
    expect(properties.name).toHaveLength(1)
    const cut = text.slice(ligature.start as number, ligature.end as number).join('')
    expect(cut).toBe((ligature.quote as string).replace(/[\x01\x0b]/g, ' '))
  }
  const { report } = await fixture.write('ftm', { documents: true })
  expect(report.losses.map((it) => it.what)).toContain('exports.loss.controlCharacters')
  expect(mentions[0]!.properties).toEqual({
    ...{ document: ['article-0-0'], name: ['Google'], resolved: ['entity-0'], detectedSchema: ['Company'] },
  })
})

test('links of their own only where the model allows the ends', () => {
  const company = schemaOf('company')
  expect(linkOf('owns', company, company).schema).toBe('Ownership')
  expect(linkOf('owns', company, schemaOf('product')).schema).toBe('Ownership')
  expect(linkOf('owns', company, schemaOf('organisation')).schema).toBe('UnknownLink')
  expect(linkOf('leads', schemaOf('person'), company).schema).toBe('Directorship')
  expect(linkOf('leads', schemaOf('place'), company).schema).toBe('UnknownLink')
  expect(schemaOf('never_heard_of')).toBe('LegalEntity')
})

test('values the model would drop are not written', () => {
  expect(cleanValue('Company', 'wikidataId', 'http://x')).toBeNull()
  expect(cleanValue('Company', 'name', ' A\u0001 ')).toBe('A')
  expect(cleanValue('Article', 'bodyText', '\n A\u0001B')).toBe('\n A B')
  expect(cleanValue('Ownership', 'startDate', '2018-06')).toBe('2018-06')
  expect(cleanValue('Ownership', 'startDate', '2018-13')).toBeNull()
  expect(cleanValue('Article', 'sourceUrl', 'javascript:alert(1)')).toBeNull()
  expect(cleanValue('Article', 'language', 'de-AT')).toBe('deu')
  expect(cleanValue('Article', 'language', 'xx')).toBeNull()
  expect(cleanValue('Person', 'ticker', 'X')).toBeNull()
})

const realModel = join(interop, 'ftm/model/defaultModel.json')
test.skipIf(!existsSync(realModel))(
  'every property exists in the model, and every range is kept',
  async () => {
    interface Real {
      schemata: string[]
      required?: string[]
      properties: Record<string, { type: string; range?: string }>
    }
    const { schemata, types } = JSON.parse(readFileSync(realModel, 'utf8')) as {
      schemata: Record<string, Real>
      types: { language: { values: Record<string, string> } }
    }
    const find = (schema: string, name: string) =>
      schemata[schema]!.schemata.map((it) => schemata[it]!.properties[name]).find((it) => it !== undefined)
    for (const [schema, { properties }] of Object.entries(model))
      for (const name of Object.keys(properties))
        expect(find(schema, name), `${schema}.${name}`).toBeDefined()
    const all = await lines(true)
    const schemaById = new Map(all.map((it) => [it.id, it.schema]))
    for (const { schema, properties } of all) {
      for (const parent of schemata[schema]!.schemata)
        for (const name of schemata[parent]!.required ?? []) expect(properties[name]).toBeDefined()
      for (const [name, values] of Object.entries(properties)) {
        const property = find(schema, name)!
        if (property.type === 'language')
          for (const it of values) expect(types.language.values).toHaveProperty(it)
        if (property.range === undefined) continue
        for (const it of values) expect(schemata[schemaById.get(it)!]!.schemata).toContain(property.range)
      }
    }
  },
)
