import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestCore, type TestCore } from '../../../support/core.ts'
import { startWorkbench, type TextKey, texts, type Workbench } from '../../../support/workedProject.ts'

let t: TestCore
let bench: Workbench

beforeAll(async () => {
  t = startTestCore()
  bench = await startWorkbench(t)
})
afterAll(() => t.close())

const tag = (article: TextKey, type: string, spans: { start: number; end: number }[], more = {}) =>
  t.ask('mentions.create', {
    articleId: bench.articles[article],
    typeId: bench.type[type]!,
    fragments: spans,
    ...more,
  })
const refused = async (article: TextKey, spans: { start: number; end: number }[]): Promise<string> =>
  tag(article, 'company', spans).then(
    () => 'taken',
    (error: Error) => error.message,
  )
const undo = () => t.ask('history.undo', {})

describe('spans', () => {
  test('mentions overlap, nest and stand on the same place, each with its own quote', async () => {
    const whole = await tag('de', 'company', [bench.span('de', 'US-Konzern Google')])
    const inner = await tag('de', 'company', [bench.span('de', 'Google', 2)])
    const twin = await tag('de', 'product', [bench.span('de', 'Google', 2)])
    const across = await tag('de', 'company', [bench.span('de', 'Google steigt')])
    const found = await t.ask('mentions.get', { ids: [whole.id, inner.id, twin.id, across.id] })
    expect(found.map((it) => it.fragments[0]!.quote)).toEqual([
      'US-Konzern Google',
      'Google',
      'Google',
      'Google steigt',
    ])
    const columns = (await t.ask('articles.open', { id: bench.articles.de })).mentions
    expect(columns.start).toEqual([...columns.start].sort((a, b) => a - b))
    for (const [at, mention] of columns.mention.entries()) {
      const { quote } = found.find((it) => it.id === columns.id[mention])!.fragments[0]!
      expect(texts.de.slice(columns.start[at], columns.end[at])).toBe(quote)
    }
    // Outer before inner, as the reader draws them.
    expect(await t.ask('mentions.ofArticle', { articleId: bench.articles.de })).toEqual([
      whole.id,
      across.id,
      inner.id,
      twin.id,
    ])
    await t.ask('mentions.remove', { ids: found.map((it) => it.id) })
    expect(await t.ask('mentions.get', { ids: found.map((it) => it.id) })).toEqual([])
  })

  test('a discontinuous mention keeps its pieces in order; touching ones become one', async () => {
    const [google, inc] = [bench.span('de', 'Google', 3), bench.span('de', 'Inc.')]
    const made = await tag('de', 'company', [inc, google])
    expect(made.fragments).toEqual([
      { ...google, quote: 'Google' },
      { ...inc, quote: 'Inc.' },
    ])
    const moved = await t.ask('mentions.move', {
      id: made.id,
      fragments: [google, { start: google.end, end: google.end + 1 }],
    })
    expect(moved.fragments).toEqual([{ start: google.start, end: google.end + 1, quote: 'Google,' }])
    await undo()
    expect((await t.ask('mentions.get', { ids: [made.id] }))[0]!.fragments).toHaveLength(2)
    await undo()
  })

  test('a span that cuts a character, overlaps itself or leaves the text is refused with the place', async () => {
    const rocket = texts.de.indexOf('🚀')
    const family = texts.en.indexOf('👩‍👩‍👧')
    expect(await refused('de', [{ start: rocket, end: rocket + 1 }])).toMatch(
      `span.invalid: The passage ${rocket}–${rocket + 1}`,
    )
    expect(await refused('de', [{ start: rocket + 1, end: rocket + 4 }])).toMatch('span.invalid')
    expect(await refused('en', [{ start: family, end: family + 2 }])).toMatch('span.invalid')
    expect(await refused('en', [{ start: 0, end: texts.en.length + 1 }])).toMatch(`${texts.en.length} UTF-16`)
    expect(
      await refused('de', [
        { start: 0, end: 5 },
        { start: 3, end: 8 },
      ]),
    ).toMatch('span.invalid')
    expect(await refused('de', [{ start: 5, end: 5 }])).toMatch('invalid_input')
    expect(await refused('de', [])).toMatch('invalid_input')
    const whole = await tag('en', 'product', [{ start: family, end: family + '👩‍👩‍👧'.length }])
    expect(whole.fragments[0]!.quote).toBe('👩‍👩‍👧')
    await undo()
  })

  test('resizing a mention is one step however often it moves, and keeps its entity', async () => {
    const { id: entityId } = await t.ask('entities.create', { typeId: bench.type.company!, name: 'Google' })
    const made = await tag('de', 'company', [bench.span('de', 'Google', 2)], { entityId })
    for (const quote of ['Konzern Google', 'US-Konzern Google', 'Google steigt'])
      await t.ask('mentions.move', { id: made.id, fragments: [bench.span('de', quote)] })
    const [moved] = await t.ask('mentions.get', { ids: [made.id] })
    expect(moved).toMatchObject({ entityId, fragments: [{ quote: 'Google steigt' }] })
    await undo()
    expect(await t.ask('mentions.get', { ids: [made.id] })).toEqual([made])
    await undo()
    await undo()
  })
})

describe('values', () => {
  test.each([
    ['de', 'money', '550 Millionen Dollar', { kind: 'money', amount: 550_000_000, currency: 'USD' }],
    ['de', 'date', '18. Juni 2018', { kind: 'date', from: '2018-06-18', precision: 'day' }],
    ['en', 'percentage', '10 %', { kind: 'percentage', value: 10 }],
    ['en', 'date', '2018-06-18', { kind: 'date', from: '2018-06-18', precision: 'day' }],
    ['zh', 'money', '５５０万美元', { kind: 'money', amount: 5_500_000, currency: 'USD' }],
  ] as const)('%s %s "%s" is read', async (article, type, quote, value) => {
    const made = await tag(article, type, [bench.span(article, quote)])
    expect(made.value).toMatchObject(value)
    await undo()
  })

  test('a value is corrected by hand, read anew when the mention moves, and gone with its type', async () => {
    const made = await tag('de', 'money', [bench.span('de', '550 Millionen Dollar')])
    const value = { kind: 'money', amount: 5, currency: 'EUR' } as const
    await t.ask('mentions.update', { ids: [made.id], patch: { value } })
    expect((await t.ask('mentions.get', { ids: [made.id] }))[0]!.value).toEqual(value)
    await t.ask('mentions.move', { id: made.id, fragments: [bench.span('de', '550 Millionen Dollar')] })
    expect((await t.ask('mentions.get', { ids: [made.id] }))[0]!.value).toMatchObject({ amount: 550_000_000 })
    await t.ask('mentions.update', { ids: [made.id], patch: { typeId: bench.type.company! } })
    expect((await t.ask('mentions.get', { ids: [made.id] }))[0]).toMatchObject({
      value: null,
      entityId: null,
    })
    await expect(t.ask('mentions.update', { ids: [made.id], patch: { value } })).rejects.toThrow(
      'not_allowed',
    )
    for (let n = 0; n < 4; n += 1) await undo()
  })

  test('an entity and a value exclude each other, and an entity has the mention’s type', async () => {
    const { id: entityId } = await t.ask('entities.create', { typeId: bench.type.company!, name: 'X' })
    const span = [bench.span('de', 'Google')]
    await expect(tag('de', 'money', span, { entityId })).rejects.toThrow('carry a value, not an entity')
    await expect(tag('de', 'person', span, { entityId })).rejects.toThrow('"X" is not a Person')
    await expect(tag('de', 'date', span, { value: { kind: 'percentage', value: 1 } })).rejects.toThrow(
      'not_allowed',
    )
    const made = await tag('de', 'company', span, { entityId })
    await t.ask('mentions.update', { ids: [made.id], patch: { typeId: bench.type.person! } })
    expect((await t.ask('mentions.get', { ids: [made.id] }))[0]!.entityId).toBeNull()
    for (let n = 0; n < 3; n += 1) await undo()
  })
})

describe('many at once', () => {
  test('linking to a new entity is one step', async () => {
    const first = await tag('de', 'company', [bench.span('de', 'JD.com')])
    const second = await tag('zh', 'company', [bench.span('zh', '京东')])
    const { entityId } = await t.ask('mentions.linkToNewEntity', {
      ids: [first.id, second.id],
      typeId: bench.type.company!,
      name: 'JD.com',
    })
    const { total, rows } = await t.ask('mentions.ofEntity', { entityId, offset: 0, limit: 10 })
    expect(total).toBe(2)
    for (const row of rows) {
      const text = row.articleId === bench.articles.de ? texts.de : texts.zh
      expect(text.slice(row.start, row.start + row.quote.length)).toBe(row.quote)
      expect(text.replace(/\s+/g, ' ')).toContain(row.before + row.quote + row.after)
    }
    await undo()
    await expect(t.ask('entities.get', { id: entityId })).rejects.toThrow('not_found')
    expect((await t.ask('mentions.get', { ids: [first.id] }))[0]!.entityId).toBeNull()
    await undo()
    await undo()
  })

  test('other occurrences are tagged alike: whole words in German, anywhere in Chinese, none twice', async () => {
    const { id: entityId } = await t.ask('entities.create', { typeId: bench.type.company!, name: '京东' })
    const made = await tag('zh', 'company', [bench.span('zh', '京东', 2)], { entityId })
    const places = texts.zh.split('京东').length - 1
    expect(await t.ask('mentions.tagOccurrences', { id: made.id })).toEqual({ created: places - 1 })
    expect(await t.ask('mentions.tagOccurrences', { id: made.id })).toEqual({ created: 0 })
    const { total, rows } = await t.ask('mentions.ofEntity', { entityId, offset: 0, limit: 20 })
    expect(total).toBe(places)
    expect(rows.every((it) => it.quote === '京东')).toBe(true)
    const all = await t.ask('mentions.get', { ids: rows.map((it) => it.id) })
    expect(all.filter((it) => it.provenance.madeHow === 'bulk')).toHaveLength(places - 1)
    expect((await undo())!.code).toBe('mentions.tagOccurrences')
    expect((await t.ask('mentions.ofEntity', { entityId, offset: 0, limit: 20 })).total).toBe(1)

    const us = await tag('de', 'place', [
      { start: texts.de.indexOf('US-'), end: texts.de.indexOf('US-') + 2 },
    ])
    expect(await t.ask('mentions.tagOccurrences', { id: us.id })).toEqual({ created: 0 })
    for (let n = 0; n < 3; n += 1) await undo()
  })

  test('one that is missing refuses all', async () => {
    const made = await tag('de', 'company', [bench.span('de', 'Google')])
    await expect(
      t.ask('mentions.update', { ids: [made.id, 99_999], patch: { certainty: 'doubtful' } }),
    ).rejects.toThrow('not_found')
    expect((await t.ask('mentions.get', { ids: [made.id] }))[0]!.certainty).toBe('certain')
    await undo()
  })
})
