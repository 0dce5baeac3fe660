import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProjectFile } from '../../../../main/db/index.ts'
import { exportJob } from '../../../../main/features/exports/index.ts'
import { memoryFile } from '../../../../main/features/imports/files/setFile.ts'
import { w3c } from '../../../../main/features/imports/formats/w3c/format.ts'
import type { ExportReport } from '../../../../shared/contract/exports.ts'
import { createEmptyProject, fillFixture } from '../../../support/fixtureProject.ts'
import { interop, mismatches, readFiles, readPath, recognise } from '../../../support/readFormat.ts'
import { runJobOn } from '../../../support/runJob.ts'

const context = 'http://www.w3.org/ns/anno.jsonld'
const text = '🚀 ACME owns Beta. ACME pays.'

const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end })
const quote = (exact: string, prefix = '', suffix = '') => ({
  type: 'TextQuoteSelector',
  exact,
  prefix,
  suffix,
})

let number = 0
const annotation = (selector: unknown, more: object = {}) => {
  number += 1
  return {
    '@context': context,
    id: `urn:a:${number}`,
    type: 'Annotation',
    motivation: 'classifying',
    body: { type: 'TextualBody', purpose: 'tagging', value: 'ORG' },
    target: { source: 'a.txt', selector },
    ...more,
  }
}

const read = (value: unknown, files: Record<string, string> = { 'a.txt': text }) =>
  readFiles(w3c, { 'anno.jsonld': typeof value === 'string' ? value : JSON.stringify(value), ...files })

describe('selectors', () => {
  test.each([
    ['position and quote', [quote('ACME'), position(2, 6)], { start: 2, end: 6, quote: 'ACME' }],
    ['position alone, no list', position(2, 6), { start: 2, end: 6 }],
    ['quote with its context', quote('ACME', '. ', ' pays'), { start: 18, end: 22, quote: 'ACME' }],
    ['quote that stands once', quote('Beta'), { start: 12, end: 16, quote: 'Beta' }],
    [
      'range of positions',
      { type: 'RangeSelector', startSelector: position(2, 2), endSelector: position(6, 6) },
      { start: 2, end: 6 },
    ],
    [
      'position within a position',
      { ...position(2, 17), refinedBy: position(10, 14) },
      { start: 12, end: 16 },
    ],
    [
      'XPath beside a position',
      [{ type: 'XPathSelector', value: '/p' }, position(2, 6)],
      { start: 2, end: 6 },
    ],
    ['characters of a fragment', { type: 'FragmentSelector', value: 'char=2,6' }, { start: 2, end: 6 }],
  ])('%s', async (_, selector, expected) => {
    const { documents, problems } = await read(annotation(selector))
    expect(problems).toEqual([])
    expect(documents[0]!.text).toBe(text)
    expect(documents[0]!.mentions).toMatchObject([{ label: 'ORG', fragments: [expected] }])
  })

  test.each([
    ['a quote in two places', quote('ACME')],
    ['a position within an unknown part', { type: 'XPathSelector', value: '/p', refinedBy: position(1, 2) }],
    ['nothing for texts', { type: 'SvgSelector', value: '<svg/>' }],
  ])('%s is told and left out', async (_, selector) => {
    const { documents, problems } = await read(annotation(selector))
    expect(documents[0]!.mentions).toEqual([])
    expect(problems.map((it) => it.notice.code)).toEqual(['import.w3c_selector'])
  })

  test('quotes without position are placed in the unit of the others', async () => {
    const { documents } = await read([
      annotation([quote('ACME', '', ' owns'), position(3, 7)]),
      annotation(quote('Beta')),
    ])
    expect(mismatches(documents, 'utf16')).toEqual([])
    expect(documents[0]!.mentions).toHaveLength(2)
  })

  test('several targets are pieces of one mention', async () => {
    const target = [position(12, 16), position(2, 6)].map((selector) => ({ source: 'a.txt', selector }))
    const { documents } = await read(annotation(null, { target }))
    expect(documents[0]!.mentions[0]!.fragments).toEqual([
      { start: 2, end: 6 },
      { start: 12, end: 16 },
    ])
  })

  test('an address with characters as its target', async () => {
    const { documents } = await read(annotation(null, { target: 'https://x.example/texts/a.txt#char=2,6' }))
    expect(documents[0]).toMatchObject({
      sourceUrl: 'https://x.example/texts/a.txt',
      mentions: [{ fragments: [{ start: 2, end: 6 }] }],
    })
  })
})

describe('bodies', () => {
  test('tags, comments, what is identified, who made it; what is left is foreign', async () => {
    const { documents } = await read(
      annotation(position(2, 6), {
        creator: { id: 'https://x.example/u/1', type: 'Person', name: 'Ada' },
        created: '2024-01-01T00:00:00Z',
        body: [
          { type: 'TextualBody', purpose: 'tagging', value: 'ORG' },
          { type: 'TextualBody', purpose: 'tagging', value: 'seller' },
          { type: 'TextualBody', purpose: 'commenting', value: 'A note' },
          { type: 'SpecificResource', purpose: 'identifying', source: 'http://www.wikidata.org/entity/Q1' },
        ],
      }),
    )
    expect(documents[0]!.mentions[0]).toMatchObject({
      label: 'ORG',
      note: 'A note',
      annotator: 'Ada',
      entity: 'http://www.wikidata.org/entity/Q1',
      outsideIds: [{ scheme: 'wikidata', value: 'Q1' }],
      foreign: { created: '2024-01-01T00:00:00Z', 'lig:bodies': [{ value: 'seller' }] },
    })
  })

  test.each([
    [
      'two targets',
      { target: [{ id: '#urn:b:1' }, { id: '#urn:b:2' }], body: [{ purpose: 'tagging', value: 'owns' }] },
    ],
    ['from target to body', { target: 'urn:b:1', body: 'urn:b:2' }],
  ])('linking is a relation: %s', async (_, link) => {
    const { documents, problems } = await read([
      annotation(position(2, 6), { id: 'urn:b:1' }),
      annotation(position(12, 16), { id: 'urn:b:2' }),
      { id: 'urn:b:3', type: 'Annotation', motivation: 'linking', ...link },
      { id: 'urn:b:4', type: 'Annotation', body: { value: 'owns', purpose: 'tagging' }, target: 'urn:b:3' },
      { id: 'urn:b:5', type: 'Annotation', motivation: 'linking', target: 'urn:b:1', body: 'urn:b:9' },
    ])
    expect(documents[0]!.relations).toMatchObject([{ label: 'owns', source: 'urn:b:1', target: 'urn:b:2' }])
    expect(problems.map((it) => it.notice.code)).toEqual(['import.record.relation'])
  })
})

describe('containers and texts', () => {
  const one = annotation(position(2, 6))

  test.each([
    ['a list', [one]],
    ['a page', { '@context': context, type: 'AnnotationPage', items: [one] }],
    ['a collection', { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items: [one] } }],
    ['a graph', { '@graph': [one] }],
    ['lines', `${JSON.stringify(one)}\n${JSON.stringify({ ...one, id: 'urn:x' })}\n`],
    [
      'Open Annotation',
      {
        '@type': 'oa:Annotation',
        hasBody: { '@type': ['oa:Tag', 'cnt:ContentAsText'], 'cnt:chars': 'ORG' },
        hasTarget: {
          hasSource: 'a.txt',
          hasSelector: { '@type': 'oa:TextPositionSelector', start: 2, end: 6 },
        },
      },
    ],
    [
      'Hypothesis',
      {
        rows: [
          {
            id: 'x',
            uri: 'a.txt',
            tags: ['ORG'],
            text: '',
            target: [{ source: 'a.txt', selector: [position(2, 6)] }],
          },
        ],
      },
    ],
  ])('%s', async (_, value) => {
    const { documents, problems } = await read(value)
    expect(problems).toEqual([])
    expect(documents).toHaveLength(1)
    expect(documents[0]!.mentions[0]).toMatchObject({ label: 'ORG', fragments: [{ start: 2, end: 6 }] })
  })

  test('without an address the text is the one of the same name', async () => {
    const { documents } = await readFiles(w3c, {
      'b.json': JSON.stringify([
        { id: '1', bodies: [], target: { annotation: '1', selector: [{ quote: 'ACME', start: 3, end: 7 }] } },
      ]),
      'b.txt': text,
    })
    expect(mismatches(documents, 'utf16')).toEqual([])
    expect(documents[0]!.mentions).toMatchObject([{ label: 'annotation', fragments: [{ quote: 'ACME' }] }])
  })

  test('the text of an element of a page beside it, found by the quotes', async () => {
    const page =
      '<html><body><h1 id="t">Deal</h1>\r\n<div id="content">\n <p>ACME <b>owns</b> Beta &amp; Co.</p>\n</div></body></html>'
    const at = (exact: string, start: number) => ({
      id: exact,
      bodies: [],
      target: { selector: [{ quote: exact, start, end: start + exact.length, range: {} }] },
    })
    const own = [at('ACME', 2), at('Beta & Co', 12)]
    const found = await readFiles(w3c, { 'a/annotations.json': JSON.stringify(own), 'a/index.html': page })
    expect(found.documents.map((it) => it.text)).toEqual(['\n ACME owns Beta & Co.\n'])
    expect(found.problems).toEqual([])
    const others = [at('ACME', 3), at('Beta', 99)]
    const none = await readFiles(w3c, { 'a/annotations.json': JSON.stringify(others), 'a/index.html': page })
    expect(none.documents).toEqual([])
    expect(none.problems).toHaveLength(1)
  })

  test('a text that is not there is one problem for each address', async () => {
    const { documents, problems } = await read(
      [
        one,
        one,
        annotation(position(0, 1), { target: { source: 'https://x.example/b', selector: position(0, 1) } }),
      ],
      {},
    )
    expect(documents).toEqual([])
    expect(problems.map((it) => it.notice.params)).toEqual([
      { source: 'a.txt', count: 2 },
      { source: 'https://x.example/b', count: 1 },
    ])
  })

  test('what is recognised, and what belongs to it', () => {
    const file = memoryFile('anno.json', Buffer.from(JSON.stringify([one])))
    expect(recognise(w3c, file)!.score).toBeGreaterThan(0.9)
    expect(recognise(w3c, memoryFile('x.json', Buffer.from('[{"text":"a","label":[[0,1,"x"]]}]')))).toBeNull()
    expect(recognise(w3c, memoryFile('x.jsonl', Buffer.from('{"id":1,"target":"a"}')))).toBeNull()
    expect(
      w3c.companions!({
        name: 'anno.json',
        text: JSON.stringify([one]),
        siblings: new Set(['a.txt', 'anno.json', 'c.txt']),
        size: 1,
        bytes: new Uint8Array(),
        json: [],
        xmlRoot: null,
      }),
    ).toEqual(['a.txt'])
  })
})

describe('written and read again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ligature-w3c-'))
  let project: { path: string; file: ProjectFile }
  let report: ExportReport

  beforeAll(async () => {
    project = createEmptyProject(folder, 'project')
    fillFixture(project.file.db)
    const path = join(folder, 'out')
    const input = {
      formatId: 'w3c',
      path,
      scope: { articles: {}, setAside: true, suggestions: true },
      options: {},
      overwrite: false,
    }
    report = (await runJobOn<typeof input, ExportReport>(exportJob, input, project.path)).result
  })
  afterAll(() => {
    project.file.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('everything comes back', async () => {
    const { records, documents, problems } = await readPath(w3c, report.path)
    expect(problems).toEqual([])
    expect(mismatches(documents, 'codepoint')).toEqual([])
    const texts = project.file.db.all<{ content: string }>(
      'SELECT t.content FROM article a JOIN text t ON t.id = a.text_id',
    )
    expect(documents.map((it) => it.text)).toEqual(texts.map((it) => it.content))
    const mentions = documents.flatMap((it) => it.mentions)
    expect(mentions).toHaveLength(report.mentions)
    expect(mentions.filter((it) => it.fragments.length === 2)).toHaveLength(2)
    expect(mentions.find((it) => it.label === 'money')).toMatchObject({
      value: { kind: 'money', amount: 550_000_000, currency: 'USD' },
    })
    expect(documents[0]).toMatchObject({
      language: 'de',
      status: 'done',
      title: 'Google steigt bei JD.com ein 🚀',
    })
    expect(records.filter((it) => it.kind === 'entity')).toHaveLength(report.entities)
    const proved = new Set(documents.flatMap((it) => it.relations.map(({ relation }) => relation)))
    expect(proved.size + records.filter((it) => it.kind === 'relation').length).toBe(report.relations)
    expect(documents[0]!.relations[0]).toMatchObject({
      status: 'announced',
      amount: '550000000',
      share: '0.93',
    })
  })

  test('quotes carry 32 characters of context', () => {
    const page = JSON.parse(readFileSync(join(report.path, 'pages/page-00001.jsonld'), 'utf8'))
    const texts = new Map<string, string>(
      page['lig:documents'].map((it: { id: string; value: string }) => [it.id, it.value]),
    )
    for (const { target } of page.items) {
      for (const { source, selector } of [target].flat()) {
        const [{ exact, prefix, suffix }, { start, end }] = selector
        const points = Array.from(texts.get(source)!)
        expect(points.slice(start, end).join('')).toBe(exact)
        expect(points.slice(Math.max(0, start - 32), start).join('')).toBe(prefix)
        expect(points.slice(end, end + 32).join('')).toBe(suffix)
      }
    }
  })
})

const recogito = join(interop, 'w3c-annotation/recogito')

describe.skipIf(!existsSync(recogito))("Recogito's own files", () => {
  test.each(['awareness', 'inline-markers'])(
    '%s: the text is found in the page beside them',
    async (name) => {
      const { documents, problems } = await readPath(w3c, join(recogito, name))
      expect(problems).toEqual([])
      expect(documents.map((it) => it.mentions.length)).toEqual([14])
      // Those over several lines are quoted without the line ends; they are listed, not moved.
      expect(mismatches(documents, 'utf16')).toHaveLength(3)
    },
  )

  test.each(['pdf-annotator', 'pdf-annotator-react', 'text-annotator-tei'])(
    '%s: a missing text is told, nothing is guessed',
    async (name) => {
      const { documents, problems } = await readPath(w3c, join(recogito, name))
      expect(problems.map((it) => it.notice.code)).toEqual(['import.w3c_no_text'])
      expect(documents).toEqual([])
    },
  )
})
