import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeLine } from '../../../renderer/views/history/changeLine.ts'
import { relativeTime } from '../../../renderer/views/history/relativeTime.ts'
import { labelled, timeline } from '../../../renderer/views/overview/buckets.ts'
import { freeKey, keyFrom } from '../../../renderer/views/schema/keys.ts'
import { allows, setAllowed, toggleRow } from '../../../renderer/views/schema/rules.ts'
import { typeKey } from '../../../shared/model/schema.ts'

describe('time in the history', () => {
  const now = Date.parse('2026-11-20T12:00:00Z')
  test('is told in steps that stay true for a while', () => {
    expect(relativeTime('2026-11-20T11:59:30Z', now, 'en')).toBe('now')
    expect(relativeTime('2026-11-20T11:55:10Z', now, 'en')).toBe('4 min ago')
    expect(relativeTime('2026-11-20T09:00:00Z', now, 'de')).toBe('vor 3 Std.')
    expect(relativeTime('2026-11-18T11:00:00Z', now, 'zh')).toBe('前天')
    expect(relativeTime('2026-10-01T11:00:00Z', now, 'en')).toBe('1 Oct 2026')
  })
  test('a clock that runs ahead does not speak of the future', () => {
    expect(relativeTime('2026-11-20T12:05:00Z', now, 'en')).toBe('now')
  })
})

test('a change is told by its most telling column and what it changed', () => {
  const row = { id: 3, uid: 'u', name: 'JD', note: '', type_id: 1 }
  expect(
    changeLine({
      table: 'entity',
      rowId: 3,
      operation: 'update',
      before: row,
      after: { ...row, name: 'JD.com', type_id: 2 },
    }),
  ).toEqual({ name: 'JD', columns: ['name: JD → JD.com'] })
  expect(changeLine({ table: 'entity', rowId: 3, operation: 'delete', before: row, after: null })).toEqual({
    name: 'JD',
    columns: [],
  })
  expect(changeLine({ table: 'entity', rowId: 3, operation: 'insert', before: null, after: null })).toEqual({
    name: '',
    columns: [],
  })
})

describe('articles along time', () => {
  test('months have no gaps', () => {
    const { unit, buckets } = timeline([
      { key: '2018-11', count: 2 },
      { key: '2019-02', count: 1 },
    ])
    expect(unit).toBe('month')
    expect(buckets).toEqual([
      { key: '2018-11', count: 2 },
      { key: '2018-12', count: 0 },
      { key: '2019-01', count: 0 },
      { key: '2019-02', count: 1 },
    ])
  })
  test('a long time is counted by year, and nothing is lost', () => {
    const months = [
      { key: '1999-12', count: 3 },
      { key: '2010-01', count: 4 },
      { key: '2010-07', count: 5 },
    ]
    const { unit, buckets } = timeline(months)
    expect(unit).toBe('year')
    expect(buckets).toHaveLength(12)
    expect(buckets.at(-1)).toEqual({ key: '2010', count: 9 })
    expect(timeline([]).buckets).toEqual([])
  })
  test('labels stand at both ends and never crowd', () => {
    expect(labelled(3, 5)).toEqual([0, 1, 2])
    expect(labelled(100, 5)).toEqual([0, 25, 50, 74, 99])
    expect(labelled(0, 5)).toEqual([])
  })
})

describe('keys of types', () => {
  test('are made of names in any script', () => {
    expect(keyFrom('Product or service')).toBe('product_or_service')
    expect(keyFrom('Große Übernahme!')).toBe('grosse_ubernahme')
    expect(keyFrom('公司')).toBe('公司')
    expect(keyFrom('!?')).toBe('')
  })
  test('are keys or nothing, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (name) => {
        const key = keyFrom(name)
        expect(key === '' || typeKey.safeParse(key).success).toBe(true)
      }),
    )
  })
  test('are numbered until they are free', () => {
    expect(freeKey('deal', ['deal', 'deal_2'])).toBe('deal_3')
    expect(freeKey('deal', [])).toBe('deal')
  })
})

describe('what a relation may join', () => {
  const ends = (sourceTypeId: number, targetTypeId: number) => ({ sourceTypeId, targetTypeId })
  test('without a direction either way round counts', () => {
    expect(allows([ends(1, 2)], ends(2, 1), false)).toBe(true)
    expect(allows([ends(1, 2)], ends(2, 1), true)).toBe(false)
    expect(setAllowed([ends(1, 2)], ends(2, 1), false, false)).toEqual([])
    expect(setAllowed([ends(1, 2)], ends(2, 1), true, false)).toEqual([ends(1, 2)])
  })
  test('allowing twice is allowing once', () => {
    expect(setAllowed([ends(1, 2)], ends(1, 2), true, true)).toEqual([ends(1, 2)])
  })
  test('a row goes all on, then all off, and leaves others alone', () => {
    const on = toggleRow([ends(9, 1), ends(1, 1)], 1, [1, 2], true)
    expect(on).toEqual([ends(9, 1), ends(1, 1), ends(1, 2)])
    expect(toggleRow(on, 1, [1, 2], true)).toEqual([ends(9, 1)])
  })
})
