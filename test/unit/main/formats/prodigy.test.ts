import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { usableTokens } from '../../../../main/features/exports/formats/prodigy/keptTokens.ts'
import { spacyTokens } from '../../../../main/features/exports/formats/prodigy/tokens.ts'
import { memoryFile } from '../../../../main/features/imports/files/setFile.ts'
import { prodigy } from '../../../../main/features/imports/formats/prodigy/format.ts'
import { interop, mismatches, readFiles, readPath, recognise } from '../../../support/readFormat.ts'
import { type FixtureWriter, openFixture } from '../../../support/writeFixture.ts'

const lines = (...it: unknown[]): string => it.map((one) => `${JSON.stringify(one)}\n`).join('')
const read = (...it: unknown[]) => readFiles(prodigy, { 'data.jsonl': lines(...it) })

const tokens = [
  { text: '🛒', start: 0, end: 1, id: 0, ws: true },
  { text: 'AG', start: 2, end: 4, id: 1, ws: true },
  { text: 'owns', start: 5, end: 9, id: 2, ws: true },
  { text: 'B', start: 10, end: 11, id: 3, ws: false },
]
const task = {
  text: '🛒 AG owns B',
  tokens,
  spans: [
    { start: 0, end: 4, token_start: 0, token_end: 1, label: 'ORG', source: 'm' },
    { start: 10, end: 11, token_start: 3, token_end: 3, label: 'ORG' },
  ],
  relations: [
    {
      head: 1,
      child: 3,
      label: 'owns',
      color: '#fff',
      head_span: { start: 0, end: 4, token_start: 0, token_end: 1, label: 'ORG' },
      child_span: { start: 10, end: 11, token_start: 3, token_end: 3, label: 'ORG' },
    },
  ],
  meta: { source: 'x', title: 'T' },
  _input_hash: -5,
  _task_hash: 5,
  _session_id: 'set-ada',
  answer: 'accept',
}

describe('recognition', () => {
  test.each([
    ['tasks', lines(task), 0.9],
    [
      'answers without hashes',
      lines({ text: 'A', spans: [{ start: 0, end: 1, label: 'X' }], answer: 'accept' }),
      0.9,
    ],
    ['spans alone', lines({ text: 'A', spans: [{ start: 0, end: 1, label: 'X' }] }), 0.5],
    ['pairs', JSON.stringify([['A', { entities: [[0, 1, 'X']] }]]), 0.9],
    ['one pair a line', lines(['A', { entities: [[0, 1, 'X']] }], ['B', { entities: [] }]), 0.9],
    ['version 2', JSON.stringify([{ id: 0, paragraphs: [{ raw: 'A', sentences: [] }] }]), 0.9],
    ['patterns, to refuse them by name', lines({ label: 'X', pattern: [{ lower: 'a' }] }), 0.5],
  ])('takes %s', (_, content, score) => {
    expect(recognise(prodigy, memoryFile('a.jsonl', Buffer.from(content)))!.score).toBeGreaterThanOrEqual(
      score,
    )
  })

  test.each([
    ['articles', lines({ title: 'a', text: 'b', meta: { source: 'c' } })],
    ['doccano', lines({ text: 'A', label: [[0, 1, 'X']] })],
    ['tokens of a data set', lines({ id: '0', tokens: ['A', 'owns'], ner_tags: [1, 0] })],
    ['a dataset of ours', lines({ format: 'ligature', version: 1 }, { record: 'article', text: 'x' })],
  ])('leaves %s alone', (_, content) => {
    expect(recognise(prodigy, memoryFile('a.jsonl', Buffer.from(content)))).toBeNull()
  })
})

test('spans, relations by their last tokens, hashes, annotators', async () => {
  const { documents, problems } = await read(task)
  const [document] = documents
  expect(problems).toEqual([])
  expect(mismatches(documents, 'codepoint')).toEqual([])
  expect(document).toMatchObject({
    id: '-5',
    title: 'T',
    foreign: { _task_hash: 5, tokens, meta: { source: 'x' } },
  })
  expect(document!.mentions).toMatchObject([
    {
      id: '0',
      label: 'ORG',
      annotator: 'set-ada',
      fragments: [{ start: 0, end: 4, quote: '🛒 AG' }],
      foreign: { source: 'm' },
    },
    { id: '1', label: 'ORG' },
  ])
  expect(document!.relations).toMatchObject([
    { label: 'owns', source: '0', target: '1', foreign: { color: '#fff' } },
  ])
})

test('relations without spans go by tokens; ends that are nowhere are told', async () => {
  const { documents, problems } = await read({
    ...task,
    relations: [
      { head: 1, child: 2, label: 'a' },
      { head: 3, child: 99, label: 'b' },
    ],
  })
  expect(documents[0]!.relations.map((it) => [it.label, it.source, it.target])).toEqual([['a', '0', 'end 2']])
  expect(documents[0]!.mentions[2]).toMatchObject({ label: 'token', fragments: [{ start: 5, end: 9 }] })
  expect(problems.map((it) => it.notice.code)).toEqual(['import.record.relation'])
})

test('answers: rejected ones are marked, ignored ones counted', async () => {
  const { documents, problems } = await read(
    { ...task, answer: 'reject' },
    { ...task, answer: 'ignore' },
    { ...task, answer: 'ignore' },
  )
  expect(documents).toHaveLength(1)
  expect(documents[0]!.mentions.every((it) => it.rejected)).toBe(true)
  expect(documents[0]!.relations.every((it) => it.rejected)).toBe(true)
  expect(problems.map((it) => it.notice)).toMatchObject([
    { code: 'import.prodigy.ignored', params: { count: 2 } },
  ])
})

test('the chosen option is the entity; NIL and several are none', async () => {
  const linking = {
    text: 'Emerson won.',
    spans: [{ start: 0, end: 7, label: 'PER', text: 'Emerson' }],
    options: [
      { id: 'Q1', html: '<a href="x">a poet</a>' },
      { id: 'NIL_other', text: 'none' },
    ],
    answer: 'accept',
  }
  const { documents, records } = await read(
    { ...linking, accept: ['Q1'] },
    { ...linking, accept: ['Q1'] },
    { ...linking, accept: ['NIL_other'] },
    { ...linking, accept: ['Q1', 'NIL_other'] },
    { ...linking, accept: [], spans: [{ start: 0, end: 7, label: 'PER', kb_id: 'n1' }] },
  )
  expect(documents.map((it) => [it.mentions[0]!.entity, it.mentions[0]!.outsideIds])).toEqual([
    ['Q1', [{ scheme: 'wikidata', value: 'Q1' }]],
    ['Q1', [{ scheme: 'wikidata', value: 'Q1' }]],
    [undefined, undefined],
    [undefined, undefined],
    ['n1', [{ scheme: 'kb', value: 'n1' }]],
  ])
  expect(records.filter((it) => it.kind === 'entity')).toMatchObject([
    { id: 'Q1', name: 'Emerson', note: 'a poet' },
  ])
  expect(documents[0]!.foreign).toMatchObject({ options: linking.options, accept: ['Q1'] })
})

test('what spaCy is trained from', async () => {
  const version2 = [
    {
      id: 1,
      paragraphs: [
        {
          raw: 'New  York 🛒 won',
          sentences: [
            {
              tokens: [
                { orth: 'New', ner: 'B-LOC' },
                { orth: 'York', ner: 'L-LOC' },
                { orth: '🛒', ner: 'U-ORG' },
                { orth: 'won', ner: 'O' },
              ],
            },
          ],
        },
      ],
    },
  ]
  const forms: [unknown, unknown[]][] = [
    [[['A owns', { entities: [[0, 1, 'ORG']] }]], [[0, 1, 'ORG']]],
    [['A owns', { entities: [[0, 1, 'ORG']] }], [[0, 1, 'ORG']]],
    [[{ text: 'A owns', labels: [[0, 1, 'ORG']] }], [[0, 1, 'ORG']]],
    [{ text: 'A owns', entities: [[0, 1, 'ORG']], cats: {} }, [[0, 1, 'ORG']]],
    [{ classes: ['ORG'], annotations: [['A owns', { entities: [[0, 1, 'ORG']] }], null] }, [[0, 1, 'ORG']]],
    [
      version2,
      [
        [0, 9, 'LOC'],
        [10, 11, 'ORG'],
      ],
    ],
  ]
  for (const [form, spans] of forms) {
    const { documents, problems } = await readFiles(prodigy, { 'train.json': JSON.stringify(form) })
    expect(problems).toEqual([])
    expect(
      documents
        .flatMap((it) => it.mentions)
        .map((it) => [it.fragments[0]!.start, it.fragments[0]!.end, it.label]),
    ).toEqual(spans)
  }
})

test('patterns are refused by name; damaged records are told', async () => {
  const patterns = await read({ label: 'X', pattern: 'a' })
  expect(patterns.documents).toEqual([])
  expect(patterns.problems.map((it) => it.notice.code)).toEqual(['import.prodigy.patterns'])
  const damaged = await read(task, { _input_hash: 1 }, 7, {
    ...task,
    spans: [{ start: 4, end: 4, label: 'X' }],
    relations: [],
  })
  expect(damaged.documents).toHaveLength(2)
  expect(damaged.problems.map((it) => it.notice.code)).toEqual([
    'import.record.no_text',
    'import.record.damaged',
    'import.record.span',
  ])
})

test('records of one source become one document where that is asked for', async () => {
  const set = [task, { ...task, _input_hash: 2 }, { ...task, meta: { source: 'y' } }, { ...task, meta: {} }]
  const { documents } = await readFiles(prodigy, { 'data.jsonl': lines(...set) }, { group: 'source' })
  expect(documents.map((it) => [it.text.length, it.mentions.length, it.relations.length, it.unit])).toEqual([
    [26, 4, 2, 'codepoint'],
    [12, 2, 1, undefined],
    [12, 2, 1, undefined],
  ])
  expect(mismatches(documents, 'codepoint')).toEqual([])
})

describe('writing', () => {
  let fixture: FixtureWriter
  beforeAll(() => {
    fixture = openFixture()
  })
  afterAll(() => fixture.close())

  test('spans are whole tokens, relations join the last ones, knowledge ids are there', async () => {
    const { files } = await fixture.write('prodigy')
    const records = files['']!.trimEnd()
      .split('\n')
      .map((it) => JSON.parse(it))
    for (const { text, tokens: written, spans, relations, answer } of records) {
      expect(answer).toBe('accept')
      expect(written.map((it: { text: string; ws: boolean }) => it.text + (it.ws ? ' ' : '')).join('')).toBe(
        text,
      )
      for (const it of spans) {
        expect(written[it.token_start].start).toBe(it.start)
        expect(written[it.token_end].end).toBe(it.end)
        expect([...text].slice(it.start, it.end).join('')).toBe(it.text)
      }
      for (const it of relations)
        expect([it.head, it.child]).toEqual([it.head_span.token_end, it.child_span.token_end])
    }
    expect(records[0].spans[0]).toMatchObject({ label: 'company', kb_id: 'Q95' })
    expect(records[0]).not.toHaveProperty('_task_hash')
    const { documents, problems } = await readFiles(prodigy, { 'dataset.jsonl': files['']! })
    expect(problems).toEqual([])
    expect(mismatches(documents, 'codepoint')).toEqual([])
  })

  test('hashes, and tokens that still fit, are given back', async () => {
    const text = fixture.db.value<string>(
      'SELECT t.content FROM article a JOIN text t ON t.id = a.text_id WHERE a.id = 4',
    )!
    const kept = [...text].map((it, id) => ({ text: it, start: id, end: id + 1, id, ws: false, style: 'x' }))
    const put = 'INSERT INTO foreign_part (uid, format, data) VALUES (?, ?, ?)'
    fixture.db.run(put, [
      'article-0-3',
      'prodigy',
      JSON.stringify({ data: { _task_hash: 9, tokens: kept, answer: 'reject', meta: { a: 1 } } }),
    ])
    fixture.db.run(put, ['article-0-0', 'prodigy', JSON.stringify({ data: { tokens: kept } })])
    const { files } = await fixture.write('prodigy')
    const records = files['']!.trimEnd()
      .split('\n')
      .map((it) => JSON.parse(it))
    expect(records[3]).toMatchObject({ _task_hash: 9, answer: 'accept', meta: { a: 1, language: 'ar' } })
    expect(records[3].tokens).toEqual(kept)
    expect(records[0].tokens).not.toEqual(kept)
  })
})

/** What spaCy does: a Doc of words and spaces, and spans of it by character offsets. */
const charSpan = (words: readonly { text: string; ws: boolean }[], start: number, end: number): boolean => {
  let at = 0
  const starts = new Set<number>()
  const ends = new Set<number>()
  for (const { text, ws } of words) {
    starts.add(at)
    at += [...text].length
    ends.add(at)
    if (ws) at += 1
  }
  return starts.has(start) && ends.has(end)
}

test('tokens: any span of any text is made of whole ones, and they are the text', () => {
  const piece = fc.constantFrom(
    'Ab',
    ' ',
    '  ',
    '\n',
    '\t',
    '\u00a0',
    '京东',
    '🛒',
    '👩‍👩‍👧',
    'e\u0301',
    '\u200b',
    '.',
    '\u2028',
  )
  const spansOf = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 })
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 25 }), spansOf, (pieces, pairs) => {
      const points = [...pieces.join('')]
      const unit = (point: number): number => points.slice(0, point).join('').length
      const spans = pairs
        .map(([a, b]) => [a % (points.length + 1), b % (points.length + 1)].sort((x, y) => x - y))
        .filter(([a, b]) => a! < b!) as [number, number][]
      const text = points.join('')
      const found = spacyTokens(text, 'de', {
        starts: new Set(spans.map(([start]) => unit(start))),
        ends: new Set(spans.map(([, end]) => unit(end))),
      })
      const words = found.map((it) => ({ text: text.slice(it.start, it.end), ws: it.ws }))
      expect(words.every((it) => it.text !== '')).toBe(true)
      expect(words.map((it) => it.text + (it.ws ? ' ' : '')).join('')).toBe(text)
      for (const [start, end] of spans) expect(charSpan(words, start, end)).toBe(true)
    }),
  )
})

test('tokens that came with a record are used only if they are the text and fit the spans', () => {
  const points = [...task.text]
  expect(usableTokens(tokens, points, [{ start: 0, end: 4 }])).not.toBeNull()
  expect(usableTokens(tokens, points, [{ start: 0, end: 3 }])).toBeNull()
  expect(usableTokens(tokens.slice(1), points, [])).toBeNull()
  expect(usableTokens(tokens, [...'🛒 AG owns C'], [])).toBeNull()
  expect(usableTokens('x', points, [])).toBeNull()
})

test.skipIf(!existsSync(join(interop, 'prodigy')))('reads an entity linking data set', async () => {
  const { documents, problems } = await readPath(prodigy, join(interop, 'prodigy'))
  expect(problems).toEqual([])
  expect(documents).toHaveLength(30)
  expect(documents.flatMap((it) => it.mentions)).toHaveLength(30)
  expect(new Set(documents.map((it) => it.mentions[0]!.entity)).size).toBe(3)
  expect(mismatches(documents, 'codepoint')).toEqual([])
})
