import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { casJson as casJsonOut } from '../../../../main/features/exports/formats/cas-json/format.ts'
import { xmi as xmiOut } from '../../../../main/features/exports/formats/xmi/format.ts'
import { casJson } from '../../../../main/features/imports/formats/cas-json/format.ts'
import { xmi } from '../../../../main/features/imports/formats/xmi/format.ts'
import { expectRoundTrip } from '../../../support/expectFullArticle.ts'
import { written } from '../../../support/oneArticle.ts'
import { interop, type Reading, readFiles, readPath } from '../../../support/readFormat.ts'

const namedEntity = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity'

const json = (structures: readonly object[], text = 'A owns B\r\nC'): string =>
  JSON.stringify({
    '%TYPES': { 'custom.Owns': { '%NAME': 'custom.Owns', '%SUPER_TYPE': 'uima.tcas.Annotation' } },
    '%FEATURE_STRUCTURES': [
      ...structures,
      { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', sofaString: text },
    ],
    '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': structures.map((_, index) => index + 2) } },
  })

const span = (id: number, begin: number, end: number, more: object = {}) => ({
  '%ID': id,
  '%TYPE': namedEntity,
  '@sofa': 1,
  begin,
  end,
  value: 'ORG',
  ...more,
})

const cas = (inner: string, text: string, version = '1.0'): string =>
  `<?xml version="${version}" encoding="UTF-8"?><x:XMI xmlns:x="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:c="http:///webanno/custom.ecore" x:version="2.0"><cas:NULL x:id="0"/>${inner}<cas:Sofa x:id="12" sofaNum="1" sofaID="_InitialView" sofaString="${text}"/><cas:View sofa="12" members=""/></x:XMI>`

const totals = ({ documents, problems }: Reading) => ({
  documents: documents.length,
  mentions: documents.reduce((sum, it) => sum + it.mentions.length, 0),
  relations: documents.reduce((sum, it) => sum + it.relations.length, 0),
  problems: problems.map((it) => it.notice.code),
})

describe('UIMA CAS JSON', () => {
  it('comes back as it was written', () => expectRoundTrip(casJsonOut, casJson))

  it('reads structures in any order, links to knowledge bases, relations', async () => {
    const { documents, records } = await readFiles(casJson, {
      'a.json': json([
        { '%ID': 4, '%TYPE': 'custom.Owns', '@sofa': 1, begin: 7, end: 8, '@Governor': 2, '@Dependent': 3 },
        span(2, 0, 1, { identifier: 'http://www.wikidata.org/entity/Q1', '#score': 'NaN' }),
        span(3, 7, 8),
        { '%ID': 5, '%TYPE': 'custom.Other', '@sofa': 1, begin: 10, end: 11, '@about': 3 },
      ]),
    })
    expect(documents[0]).toMatchObject({
      id: 'a',
      text: 'A owns B\r\nC',
      mentions: [
        {
          label: 'ORG',
          entity: 'http://www.wikidata.org/entity/Q1',
          outsideIds: [{ scheme: 'wikidata', value: 'Q1' }],
          foreign: { features: { score: { float: 'NaN' } } },
        },
        { label: 'ORG' },
        { label: 'Other', fragments: [{ start: 10, end: 11 }] },
      ],
      relations: [{ label: 'Owns', source: '2', target: '3' }],
    })
    expect(records.at(-1)).toMatchObject({ kind: 'setPart', name: 'types' })
  })

  it('names the old JSON of UIMA and refuses it', async () => {
    const old = JSON.stringify({ _context: { _types: {} }, _views: {} })
    await expect(readFiles(casJson, { 'a.json': old })).rejects.toThrow('old JSON of UIMA')
  })

  it('makes files of one document in the layout of INCEpTION one document of several people', async () => {
    const content = json([span(2, 0, 1)])
    const { documents } = await readFiles(casJson, {
      'annotation/doc.txt/anna.json': content,
      'annotation/doc.txt/INITIAL_CAS.json': content,
    })
    expect(documents.map((it) => [it.id, it.mentions[0]!.annotator])).toEqual([
      ['doc.txt', 'anna'],
      ['doc.txt', undefined],
    ])
  })

  it('tells of spans outside the text and of damaged structures, and reads the rest', async () => {
    const { documents, problems } = await readFiles(casJson, {
      'a.json': json([span(2, 0, 99), { '%ID': 3 }, span(4, 0, 1), span(5, 3, 3)]),
    })
    expect(documents[0]!.mentions.map((it) => it.id)).toEqual(['4'])
    expect(problems.map((it) => it.notice.code)).toEqual([
      'import.uima_structure',
      'import.uima_outside',
      'import.zero_length',
    ])
  })

  it('gives back types, features and structures that have no place here', async () => {
    const content = json([
      span(2, 0, 1, { confidence: 0.5 }),
      { '%ID': 3, '%TYPE': 'custom.Doc', author: 'X', '@about': 2 },
    ])
    const [document] = (await readFiles(casJson, { 'a.json': content })).documents
    const { files } = written(casJsonOut, {
      text: 'A owns B\nC',
      mentions: [{ spans: [[0, 1]], type: 'org' }],
      foreign: { 'article-1': document!.foreign!, 'mention-0': document!.mentions[0]!.foreign! },
    })
    const out = JSON.parse(Object.values(files)[0]!.toString())
    const structures = out['%FEATURE_STRUCTURES'] as Record<string, unknown>[]
    const mention = structures.find((it) => it['%TYPE'] === namedEntity)!
    expect(mention).toMatchObject({ value: 'org', confidence: 0.5 })
    expect(structures.find((it) => it['%TYPE'] === 'custom.Doc')).toMatchObject({
      author: 'X',
      '@about': mention['%ID'],
    })
    expect(out['%TYPES']['custom.Doc'].author['%RANGE']).toBe('uima.cas.String')
  })
})

describe('UIMA CAS XMI', () => {
  it('comes back as it was written', () => expectRoundTrip(xmiOut, xmi))

  it('reads references, slots and chains by shape, whatever the prefixes are, also as XML 1.1', async () => {
    const { documents } = await readFiles(xmi, {
      'a.xmi': cas(
        `<c:Span x:id="1" sofa="12" begin="0" end="1" label="ORG" count="2"/><c:Span x:id="2" sofa="12" begin="3" end="4" label="ORG"/>
         <c:Rel x:id="3" sofa="12" begin="3" end="4" Governor="1" Dependent="2" value="owns"/>
         <c:Link x:id="4" role="who" target="2"/><c:Host x:id="5" sofa="12" begin="0" end="4" links="4"/>
         <c:ALink x:id="6" sofa="12" begin="0" end="1" next="7"/><c:ALink x:id="7" sofa="12" begin="3" end="4"/><c:AChain x:id="8" sofa="12" first="6"/>`,
        'A&#13;&#10;B',
        '1.1',
      ),
    })
    expect(documents[0]!.text).toBe('A\r\nB')
    expect(documents[0]!.mentions.map((it) => [it.label, it.entity])).toEqual([
      ['ORG', undefined],
      ['ORG', undefined],
      ['Host', undefined],
      ['ALink', 'a#chain-8'],
      ['ALink', 'a#chain-8'],
    ])
    expect(documents[0]!.mentions[0]!.foreign).toMatchObject({ features: { count: '2' } })
    expect(documents[0]!.relations).toMatchObject([
      { label: 'owns', source: '1', target: '2' },
      { label: 'who', source: '5', target: '2' },
    ])
  })

  it('keeps any text and any span, character for character', async () => {
    const piece = fc.constantFrom('a', ' ', '\n', '\r', '\t', ']]>', '&', '<', '"', '😀', '\u0301', '𝒥')
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 40 }), fc.nat(), async (pieces, seed) => {
        const text = pieces.join('')
        const start = pieces.slice(0, seed % pieces.length).join('').length
        const mention = { spans: [[start, text.length] as const], type: 'x' }
        const { files, lost } = written(xmiOut, { text, mentions: [mention] })
        const [document] = (await readFiles(xmi, files)).documents
        expect(lost).toEqual([])
        expect(document!.text).toBe(text)
        expect(document!.mentions.map((it) => it.fragments)).toEqual([[{ start, end: text.length }]])
      }),
      { numRuns: 100 },
    )
  })

  it('writes a blank for what XML cannot hold', async () => {
    const { files, lost } = written(xmiOut, { text: 'a\u0001b', mentions: [{ spans: [[2, 3]], type: 'x' }] })
    expect(lost).toContain('exports.loss.controlCharacters')
    expect((await readFiles(xmi, files)).documents[0]).toMatchObject({ text: 'a b' })
  })
})

describe.skipIf(!existsSync(interop))('files of INCEpTION and DKPro Cassis', () => {
  it('are read whole', async () => {
    expect(totals(await readPath(casJson, join(interop, 'uima-cassis')))).toMatchObject({
      documents: 4,
      mentions: 12,
      relations: 2,
    })
    expect(totals(await readPath(xmi, join(interop, 'uima-cassis')))).toMatchObject({
      documents: 13,
      mentions: 28,
      relations: 2,
    })
    const inception = await readPath(xmi, join(interop, 'inception'))
    expect(totals(inception)).toMatchObject({ documents: 23, mentions: 46, relations: 8 })
    const chain = inception.documents.find((it) => it.id.includes('testMultiTokenChain'))!
    expect(new Set(chain.mentions.map((it) => it.entity)).size).toBe(1)
  })
})
