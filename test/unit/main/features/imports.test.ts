import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ImportReport } from '../../../../shared/contract/imports.ts'
import { startTestCore, type TestCore } from '../../../support/core.ts'
import { fileFaults, lookInto } from '../../../support/tables.ts'
import { realFolder } from '../imports/realFiles.ts'

let t: TestCore
let folder: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-import-'))
  t = startTestCore()
  await t.ask('projects.create', { name: 'Imports' })
})
afterEach(async () => {
  await t.close()
  rmSync(folder, { recursive: true, force: true })
})

const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}
const prepare = (path: string) => t.job('imports.prepare', { items: [{ path }] })
const commit = async () => (await t.job('imports.commit', {})).result as ImportReport
const drafts = () => t.ask('imports.drafts', { offset: 0, limit: 500 })
const articleCount = async () => (await t.ask('articles.facets', {})).total
const tables = async (sql: string): Promise<unknown[]> => {
  const db = lookInto((await t.ask('projects.current', {}))!.path)
  try {
    return db.all(sql)
  } finally {
    db.close()
  }
}

const story = (n: number): string =>
  `Story number ${n}\n\nJD.com opened shop ${n} in Paris on 18 June 2018. ${'The company did not say how much it paid. '.repeat(6)}${`word${n} `.repeat(30).trim()}`

describe('a folder of everything', () => {
  const fill = (): void => {
    write('a good one.txt', story(1))
    write('nested/deep/er.md', `# A heading\n\n${story(2)}`)
    write('chinese.txt', '京东宣布进入巴黎市场。'.repeat(20))
    write('copy of the first.txt', story(1))
    write('nearly the first.txt', story(1).replace('in Paris', 'at Paris'))
    write('picture.png', Buffer.from('89504e470d0a1a0a0000000d49484452'.repeat(20), 'hex'))
    write('empty.txt', '')
    write('blank.txt', ' \n\n ')
    // Bytes that are nothing in any encoding people write articles in.
    write('broken.txt', Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 7919) % 256)))
    write('.hidden', 'hidden')
    write('Thumbs.db', 'x')
    write(
      'page.html',
      `<html><head><title>Saved</title></head><body><article><p>${story(3)}</p></article></body></html>`,
    )
    write('page_files/script.js', 'alert(1)')
    write('page_files/advert.html', '<p>advert</p>')
    const huge = openSync(join(folder, 'huge.txt'), 'w')
    ftruncateSync(huge, 200 * 1024 * 1024)
    closeSync(huge)
  }

  test('what can be read is drafted, what cannot is one clear line each', async () => {
    fill()
    await prepare(folder)
    const { rows, total, failed, included } = await drafts()
    const named = Object.fromEntries(rows.map((it) => [it.name, it]))
    expect(Object.keys(named).sort()).toEqual(
      [
        'a good one.txt',
        'blank.txt',
        'broken.txt',
        'chinese.txt',
        'copy of the first.txt',
        'empty.txt',
        'er.md',
        'huge.txt',
        'nearly the first.txt',
        'page.html',
        'picture.png',
      ].sort(),
    )
    const bad = ['blank.txt', 'broken.txt', 'empty.txt', 'huge.txt', 'picture.png']
    for (const name of bad) {
      expect(named[name]!.error?.message, name).toMatch(/^\S.{15,}[.]$/s)
      expect(named[name]!.included).toBe(false)
    }
    expect(named['huge.txt']!.error?.message).toMatch('200 MB')
    expect([total, failed, included]).toEqual([11, 5, 5])
    expect(named['copy of the first.txt']).toMatchObject({ duplicate: { how: 'exact' }, included: false })
    expect(named['nearly the first.txt']).toMatchObject({ duplicate: { how: 'near' }, included: true })
    expect(named['a good one.txt']!.duplicate).toBeNull()
    expect(named['chinese.txt']!.language).toBe('zh')
    expect(await articleCount()).toBe(0)

    const report = await commit()
    expect(report.imported).toBe(5)
    expect(report.articleIds).toHaveLength(5)
    expect(report.left.map((it) => it.name).sort()).toEqual(bad)
    expect(await articleCount()).toBe(5)
    expect((await drafts()).total).toBe(0)
    expect((await t.ask('history.state', {})).undo).toMatchObject({
      code: 'imports.commit',
      params: { count: 5 },
    })

    // What is in the project now is known as a copy next time.
    await prepare(join(folder, 'a good one.txt'))
    expect((await drafts()).rows).toMatchObject([
      { included: false, duplicate: { how: 'exact', articleId: expect.any(Number) } },
    ])
    await expect(t.ask('imports.commit', {})).rejects.toThrow('Mark at least one')
    await t.ask('imports.discard', {})
    expect(await tables('SELECT * FROM import_draft')).toEqual([])
    expect(
      await tables(
        'SELECT id FROM source WHERE id NOT IN (SELECT source_id FROM article WHERE source_id IS NOT NULL)',
      ),
    ).toEqual([])
  })
})

describe('drafts', () => {
  test('are corrected, left out and survive closing the project', async () => {
    write('one.txt', story(1))
    write('two.txt', story(2))
    await prepare(folder)
    const [one, two] = (await drafts()).rows
    const before = await t.ask('imports.draft', { id: one!.id })
    const end = before.fullText.indexOf('\n')
    await t.ask('imports.updateDrafts', {
      ids: [one!.id],
      patch: {
        title: 'Corrected',
        language: 'en',
        publishedOn: '2018-06',
        publisher: 'The Paper',
        cutList: [{ start: 0, end: end + 2, reason: 'hand', on: true }],
      },
    })
    await t.ask('imports.updateDrafts', { ids: [two!.id], patch: { included: false } })
    await expect(
      t.ask('imports.updateDrafts', {
        ids: [one!.id],
        patch: { cutList: [{ start: 0, end: 1_000_000, reason: '', on: true }] },
      }),
    ).rejects.toThrow('does not lie in the text')
    const { path } = (await t.ask('projects.current', {}))!
    await t.ask('projects.close', {})
    await t.ask('projects.open', { path })
    expect(await drafts()).toMatchObject({ total: 2, included: 1 })
    const { articleIds } = await commit()
    const article = await t.ask('articles.get', { id: articleIds[0]! })
    expect(article).toMatchObject({ title: 'Corrected', publishedOn: '2018-06', publisher: 'The Paper' })
    expect((await t.ask('articles.open', { id: article.id })).text).toBe(before.fullText.slice(end + 2))
    const source = await t.ask('articles.source', { id: article.id })
    expect(source.cuts).toBe(1)
    expect(source.html).toContain('Story number 1')
  })

  test('a text of which nothing is left is a line in the report', async () => {
    write('one.txt', story(1))
    await prepare(folder)
    const [one] = (await drafts()).rows
    const { fullText } = await t.ask('imports.draft', { id: one!.id })
    await t.ask('imports.updateDrafts', {
      ids: [one!.id],
      patch: { cutList: [{ start: 0, end: fullText.length, reason: 'hand', on: true }] },
    })
    expect(await commit()).toMatchObject({ imported: 0, left: [{ name: 'one.txt' }] })
    expect(await tables('SELECT * FROM staging')).toEqual([])
  })
})

test('cancelled midway, nothing is left of it', async () => {
  for (let n = 0; n < 250; n += 1) write(`${n}.txt`, story(n))
  const { jobId } = await t.ask('imports.prepare', { items: [{ path: folder }] })
  for (;;) {
    const job = (await t.ask('jobs.list', {})).find((it) => it.id === jobId)!
    if (job.done > 0) await t.ask('jobs.cancel', { jobId })
    if (job.state !== 'running') {
      expect(job.state).toBe('cancelled')
      expect(job.done).toBeLessThan(250)
      break
    }
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  expect((await drafts()).total).toBe(0)
  expect(await tables('SELECT id FROM source')).toEqual([])
  expect(await tables('SELECT id FROM text')).toEqual([])

  // And a commit that is cancelled before its step leaves the drafts for another try.
  await prepare(folder)
  const started = await t.ask('imports.commit', {})
  await t.ask('jobs.cancel', started)
  let state = 'running'
  while (state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 5))
    state = (await t.ask('jobs.list', {})).find((it) => it.id === started.jobId)!.state
  }
  expect(state).toBe('cancelled')
  expect(await articleCount()).toBe(0)
  expect(await tables('SELECT id FROM text')).toEqual([])
  expect((await drafts()).included).toBeGreaterThan(200)
})

test('two imports at once are refused, and pasted text is an article like any other', async () => {
  write('one.txt', story(1))
  const first = t.job('imports.prepare', { items: [{ path: folder }] })
  await expect(t.ask('imports.prepare', { items: [{ path: folder }] })).rejects.toThrow('busy')
  await first
  await t.ask('imports.discard', {})
  await t.job('imports.prepare', { items: [{ text: '腾讯😀\r\n京东', name: 'Pasted' }] })
  const { articleIds } = await commit()
  // Line ends are one character; nothing else is touched.
  expect((await t.ask('articles.open', { id: articleIds[0]! })).text).toBe('腾讯😀\n京东')
})

const real = realFolder('articles')
test.skipIf(!real)('real articles: text, date and residue as a person would see them', async () => {
  await prepare(real!)
  const { rows, failed } = await drafts()
  expect([rows.length, failed]).toEqual([3, 0])
  expect(rows.map((it) => it.language)).toEqual(['de', 'en', 'en'])
  expect(rows.map((it) => it.publishedOn)).toContain('2018-06-28')
  const all = await Promise.all(rows.map((it) => t.ask('imports.draft', { id: it.id })))
  for (const draft of all) {
    expect(draft.fullText).not.toMatch(/\r|\ufeff|\ufffd/)
    for (const { start, end } of draft.cutList) expect(end).toBeGreaterThan(start)
  }
  expect(all.flatMap((it) => it.cutList).length).toBeGreaterThan(0)
  const { articleIds } = await commit()
  for (const [at, id] of articleIds.entries()) {
    const { text } = await t.ask('articles.open', { id })
    const { fullText, cutList } = all[at]!
    // Whole lines go, as often as they were cut: a repeated paragraph stays once.
    const gone = cutList.flatMap((it) => (it.on ? fullText.slice(it.start, it.end).split('\n') : []))
    const times = (lines: readonly string[], line: string) => lines.filter((it) => it === line).length
    const full = fullText.split('\n')
    for (const line of new Set(full.filter((it) => it.trim() !== '')))
      expect(times(text.split('\n'), line), line).toBe(times(full, line) - times(gone, line))
    expect(text.length).toBeGreaterThan(fullText.length / 2)
  }
  const db = lookInto((await t.ask('projects.current', {}))!.path)
  expect(fileFaults(db)).toEqual([])
  db.close()
})
