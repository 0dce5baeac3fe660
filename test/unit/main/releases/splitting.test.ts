import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../../main/db/index.ts'
import { releasePreviewJob } from '../../../../main/features/releases/index.ts'
import type { ReleasePreview } from '../../../../shared/contract/releases.ts'
import type { RecipeData, SplitReport } from '../../../../shared/model/recipe.ts'
import { fillFixture } from '../../../support/fixtureProject.ts'
import { freshProject } from '../../../support/interchange.ts'
import { recipeOf, release } from '../../../support/releases.ts'
import { runJobOn } from '../../../support/runJob.ts'

/* Splits of a project in which every article stands three times and one deal is told in two languages. */

const root = mkdtempSync(join(tmpdir(), 'ligature-splitting-'))
let project: { path: string; db: Database; close(): void }

beforeAll(() => {
  project = freshProject(root, 'copies')
  fillFixture(project.db, 3)
})
afterAll(() => {
  project.close()
  rmSync(root, { recursive: true, force: true })
})

const splitOf = async (
  split: Partial<RecipeData['split']>,
  more: Partial<RecipeData> = {},
): Promise<SplitReport> => {
  const data = { ...recipeOf({ split: { by: 'random', ...split } }), ...more }
  const { result } = await runJobOn<{ data: RecipeData }, ReleasePreview>(
    releasePreviewJob,
    { data },
    project.path,
  )
  return result.split
}

const kindsOf = ({ leaks }: SplitReport): string[] => [...new Set(leaks.map((it) => it.kind))].toSorted()
const articlesOf = ({ splits }: SplitReport): number => splits.reduce((sum, it) => sum + it.articles, 0)

test('what stands on both sides is told, unless it was asked to stay together', async () => {
  const loose = await splitOf({})
  expect(kindsOf(loose)).toEqual(['deal', 'duplicate'])
  expect(loose.leakCount).toBe(loose.leaks.length)
  const deal = loose.leaks.find((it) => it.kind === 'deal')!
  expect(deal.what).toMatch(/ – /)
  expect(kindsOf(await splitOf({ keepDuplicatesTogether: true }))).not.toContain('duplicate')
  expect(kindsOf(await splitOf({ keepDealsTogether: true }))).not.toContain('deal')
  const together = { keepDuplicatesTogether: true, keepDealsTogether: true }
  for (const by of ['random', 'date', 'deal', 'type'] as const) {
    const report = await splitOf({ by, ...together })
    expect(report.leaks).toEqual([])
    expect(articlesOf(report)).toBe(15)
  }
  expect(kindsOf(await splitOf({ by: 'deal' }))).not.toContain('deal')
})

test('no split, no leak; copies that are left out are on no side', async () => {
  expect(await splitOf({ by: 'none' })).toEqual({ splits: [], leaks: [], leakCount: 0 })
  const report = await splitOf({}, { identity: 'text' })
  expect(articlesOf(report)).toBe(5)
  expect(kindsOf(report)).not.toContain('duplicate')
})

test('counts of the splits are those of what is written', async () => {
  const path = join(root, 'divided')
  const data = recipeOf({ formats: ['ligature-jsonl'], split: { by: 'type', keepDuplicatesTogether: true } })
  const { result } = await release(project, data, path)
  expect(result.formats.map((it) => it.proof)).toEqual(['equal', 'equal'])
  for (const { name, articles, mentions, relations } of result.split.splits) {
    const lines = readFileSync(join(path, `data/ligature-jsonl/${name}.jsonl`), 'utf8')
      .trim()
      .split('\n')
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ articles, mentions, relations })
  }
  const rows = readFileSync(join(path, 'splits.tsv'), 'utf8').trim().split('\n').slice(1)
  expect(rows).toHaveLength(15)
  for (const { name, articles } of result.split.splits)
    expect(rows.filter((it) => it.split('\t')[1] === name)).toHaveLength(articles)
})

test('a split may be empty', async () => {
  const path = join(root, 'empty')
  const formats = ['ligature-jsonl', 'brat', 'conll', 'huggingface', 'gexf', 'tei', 'prodigy']
  const data = recipeOf({ formats, split: { by: 'random' }, scope: { articles: { languages: ['zh'] } } })
  const { result } = await release(project, { ...data, identity: 'text' }, path)
  expect(result.split.splits.map((it) => it.articles)).toEqual([1, 0, 0])
  expect(result.formats.map((it) => [it.formatId, it.proof])).toEqual([
    ['ligature-jsonl', 'equal'],
    ...formats.map((it) => [it, 'equal']),
  ])
  expect(readdirSync(join(path, 'data/conll')).toSorted()).toEqual([
    ...['test.conll', 'train.conll', 'validation.conll'],
  ])
})

test('nothing at all is a release too', async () => {
  const data = recipeOf({
    scope: { articles: { languages: ['xx'] } },
    formats: ['brat', 'csv'],
    split: { by: 'type' },
  })
  const { result } = await release(project, data, join(root, 'nothing'))
  expect(result.counts).toMatchObject({ articles: 0, mentions: 0, relations: 0 })
  expect(result.formats.map((it) => it.proof)).toEqual(['equal', 'equal', 'unread'])
})
