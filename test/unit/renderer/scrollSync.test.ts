import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockAt, heightOf, offsetAt } from '../../../renderer/views/source/scrollSync.ts'

const blocks = [
  { start: 0, end: 40, top: 10, bottom: 50 },
  { start: 41, end: 141, top: 80, bottom: 180 },
  { start: 142, end: 150, top: 300, bottom: 320 },
]

test('an offset is found in its block, between blocks in the one before', () => {
  expect(blockAt(blocks, 0)).toBe(blocks[0])
  expect(blockAt(blocks, 40)).toBe(blocks[0])
  expect(blockAt(blocks, 41)).toBe(blocks[1])
  expect(blockAt(blocks, 999)).toBe(blocks[2])
  expect(blockAt([], 5)).toBeNull()
})

test('height and offset are each other’s inverse inside a block', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 150 }), (offset) => {
      const block = blockAt(blocks, offset)!
      const inside = Math.min(offset, block.end)
      expect(offsetAt(blocks, heightOf(blocks, offset))).toBe(inside)
    }),
  )
})

test('both only ever grow', () => {
  fc.assert(
    fc.property(fc.nat(400), fc.nat(400), (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      expect(offsetAt(blocks, low)).toBeLessThanOrEqual(offsetAt(blocks, high))
      expect(heightOf(blocks, low)).toBeLessThanOrEqual(heightOf(blocks, high))
    }),
  )
})
