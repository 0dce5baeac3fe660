import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCore, type TestCore } from '../../../support/core.ts'
import { lookInto } from '../../../support/tables.ts'

let t: TestCore
beforeAll(async () => {
  t = startTestCore()
  await t.ask('projects.openSample', { reset: false })
})
afterAll(() => t.close())

test('every figure is what counting by hand gives', async () => {
  const figures = await t.ask('overview.get', {})
  const sort = { by: 'added', descending: false } as const
  const { rows } = await t.ask('articles.page', { filter: {}, sort, offset: 0, limit: 500 })
  const sum = (list: readonly { count: number }[]) => list.reduce((total, it) => total + it.count, 0)
  expect(figures.articles).toBe(rows.length)
  expect(sum(figures.statuses)).toBe(rows.length)
  expect(sum(figures.languages)).toBe(rows.length)
  expect(sum(figures.mentions)).toBe(rows.reduce((total, it) => total + it.mentions, 0))
  expect(figures.unlinkedMentions).toBe(rows.reduce((total, it) => total + it.unlinked, 0))
  expect(figures.evidence).toBe(rows.reduce((total, it) => total + it.relations, 0))
  for (const { key, count } of figures.statuses)
    expect(rows.filter((it) => it.status === key)).toHaveLength(count)
  for (const { key, count } of figures.months)
    expect(rows.filter((it) => it.publishedOn.startsWith(key))).toHaveLength(count)

  const entities = await t.ask('entities.page', {
    sortBy: 'mentions',
    descending: true,
    offset: 0,
    limit: 500,
  })
  expect(sum(figures.entities)).toBe(entities.total)
  expect(figures.strongest.map((it) => it.mentions)).toEqual(
    entities.rows.slice(0, figures.strongest.length).map((it) => it.mentions),
  )
  const { edges } = await t.ask('network.graph', { filter: {}, limit: 5000 })
  expect(sum(figures.relations)).toBe(edges.length)
  expect(figures.relationsWithoutEvidence).toBe(edges.filter((it) => it.evidence === 0).length)

  const db = lookInto((await t.ask('projects.current', {}))!.path)
  expect(figures.doubtfulMentions).toBe(db.value("SELECT count(*) FROM mention WHERE certainty = 'doubtful'"))
  expect(sum(figures.days)).toBe(db.value("SELECT count(*) FROM mention WHERE made_how = 'hand'"))
  db.close()
})

test('figures follow a change and its undo', async () => {
  const before = await t.ask('overview.get', {})
  const { rows } = await t.ask('articles.page', {
    filter: {},
    sort: { by: 'mentions', descending: true },
    offset: 0,
    limit: 1,
  })
  await t.ask('articles.remove', { ids: [rows[0]!.id] })
  const after = await t.ask('overview.get', {})
  expect(after.articles).toBe(before.articles - 1)
  expect(after.evidence).toBe(before.evidence - rows[0]!.relations)
  await t.ask('history.undo', {})
  expect(await t.ask('overview.get', {})).toEqual(before)
})
