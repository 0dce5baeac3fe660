import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { memoryFile } from '../../../../main/features/imports/files/setFile.ts'
import { cluener } from '../../../../main/features/imports/formats/cluener/format.ts'
import { interop, mismatches, readFiles, readPath, recognise } from '../../../support/readFormat.ts'

const line = (it: unknown): string => `${JSON.stringify(it)}\n`
const file = (content: string) => memoryFile('train.json', Buffer.from(content))

describe('recognition', () => {
  test('takes types, surfaces and pairs, also where the first texts have none', () => {
    const content =
      line({ text: '无', label: {} }) + line({ text: '京东', label: { company: { 京东: [[0, 1]] } } })
    expect(recognise(cluener, file(content))!.score).toBeGreaterThan(0.9)
  })

  test.each([
    ['articles', line({ title: 'a', text: 'b', date: '2020-01-01' })],
    ['doccano', line({ text: 'ab', label: [[0, 1, 'X']] })],
    ['no annotation at all', line({ text: '无', label: {} })],
  ])('leaves %s alone', (_, content) => {
    expect(recognise(cluener, file(content))).toBeNull()
  })
})

test('ends become exclusive, mentions come in text order, all places of a surface count', async () => {
  const { documents, problems } = await readFiles(cluener, {
    'train.json': line({
      id: 7,
      text: '🛒京东与腾讯，京东',
      label: {
        org: { 腾讯: [[4, 5]] },
        company: {
          京东: [
            [1, 2],
            [7, 8],
          ],
        },
      },
      split: 'a',
    }),
  })
  expect(problems).toEqual([])
  expect(mismatches(documents, 'codepoint')).toEqual([])
  expect(documents[0]).toMatchObject({ id: '7', place: 'line 1', foreign: { split: 'a' } })
  expect(documents[0]!.mentions.map((it) => [it.label, it.fragments[0]])).toEqual([
    ['company', { start: 1, end: 3, quote: '京东' }],
    ['org', { start: 4, end: 6, quote: '腾讯' }],
    ['company', { start: 7, end: 9, quote: '京东' }],
  ])
})

test('damaged records and places are told, the rest is read', async () => {
  const { documents, problems } = await readFiles(cluener, {
    'train.json':
      line({ text: '京东', label: { company: { 京东: [[0, 1]] } } }) +
      line({ label: {} }) +
      line({
        text: '腾讯',
        label: {
          company: {
            腾讯: [
              [1, 0],
              ['a', 2],
              [0, 1],
            ],
          },
        },
      }),
  })
  expect(documents.map((it) => it.mentions.length)).toEqual([1, 1])
  expect(problems.map((it) => [it.place, it.notice.code])).toEqual([
    ['line 2', 'import.record.no_text'],
    ['line 3', 'import.record.span'],
    ['line 3', 'import.record.span'],
  ])
})

test.skipIf(!existsSync(join(interop, 'zh-finance')))('reads the published sample', async () => {
  const { documents, problems } = await readPath(cluener, join(interop, 'zh-finance'))
  expect(problems).toEqual([])
  expect(documents).toHaveLength(3)
  expect(documents.flatMap((it) => it.mentions)).toHaveLength(7)
  expect(mismatches(documents, 'codepoint')).toEqual([])
})
