import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../main/db/index.ts'
import { isGraphemeBoundary } from '../../shared/text/graphemes.ts'
import { matchesQuery } from '../../shared/text/search.ts'
import { createCorpus } from '../bench/generator/corpus.ts'
import { writeJsonl } from '../bench/generator/jsonl.ts'
import { type BuiltProject, buildProject } from '../bench/generator/project.ts'
import { tag } from '../bench/rows/tag.ts'
import { startTestCore } from '../support/core.ts'
import { fileFaults, lookInto, textIndexFaults } from '../support/tables.ts'

/* The benchmark measures what it says it measures: its corpora are sound, and a row runs. Times are never looked at. */

const options = { articles: 60, mentionsPerArticle: 10, seed: 1 }
let folder: string
let project: BuiltProject

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-bench-test-'))
  project = await buildProject(options, () => {}, folder)
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a corpus is the same again, and every span cuts whole characters out of its text', () => {
  const articles = [...createCorpus(options).articles()]
  expect([...createCorpus(options).articles()]).toEqual(articles)
  expect(new Set(articles.map((it) => it.language)).size).toBeGreaterThan(3)
  const mentions = articles.flatMap((it) => it.mentions)
  expect(mentions.some((it) => it.fragments.length > 1)).toBe(true)
  expect(mentions.some((it) => it.value !== null)).toBe(true)
  for (const { text, mentions: own, evidence } of articles) {
    for (const { start, end } of [...own.flatMap((it) => it.fragments), ...evidence]) {
      expect(start).toBeLessThan(end)
      expect(end).toBeLessThanOrEqual(text.length)
      expect([isGraphemeBoundary(text, start), isGraphemeBoundary(text, end)]).toEqual([true, true])
    }
  }
  expect(mentions.length / articles.length).toBeGreaterThan(7)
})

test('the project written straight into a file is one the core could have written', () => {
  const db = lookInto(project.path)
  try {
    expect(fileFaults(db)).toEqual([])
    expect(textIndexFaults(db)).toEqual([])
  } finally {
    db.close()
  }
  expect(project.articles).toBe(options.articles)
})

test('the dataset of a corpus is imported without leaving a row out', async () => {
  const path = join(folder, 'corpus.jsonl')
  writeJsonl(project.corpus, path)
  const t = startTestCore()
  try {
    await t.ask('projects.create', { name: 'Bench' })
    const { result } = await t.job('imports.dataset', { path })
    const expected = [...project.corpus.articles()]
    expect(result).toEqual({
      articles: options.articles,
      entities: project.corpus.entities.length,
      mentions: expected.reduce((sum, it) => sum + it.mentions.length, 0),
      relations: project.corpus.relations.length,
      left: [],
    })
  } finally {
    await t.close()
  }
})

test('a search finds what stands in texts and titles, in every order and under a filter', async () => {
  const t = startTestCore()
  try {
    await t.ask('projects.open', { path: project.path })
    const articles = [...project.corpus.articles()]
    const words = ['handel', 'the', 'm', '京东', '的', articles[0]!.title.slice(0, 6), 'nirgendwo']
    for (const text of words) {
      const fitting = articles.filter((it) => matchesQuery(it.text, text) || matchesQuery(it.title, text))
      for (const by of ['relevance', 'publishedOn', 'title', 'mentions'] as const) {
        for (const languages of [undefined, ['de', 'zh']]) {
          const wanted = fitting.filter((it) => languages?.includes(it.language) ?? true)
          const { total, rows } = await t.ask('articles.page', {
            filter: { text, languages },
            sort: { by, descending: true },
            offset: 0,
            limit: 100,
          })
          expect(rows.map((it) => it.sourceUrl).sort(), `${text} by ${by}`).toEqual(
            wanted.map((it) => it.sourceUrl).sort(),
          )
          expect(total).toBe(wanted.length)
        }
      }
    }
  } finally {
    await t.close()
  }
})

test('a row runs and gives one number for every turn of both sides', async () => {
  const lines = await tag.run({ project, scratch: folder, workingCopy: project.path, quick: true })
  for (const { ours, bare } of lines) {
    expect(ours.length).toBe(bare.length)
    expect(Math.min(...ours, ...bare)).toBeGreaterThan(0)
  }
  const db = connect(project.path, { readOnly: true })
  expect(db.value<number>("SELECT count(*) FROM command WHERE code = 'mentions.create'")).toBeGreaterThan(60)
  db.close()
})
