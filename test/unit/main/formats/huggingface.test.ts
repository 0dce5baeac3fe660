import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { ProjectFile } from '../../../../main/db/index.ts'
import {
  createShardCounter,
  shardName,
} from '../../../../main/features/exports/formats/huggingface/shards.ts'
import { exportJob } from '../../../../main/features/exports/index.ts'
import { memoryFile } from '../../../../main/features/imports/files/setFile.ts'
import { huggingface } from '../../../../main/features/imports/formats/huggingface/format.ts'
import type { ReadRecord } from '../../../../main/features/imports/formats/records.ts'
import type { ExportReport } from '../../../../shared/contract/exports.ts'
import type { OptionValues } from '../../../../shared/model/option.ts'
import { createEmptyProject, fillFixture } from '../../../support/fixtureProject.ts'
import { mismatches, readFiles, readPath, recognise } from '../../../support/readFormat.ts'
import { runJobOn } from '../../../support/runJob.ts'

const card = (features: string): string => `---
language: [de]
license: cc-by-4.0
configs:
- config_name: default
  data_files:
  - {split: validation, path: data/part-*}
dataset_info:
  features:
${features}
---
# A card
`

const tagged = card(`  - {name: id, dtype: string}
  - {name: tokens, sequence: string}
  - name: ner_tags
    sequence:
      class_label:
        names: {'0': O, 1: B-ORG, '2': I-ORG}`)

const lines = (...rows: object[]): string => rows.map((it) => `${JSON.stringify(it)}\n`).join('')

const spansOf = (records: readonly ReadRecord[]): string[] =>
  records.flatMap((it) =>
    it.kind === 'document'
      ? it.mentions.map(
          ({ label, fragments }) =>
            `${label}:${fragments.map(({ start, end }) => Array.from(it.text).slice(start, end).join('')).join('…')}`,
        )
      : [],
  )

describe('tokens and tags', () => {
  test('names of class labels come from the card; the split from its patterns', async () => {
    const { records, documents, problems } = await readFiles(huggingface, {
      'README.md': tagged,
      'data/part-0.jsonl': lines(
        { id: '0', tokens: ['ACME', 'AG', 'owns', '𝒥𝒟'], ner_tags: [1, 2, 0, 1] },
        { id: '0', tokens: ['京', '东', '買'], ner_tags: [1, 2, -100], topic: 'x' },
      ),
    })
    expect(problems).toEqual([])
    expect(documents.map((it) => [it.id, it.text, it.textIsBuilt])).toEqual([
      ['0', 'ACME AG owns 𝒥𝒟', true],
      ['0 (2)', '京东買', true],
    ])
    expect(spansOf(records)).toEqual(['ORG:ACME AG', 'ORG:𝒥𝒟', 'ORG:京东'])
    expect(documents[1]!.foreign).toEqual({ topic: 'x', split: 'validation' })
    expect(records.find((it) => it.kind === 'setPart')).toMatchObject({ name: 'card' })
  })

  test.each([
    ['names as a list', 'sequence: {class_label: {names: [O, B-ORG, I-ORG]}}'],
    ['`list:`, the newer spelling', 'list: {class_label: {names: {0: O, 1: B-ORG, 2: I-ORG}}}'],
    ['a feature under dtype', 'sequence: {dtype: {class_label: {names: {"0": O, "1": B-ORG, "2": I-ORG}}}}'],
  ])('%s', async (_, feature) => {
    const { records } = await readFiles(huggingface, {
      'README.md': card(`  - name: ner_tags\n    ${feature}`),
      'train.jsonl': lines({ tokens: ['ACME', 'AG'], ner_tags: [1, 2] }),
    })
    expect(spansOf(records)).toEqual(['ORG:ACME AG'])
  })

  test('numbers without names are told once and no annotation is guessed', async () => {
    const { documents, problems } = await readFiles(huggingface, {
      'train.jsonl': lines({ tokens: ['A'], ner_tags: [1] }, { tokens: ['B'], ner_tags: [1] }),
    })
    expect(documents.map((it) => it.mentions)).toEqual([[], []])
    expect(problems.map((it) => it.notice.code)).toEqual(['import.huggingface_labels'])
  })

  test.each([
    [
      ['B-A', 'I-A', 'O', 'I-B'],
      ['A:0 1', 'B:3'],
    ],
    [
      ['S-A', 'B-B', 'E-B', 'B-B'],
      ['A:0', 'B:1 2', 'B:3'],
    ],
    [
      ['U-A', 'B-B', 'I-B', 'L-B'],
      ['A:0', 'B:1 2 3'],
    ],
    [
      ['A', 'A', 'O', 'B'],
      ['A:0 1', 'B:3'],
    ],
    [
      ['B-A', 'I-B', 'I-B', ''],
      ['A:0', 'B:1 2'],
    ],
  ])('tags %j', async (ner_tags, expected) => {
    const { records } = await readFiles(huggingface, {
      'train.json': JSON.stringify([{ tokens: ['0', '1', '2', '3'], ner_tags }]),
    })
    expect(spansOf(records)).toEqual(expected)
  })

  test('spans that count tokens, with relations by index', async () => {
    const { records, documents } = await readFiles(huggingface, {
      'dev.jsonl': lines({
        tokens: ['ACME', 'AG', 'owns', 'Beta'],
        entities: [
          { type: 'Org', start: 0, end: 2 },
          { type: 'Org', start: 3, end: 4 },
        ],
        relations: [{ type: 'Owns', head: 0, tail: 1 }],
      }),
    })
    expect(spansOf(records)).toEqual(['Org:ACME AG', 'Org:Beta'])
    expect(documents[0]!.relations).toMatchObject([{ label: 'Owns', source: '0', target: '1' }])
    expect(documents[0]!.foreign).toEqual({ split: 'validation' })
  })
})

describe('texts and spans', () => {
  const text = '🚀 ACME owns Beta'

  test.each([
    ['records', [{ start: 2, end: 6, label: 'ORG', text: 'ACME' }]],
    ['records of lists', { start: [2], end: [6], label: ['ORG'] }],
    ['other names', [{ start_offset: 2, end_offset: 6, entity_type: 'ORG' }]],
    ['triples', [[2, 6, 'ORG']]],
    ['pairs of offsets', [{ id: 'T1', type: 'ORG', text: ['ACME'], offsets: [[2, 6]] }]],
  ])('%s', async (_, spans) => {
    const { records, documents, problems } = await readFiles(huggingface, {
      'data/test.jsonl': lines({ text, spans, url: 'https://example.org/a', score: 3 }),
    })
    expect(problems).toEqual([])
    expect(spansOf(records)).toEqual(['ORG:ACME'])
    expect(documents[0]).toMatchObject({
      text,
      sourceUrl: 'https://example.org/a',
      foreign: { score: 3, split: 'test' },
    })
  })

  test('class labels inside spans, relations by id; what does not fit is told and the rest goes on', async () => {
    const { documents, problems } = await readFiles(huggingface, {
      'README.md': card(
        '  - name: spans\n    list:\n    - {name: start, dtype: int64}\n    - name: label\n      dtype: {class_label: {names: [ORG, PER]}}',
      ),
      'train.jsonl': `${lines({
        text,
        spans: [
          { id: 'a', start: 2, end: 6, label: 1 },
          { id: 'b', start: 12, end: 16, label: 0 },
          { id: 'c', start: 'x' },
        ],
        relations: [
          { head: 'a', tail: 'b', label: 'owns' },
          { head: 'a', tail: 'nobody', label: 'owns' },
        ],
      })}[1]\n${lines({ n: 1 }, { text: 'more', spans: [] })}`,
    })
    expect(documents).toHaveLength(2)
    expect(documents[0]!.mentions.map((it) => it.label)).toEqual(['PER', 'ORG'])
    expect(documents[0]!.relations).toMatchObject([{ source: 'a', target: 'b', label: 'owns' }])
    expect(problems.map((it) => it.notice.code)).toEqual([
      'import.record.span',
      'import.record.relation',
      'import.record.damaged',
      'import.huggingface_text',
    ])
  })
})

describe('recognition', () => {
  const scoreOf = (name: string, content: string): number =>
    recognise(huggingface, memoryFile(name, Buffer.from(content)))?.score ?? 0

  test('cards, rows with annotations, and little for mere texts', () => {
    expect(scoreOf('README.md', tagged)).toBeGreaterThan(0.9)
    expect(scoreOf('README.md', '# Read me\n')).toBe(0)
    expect(scoreOf('a.jsonl', lines({ tokens: ['a'], ner_tags: [0] }))).toBeGreaterThan(0.6)
    expect(
      scoreOf('a.jsonl', lines({ text: 'a', spans: [{ start: 0, end: 1, label: 'x' }] })),
    ).toBeGreaterThan(0.5)
    expect(scoreOf('a.jsonl', lines({ text: 'a', label: 1 }))).toBeLessThan(0.2)
    expect(
      scoreOf('a.jsonl', lines({ text: 'a', _input_hash: 1, spans: [{ start: 0, end: 1, label: 'x' }] })),
    ).toBe(0)
  })

  test('a damaged shard is a problem of that file', async () => {
    const { documents, problems } = await readFiles(huggingface, {
      'data/test.parquet': 'PAR1 and nothing else that would be Parquet',
      'data/train.jsonl': lines({ text: 'a', spans: [{ start: 0, end: 1, label: 'x' }] }),
    })
    expect(documents).toHaveLength(1)
    expect(problems.map((it) => it.notice.code)).toEqual(['import.huggingface_parquet'])
  })
})

describe('written and read again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ligature-hf-'))
  let project: { path: string; file: ProjectFile }
  let count = 0

  beforeAll(() => {
    project = createEmptyProject(folder, 'no')
    fillFixture(project.file.db)
  })
  afterAll(() => {
    project.file.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const write = async (options: OptionValues): Promise<ExportReport> => {
    count += 1
    const path = join(folder, `out-${count}`)
    const input = {
      formatId: 'huggingface',
      path,
      scope: { articles: {}, setAside: true, suggestions: true },
      options,
      overwrite: false,
    }
    return (await runJobOn<typeof input, ExportReport>(exportJob, input, project.path)).result
  }

  test.each(['jsonl', 'parquet'])('spans as %s: everything comes back', async (files) => {
    const report = await write({ layout: 'spans', files })
    const { records, documents, problems } = await readPath(huggingface, report.path)
    expect(problems).toEqual([])
    expect(mismatches(documents, 'codepoint')).toEqual([])
    const { db } = project.file
    const texts = db.all<{ content: string }>(
      'SELECT t.content FROM article a JOIN text t ON t.id = a.text_id',
    )
    expect(documents.map((it) => it.text)).toEqual(texts.map((it) => it.content))
    expect(documents.flatMap((it) => it.mentions)).toHaveLength(report.mentions)
    expect(documents[0]).toMatchObject({
      language: 'de',
      status: 'done',
      title: 'Google steigt bei JD.com ein 🚀',
    })
    const pieces = documents[0]!.mentions.find((it) => it.note === 'discontinuous')!
    expect(pieces.fragments).toHaveLength(2)
    expect(documents[0]!.mentions.find((it) => it.label === 'money')).toMatchObject({
      value: { kind: 'money', amount: 550_000_000, currency: 'USD' },
    })
    expect(records.filter((it) => it.kind === 'entity')).toHaveLength(report.entities)
    expect(records.find((it) => it.kind === 'entity')).toMatchObject({
      name: 'Google',
      aliases: [{ text: '谷歌', language: 'zh' }, { text: 'Google, Inc.' }, { text: '=GOOG' }],
      position: { pinned: false },
    })
    const proved = new Set(documents.flatMap((it) => it.relations.map(({ relation }) => relation)))
    const unproved = records.filter((it) => it.kind === 'relation')
    expect(proved.size + unproved.length).toBe(report.relations)
    expect(documents[0]!.relations[0]).toMatchObject({
      status: 'announced',
      amount: '550000000',
      share: '0.93',
    })
  })

  test.each(['jsonl', 'parquet'])('tokens as %s: texts come back, and disjoint mentions', async (files) => {
    const report = await write({ layout: 'tokens', files })
    const { records, documents, problems } = await readPath(huggingface, report.path)
    expect(problems).toEqual([])
    const { db } = project.file
    const texts = db.all<{ content: string }>(
      'SELECT t.content FROM article a JOIN text t ON t.id = a.text_id',
    )
    expect(documents.map((it) => it.text)).toEqual(texts.map((it) => it.content))
    const lost = report.losses.find((it) => it.what === 'exports.loss.overlap')!.count
    const empty = report.losses.find((it) => it.what === 'exports.loss.noToken')?.count ?? 0
    expect(spansOf(records)).toHaveLength(report.mentions - lost - empty)
    expect(spansOf(records)).toContain('company:US-Konzern Google')
  })

  test('the card is YAML that hides no words, with counts and the unit of offsets', async () => {
    const { path } = await write({ layout: 'tokens', license: 'none' })
    const content = readFileSync(join(path, 'README.md'), 'utf8')
    const head = parse(content.split('---\n')[1]!, { version: '1.1' })
    expect(head).toMatchObject({ pretty_name: 'no', language: ['ar', 'de', 'en', 'zh'] })
    expect(head).not.toHaveProperty('license')
    const tags = head.dataset_info[0].features.find((it: { name: string }) => it.name === 'ner_tags')
    expect(Object.keys(tags.sequence.class_label.names)[0]).toBe('0')
    expect(content).toContain('"0": O')
    const spans = await write({ layout: 'spans' })
    expect(readFileSync(join(spans.path, 'README.md'), 'utf8')).toContain('**Unicode code points**')
  })

  test('no field changes its type between rows', async () => {
    const { path } = await write({ layout: 'spans' })
    const rows = readFileSync(join(path, 'data/train.jsonl'), 'utf8').trim().split('\n')
    const shape = (value: unknown): unknown =>
      Array.isArray(value)
        ? 'list'
        : typeof value === 'object'
          ? Object.entries(value!).map(([key, it]) => [key, shape(it)])
          : typeof value
    const shapes = new Set(rows.map((it) => JSON.stringify(shape(JSON.parse(it)))))
    expect(shapes.size).toBe(1)
  })

  test('a shard that grows too large is followed by a numbered one', () => {
    const shardOf = createShardCounter(10)
    expect(['12345', '12345', 'x', '12345678901234', 'y'].map((it) => shardOf('train', it))).toEqual([
      0, 0, 1, 2, 3,
    ])
    expect(shardOf('test', 'z')).toBe(0)
    expect(shardName('train', 0, 1, 'jsonl')).toBe('data/train')
    expect(shardName('train', 0, 1, 'parquet')).toBe('data/train-00000-of-00001')
    expect(shardName('train', 1, 2, 'jsonl')).toBe('data/train-00001-of-00002')
  })
})
