import type { ImportMapping, ImportSet } from '@shared/model/importSet.ts'
import type { Schema } from '@shared/model/schema.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { text, useLanguage } from '../../../renderer/state/i18n.ts'
import { itemsOf } from '../../../renderer/views/import/items.ts'
import {
  type FoundLabel,
  looksOf,
  proposeType,
  setsToImport,
  withAll,
  withoutNew,
  withTarget,
} from '../../../renderer/views/import/sets/mapping.ts'
import { markedPieces } from '../../../renderer/views/import/sets/previewMarks.ts'
import { goText } from '../../../renderer/views/import/sets/setWords.ts'
import { remarkText } from '../../../renderer/views/import/words.ts'

beforeEach(() => useLanguage.setState({ language: 'en' }))

const type = (key: string, name: string, colour: 'blue' | 'orange') =>
  ({ key, name, colour }) as unknown as Schema['entityTypes'][number]
const types = {
  entityTypes: [type('company', 'Company', 'blue'), type('ship', 'Ship', 'orange')],
  relationTypes: [],
}
const found = (label: string, name = ''): FoundLabel => ({
  ...{ of: 'entity' as const, label, name, colour: '', valueKind: null, directed: null, count: 1 },
  examples: [],
})
const mapping = (...labels: ImportMapping['labels']): ImportMapping => ({
  ...{ labels, annotators: [], unit: null, repair: false, suggestions: false, rejected: false },
  ...{ linkByName: false, matchEntities: true, existing: 'add' },
})

describe('mapping', () => {
  test('a proposed type has a readable name, a key nobody has and a colour hardly used', () => {
    expect(proposeType(mapping(), found('de.x.Space_ship'), types)).toEqual({
      to: 'new',
      name: 'Space ship',
      key: 'space_ship',
      colour: 'green',
    })
    expect(proposeType(mapping(), found('Ship'), types)).toMatchObject({ key: 'ship_2' })
    expect(proposeType(mapping(), { ...found('Sum'), valueKind: 'money' }, types).colour).toBe('grey')
  })

  test('all taken in, and all new ones left out again', () => {
    const none = { to: 'none' as const }
    const before = mapping(
      { of: 'entity', label: 'A', target: { to: 'type', key: 'company' } },
      { of: 'entity', label: 'X/B', target: none },
      { of: 'entity', label: 'Y/B', target: none },
    )
    const all = withAll(before, [found('A'), found('X/B'), found('Y/B')], types)
    expect(all.labels.map((it) => it.target)).toMatchObject([
      { to: 'type', key: 'company' },
      { to: 'new', name: 'B', key: 'b' },
      { to: 'new', name: 'B', key: 'b_2' },
    ])
    expect(withoutNew(all)).toEqual(before)
    const set = (it: ImportMapping, included: boolean) =>
      ({ kind: 'annotations', mapping: it, included }) as unknown as ImportSet
    expect(setsToImport([set(all, true), set(all, true), set(all, false)])).toEqual({ sets: 2, types: 2 })
  })

  test('looks follow what each label becomes', () => {
    const looks = looksOf(
      withTarget(
        mapping(
          { of: 'entity', label: 'A', target: { to: 'none' } },
          { of: 'entity', label: 'B', target: { to: 'none' } },
        ),
        'entity',
        'A',
        { to: 'type', key: 'ship' },
      ),
      types,
    )
    expect(looks('entity', 'A')).toEqual({ colour: 'orange', name: 'Ship' })
    expect(looks('entity', 'B')).toEqual({ colour: null, name: '' })
    expect(looks('relation', 'A')).toEqual({ colour: null, name: '' })
  })
})

test('a previewed text is cut at the edges of its mentions; the shortest speaks, and nothing is lost', () => {
  const mention = (start: number, end: number, label: string, misses = false) => ({
    start,
    end,
    label,
    misses,
  })
  const pieces = markedPieces(10, [
    mention(0, 6, 'outer'),
    mention(2, 4, 'inner', true),
    mention(9, 12, 'out'),
  ])
  expect(pieces.map(({ start, end, label, first }) => [start, end, label, first])).toEqual([
    [0, 2, 'outer', true],
    [2, 4, 'inner', true],
    [4, 6, 'outer', false],
    [6, 10, null, false],
  ])
  expect(pieces.map((it) => it.misses)).toEqual([false, true, false, false])
  expect(markedPieces(0, [])).toEqual([])
})

test('dropped folders are one item each, single files one folder together', () => {
  const there = (path: string, top: string, root: string | null) => ({ path, top, root })
  expect(
    itemsOf(
      [
        there('a.ann', '/u/1/a.ann', '/u/1'),
        there('a.txt', '/u/1/a.txt', '/u/1'),
        there('corpus/x/b.ann', '/u/2/corpus', '/u/2'),
        there('corpus/b.txt', '/u/2/corpus', '/u/2'),
      ],
      'Dropped files',
    ),
  ).toEqual([
    { path: '/u/1', name: 'Dropped files' },
    { path: '/u/2/corpus', name: 'corpus' },
  ])
  expect(itemsOf([there('a.txt', '/u/1/a.txt', '/u/1')], 'Dropped files')).toEqual([
    { path: '/u/1/a.txt', name: 'a.txt' },
  ])
  expect(itemsOf([there('a', '/home/a', null), there('b', '/home/b', null)], '')).toHaveLength(2)
})

test('the button says what it will do', () => {
  expect(goText({ articles: 0, sets: 0, types: 0 }, text)).toBe('')
  expect(goText({ articles: 2, sets: 0, types: 0 }, text)).toBe('Import 2 articles')
  expect(goText({ articles: 1, sets: 3, types: 1 }, text)).toBe('Import 1 article and 3 sets, create 1 type')
  useLanguage.setState({ language: 'de' })
  expect(goText({ articles: 1, sets: 1, types: 2 }, text)).toBe(
    '1 Artikel und 1 Bestand importieren, 2 Typen anlegen',
  )
  useLanguage.setState({ language: 'zh' })
  expect(goText({ articles: 0, sets: 2, types: 2 }, text)).toBe('导入 2 个数据集，新建 2 个类型')
})

test('a remark is told in words, with the place where the words do not name it', () => {
  const remark = (code: string, params?: Record<string, string>) =>
    remarkText({ code, message: 'said by the core', ...(params && { params }) })
  expect(remark('import.no_article', { place: 'page 3' })).toMatch(/^page 3: No article was found/)
  expect(remark('import.of_nobody', { place: 'page 3' })).toBe('said by the core')
})
