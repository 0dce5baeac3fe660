import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestCore, type TestCore } from '../../../support/core.ts'
import { startWorkbench, type Workbench } from '../../../support/workedProject.ts'

let t: TestCore
let bench: Workbench
const id: Record<string, number> = {}

beforeAll(async () => {
  t = startTestCore()
  bench = await startWorkbench(t)
  const make = async (name: string, type: string, aliases: [text: string, language: string][] = []) => {
    id[name] = (
      await t.ask('entities.create', {
        typeId: bench.type[type]!,
        name,
        aliases: aliases.map(([text, language]) => ({ text, language })),
      })
    ).id
  }
  await make('JD.com', 'company', [
    ['京东', 'zh'],
    ['Jingdong', 'en'],
    ['Händler aus Peking', 'de'],
  ])
  await make('JD Logistics', 'company')
  await make('Jingdong Mall', 'product')
  await make('Google', 'company', [['谷歌', 'zh']])
  await make('Google Shopping', 'product')
  await make('100% Straße_AG', 'company')
  for (const n of [1, 2])
    await t.ask('mentions.create', {
      articleId: bench.articles.de,
      typeId: bench.type.company!,
      entityId: id.Google!,
      fragments: [bench.span('de', 'Google', n)],
    })
})
afterAll(() => t.close())

const candidates = async (text: string, type = 'company') =>
  (await t.ask('entities.candidates', { text, typeId: bench.type[type]! })).map((it) => [it.name, it.how])
beforeEach(async () => {
  const { undo } = await t.ask('history.state', {})
  return async () => {
    await t.ask('history.goTo', { seq: undo!.seq })
  }
})

test('candidates: type asked for first, then exact, prefix, within; aliases of all languages', async () => {
  expect(await candidates('jd')).toEqual([
    ['JD Logistics', 'prefix'],
    ['JD.com', 'prefix'],
  ])
  expect(await candidates('京东')).toEqual([['JD.com', 'exact']])
  expect(await candidates('京')).toEqual([['JD.com', 'prefix']])
  expect(await candidates('haendler')).toEqual([])
  expect(await candidates('HÄNDLER')).toEqual([['JD.com', 'prefix']])
  expect(await candidates('peking')).toEqual([['JD.com', 'contains']])
  expect(await candidates('Jingdong')).toEqual([
    ['JD.com', 'exact'],
    ['Jingdong Mall', 'prefix'],
  ])
  expect(await candidates('Jingdong', 'product')).toEqual([
    ['Jingdong Mall', 'prefix'],
    ['JD.com', 'exact'],
  ])
  expect(await candidates('„Google“')).toEqual([
    ['Google', 'exact'],
    ['Google Shopping', 'prefix'],
  ])
  expect(await candidates('strasse')).toEqual([['100% Straße_AG', 'contains']])
  expect(await candidates('%')).not.toContainEqual(['JD.com', 'contains'])
  expect(await candidates('_')).toEqual([['100% Straße_AG', 'contains']])
  const [first] = await t.ask('entities.candidates', { text: '京东' })
  expect(first).toMatchObject({
    name: 'JD.com',
    matched: '京东',
    aliases: ['京东', 'Jingdong', 'Händler aus Peking'],
  })
  // Much-mentioned before rare, where the match is as good.
  expect((await candidates('')).slice(0, 1)).toEqual([['Google', 'prefix']])
})

test('the list is searched, filtered and sorted', async () => {
  const page = (more: object) =>
    t.ask('entities.page', { sortBy: 'name', descending: false, offset: 0, limit: 50, ...more })
  const all = await page({})
  expect(all.total).toBe(6)
  expect(all.rows.map((it) => it.name)).toEqual([
    '100% Straße_AG',
    'Google',
    'Google Shopping',
    'JD Logistics',
    'JD.com',
    'Jingdong Mall',
  ])
  expect((await page({ typeIds: [bench.type.product!] })).total).toBe(2)
  expect((await page({ text: '谷' })).rows).toMatchObject([{ name: 'Google', mentions: 2, relations: 0 }])
  expect((await page({ sortBy: 'mentions', descending: true, limit: 1 })).rows[0]!.name).toBe('Google')
  expect(await page({ offset: 5 })).toMatchObject({ total: 6, rows: [{ name: 'Jingdong Mall' }] })
})

test('a new name is found at once, and mentions show it', async () => {
  await t.ask('entities.update', { id: id.Google!, patch: { name: ' Alphabet ' } })
  expect((await t.ask('entities.get', { id: id.Google! })).name).toBe('Alphabet')
  expect(await candidates('alpha')).toEqual([['Alphabet', 'prefix']])
  expect(await candidates('goog')).toEqual([['Google Shopping', 'prefix']])
  const ids = await t.ask('mentions.ofArticle', { articleId: bench.articles.de })
  expect((await t.ask('mentions.get', { ids })).map((it) => it.entityName)).toEqual(['Alphabet', 'Alphabet'])
  await expect(t.ask('entities.update', { id: id.Google!, patch: { name: '  ' } })).rejects.toThrow('empty')
})

test('mentions follow the type of their entity; a value type is refused', async () => {
  await t.ask('entities.update', { id: id.Google!, patch: { typeId: bench.type.organisation! } })
  const ids = await t.ask('mentions.ofArticle', { articleId: bench.articles.de })
  for (const mention of await t.ask('mentions.get', { ids }))
    expect(mention).toMatchObject({ typeId: bench.type.organisation, entityId: id.Google })
  await expect(
    t.ask('entities.update', { id: id.Google!, patch: { typeId: bench.type.money! } }),
  ).rejects.toThrow('value type')
  await expect(t.ask('entities.create', { typeId: bench.type.date!, name: 'x' })).rejects.toThrow(
    'value type',
  )
})

test('a deleted entity leaves its mentions, takes its relations, and comes back whole', async () => {
  await t.ask('relations.state', {
    typeId: bench.relationType.invests_in!,
    sourceId: id.Google!,
    targetId: id['JD.com']!,
    evidence: { articleId: bench.articles.de, span: bench.span('de', 'Google investiert') },
  })
  await t.ask('network.moveNodes', { nodes: [{ entityId: id.Google!, x: 1, y: 2, pinned: true }], by: 'pin' })
  const before = await t.ask('entities.get', { id: id.Google! })
  expect(before).toMatchObject({ mentions: 2, articles: 1, relations: [{ outgoing: true, evidence: 1 }] })
  await t.ask('entities.remove', { id: id.Google! })
  await expect(t.ask('entities.get', { id: id.Google! })).rejects.toThrow('not_found')
  expect((await t.ask('entities.get', { id: id['JD.com']! })).relations).toEqual([])
  const ids = await t.ask('mentions.ofArticle', { articleId: bench.articles.de })
  expect((await t.ask('mentions.get', { ids })).map((it) => it.entityId)).toEqual([null, null])
  expect((await t.ask('overview.get', {})).unlinkedMentions).toBe(2)
  await t.ask('history.undo', {})
  expect(await t.ask('entities.get', { id: id.Google! })).toEqual(before)
})

test('aliases and outside ids come and go; a name it has is not added twice', async () => {
  const names = async () => (await t.ask('entities.get', { id: id.Google! })).aliases.map((it) => it.text)
  await t.ask('entities.addAlias', { entityId: id.Google!, text: 'Google', language: 'en' })
  await t.ask('entities.addAlias', { entityId: id.Google!, text: ' 谷歌 ', language: 'zh' })
  expect(await names()).toEqual(['谷歌'])
  await t.ask('entities.addAlias', { entityId: id.Google!, text: 'Suchmaschine', language: 'de' })
  const added = (await t.ask('entities.get', { id: id.Google! })).aliases[1]!
  await t.ask('entities.updateAlias', { id: added.id, text: 'Suchkonzern', language: 'de' })
  expect(await candidates('suchkonzern')).toEqual([['Google', 'exact']])
  await t.ask('entities.removeAlias', { id: added.id })
  expect(await names()).toEqual(['谷歌'])
  await expect(t.ask('entities.removeAlias', { id: added.id })).rejects.toThrow('not_found')
  await t.ask('entities.addOutsideId', { entityId: id.Google!, scheme: 'wikidata', value: 'Q95' })
  const [outside] = (await t.ask('entities.get', { id: id.Google! })).outsideIds
  expect(outside).toMatchObject({ scheme: 'wikidata', value: 'Q95' })
  await t.ask('entities.removeOutsideId', { id: outside!.id })
  expect((await t.ask('entities.get', { id: id.Google! })).outsideIds).toEqual([])
})
