import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCore, type TestCore } from '../support/core.ts'

let t: TestCore

beforeAll(async () => {
  t = startTestCore()
  await t.ask('projects.openSample', { reset: false })
})
afterAll(() => t.close())

const everything = { filter: {}, sort: { by: 'added', descending: false }, offset: 0, limit: 100 } as const

test('the sample project is made of the shipped corpus, with an empty history', async () => {
  const { total, rows } = await t.ask('articles.page', everything)
  expect(total).toBe(18)
  expect(rows.map((it) => it.language).sort()).toEqual(expect.arrayContaining(['de', 'en', 'zh']))
  expect(rows.reduce((sum, it) => sum + it.mentions, 0)).toBeGreaterThan(600)
  expect(await t.ask('history.state', {})).toEqual({ undo: null, redo: null })
})

test('every mention and every passage of evidence cuts exactly its quote out of the text', async () => {
  const { rows } = await t.ask('articles.page', everything)
  for (const row of rows) {
    const { text, mentions, evidence } = await t.ask('articles.open', { id: row.id })
    const found = await t.ask('mentions.get', { ids: mentions.id })
    expect(found).toHaveLength(mentions.id.length)
    for (const mention of found) {
      for (const it of mention.fragments) expect(text.slice(it.start, it.end)).toBe(it.quote)
    }
    for (const mark of evidence) {
      const relation = await t.ask('relations.get', { id: mark.relationId })
      const passage = relation.evidence.find((it) => it.id === mark.id)!
      expect(text.slice(passage.start, passage.end)).toBe(passage.quote)
      expect(passage.sourceSpans.length).toBeGreaterThan(0)
      expect(passage.targetSpans.length).toBeGreaterThan(0)
    }
  }
})

test('a two-character Chinese word, a German word with ß and a traditional form are found', async () => {
  const titles = async (text: string) =>
    (
      await t.ask('articles.page', {
        ...everything,
        filter: { text },
        sort: { by: 'relevance', descending: true },
      })
    ).rows
  for (const text of ['京东', '騰訊', 'Beteiligung', 'grosste', 'schliesst']) {
    const rows = await titles(text)
    expect(rows.length, text).toBeGreaterThan(0)
    for (const row of rows) {
      for (const { start, end } of row.snippet!.spans)
        expect(row.snippet!.text.slice(start, end)).not.toBe('')
    }
  }
  expect(await titles('gibtesnicht')).toEqual([])
})

test('the original is shown without anything that runs or loads', async () => {
  const { rows } = await t.ask('articles.page', everything)
  for (const { id } of rows) {
    const { html } = await t.ask('articles.source', { id })
    expect(html.length).toBeGreaterThan(500)
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|javascript:|https?:\/\/[^<\s]*["']/i)
    expect(html).toMatch(/data-start="\d+"/)
  }
})
