import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memoryFile } from '../../../../main/features/imports/files/setFile.ts'
import { labelStudio } from '../../../../main/features/imports/formats/label-studio/format.ts'
import { interop, mismatches, readFiles, readPath, recognise } from '../../../support/readFormat.ts'
import { type FixtureWriter, openFixture } from '../../../support/writeFixture.ts'

const named = (content: string, name = 'tasks.json') => memoryFile(name, Buffer.from(content))
const json = (it: unknown): string => JSON.stringify(it)

const label = (id: string, start: number, end: number, text: string, ...labels: string[]) => ({
  id,
  type: 'labels',
  from_name: 'label',
  to_name: 'text',
  value: { start, end, text, labels },
})
const relation = (from: string, to: string, direction: string, ...labels: string[]) => ({
  type: 'relation',
  from_id: from,
  to_id: to,
  direction,
  labels,
})
const task = (result: unknown[], more: object = {}) => ({
  id: 7,
  data: { text: '🛒 owns B' },
  annotations: [{ id: 1, completed_by: 2, result, ...more }],
})
const one = async (it: unknown, beside: Record<string, string> = {}) => {
  const { documents, problems } = await readFiles(labelStudio, { 'tasks.json': json(it), ...beside })
  return { document: documents[0]!, problems }
}

const config = `<View><Relations><Relation value="owns"/></Relations>
<Labels name="label" toName="text"><Label value="ORG" background="#F0A"/><Label value="P" alias="PER" background="red"/></Labels>
<Header value="x"/><Text name="text" value="$body"/></View>`

describe('recognition', () => {
  test.each([
    ['a list of tasks', json([task([])]), 0.9],
    ['one task', json(task([])), 0.9],
    [
      'a task that is cut off before its data',
      `[{"id":1,"annotations":${json([{ result: [label('r', 0, 1, 'A', 'X')] }])},"data":{"text":"A`,
      0.9,
    ],
    ['an annotation with its task', json({ id: 1, result: [], task: { id: 2, data: { text: 'x' } } }), 0.9],
    [
      'the short export',
      json([{ id: 1, text: 'A', label: [{ start: 0, end: 1, text: 'A', labels: ['X'] }] }]),
      0.9,
    ],
    ['tasks nobody annotated', json([{ data: { text: 'A' } }]), 0.6],
  ])('takes %s', (_, content, score) => {
    expect(recognise(labelStudio, named(content))!.score).toBeGreaterThanOrEqual(score)
  })

  test('takes its configuration, and bare texts only beside one', () => {
    const texts = named(json([{ text: 'A' }]))
    expect(recognise(labelStudio, named(config, 'config.xml'))!.score).toBeGreaterThan(0.8)
    expect(recognise(labelStudio, texts)).toBeNull()
    expect(recognise(labelStudio, texts, [texts, named(config, 'config.xml')])!.score).toBeLessThan(0.5)
  })

  test.each([
    ['articles', json([{ title: 'a', text: 'b', date: '2020' }])],
    ['a graph', json([{ data: { id: 'n1', name: 'x' } }, { data: { id: 'e', source: 'a', target: 'b' } }])],
    ['another configuration', '<View><x/></View>'],
    ['doccano', json({ text: 'A', label: [[0, 1, 'X']] })],
  ])('leaves %s alone', (_, content) => {
    expect(recognise(labelStudio, named(content, content.startsWith('<') ? 'a.xml' : 'a.json'))).toBeNull()
  })
})

test('regions, relations of three directions and several names, annotators, metadata', async () => {
  const { document, problems } = await one({
    ...task([
      label('r1', 0, 1, '🛒', 'ORG'),
      { ...label('r2', 7, 8, 'B', 'ORG', 'PER'), meta: { text: ['look'] }, score: 0.5 },
      relation('r1', 'r2', 'right', 'owns', 'buys'),
      relation('r1', 'r2', 'left', 'sells'),
      { type: 'relation', from_id: 'r1', to_id: 'r2', direction: 'bi' },
      relation('r1', 'gone', 'right'),
    ]),
    data: { text: '🛒 owns B', url: 'https://x.example/1', headline: 'T', published_on: '2020-01-02' },
  })
  expect(document).toMatchObject({
    id: '7',
    title: 'T',
    sourceUrl: 'https://x.example/1',
    publishedOn: '2020-01-02',
    foreign: { data: { url: 'https://x.example/1', headline: 'T' } },
  })
  expect(mismatches([document], 'codepoint')).toEqual([])
  expect(document.mentions.map((it) => [it.id, it.label, it.annotator, it.note])).toEqual([
    ['r1', 'ORG', '2', undefined],
    ['r2', 'ORG', '2', 'look'],
    ['r2#2', 'PER', '2', 'look'],
  ])
  expect(document.mentions[1]!.foreign).toMatchObject({ score: 0.5 })
  expect(document.relations.map((it) => [it.label, it.source, it.target, it.directed])).toEqual([
    ['owns', 'r1', 'r2', undefined],
    ['buys', 'r1', 'r2', undefined],
    ['sells', 'r2', 'r1', undefined],
    ['relation', 'r1', 'r2', false],
  ])
  expect(problems.map((it) => it.notice.code)).toEqual(['import.record.relation'])
})

test('what was said of a region belongs to it; what was said of the text stays with the document', async () => {
  const said = (from_name: string, type: string, value: object) => ({
    id: 'r1',
    from_name,
    to_name: 'text',
    type,
    value,
  })
  const { document } = await one(
    task([
      label('r1', 0, 1, '🛒', 'ORG'),
      said('certainty', 'choices', { start: 0, end: 1, choices: ['doubtful'] }),
      said('entity', 'textarea', { start: 0, end: 1, text: ['ACME'] }),
      said('value', 'textarea', { text: ['{"kind":"percentage","value":5}'] }),
      said('note', 'textarea', { text: ['one', 'two'] }),
      said('mood', 'choices', { start: 0, end: 1, choices: ['good'] }),
      { id: 'd', from_name: 'topic', to_name: 'text', type: 'choices', value: { choices: ['deal'] } },
      {
        id: 't',
        from_name: 'tax',
        type: 'taxonomy',
        value: { start: 7, end: 8, text: 'B', taxonomy: [['a', 'b']] },
      },
    ]),
  )
  expect(document.mentions[0]).toMatchObject({
    label: 'ORG',
    certainty: 'doubtful',
    entityName: 'ACME',
    value: { kind: 'percentage', value: 5 },
    note: 'one\ntwo',
    foreign: { results: [{ from_name: 'mood' }] },
  })
  expect(document.mentions[1]).toMatchObject({ label: 'a/b', fragments: [{ start: 7, end: 8, quote: 'B' }] })
  expect(document.foreign).toMatchObject({ results: [{ from_name: 'topic' }] })
})

test('several annotations, predictions and what was cancelled are told apart', async () => {
  const { document } = await one({
    id: 7,
    data: { text: 'A owns B' },
    annotations: [
      {
        completed_by: { email: 'a@x.example' },
        result: [label('r', 0, 1, 'A', 'ORG'), label('s', 7, 8, 'B', 'ORG')],
      },
      {
        completed_by: { first_name: 'Bea', last_name: 'C' },
        was_cancelled: true,
        result: [
          label('r', 7, 8, 'B', 'ORG'),
          label('s', 0, 1, 'A', 'ORG'),
          relation('r', 's', 'right', 'owns'),
        ],
      },
    ],
    predictions: [{ model_version: 'm1', score: 0.9, result: [label('r', 0, 1, 'A', 'PER')] }],
  })
  expect(document.mentions.map((it) => [it.id, it.annotator, it.rejected, it.suggestion])).toEqual([
    ['r', 'a@x.example', undefined, undefined],
    ['s', 'a@x.example', undefined, undefined],
    ['2:r', 'Bea C', true, undefined],
    ['2:s', 'Bea C', true, undefined],
    ['3:r', undefined, undefined, true],
  ])
  expect(document.relations).toMatchObject([{ source: '2:r', target: '2:s', rejected: true }])
  expect(document.mentions[4]!.foreign).toMatchObject({ prediction: { model_version: 'm1', score: 0.9 } })
})

test('line ends in quotes: only what the text holds is a quote', async () => {
  const withText = (text: string, said: string) =>
    one({ data: { text }, annotations: [{ result: [label('r', 0, 3, said, 'X')] }] })
  expect((await withText('A\nB', 'A\\nB')).document.mentions[0]!.fragments[0]!.quote).toBe('A\nB')
  expect((await withText('A\r\nB', 'A\\nB')).document.mentions[0]!.fragments[0]!.quote).toBe('A\r\nB')
  expect((await withText('A\\nB', 'A\\nB')).document.mentions[0]!.fragments[0]!.quote).toBe('A\\nB')
  expect((await withText('A B', 'A\\nB')).document.mentions[0]!.fragments[0]!.quote).toBeUndefined()
})

test('a configuration names the text, its types and their colours', async () => {
  const { records } = await readFiles(labelStudio, {
    'tasks.json': json([{ data: { body: 'short', other: 'a longer text than the one that is shown' } }]),
    'config.xml': config,
  })
  expect(records).toMatchObject([
    { kind: 'type', of: 'relation', label: 'owns' },
    { kind: 'type', of: 'entity', label: 'ORG', colour: '#ff00aa' },
    { kind: 'type', of: 'entity', label: 'PER', name: 'P' },
    { kind: 'setPart', name: 'config.xml', data: config },
    { kind: 'document', text: 'short' },
  ])
})

test('regions of web pages count the text nodes', async () => {
  const html = '<p>A &amp; B</p><p>owns <b>🛒</b></p>'
  const { document } = await one({
    data: { text: html },
    annotations: [
      {
        result: [
          {
            id: 'r',
            type: 'hypertextlabels',
            value: {
              start: '/p[2]/b[1]/text()[1]',
              end: '/p[2]/b[1]/text()[1]',
              startOffset: 0,
              endOffset: 2,
              globalOffsets: { start: 10, end: 11 },
              text: '🛒',
              hypertextlabels: ['X'],
            },
          },
        ],
      },
    ],
  })
  expect(document).toMatchObject({
    text: 'A & Bowns 🛒',
    textIsBuilt: true,
    original: { mediaType: 'text/html' },
  })
  expect(mismatches([document], 'codepoint')).toEqual([])
})

test('the short export, an annotation with its task, and lines of tasks', async () => {
  const { documents } = await readFiles(labelStudio, {
    'min.json': json([
      {
        id: 3,
        text: 'A owns B',
        ner: [{ start: 0, end: 1, text: 'A', labels: ['ORG'] }],
        annotator: 4,
        annotation_id: 9,
        lead_time: 1,
      },
    ]),
    'target.json': json({
      id: 1,
      completed_by: 5,
      result: [label('r', 0, 1, 'A', 'ORG')],
      task: { id: 8, data: { text: 'A' } },
    }),
    'lines.jsonl': [task([]), task([])].map(json).join('\n'),
  })
  expect(documents.map((it) => [it.id, it.mentions.length, it.mentions[0]?.annotator])).toEqual([
    ['3', 1, '4'],
    ['8', 1, '5'],
    ['7', 0, undefined],
    ['7', 0, undefined],
  ])
})

test('what cannot be read is told', async () => {
  const { documents, problems } = await readFiles(labelStudio, {
    'tasks.json': json([
      { data: { text: 'https://x.example/text.txt' }, annotations: [] },
      { data: { image: 4 }, annotations: [] },
      task([{ ...label('bad', 5, 2, 'x', 'X') }, label('beyond', 0, 4000, 'x', 'X')]),
      'nothing',
    ]),
    'config.xml': '<View><Labels><Label value="a"></View>',
  })
  expect(documents).toHaveLength(1)
  expect(documents[0]!.mentions.map((it) => it.id)).toEqual(['beyond'])
  expect(problems.map((it) => it.notice.code)).toEqual([
    'import.xml',
    'import.label_studio.elsewhere',
    'import.record.no_text',
    'import.record.span',
    'import.record.damaged',
  ])
})

describe('writing', () => {
  let fixture: FixtureWriter
  beforeAll(() => {
    fixture = openFixture()
  })
  afterAll(() => fixture.close())

  test('regions, relations and the configuration stand as the importer wants them', async () => {
    const { files } = await fixture.write('label-studio')
    const tasks = JSON.parse(files['tasks.json']!)
    const [first] = tasks
    expect(first.data).toMatchObject({
      title: expect.any(String),
      language: 'de',
      published_on: '2018-06-18',
    })
    expect(first.annotations).toHaveLength(1)
    expect(first.annotations[0]).not.toHaveProperty('completed_by')
    const results = first.annotations[0].result
    const regions = new Map(
      results.filter((it: { type: string }) => it.type === 'labels').map((it: { id: string }) => [it.id, it]),
    )
    for (const it of results) {
      if (it.type === 'relation') {
        expect([it.from_id, it.to_id].every((id) => regions.has(id))).toBe(true)
        expect(['right', 'bi']).toContain(it.direction)
      } else {
        expect(regions.has(it.id)).toBe(true)
        expect(files['config.xml']).toContain(`name="${it.from_name}" toName="${it.to_name}"`)
        if (it.type === 'labels') {
          const points = [...first.data.text]
          expect(points.slice(it.value.start, it.value.end).join('')).toBe(it.value.text)
          expect(files['config.xml']).toContain(`<Label value="${it.value.labels[0]}"`)
        }
      }
    }
    expect(results.map((it: { from_name?: string }) => it.from_name)).toEqual(
      expect.arrayContaining(['entity', 'note', 'value']),
    )
    const { documents, problems } = await readFiles(labelStudio, files)
    expect(problems).toEqual([])
    expect(mismatches(documents, 'codepoint')).toEqual([])
  })

  test('what an import could not place is given back', async () => {
    const put = 'INSERT INTO foreign_part (uid, format, data) VALUES (?, ?, ?)'
    const topic = {
      id: 'd',
      from_name: 'topic',
      to_name: 'text',
      type: 'choices',
      value: { choices: ['deal'] },
    }
    const mood = {
      id: 'old',
      from_name: 'mood',
      type: 'choices',
      value: { start: 9, end: 10, choices: ['good'] },
    }
    fixture.db.run(put, [
      'article-0-0',
      'label-studio',
      json({
        data: { data: { id: 'x' }, annotation: { lead_time: 3, completed_by: 2 }, results: [topic] },
      }),
    ])
    fixture.db.run(put, ['mention-0-0', 'label-studio', json({ data: { score: 0.5, results: [mood] } })])
    fixture.db.run('INSERT INTO foreign_set_part (format, name, data) VALUES (?, ?, ?)', [
      'label-studio',
      'config.xml',
      json(config),
    ])
    const { files } = await fixture.write('label-studio')
    const { data, annotations } = JSON.parse(files['tasks.json']!)[0]
    expect(files['imported-config.xml']).toBe(config)
    expect(data.id).toBe('x')
    expect(annotations[0]).toMatchObject({ lead_time: 3 })
    expect(annotations[0]).not.toHaveProperty('completed_by')
    expect(annotations[0].result).toContainEqual(topic)
    const span = annotations[0].result[0].value
    expect(annotations[0].result[0]).toMatchObject({ id: 'mention-0-0', score: 0.5 })
    expect(annotations[0].result).toContainEqual({
      ...mood,
      id: 'mention-0-0',
      value: { start: span.start, end: span.end, choices: ['good'] },
    })
    const { records } = await readFiles(labelStudio, files)
    expect(records.filter((it) => it.kind === 'setPart')).toMatchObject([
      { name: 'config.xml', data: config },
    ])
  })
})

test.skipIf(!existsSync(join(interop, 'label-studio')))('reads the examples of Label Studio', async () => {
  const { documents, problems } = await readPath(labelStudio, join(interop, 'label-studio'))
  expect(problems).toEqual([])
  expect(documents.map((it) => [it.mentions.length, it.mentions[0]!.suggestion])).toEqual([
    [1, undefined],
    [1, true],
  ])
  expect(mismatches(documents, 'codepoint')).toEqual([])
})
