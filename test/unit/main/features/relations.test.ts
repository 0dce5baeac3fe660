import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestCore, type TestCore } from '../../../support/core.ts'
import { startWorkbench, texts, type Workbench } from '../../../support/workedProject.ts'

let t: TestCore
let bench: Workbench
let jd: number
let google: number
let tencent: number
let ada: number

beforeAll(async () => {
  t = startTestCore()
  bench = await startWorkbench(t)
  const make = async (name: string, type = 'company') =>
    (await t.ask('entities.create', { typeId: bench.type[type]!, name })).id
  jd = await make('JD.com')
  google = await make('Google')
  tencent = await make('腾讯')
  ada = await make('Ada', 'person')
  const tag = (article: 'de' | 'zh', quote: string, entityId: number) =>
    t.ask('mentions.create', {
      articleId: bench.articles[article],
      typeId: bench.type.company!,
      entityId,
      fragments: [bench.span(article, quote)],
    })
  await tag('de', 'Google', google)
  await tag('de', 'JD.com', jd)
  await tag('zh', '京东', jd)
})
afterAll(() => t.close())
beforeEach(async () => {
  const { undo } = await t.ask('history.state', {})
  return async () => {
    await t.ask('history.goTo', { seq: undo!.seq })
  }
})

const type = (key: string) => bench.relationType[key]!
const passage = (quote: string, more = {}) => ({
  articleId: bench.articles.de,
  span: bench.span('de', quote),
  ...more,
})

describe('what may be joined', () => {
  test('the schema’s rules hold, and say what they refuse', async () => {
    await expect(
      t.ask('relations.state', { typeId: type('leads'), sourceId: jd, targetId: google }),
    ).rejects.toThrow('"leads" join Company to Company')
    const { id } = await t.ask('relations.state', { typeId: type('leads'), sourceId: ada, targetId: google })
    await expect(t.ask('relations.update', { id, patch: { swap: true } })).rejects.toThrow('not_allowed')
    await expect(t.ask('relations.update', { id, patch: { typeId: type('supplies') } })).rejects.toThrow(
      'not_allowed',
    )
    await expect(
      t.ask('relations.state', { typeId: type('owns'), sourceId: jd, targetId: jd }),
    ).rejects.toThrow('cannot be joined to itself')
  })

  test('no rule at all means anything goes', async () => {
    await t.ask('schema.setRules', { relationTypeId: type('leads'), rules: [] })
    const { created } = await t.ask('relations.state', {
      typeId: type('leads'),
      sourceId: jd,
      targetId: google,
    })
    expect(created).toBe(true)
  })
})

describe('stating', () => {
  test('the same relation again gets further evidence; the same passage is there once', async () => {
    const state = (quote: string) =>
      t.ask('relations.state', {
        typeId: type('invests_in'),
        sourceId: google,
        targetId: jd,
        evidence: passage(quote),
      })
    const first = await state('Google investiert 550 Millionen Dollar in JD.com')
    expect(first.created).toBe(true)
    expect(await state('Google steigt am 18. Juni 2018 bei JD.com ein')).toMatchObject({
      id: first.id,
      created: false,
    })
    const again = await state('Google investiert 550 Millionen Dollar in JD.com')
    expect(again).toEqual({ id: first.id, evidenceId: first.evidenceId, created: false })
    const { evidence } = await t.ask('relations.get', { id: first.id })
    expect(evidence.map((it) => [it.paragraph, it.quote])).toEqual([
      [1, 'Google investiert 550 Millionen Dollar in JD.com'],
      [2, 'Google steigt am 18. Juni 2018 bei JD.com ein'],
    ])
  })

  test('directed relations differ by direction; undirected ones are found the other way round, ends turned', async () => {
    const owns = await t.ask('relations.state', { typeId: type('owns'), sourceId: jd, targetId: google })
    const owned = await t.ask('relations.state', { typeId: type('owns'), sourceId: google, targetId: jd })
    expect(owned.id).not.toBe(owns.id)

    const [googleMention, jdMention] = await t.ask('mentions.ofArticle', { articleId: bench.articles.de })
    const partners = await t.ask('relations.state', {
      typeId: type('partners_with'),
      sourceId: jd,
      targetId: google,
    })
    const turned = await t.ask('relations.state', {
      typeId: type('partners_with'),
      sourceId: google,
      targetId: jd,
      evidence: passage('Google investiert 550 Millionen Dollar in JD.com', {
        sourceMentionId: googleMention,
        targetMentionId: jdMention,
      }),
    })
    expect(turned).toMatchObject({ id: partners.id, created: false })
    const relation = await t.ask('relations.get', { id: partners.id })
    const [proof] = relation.evidence
    expect(relation.source.id).toBe(jd)
    const cut = (spans: { start: number; end: number }[]) =>
      spans.map((it) => proof!.quote.slice(it.start, it.end))
    expect(cut(proof!.sourceSpans)).toEqual(['JD.com'])
    expect(cut(proof!.targetSpans)).toEqual(['Google'])
  })

  test('attributes are kept as given, money without rounding', async () => {
    const { id } = await t.ask('relations.state', {
      typeId: type('invests_in'),
      sourceId: google,
      targetId: jd,
      attributes: { amount: 0.1, currency: 'USD', share: 0.93, status: 'announced', validFrom: '2018-06' },
    })
    expect(await t.ask('relations.get', { id })).toMatchObject({
      amount: 0.1,
      share: 0.93,
      status: 'announced',
      validFrom: '2018-06',
      validTo: '',
      certainty: 'certain',
      evidence: [],
    })
    await t.ask('relations.update', { id, patch: { amount: null, note: 'no sum' } })
    expect(await t.ask('relations.get', { id })).toMatchObject({ amount: null, share: 0.93, note: 'no sum' })
  })
})

describe('evidence', () => {
  const stated = () =>
    t.ask('relations.state', {
      typeId: type('invests_in'),
      sourceId: google,
      targetId: jd,
      evidence: passage('Google investiert'),
    })

  test('a passage grows to whole characters and never leaves the text', async () => {
    const { id, evidenceId } = await stated()
    const rocket = texts.de.indexOf('🚀')
    await t.ask('relations.moveEvidence', { id: evidenceId!, span: { start: 0, end: rocket + 1 } })
    const [moved] = (await t.ask('relations.get', { id })).evidence
    expect(moved).toMatchObject({ start: 0, end: rocket + 2, quote: texts.de.slice(0, rocket + 2) })
    await expect(
      t.ask('relations.moveEvidence', { id: evidenceId!, span: { start: 0, end: 9999 } }),
    ).rejects.toThrow('span.invalid')
  })

  test('a mention of another article proves nothing here', async () => {
    const { id } = await stated()
    const [elsewhere] = await t.ask('mentions.ofArticle', { articleId: bench.articles.zh })
    await expect(
      t.ask('relations.addEvidence', {
        relationId: id,
        ...passage('Google steigt', { sourceMentionId: elsewhere }),
      }),
    ).rejects.toThrow('another article')
  })

  test('without evidence a relation stays, and counts as unproven; a deleted mention leaves the passage', async () => {
    const { id, evidenceId } = await stated()
    const [mention] = await t.ask('mentions.ofArticle', { articleId: bench.articles.de })
    const added = await t.ask('relations.addEvidence', {
      relationId: id,
      ...passage('Google steigt', { sourceMentionId: mention }),
    })
    await t.ask('mentions.remove', { ids: [mention!] })
    const proof = (await t.ask('relations.get', { id })).evidence.find((it) => it.id === added.id)
    expect(proof).toMatchObject({ sourceMentionId: null, quote: 'Google steigt', sourceSpans: [] })
    await t.ask('relations.removeEvidence', { ids: [evidenceId!, added.id] })
    expect((await t.ask('relations.get', { id })).evidence).toEqual([])
    expect((await t.ask('overview.get', {})).relationsWithoutEvidence).toBe(1)
  })

  test('swapping turns the ends of the evidence too, and back', async () => {
    const [source, target] = await t.ask('mentions.ofArticle', { articleId: bench.articles.de })
    const { id } = await t.ask('relations.state', {
      typeId: type('invests_in'),
      sourceId: google,
      targetId: jd,
      evidence: passage('Google investiert 550 Millionen Dollar in JD.com', {
        sourceMentionId: source,
        targetMentionId: target,
      }),
    })
    const before = await t.ask('relations.get', { id })
    await t.ask('relations.update', { id, patch: { swap: true } })
    expect(await t.ask('relations.get', { id })).toMatchObject({
      source: { id: jd },
      target: { id: google },
      evidence: [{ sourceMentionId: target, targetMentionId: source }],
    })
    const [mark] = await t.ask('articles.evidence', { id: bench.articles.de })
    expect(mark).toMatchObject({ relationId: id, sourceId: jd, sourceMentionId: target })
    await t.ask('relations.update', { id, patch: { swap: true } })
    expect(await t.ask('relations.get', { id })).toEqual(before)
  })
})

describe('the network', () => {
  const graph = (filter: Parameters<typeof t.ask<'network.graph'>>[1]['filter'] = {}, limit = 100) =>
    t.ask('network.graph', { filter, limit })
  const names = async (filter: Parameters<typeof graph>[0], limit?: number) =>
    (await graph(filter, limit)).nodes.map((it) => it.name)

  beforeEach(async () => {
    await t.ask('entities.addAlias', { entityId: google, text: '谷歌', language: 'zh' })
    await t.ask('relations.state', {
      typeId: type('invests_in'),
      sourceId: google,
      targetId: jd,
      evidence: passage('Google investiert 550 Millionen Dollar in JD.com'),
    })
    await t.ask('relations.state', {
      typeId: type('invests_in'),
      sourceId: google,
      targetId: jd,
      evidence: passage('Google steigt'),
    })
    await t.ask('relations.state', {
      typeId: type('partners_with'),
      sourceId: jd,
      targetId: tencent,
      evidence: { articleId: bench.articles.zh, span: bench.span('zh', '京东和腾讯合作') },
    })
    await t.ask('relations.state', { typeId: type('leads'), sourceId: ada, targetId: tencent })
  })

  test('shows entities by strength, relations by evidence, the plainest passage as quote', async () => {
    const all = await graph()
    expect(all.total).toBe(4)
    expect(all.nodes.map((it) => [it.name, it.mentions])).toEqual([
      ['JD.com', 2],
      ['Google', 1],
      ['Ada', 0],
      ['腾讯', 0],
    ])
    expect(all.edges.map((it) => [it.sourceId, it.targetId, it.evidence, it.quote])).toEqual([
      [google, jd, 2, 'Google steigt'],
      [jd, tencent, 1, '京东和腾讯合作'],
      [ada, tencent, 0, ''],
    ])
    const strongest = await graph({}, 2)
    expect([strongest.total, strongest.nodes.length, strongest.edges.length]).toEqual([4, 2, 1])
  })

  test('is filtered by type, relation, text with neighbours, and articles', async () => {
    expect(await names({ entityTypeIds: [bench.type.person!] })).toEqual(['Ada'])
    expect((await graph({ relationTypeIds: [type('leads')] })).edges).toHaveLength(1)
    expect(await names({ text: '谷歌' })).toEqual(['Google', 'JD.com'])
    expect(await names({ text: 'ada' })).toEqual(['Ada', '腾讯'])
    expect(await names({ text: '%' })).toEqual([])
    const zh = await graph({ articles: { languages: ['zh'] } })
    expect(zh.nodes.map((it) => [it.name, it.mentions])).toContainEqual(['JD.com', 1])
    const de = await graph({ articles: { ids: [bench.articles.de] }, relationTypeIds: [type('invests_in')] })
    expect(de.edges.map((it) => it.evidence)).toEqual([2])
    expect(await graph({ articles: { ids: [bench.articles.en] } })).toEqual({
      nodes: [],
      edges: [],
      total: 0,
    })
  })

  test('positions are whole pixels that stay, and dragging is one step', async () => {
    for (const x of [1.4, 2.6, 3.5])
      await t.ask('network.moveNodes', { nodes: [{ entityId: jd, x, y: -7.2, pinned: true }], by: 'drag' })
    expect((await graph()).nodes.find((it) => it.id === jd)).toMatchObject({ x: 4, y: -7, pinned: true })
    await t.ask('mentions.create', {
      articleId: bench.articles.en,
      typeId: bench.type.company!,
      entityId: jd,
      fragments: [bench.span('en', 'JD.com')],
    })
    expect((await graph()).nodes.find((it) => it.id === jd)).toMatchObject({ x: 4, y: -7, mentions: 3 })
    await t.ask('history.undo', {})
    await t.ask('history.undo', {})
    expect((await graph()).nodes.find((it) => it.id === jd)).toMatchObject({ x: null, pinned: false })
  })
})
