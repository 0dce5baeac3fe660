import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createGraphemeSpans } from '../../../../main/features/exports/support/graphemeOffsets.ts'
import { memoryFile } from '../../../../main/features/imports/files/setFile.ts'
import { doccano } from '../../../../main/features/imports/formats/doccano/format.ts'
import { interop, readFiles, readPath, recognise } from '../../../support/readFormat.ts'
import { type FixtureWriter, openFixture } from '../../../support/writeFixture.ts'

const lines = (...it: unknown[]): string => it.map((one) => `${JSON.stringify(one)}\n`).join('')
const named = (content: string, name = 'admin.jsonl') => memoryFile(name, Buffer.from(content))

describe('recognition', () => {
  test.each([
    ['spans', lines({ id: 1, text: 'A owns B', label: [[0, 1, 'ORG']] }), 0.9],
    [
      'relations',
      lines({ text: 'A', entities: [{ id: 0, start_offset: 0, end_offset: 1, label: 'X' }], relations: [] }),
      0.95,
    ],
    ['comments', lines({ id: 1, text: 'A', label: [], Comments: [] }), 0.9],
    [
      'labels',
      JSON.stringify([{ text: 'ORG', suffix_key: 'o', background_color: '#209cee', text_color: '#ffffff' }]),
      0.9,
    ],
  ])('takes %s', (_, content, score) => {
    expect(recognise(doccano, named(content))!.score).toBeGreaterThanOrEqual(score)
  })

  test.each([
    ['articles', lines({ title: 'a', text: 'b', date: '2020-01-01' })],
    ['CLUENER', lines({ text: '京东', label: { company: { 京东: [[0, 1]] } } })],
    ['Prodigy', lines({ text: 'A', spans: [], _task_hash: 1, answer: 'accept' })],
    ['class numbers', lines({ text: 'A', label: 1 })],
    ['tokens', lines({ tokens: ['A'], ner_tags: [0] })],
  ])('leaves %s alone', (_, content) => {
    expect(recognise(doccano, named(content))).toBeNull()
  })
})

test('spans of the older and newer keys, categories, metadata and comments', async () => {
  const { documents, problems } = await readFiles(doccano, {
    'admin.jsonl': lines(
      {
        id: 1,
        text: 'A owns B',
        label: [[0, 1, 'ORG']],
        Comments: ['look'],
        source: 'x',
        url: 'https://x.example/1',
      },
      { id: 2, data: 'A owns B', labels: [[7, 8, 'ORG']] },
      { id: 3, text: 'good', label: ['positive'] },
      {
        text: 'x',
        label: [
          [0, 0, 'Y'],
          [-1, 1, 'Y'],
          [0, 1, 'Y'],
        ],
      },
    ),
  })
  expect(documents.map((it) => it.id)).toEqual(['1', '2', '3', 'admin.jsonl#4'])
  expect(documents[0]).toMatchObject({
    sourceUrl: 'https://x.example/1',
    foreign: { Comments: ['look'], source: 'x' },
  })
  expect(documents[1]!.mentions).toMatchObject([
    { label: 'ORG', annotator: 'admin', fragments: [{ start: 7, end: 8 }] },
  ])
  expect(documents[2]).toMatchObject({ mentions: [], foreign: { label: ['positive'] } })
  expect(documents[3]!.mentions).toHaveLength(1)
  expect(problems.map((it) => it.notice.code)).toEqual(['import.record.span', 'import.record.span'])
})

test('relations by ids; what points nowhere is told', async () => {
  const { documents, problems } = await readFiles(doccano, {
    'all.jsonl': lines({
      text: 'A owns B',
      entities: [
        { id: 40, start_offset: 0, end_offset: 1, label: 'ORG' },
        { id: 41, start_offset: 7, end_offset: 8, label: 'ORG', uuid: 'u' },
      ],
      relations: [
        { id: 1, from_id: 40, to_id: 41, type: 'owns' },
        { id: 2, from_id: 40, to_id: 99, type: 'owns' },
      ],
    }),
  })
  const [{ mentions, relations }] = documents as [(typeof documents)[0]]
  expect(mentions.map((it) => [it.id, it.annotator, it.foreign])).toEqual([
    ['40', undefined, undefined],
    ['41', undefined, { uuid: 'u' }],
  ])
  expect(relations).toEqual([{ id: '1', label: 'owns', source: '40', target: '41' }])
  expect(problems.map((it) => it.notice.code)).toEqual(['import.record.relation'])
})

test('the oldest exports keep spans under annotations and name who made each', async () => {
  const { documents } = await readFiles(doccano, {
    'project_1.json': lines({
      id: 1,
      text: 'A owns B',
      annotations: [{ id: 5, label: 3, start_offset: 0, end_offset: 1, user: 2, prob: 0 }],
      meta: {},
    }),
  })
  expect(documents[0]!.mentions).toMatchObject([
    { id: '5', label: '3', annotator: '2', foreign: { prob: 0 } },
  ])
})

test('label settings are types; those of relations say so by their file or task', async () => {
  const setting = { suffix_key: null, background_color: '#FF0000', text_color: '#ffffff' }
  const { records } = await readFiles(doccano, {
    'span_types.json': JSON.stringify([{ text: 'ORG', ...setting }]),
    'relation_types.json': JSON.stringify([{ text: 'owns', ...setting }]),
    'labels.json': JSON.stringify([{ text: 'Dog', ...setting, task_type: 'Category' }]),
  })
  expect(records).toMatchObject([
    { kind: 'type', of: 'entity', label: 'ORG', colour: '#ff0000' },
    { kind: 'type', of: 'relation', label: 'owns' },
    { kind: 'setPart', name: 'category Dog' },
  ])
})

test('graphemes are counted where the analyst says so', async () => {
  const content = { 'all.jsonl': lines({ text: '👩‍👩‍👧 A', label: [[2, 3, 'ORG']] }) }
  expect((await readFiles(doccano, content)).documents[0]!.unit).toBeUndefined()
  expect((await readFiles(doccano, content, { graphemes: true })).documents[0]!.unit).toBe('grapheme')
})

describe('writing', () => {
  let fixture: FixtureWriter
  beforeAll(() => {
    fixture = openFixture()
  })
  afterAll(() => fixture.close())

  test.each(['relations', 'spans'])('what is written in the layout of %s comes back', async (layout) => {
    const { files } = await fixture.write('doccano', { layout })
    const { documents, records, problems } = await readFiles(doccano, files)
    expect(problems).toEqual([])
    const texts = fixture.db.column<string>(
      'SELECT t.content FROM article a JOIN text t ON t.id = a.text_id ORDER BY a.id',
    )
    for (const { text } of documents) expect(texts).toContain(text)
    const mentions = documents.flatMap((it) => it.mentions)
    expect(mentions).toHaveLength(25)
    expect(mentions.filter((it) => it.entity !== undefined)).toHaveLength(9)
    expect(mentions.find((it) => it.value)).toMatchObject({ value: { kind: 'money', amount: 550_000_000 } })
    expect(mentions.map((it) => it.note)).toContain('over a line\nend')
    expect(documents[0]).toMatchObject({
      id: 'article-0-0',
      language: 'de',
      status: 'done',
      publishedOn: '2018-06-18',
    })
    expect(documents.flatMap((it) => it.relations)[0]).toMatchObject({
      label: 'invests_in',
      relation: 'relation-0',
      amount: '550000000',
      currency: 'USD',
      share: '0.93',
      status: 'announced',
      certainty: 'probable',
      passage: { start: 0 },
    })
    expect(records).toContainEqual(
      expect.objectContaining({
        kind: 'entity',
        id: 'entity-0',
        name: 'Google',
        outsideIds: [{ scheme: 'wikidata', value: 'Q95' }],
      }),
    )
    expect(records.filter((it) => it.kind === 'type').length).toBeGreaterThan(4)
  })

  test('overlapping mentions are told', async () => {
    const { report } = await fixture.write('doccano', { graphemes: true })
    expect(report.losses.map((it) => it.what)).toContain('exports.loss.overlapping')
  })

  test('unknown keys come back', async () => {
    const put = 'INSERT INTO foreign_part (uid, format, data) VALUES (?, ?, ?)'
    fixture.db.run(put, ['article-0-0', 'doccano', '{"data":{"Comments":["look"],"label":["deal"]}}'])
    fixture.db.run(put, ['mention-0-0', 'doccano', '{"data":{"uuid":"u"}}'])
    const { files } = await fixture.write('doccano')
    const first = JSON.parse(files['dataset.jsonl']!.split('\n')[0]!)
    expect(first).toMatchObject({
      Comments: ['look'],
      label: ['deal'],
      entities: expect.arrayContaining([expect.objectContaining({ uuid: 'u' })]),
    })
  })

  test('every record has the same keys, and those filled in are not read', async () => {
    const { files } = await fixture.write('doccano')
    const records = files['dataset.jsonl']!.trimEnd()
      .split('\n')
      .map((it) => JSON.parse(it) as Record<string, unknown>)
    const keys = records.map((it) => Object.keys(it).sort())
    expect(keys).toEqual(keys.map(() => keys[0]))
    expect(records.at(-1)).toMatchObject({ title: '', language: '', Comments: '', label: '' })
    const { documents } = await readFiles(doccano, files)
    expect(documents.at(-1)!.foreign).toBeUndefined()
    expect(documents[0]!.foreign).toEqual({ Comments: ['look'], label: ['deal'] })
  })
})

test('graphemes: what is counted is what a segmenter counts, and nothing is cut', () => {
  const piece = fc.constantFrom(
    'a',
    ' ',
    '\n',
    '京',
    '🛒',
    '👩‍👩‍👧',
    'e\u0301',
    '🇩🇪',
    '\u0301',
    '\u200d',
    '각',
  )
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (pieces, a, b) => {
      const text = pieces.join('')
      const [start, end] = [a % text.length, b % text.length].sort((x, y) => x - y) as [number, number]
      let cuts = 0
      const span = createGraphemeSpans(text, () => {
        cuts += 1
      })({ start, end: end + 1 })
      const graphemes = [...segmenter.segment(text)].map((it) => it.segment)
      const before = graphemes.slice(0, span.start).join('').length
      const inside = graphemes.slice(span.start, span.end).join('').length
      expect(before).toBeLessThanOrEqual(start)
      expect(before + inside).toBeGreaterThanOrEqual(end + 1)
      expect(cuts === 0).toBe(before === start && inside === end + 1 - start)
    }),
  )
})

test.skipIf(!existsSync(join(interop, 'doccano')))('reads the examples of doccano', async () => {
  const { documents, records, problems } = await readPath(doccano, join(interop, 'doccano'))
  expect(documents).toHaveLength(15)
  expect(documents.flatMap((it) => it.mentions)).toHaveLength(14)
  expect(documents.flatMap((it) => it.relations)).toHaveLength(3)
  expect(records.filter((it) => it.kind === 'type')).toHaveLength(3)
  expect(problems.map((it) => it.notice.code)).toEqual(['import.record.no_text'])
})
