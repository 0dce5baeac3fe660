import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ArticleFilter, ArticleSort } from '../../../../shared/model/article.ts'
import { startTestCore, type TestCore } from '../../../support/core.ts'
import { startWorkbench, texts, type Workbench } from '../../../support/workedProject.ts'

let t: TestCore
let bench: Workbench

beforeAll(async () => {
  t = startTestCore()
  bench = await startWorkbench(t)
  const { de, en, zh } = bench.articles
  await t.ask('articles.update', {
    ids: [de],
    patch: { title: 'Beta', publishedOn: '2018-06-18', language: 'de', status: 'done' },
  })
  await t.ask('articles.update', {
    ids: [en],
    patch: { title: 'alpha', publishedOn: '2018', language: 'en', status: 'unread' },
  })
  await t.ask('articles.update', {
    ids: [zh],
    patch: { title: '京东股份', publishedOn: '', language: 'zh', status: 'unread' },
  })
})
afterAll(() => t.close())

const keyOf = (id: number) => Object.entries(bench.articles).find(([, it]) => it === id)![0]
const found = async (
  filter: ArticleFilter,
  by: ArticleSort['by'] = 'added',
  descending = false,
): Promise<string> => {
  const sort = { by, descending }
  const { total, rows } = await t.ask('articles.page', { filter, sort, offset: 0, limit: 50 })
  const ids = await t.ask('articles.ids', { filter, sort })
  expect([total, rows.map((it) => it.id)]).toEqual([ids.length, ids])
  return ids.map(keyOf).join(' ')
}

test('filters narrow, empty ones do not', async () => {
  expect(await found({})).toBe('de en zh')
  expect(await found({ statuses: [], languages: [], text: '', ids: [] })).toBe('de en zh')
  expect(await found({ statuses: ['unread'] })).toBe('en zh')
  expect(await found({ statuses: ['unread', 'done'], languages: ['de', 'zh'] })).toBe('de zh')
  expect(await found({ ids: [bench.articles.zh] })).toBe('zh')
  expect(await found({ entityId: 999 })).toBe('')
})

test('date ranges take dates as far as they are known', async () => {
  expect(await found({ publishedFrom: '2018' })).toBe('de en')
  expect(await found({ publishedTo: '2018' })).toBe('de en')
  expect(await found({ publishedFrom: '2018', publishedTo: '2018' })).toBe('de en')
  expect(await found({ publishedFrom: '2018-06-18', publishedTo: '2018-06' })).toBe('de')
  expect(await found({ publishedTo: '2018-06-17' })).toBe('en')
  expect(await found({ publishedFrom: '2018-07' })).toBe('')
  expect(await found({ publishedTo: '2017' })).toBe('')
})

test('search finds words by their beginning, two Chinese characters, titles, and all terms together', async () => {
  expect(await found({ text: 'invest' })).toBe('de')
  expect(await found({ text: 'nvest' })).toBe('')
  expect(await found({ text: 'STRASSE' })).toBe('de')
  expect(await found({ text: '腾讯' })).toBe('zh')
  expect(await found({ text: '东宣' })).toBe('zh')
  expect(await found({ text: '讯京' })).toBe('')
  expect(await found({ text: '股份' })).toBe('zh')
  expect(await found({ text: 'alpha' })).toBe('en')
  expect(await found({ text: 'jd.com google' })).toBe('de en')
  expect(await found({ text: '"google shopping"' })).toBe('en')
  expect(await found({ text: 'google', statuses: ['done'] })).toBe('de')
  expect(await found({ text: 'AND OR NOT * ( " ^' })).toBe('')
})

test('a snippet marks what was found', async () => {
  const { rows } = await t.ask('articles.page', {
    filter: { text: 'tencent' },
    sort: { by: 'relevance', descending: true },
    offset: 0,
    limit: 5,
  })
  const { text, spans } = rows[0]!.snippet!
  expect(spans.map((it) => text.slice(it.start, it.end))).toEqual(['Tencent'])
})

test('orders are total and turn round', async () => {
  expect(await found({}, 'title')).toBe('en de zh')
  expect(await found({}, 'title', true)).toBe('zh de en')
  expect(await found({}, 'publishedOn')).toBe('zh en de')
  expect(await found({}, 'status')).toBe('de en zh')
  expect(await found({}, 'language', true)).toBe('zh en de')
  expect(await found({}, 'added', true)).toBe('zh en de')
  const { rows } = await t.ask('articles.page', {
    filter: {},
    sort: { by: 'title', descending: false },
    offset: 1,
    limit: 1,
  })
  expect(rows.map((it) => it.title)).toEqual(['Beta'])
})

test('facets count every article once', async () => {
  expect(await t.ask('articles.facets', {})).toEqual({
    total: 3,
    statuses: [
      { key: 'unread', count: 2 },
      { key: 'done', count: 1 },
    ],
    languages: expect.arrayContaining([{ key: 'zh', count: 1 }]),
  })
})

test('a row counts what stands on the article; the text is as it came', async () => {
  await t.ask('mentions.create', {
    articleId: bench.articles.de,
    typeId: bench.type.company!,
    fragments: [bench.span('de', 'Google')],
  })
  await t.ask('mentions.create', {
    articleId: bench.articles.de,
    typeId: bench.type.date!,
    fragments: [bench.span('de', '18. Juni 2018')],
  })
  expect(await found({}, 'mentions', true)).toMatch(/^de/)
  const { rows } = await t.ask('articles.page', {
    filter: { ids: [bench.articles.de] },
    sort: { by: 'added', descending: false },
    offset: 0,
    limit: 1,
  })
  // A date needs no entity.
  expect(rows[0]).toMatchObject({ mentions: 2, unlinked: 1, relations: 0, length: texts.de.length })
  expect((await t.ask('articles.open', { id: bench.articles.de })).text).toBe(texts.de)
  expect(await t.ask('articles.get', { id: bench.articles.de })).toMatchObject({
    source: { name: 'de.txt', mediaType: 'text/plain' },
    provenance: { madeHow: 'import' },
  })
})

test('typing a note is one step; another article’s note is another', async () => {
  const note = (id: number, text: string) => t.ask('articles.update', { ids: [id], patch: { note: text } })
  const steps = async () => (await t.ask('history.list', { limit: 500 })).length
  const before = await steps()
  for (const text of ['a', 'ab', 'abc']) await note(bench.articles.de, text)
  await note(bench.articles.en, 'x')
  expect(await steps()).toBe(before + 2)
  await t.ask('history.undo', {})
  await t.ask('history.undo', {})
  expect((await t.ask('articles.get', { id: bench.articles.de })).note).toBe('')
})

describe('history', () => {
  test('lists steps with their words, shows rows, and goes anywhere', async () => {
    const first = (await t.ask('history.state', {})).undo!.seq
    await t.ask('projects.update', { name: 'One' })
    await t.ask('articles.update', { ids: [bench.articles.de], patch: { status: 'reviewed' } })
    await t.ask('articles.remove', { ids: [bench.articles.en, bench.articles.zh] })
    const [removed, updated, named] = await t.ask('history.list', { limit: 3 })
    expect([removed, updated, named]).toMatchObject([
      { code: 'articles.remove', params: { count: 2, title: 'alpha' }, state: 'done' },
      { code: 'articles.update', params: { status: 'reviewed', field: 'status' }, changes: 1 },
      { code: 'projects.update', params: { name: 'One' } },
    ])
    const earlier = await t.ask('history.list', { before: named!.seq, limit: 500 })
    expect(earlier.every((it) => it.seq < named!.seq)).toBe(true)
    expect(earlier.find((it) => it.state === 'done')?.seq).toBe(first)
    expect(await t.ask('history.changes', { seq: updated!.seq, limit: 10 })).toMatchObject([
      { table: 'article', rowId: bench.articles.de, operation: 'update', before: { status: 'done' } },
    ])
    expect(await t.ask('history.goTo', { seq: first })).toEqual({ steps: 3 })
    expect(await found({})).toBe('de en zh')
    expect((await t.ask('history.list', { limit: 3 })).map((it) => it.state)).toEqual(Array(3).fill('undone'))
    expect(await t.ask('history.changes', { seq: updated!.seq, limit: 10 })).toMatchObject([
      { before: { status: 'done' }, after: { status: 'reviewed' } },
    ])
    expect(await t.ask('history.goTo', { seq: removed!.seq })).toEqual({ steps: 3 })
    expect(await found({})).toBe('de')
    await t.ask('history.goTo', { seq: first })
    await t.ask('projects.update', { name: 'Two' })
    await expect(t.ask('history.goTo', { seq: removed!.seq })).rejects.toThrow('other work has replaced it')
    await expect(t.ask('history.goTo', { seq: 99_999 })).rejects.toThrow('not_found')
    expect(await t.ask('history.redo', {})).toBeNull()
  })
})
