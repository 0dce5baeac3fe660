import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinPath, suggestedName } from '../../../renderer/views/export/destination.ts'
import { addCut, byHand, segmentsOf, toggleCut } from '../../../renderer/views/import/cutSegments.ts'
import { worthReading } from '../../../renderer/views/import/entries.ts'

const length = 40
const cut = fc
  .tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 12 }), fc.boolean(), fc.constantFrom('advert', byHand))
  .map(([start, size, on, reason]) => ({ start, end: Math.min(length, start + size), on, reason }))
const cuts = fc.array(cut, { maxLength: 8 })

/** Which units of the text the switched-on cuts take, one by one. */
const gone = (all: readonly { start: number; end: number; on: boolean }[]): boolean[] =>
  Array.from({ length }, (_, at) => all.some((it) => it.on && it.start <= at && at < it.end))

describe('cuts of a draft', () => {
  test('segments cover the text once, in order, and are gone exactly where a cut is on', () => {
    fc.assert(
      fc.property(cuts, (all) => {
        const segments = segmentsOf(length, all)
        expect(segments[0]?.start).toBe(0)
        expect(segments.at(-1)?.end).toBe(length)
        for (const [index, it] of segments.entries()) {
          expect(it.start).toBeLessThan(it.end)
          if (index > 0) expect(segments[index - 1]!.end).toBe(it.start)
        }
        const drawn = segments.flatMap((it) => Array<boolean>(it.end - it.start).fill(it.gone))
        expect(drawn).toEqual(gone(all))
      }),
    )
  })

  test('a cut by hand takes what was selected and nothing else', () => {
    fc.assert(
      fc.property(cuts, cut, (all, { start, end }) => {
        const on = all.map((it) => ({ ...it, on: true }))
        const wanted = gone(on).map((it, at) => it || (start <= at && at < end))
        expect(gone(addCut(on, start, end))).toEqual(wanted)
      }),
    )
  })

  test('an empty selection cuts nothing', () => {
    expect(addCut([], 4, 4)).toEqual([])
  })

  test('switching a proposed cut keeps it, switching off one made by hand drops it', () => {
    const proposed = { start: 0, end: 3, reason: 'advert', on: true }
    const own = { start: 5, end: 8, reason: byHand, on: true }
    expect(toggleCut([proposed, own], 0)).toEqual([{ ...proposed, on: false }, own])
    expect(toggleCut([proposed, own], 1)).toEqual([proposed])
    expect(toggleCut([proposed], 7)).toEqual([proposed])
  })
})

test('a folder is read without hidden files and without what a browser saved beside a page', () => {
  const paths = [
    'news/a.html',
    'news/a_files/logo.png',
    'news/a_files/deep/script.js',
    'news/b_files/kept.txt',
    'news/.git/config',
    'news/.DS_Store',
    'news/Thumbs.db',
    'news/seite.htm',
    'news/seite_Dateien/bild.jpg',
  ]
  expect(worthReading(paths)).toEqual(['news/a.html', 'news/b_files/kept.txt', 'news/seite.htm'])
})

describe('where a dataset goes', () => {
  const jsonl = { id: 'ligature-jsonl', shape: 'file', extension: 'jsonl' } as const
  test('the name is the project’s, without what no disk takes', () => {
    expect(suggestedName('Retail alliances', jsonl)).toBe('Retail alliances.jsonl')
    expect(suggestedName('a/b: "c"?', jsonl)).toBe('a-b- -c.jsonl')
    expect(suggestedName(' ..', jsonl)).toBe('dataset.jsonl')
    expect(suggestedName('零售联盟', { id: 'csv', shape: 'folder', extension: '' })).toBe('零售联盟 csv')
  })
  test('paths are joined as the platform writes them', () => {
    expect(joinPath('C:\\Data', 'x.jsonl', '\\')).toBe('C:\\Data\\x.jsonl')
    expect(joinPath('/', 'x.jsonl', '/')).toBe('/x.jsonl')
  })
})
