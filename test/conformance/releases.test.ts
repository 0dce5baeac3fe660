import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Database } from '../../main/db/index.ts'
import { exportFormats } from '../../main/features/exports/formats/index.ts'
import { importFormats } from '../../main/features/imports/formats/index.ts'
import { type ReleasePreview, releasePreview } from '../../shared/contract/releases.ts'
import { type RecipeData, type ReleaseReport, releaseReport } from '../../shared/model/recipe.ts'
import { startTestCore, type TestCore } from '../support/core.ts'
import { fillCorpus } from '../support/corpus.ts'
import { fillFixture } from '../support/fixtureProject.ts'
import { hardCorpora } from '../support/hardCorpus.ts'
import { freshProject } from '../support/interchange.ts'
import { recipeOf, release } from '../support/releases.ts'

/* A release as somebody else gets it: complete, checkable, the same again, and true to the project. */

// Two cores are all a machine may have, and every release here is read back too.
vi.setConfig({ testTimeout: 120_000 })

const root = mkdtempSync(join(tmpdir(), 'ligature-releases-'))
let full: { path: string; db: Database; close(): void }
let folder: string
let count = 0

beforeAll(() => {
  full = freshProject(join(root, 'full'), 'full')
  fillFixture(full.db)
})
afterAll(() => {
  full.close()
  rmSync(root, { recursive: true, force: true })
})
beforeEach(() => {
  count += 1
  folder = join(root, `out-${count}`)
  mkdirSync(folder)
})

const everyFormat = exportFormats.map((it) => it.id)
const readers = new Set(importFormats.map((it) => it.id))

const filesOf = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => relative(path, join(it.parentPath, it.name)))
    .sort()

const contents = (path: string): Record<string, string> =>
  Object.fromEntries(filesOf(path).map((it) => [it, readFileSync(join(path, it), 'latin1')]))

const read = (path: string, name: string): string => readFileSync(join(path, name), 'utf8')

const write = async (
  data: RecipeData,
  name = 'release',
): Promise<{ report: ReleaseReport; path: string }> => {
  const path = join(folder, name)
  const { result } = await release(full, data, path)
  return { report: result, path }
}

const expectEqual = (report: ReleaseReport): void => {
  expect(report.formats.flatMap((it) => it.differences.map((one) => ({ of: it.formatId, ...one })))).toEqual(
    [],
  )
  for (const { formatId, proof } of report.formats)
    expect([formatId, proof]).toEqual([formatId, readers.has(formatId) ? 'equal' : 'unread'])
}

describe('what is read back is what was written, in every format', () => {
  test('whole', async () => {
    const { report } = await write(recipeOf({ formats: everyFormat }))
    expect(report.formats.map((it) => it.formatId)).toEqual(everyFormat)
    expectEqual(report)
  })

  test('divided', async () => {
    const { report, path } = await write(recipeOf({ formats: everyFormat, split: { by: 'random' } }))
    expectEqual(report)
    expect(report.split.splits.map((it) => [it.name, it.articles])).toEqual([
      ['train', 3],
      ['validation', 1],
      ['test', 1],
    ])
    expect(filesOf(path)).toEqual(
      expect.arrayContaining([
        ...['data/conll/train.conll', 'data/conll/test.conll', 'data/ligature-jsonl/validation.jsonl'],
        ...['data/huggingface/README.md', 'data/ligature.jsonl'],
      ]),
    )
  })

  test('cleaned', async () => {
    const cleaning = { invisible: true, blanks: true, nfc: true }
    const { report, path } = await write(recipeOf({ formats: everyFormat, cleaning }))
    expectEqual(report)
    expect(JSON.parse(read(path, 'release.json')).cleaned).toMatchObject({ articles: 1, lostMentions: 0 })
    expect(read(path, 'data/ligature.jsonl')).toContain('ét\u00e9')
  })
})

test.each(hardCorpora.filter(([name]) => name === 'scripts' || name === 'places'))(
  '%s, divided and cleaned: equal in every format',
  async (name, corpus) => {
    const project = freshProject(join(folder, name), name)
    try {
      fillCorpus(project.db, corpus)
      const data = recipeOf({
        formats: everyFormat,
        split: { by: 'type', keepDealsTogether: true },
        cleaning: { invisible: true, blanks: true, nfc: true },
      })
      expectEqual((await release(project, data, join(folder, 'out'))).result)
    } finally {
      project.close()
    }
  },
)

test('the proof is part of the release', async () => {
  const { report, path } = await write(recipeOf({ formats: ['brat'] }))
  expect(JSON.parse(read(path, 'quality/proof.json'))).toEqual(
    report.formats.map(({ losses: _, ...it }) => ({ ...it, folder: expect.any(String) })),
  )
})

describe('the same recipe on the same project', () => {
  const data = { formats: ['brat', 'huggingface', 'gexf'], split: { by: 'type' } } as const
  const recipe = (shape: 'folder' | 'zip'): RecipeData =>
    recipeOf({ ...data, formats: [...data.formats], shape })

  test('gives the same bytes, as a folder and as an archive', async () => {
    const [one, other] = [await write(recipe('folder'), 'one'), await write(recipe('folder'), 'other')]
    expect(contents(one.path)).toEqual(contents(other.path))
    const zips = [await write(recipe('zip'), 'one.zip'), await write(recipe('zip'), 'other.zip')]
    const [first, second] = zips.map((it) => readFileSync(it.path))
    expect(first!.equals(second!)).toBe(true)
    const members = unzipSync(first!)
    expect(Object.keys(members)).toEqual(Object.keys(members).toSorted())
    const packed = Object.fromEntries(
      Object.entries(members).map(([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')]),
    )
    const { 'recipe.json': _, 'checksums.sha256': __, ...same } = contents(one.path)
    expect(packed).toMatchObject(same)
    expect(Object.keys(packed).toSorted()).toEqual(filesOf(one.path))
  })
})

test('a release passes its check; with a byte changed, a file added or taken away it does not', async () => {
  const { path, report } = await write(
    recipeOf({ formats: ['ligature-jsonl', 'brat'], split: { by: 'date' } }),
  )
  const stated = read(path, 'checksums.sha256').trim().split('\n')
  expect(stated.map((it) => it.slice(66))).toEqual(filesOf(path).filter((it) => it !== 'checksums.sha256'))
  expect(report.files.map((it) => it.name).toSorted()).toEqual(filesOf(path))
  const t = startTestCore()
  try {
    expect((await t.job('projects.check', { path })).result).toEqual({ ok: true, findings: [] })
    const packed = await write(recipeOf({ formats: ['brat'], shape: 'zip' }), 'release.zip')
    expect((await t.job('projects.check', { path: packed.path })).result).toEqual({ ok: true, findings: [] })
    const cut = join(folder, 'cut.zip')
    writeFileSync(cut, readFileSync(packed.path).subarray(0, 5000))
    await expect(t.job('projects.check', { path: cut })).rejects.toThrow('import.unreadable')

    const [changed] = filesOf(join(path, 'data/brat/train')).filter((it) => it.endsWith('.txt'))
    const name = join(path, 'data/brat/train', changed!)
    writeFileSync(name, readFileSync(name, 'utf8').replace(/.$/s, '!'))
    writeFileSync(join(path, 'more.txt'), 'more')
    rmSync(join(path, 'schema.json'))
    const { ok, findings } = (await t.job('projects.check', { path })).result as {
      ok: boolean
      findings: { code: string }[]
    }
    expect(ok).toBe(false)
    expect(findings.map((it) => it.code).toSorted()).toEqual([
      ...['check.file_added', 'check.file_changed', 'check.file_missing'],
    ])
  } finally {
    await t.close()
  }
})

describe('without full texts', () => {
  const redaction = { on: true, quoteLength: 12 }
  const graphs = ['graphml', 'gexf', 'cytoscape', 'pajek', 'neo4j']

  test('no piece of a text that is longer than a quote may be stands anywhere', async () => {
    const triples = ['turtle', 'jsonld'].map((formatId) => ({ formatId, options: { texts: false } }))
    const data = recipeOf({ formats: ['ligature-jsonl', ...graphs], redaction })
    const { path, report } = await write({ ...data, formats: [...data.formats, ...triples] })
    expect(report.formats.map((it) => it.formatId)).toEqual(['standoff', ...graphs, 'turtle', 'jsonld'])
    expect(report.formats.map((it) => it.proof)).not.toContain('differs')
    const texts = full.db.column<string>('SELECT content FROM text')
    // Names, titles and notes are the analyst's own words; they may be longer than a quote.
    const known = full.db
      .column<string>(
        `SELECT title FROM article UNION SELECT name FROM entity UNION SELECT text FROM alias
         UNION SELECT note FROM mention UNION SELECT value FROM mention`,
      )
      .join('\n')
    const all = filesOf(path).map((it) => [it, read(path, it)] as const)
    for (const text of texts) {
      for (let at = 0; at + redaction.quoteLength < text.length; at += 1) {
        const piece = text.slice(at, at + redaction.quoteLength + 1)
        if (!piece.isWellFormed() || known.includes(piece.trim())) continue
        for (const [name, content] of all) {
          expect(content.includes(piece), `${name}: ${piece}`).toBe(false)
          expect(content.includes(JSON.stringify(piece).slice(1, -1)), `${name}: ${piece}`).toBe(false)
        }
      }
    }
  })

  test('offsets and hashes let who has the texts put both together again', async () => {
    const { path } = await write(recipeOf({ redaction }))
    const [head, ...lines] = read(path, 'data/standoff.jsonl')
      .trim()
      .split('\n')
      .map((it) => JSON.parse(it))
    expect(head).toMatchObject({ format: 'ligature-standoff', version: 1, offsetUnit: 'utf16' })
    const texts = new Map(
      full.db
        .all<{ hash: string; content: string }>('SELECT hash, content FROM text')
        .map((it) => [it.hash, it.content]),
    )
    const articles = new Map(
      lines.filter((it) => it.record === 'article').map((it) => [it.uid, texts.get(it.textHash)!]),
    )
    let checked = 0
    for (const it of lines) {
      for (const { start, end, quote, quoteHash } of it.fragments ?? (it.quote === undefined ? [] : [it])) {
        const full = articles.get(it.article)!.slice(start, end)
        checked += 1
        if (quoteHash === undefined) expect(quote).toBe(full)
        else {
          expect(quoteHash).toBe(createHash('sha256').update(full).digest('hex'))
          expect(full.startsWith(quote.replace(/…$/, ''))).toBe(true)
          expect(quote.length).toBeLessThanOrEqual(redaction.quoteLength + 1)
        }
      }
    }
    expect(checked).toBeGreaterThan(20)
    expect(lines.at(-1)).toMatchObject({ record: 'end', articles: 5 })
  })

  test('formats of full texts are refused by name', async () => {
    await expect(write(recipeOf({ formats: ['gexf', 'brat', 'conll'], redaction }))).rejects.toMatchObject({
      code: 'invalid_input',
      details: { formats: 'brat standoff, CoNLL BIO' },
    })
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('what goes wrong leaves nothing behind', () => {
  const data = recipeOf({ formats: ['brat', 'gexf'], split: { by: 'random' }, cleaning: { nfc: true } })

  test.each(['folder', 'zip'] as const)('stopped anywhere: %s', async (shape) => {
    const whole = await release(full, { ...data, shape }, join(folder, 'whole'))
    rmSync(join(folder, 'whole'), { recursive: true })
    expect(whole.looks).toBeGreaterThan(50)
    for (const share of [0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98, 1]) {
      const cancelAt = Math.max(1, Math.floor(whole.looks * share))
      await expect(
        release(full, { ...data, shape }, join(folder, 'stopped'), { cancelAt }),
      ).rejects.toMatchObject({ code: 'cancelled' })
      expect(readdirSync(folder)).toEqual([])
      expect(full.db.value('SELECT count(*) FROM release_made WHERE path LIKE ?', ['%stopped'])).toBe(0)
    }
  })

  test('what is at the target stays, unless it may be replaced', async () => {
    const path = join(folder, 'release')
    const first = await write(data)
    const before = contents(first.path)
    const other = recipeOf({ formats: ['conll'] })
    await expect(release(full, other, path)).rejects.toMatchObject({ code: 'conflict' })
    expect(contents(path)).toEqual(before)
    await release(full, other, path, { overwrite: true })
    expect(filesOf(path)).toContain('data/conll/dataset.conll')
    expect(filesOf(path).join()).not.toContain('brat')

    writeFileSync(join(path, 'diary.txt'), 'mine')
    await expect(release(full, data, path, { overwrite: true })).rejects.toMatchObject({
      code: 'conflict',
      details: { foreign: 'diary.txt' },
    })
    expect(readdirSync(folder)).toEqual(['release'])
  })

  test('a folder that is not there, or may not be written to', async () => {
    await expect(release(full, data, join(folder, 'no', 'release'))).rejects.toMatchObject({ code: 'io' })
    await expect(release(full, data, 'release')).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(release(full, data, full.path)).rejects.toMatchObject({ code: 'not_allowed' })
    const closed = join(folder, 'closed')
    mkdirSync(closed)
    writeFileSync(join(closed, 'file'), '')
    await expect(release(full, data, join(closed, 'file', 'release'))).rejects.toMatchObject({ code: 'io' })
    expect(filesOf(folder)).toEqual(['closed/file'])
  })
})

test('copies of one document are left out, all but the first', async () => {
  const project = freshProject(join(folder, 'copies'), 'copies')
  try {
    fillFixture(project.db, 3)
    const path = join(folder, 'one-of-each')
    const { result } = await release(project, recipeOf({ identity: 'text', formats: ['brat'] }), path)
    expect(result.counts.articles).toBe(5)
    expect(result.formats.map((it) => it.proof)).toEqual(['equal', 'equal'])
    const { copiesLeftOut } = JSON.parse(read(path, 'release.json'))
    expect(copiesLeftOut).toBe(10)
  } finally {
    project.close()
  }
})

describe('through the program', () => {
  let t: TestCore
  beforeAll(async () => {
    t = startTestCore()
    await t.ask('projects.openSample', { reset: false })
  })
  afterAll(() => t.close())

  test('the sample: tried out, released, listed', async () => {
    const data = recipeOf({ formats: ['brat', 'conll'], split: { by: 'type', keepDealsTogether: true } })
    const preview = (await t.job('releases.preview', { data })).result as ReleasePreview
    expect(releasePreview.parse(preview)).toEqual(preview)
    const { id } = await t.ask('releases.saveRecipe', { name: 'All', data })
    const path = join(folder, 'sample')
    const report = (await t.job('releases.run', { recipeId: id, path })).result as ReleaseReport
    expect(releaseReport.parse(report)).toEqual(report)
    expect(report.split).toEqual(preview.split)
    expect(report.findings).toEqual(preview.findings)
    expect(report.formats.map((it) => [it.formatId, it.proof, it.differenceCount])).toEqual([
      ['ligature-jsonl', 'equal', 0],
      ['brat', 'equal', 0],
      ['conll', 'equal', 0],
    ])
    for (const [name, content] of Object.entries(contents(path))) {
      expect(content, name).not.toContain(root)
      expect(content, name).not.toContain(t.folder)
    }
    expect(await t.ask('releases.made', {})).toMatchObject([{ name: 'All', path, counts: report.counts }])
    expect((await t.job('projects.check', { path })).result).toEqual({ ok: true, findings: [] })
    expect(t.events).toContainEqual({ event: 'refreshed', payload: { what: ['release'] } })
  })

  test('recipes are kept, changed, taken away, and all of it can be undone', async () => {
    const data = recipeOf()
    const { id } = await t.ask('releases.saveRecipe', { name: 'One', data })
    await t.ask('releases.saveRecipe', { id, name: 'Two', data: recipeOf({ identity: 'text' }) })
    const named = async () => (await t.ask('releases.recipes', {})).map((it) => it.name)
    expect(await named()).toContain('Two')
    await t.ask('history.undo', {})
    expect(await named()).toContain('One')
    await t.ask('releases.removeRecipe', { id })
    expect(await named()).not.toContain('One')
    await t.ask('history.undo', {})
    expect((await t.ask('releases.recipes', {})).find((it) => it.id === id)).toMatchObject({
      name: 'One',
      data,
    })
    await expect(t.ask('releases.run', { recipeId: 987_654, path: join(folder, 'x') })).rejects.toThrow(
      'not_found',
    )
    const uneven = recipeOf({ split: { by: 'random', shares: { train: 50, validation: 0, test: 0 } } })
    await expect(t.ask('releases.saveRecipe', { name: 'Uneven', data: uneven })).rejects.toThrow(
      '50 per cent',
    )
  })
})
