import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { laneCount, lanesOf } from '../../../renderer/views/reader/lanes.ts'
import { segmentsIn } from '../../../renderer/views/reader/segments.ts'
import { longestLine, softenLines } from '../../../renderer/views/reader/softLines.ts'
import {
  emptyIndex,
  indexColumns,
  type MarkedMention,
  mentionOf,
  mentionsAt,
  neighbour,
  patchIndex,
  piecesIn,
} from '../../../renderer/views/reader/spanIndex.ts'

const span = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => ({ start, end: start + length }))

/** Ordered, disjoint fragments, as the core stores them. */
const fragments = fc
  .uniqueArray(fc.integer({ min: 0, max: 80 }), { minLength: 2, maxLength: 6 })
  .map((cuts) => {
    const edges = cuts.sort((a, b) => a - b)
    return Array.from({ length: edges.length >> 1 }, (_, at) => ({
      start: edges[at * 2]!,
      end: edges[at * 2 + 1]!,
    }))
  })

const mentions = fc.array(fragments, { maxLength: 12 }).map((all) =>
  all.map(
    (it, at): MarkedMention => ({
      id: at + 1,
      typeId: 1 + (at % 3),
      entityId: at % 2,
      certainty: at % 3,
      fragments: it,
    }),
  ),
)

const indexOf = (all: readonly MarkedMention[]) => patchIndex(emptyIndex, all)

describe('the mention index', () => {
  test('a window holds exactly the pieces that share a unit with it', () => {
    fc.assert(
      fc.property(mentions, span, (all, { start, end }) => {
        const found = piecesIn(indexOf(all), start, end).length
        const expected = all
          .flatMap((it) => it.fragments)
          .filter((it) => it.start < end && it.end > start).length
        expect(found).toBe(expected)
      }),
    )
  })

  test('patching is the same as building anew, and a mention comes back whole', () => {
    fc.assert(
      fc.property(mentions, mentions, fc.array(fc.integer({ min: 1, max: 12 })), (before, put, drop) => {
        const patched = patchIndex(indexOf(before), put, drop)
        const after = new Map(before.map((it) => [it.id, it]))
        for (const id of drop) after.delete(id)
        for (const it of put) after.set(it.id, it)
        expect(patched).toEqual(indexOf([...after.values()]))
        for (const it of after.values()) expect(mentionOf(patched, it.id)).toEqual(it)
      }),
    )
  })

  test('columns give the same index as the mentions they stand for', () => {
    const index = indexColumns({
      id: [7, 9],
      typeId: [1, 2],
      entityId: [4, 0],
      certainty: [0, 2],
      mention: [1, 0, 1],
      start: [0, 3, 9],
      end: [2, 8, 12],
    })
    expect(index).toEqual(
      indexOf([
        { id: 7, typeId: 1, entityId: 4, certainty: 0, fragments: [{ start: 3, end: 8 }] },
        {
          id: 9,
          typeId: 2,
          entityId: 0,
          certainty: 2,
          fragments: [
            { start: 0, end: 2 },
            { start: 9, end: 12 },
          ],
        },
      ]),
    )
  })

  test('stacked mentions come innermost first; a mention that ends at the caret counts where none holds it', () => {
    const index = indexOf([
      { id: 1, typeId: 1, entityId: 0, certainty: 0, fragments: [{ start: 0, end: 20 }] },
      { id: 2, typeId: 1, entityId: 0, certainty: 0, fragments: [{ start: 5, end: 9 }] },
    ])
    expect(mentionsAt(index, 6)).toEqual([2, 1])
    expect(mentionsAt(index, 20)).toEqual([1])
    expect(mentionsAt(index, 21)).toEqual([])
  })

  test('next and previous visit every mention once, in order of place', () => {
    fc.assert(
      fc.property(mentions, (all) => {
        const index = indexOf(all)
        const seen: number[] = []
        for (let id = neighbour(index, { offset: 0, mentionId: null }, 1); id !== null; ) {
          seen.push(id)
          id = neighbour(index, { offset: 0, mentionId: id }, 1)
        }
        expect(seen.toSorted((a, b) => a - b)).toEqual(all.map((it) => it.id))
        const back: number[] = []
        for (let id = neighbour(index, { offset: 1000, mentionId: null }, -1); id !== null; ) {
          back.push(id)
          id = neighbour(index, { offset: 0, mentionId: id }, -1)
        }
        expect(back.reverse()).toEqual(seen)
      }),
    )
  })
})

describe('lanes', () => {
  test('overlapping spans share a lane only in the last one', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 30 }), (spans) => {
        const lanes = lanesOf(spans)
        spans.forEach((one, a) => {
          spans.forEach((other, b) => {
            if (a < b && lanes[a] === lanes[b] && one.start < other.end && other.start < one.end)
              expect(lanes[a]).toBe(laneCount - 1)
          })
        })
      }),
    )
  })

  test('the nested one lies nearest to the text', () => {
    expect([
      ...lanesOf([
        { start: 0, end: 30 },
        { start: 2, end: 20 },
        { start: 4, end: 8 },
      ]),
    ]).toEqual([2, 1, 0])
  })
})

describe('segments', () => {
  test('they are disjoint, in order, and cover exactly what the mentions cover in the window', () => {
    fc.assert(
      fc.property(mentions, span, (all, window) => {
        const index = indexOf(all)
        const segments = segmentsIn(index, window.start, window.end)
        for (let at = 1; at < segments.length; at += 1)
          expect(segments[at]!.from).toBeGreaterThanOrEqual(segments[at - 1]!.to)
        for (let unit = window.start; unit < window.end; unit += 1) {
          const drawn = segments
            .find((it) => it.from <= unit && unit < it.to)
            ?.layers.map((it) => index.mention[it.piece])
          const covering = all
            .filter((it) => it.fragments.some((f) => f.start <= unit && unit < f.end))
            .map((it) => it.id)
          expect([...(drawn ?? [])].toSorted()).toEqual(covering.toSorted())
        }
      }),
    )
  })

  test('a mention lies in the same lane whatever part of it is in view', () => {
    fc.assert(
      fc.property(mentions, span, (all, window) => {
        const index = indexOf(all)
        const laneOf = new Map<number, number>()
        for (const { layers } of segmentsIn(index, 0, 200))
          for (const it of layers) laneOf.set(it.piece, it.lane)
        for (const { layers } of segmentsIn(index, window.start, window.end))
          for (const it of layers) expect(it.lane).toBe(laneOf.get(it.piece))
      }),
    )
  })
})

describe('long lines', () => {
  test('are cut at blanks without moving an offset', () => {
    const text = `${'Wort '.repeat(20_000)}\nkurz`
    const { shown, breaks } = softenLines(text)
    expect(shown).toHaveLength(text.length)
    expect(Math.max(...shown.split('\n').map((it) => it.length))).toBeLessThan(longestLine)
    for (const at of breaks) expect(text[at]).toBe(' ')
    const restored = [...shown]
    for (const at of breaks) restored[at] = ' '
    expect(restored.join('')).toBe(text)
  })

  test('a text of ordinary lines is left alone', () => {
    expect(softenLines('Eins\nzwei')).toEqual({ shown: 'Eins\nzwei', breaks: [] })
  })
})
