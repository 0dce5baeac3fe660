import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ImportReport } from '../../../../shared/contract/imports.ts'
import type { ImportSet } from '../../../../shared/model/importSet.ts'
import { startTestCore, type TestCore } from '../../../support/core.ts'

/* Sets on their way in, through the contract: proposals, steps, sets that wait on, files read another way. */

let t: TestCore
let folder: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-sets-'))
  t = startTestCore()
  await t.ask('projects.create', { name: 'Sets' })
})
afterEach(async () => {
  await t.close()
  rmSync(folder, { recursive: true, force: true })
})

const write = (name: string, content: string): string => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}
const prepare = () => t.job('imports.prepare', { items: [{ path: folder }] })
const commit = async (createTypes = true) =>
  (await t.job('imports.commit', { createTypes })).result as unknown as ImportReport
const sets = () => t.ask('imports.sets', {})
const drafts = async () => (await t.ask('imports.drafts', { offset: 0, limit: 100 })).rows
const articleCount = async () => (await t.ask('articles.facets', {})).total
const target = (set: ImportSet, label: string) => set.mapping.labels.find((it) => it.label === label)?.target

const text = 'Acme owns the Comet. Ada leads Acme.'
const brat = (name: string, ...lines: string[]): void => {
  write(`${name}.txt`, text)
  write(`${name}.ann`, `${lines.join('\n')}\n`)
}
const task = (...labels: string[]) =>
  JSON.stringify([
    {
      id: 1,
      data: { text: `Nova ${text}` },
      annotations: [
        {
          id: 2,
          result: labels.map((label, id) => ({
            ...{ id: `r${id}`, from_name: 'label', to_name: 'text', type: 'labels' },
            value: { start: 0, end: 4, text: 'Nova', labels: [label] },
          })),
        },
      ],
    },
  ])
const note = (n: number) =>
  `Note ${n}\n\n${Array.from({ length: 40 }, (_, at) => `word${n}of${(at * 7 + n) % 40}`).join(' ')}.`

describe('what is proposed', () => {
  test('types of the project, else new ones with key, name and a colour of their own; examples beside', async () => {
    brat(
      'a',
      'T1\tORG 0 4\tAcme',
      'T2\tSpaceShip 14 19\tComet',
      'T3\tSpace_Ship 14 19\tComet',
      'R1\tBuilds Arg1:T1 Arg2:T2',
    )
    await prepare()
    const [set] = await sets()
    expect(target(set!, 'ORG')).toEqual({ to: 'type', key: 'organisation' })
    const [one, other] = [target(set!, 'SpaceShip'), target(set!, 'Space_Ship')]
    expect(one).toMatchObject({ to: 'new', name: 'SpaceShip', key: 'space_ship' })
    expect(other).toMatchObject({ to: 'new', name: 'Space Ship', key: 'space_ship_2' })
    expect(one).not.toMatchObject({ colour: (other as { colour: string }).colour })
    const label = (name: string) => set!.survey.labels.find((it) => it.label === name)
    expect(label('SpaceShip')).toMatchObject({ count: 1, examples: ['Comet'] })
    expect(label('Builds')).toMatchObject({ of: 'relation', examples: ['Acme → Comet'] })
  })

  test('a span off its quote: what stands there, and where it would go', async () => {
    brat('a', 'T1\tPER 20 23\tAda')
    await prepare()
    const { survey, mapping } = (await sets())[0]!
    expect(survey.mismatches).toMatchObject([
      { said: 'Ada', found: ' Ad', proposal: { before: 'Acme owns the Comet. ', quote: 'Ada' } },
    ])
    expect(mapping.repair).toBe(false)
    expect(survey.preview[0]!.mentions).toEqual([{ start: 20, end: 23, label: 'PER', misses: true }])
  })

  test('references find articles and drafts, and say what they would fill in', async () => {
    write('alliance.txt', `An alliance of shops\n\n${note(1)}`)
    write(
      'list.ris',
      'TY  - NEWS\r\nTI  - An alliance of shops\r\nT2  - The Example\r\nER  - \r\n\r\nTY  - NEWS\r\nTI  - Nobody knows it\r\nER  - \r\n',
    )
    await prepare()
    expect((await sets())[0]!.survey).toMatchObject({
      matches: 1,
      references: [
        { article: 'An alliance of shops', isDraft: true, fills: { publisher: 'The Example' } },
        { article: null, isDraft: false, fills: {} },
      ],
    })
  })
})

describe('a commit', () => {
  test('drafts and sets are one step; a type two sets ask for is made once', async () => {
    write('one.txt', note(1))
    brat('a', 'T1\tStarship 14 19\tComet', 'T2\tORG 0 4\tAcme')
    write('task.json', task('Starship'))
    await prepare()
    const report = await commit()
    expect(report.steps).toHaveLength(1)
    expect(report.sets.map((it) => it.newTypes)).toEqual([['Starship'], []])
    expect(await articleCount()).toBe(3)
    const schema = await t.ask('schema.get', {})
    expect(schema.entityTypes.filter((it) => it.name === 'Starship')).toHaveLength(1)
    expect((await t.ask('history.state', {})).undo).toMatchObject({
      seq: report.steps[0],
      code: 'imports.commit',
      params: { by: 'several', count: 3 },
    })
    await t.ask('history.undo', {})
    expect(await articleCount()).toBe(0)
    expect((await t.ask('history.state', {})).undo).toBeNull()
    expect((await t.ask('schema.get', {})).entityTypes.some((it) => it.name === 'Starship')).toBe(false)
    await t.ask('history.redo', {})
    expect(await articleCount()).toBe(3)
  })

  test('without consent a set that needs a type is told and waits on; the others come in', async () => {
    brat('a', 'T1\tStarship 14 19\tComet')
    write('task.json', task('ORG'))
    await prepare()
    const report = await commit(false)
    expect(report.sets.map((it) => it.left[0]?.reason.code)).toEqual(['import.no_consent', undefined])
    expect(await sets()).toMatchObject([{ format: 'brat', included: true }])
    expect((await commit()).sets).toMatchObject([{ documents: 1, mentions: 1, newTypes: ['Starship'] }])
    expect(await sets()).toEqual([])
  })

  test('a set whose files are gone is told and waits on', async () => {
    write('task.json', task('ORG'))
    await prepare()
    rmSync(join(folder, 'task.json'))
    const report = await commit()
    expect(report).toMatchObject({ steps: [], sets: [{ left: [{ reason: { code: 'import.gone' } }] }] })
    const [set] = await sets()
    await t.ask('imports.discard', { set: set!.id })
    expect(await sets()).toEqual([])
  })

  test('records without a place here are counted', async () => {
    brat('a', 'T1\tORG 0 4\tAcme', '#1\tStrange T1\tkept')
    await prepare()
    expect((await commit()).sets[0]!.kept).toBeGreaterThan(0)
  })
})

describe('another look', () => {
  test('a set as articles: its drafts wait, the set is gone', async () => {
    brat('a', 'T1\tORG 0 4\tAcme')
    await prepare()
    const [set] = await sets()
    await t.job('imports.survey', { id: set!.id, options: {}, format: 'txt' })
    expect(await sets()).toEqual([])
    expect((await drafts()).map((it) => it.name)).toEqual(['a.ann'])
  })

  test('a set as another format keeps what was mapped where labels are the same', async () => {
    write('table.tsv', 'Acme\tB-ORG\nbuys\tO\n\nAda\tB-Pilot\n')
    await prepare()
    const [set] = await sets()
    expect(set!.format).toBe('conll')
    const labels = set!.mapping.labels.map((it) =>
      it.label === 'Pilot' ? { ...it, target: { to: 'none' as const } } : it,
    )
    await t.ask('imports.updateSet', { id: set!.id, patch: { mapping: { ...set!.mapping, labels } } })
    await t.job('imports.survey', { id: set!.id, options: { scheme: 'bio' } })
    const [after] = await sets()
    expect(after!.options.scheme).toBe('bio')
    expect(target(after!, 'Pilot')).toEqual({ to: 'none' })
  })

  test('a draft with other options or as another format: in its place, and no repetition of itself', async () => {
    write('a.csv', `headline,story\n"One",${JSON.stringify(note(1))}\n"Two",${JSON.stringify(note(2))}\n`)
    write('b.txt', note(3))
    await prepare()
    const before = await drafts()
    expect(before.map((it) => it.title)).toEqual(['One', 'Two', 'Note 3'])
    const { reading } = await t.ask('imports.draft', { id: before[0]!.id })
    expect(reading).toMatchObject({ format: 'table', drafts: 2, options: { separator: 'auto' } })
    await t.job('imports.reread', { draft: before[1]!.id, options: { title: 'story' } })
    const again = await drafts()
    expect(again.map((it) => [it.id, it.duplicate])).toEqual(before.map((it) => [it.id, null]))
    expect(again[0]!.title).not.toBe('One')
    await t.job('imports.reread', { draft: before[0]!.id, options: {}, format: 'txt' })
    expect((await drafts()).map((it) => [it.id, it.name])).toEqual([
      [before[0]!.id, 'a.csv'],
      [before[2]!.id, 'b.txt'],
    ])
  })

  test('a draft as annotated data becomes a set', async () => {
    write('a.txt', 'Acme\tB-ORG\nbuys\tO\n')
    await prepare()
    const waiting = await drafts()
    const id = waiting[0]?.id
    if (id !== undefined) await t.job('imports.reread', { draft: id, options: {}, format: 'conll' })
    expect(await sets()).toMatchObject([{ format: 'conll', survey: { mentions: 1 } }])
    expect(await drafts()).toEqual([])
  })
})
