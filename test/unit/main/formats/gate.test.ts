import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bdoc as bdocOut } from '../../../../main/features/exports/formats/bdoc/format.ts'
import { gateXml as gateXmlOut } from '../../../../main/features/exports/formats/gate-xml/format.ts'
import { bdoc } from '../../../../main/features/imports/formats/bdoc/format.ts'
import { gateXml } from '../../../../main/features/imports/formats/gate-xml/format.ts'
import { expectRoundTrip } from '../../../support/expectFullArticle.ts'
import { written } from '../../../support/oneArticle.ts'
import { interop, readFiles, readPath } from '../../../support/readFormat.ts'

const gate = (text: string, sets: string, features = ''): string =>
  `<?xml version="1.0" encoding="windows-1252"?><GateDocument version="3"><GateDocumentFeatures>${features}</GateDocumentFeatures><TextWithNodes>${text}</TextWithNodes>${sets}</GateDocument>`

const feature = (name: string, value: string, className = 'java.lang.String'): string =>
  `<Feature><Name className="java.lang.String">${name}</Name><Value className="${className}">${value}</Value></Feature>`

describe('GATE XML', () => {
  it('comes back as it was written', () => expectRoundTrip(gateXmlOut, gateXml))

  it('reads the declared encoding, named sets, features by class and relations', async () => {
    const xml = gate(
      '<Node id="0"/>Börse<Node id="5"/> kauft <Node id="12"/>A&amp;B<Node id="15"/>',
      `<AnnotationSet><Annotation Id="1" Type="Token" StartNode="0" EndNode="5"></Annotation></AnnotationSet>
       <AnnotationSet Name="Anna"><Annotation Id="2" Type="ORG" StartNode="0" EndNode="5">${feature('inst', 'http://www.wikidata.org/entity/Q1')}${feature('rank', '3', 'java.lang.Long')}</Annotation>
       <Annotation Id="3" Type="ORG" StartNode="12" EndNode="15"></Annotation>
       <Annotation Id="4" Type="Relation" StartNode="0" EndNode="15">${feature('head', '2', 'java.lang.Integer')}${feature('tail', '3', 'java.lang.Integer')}${feature('label', 'buys')}</Annotation>
       <Annotation Id="5" Type="ZERO" StartNode="5" EndNode="5"></Annotation></AnnotationSet>`,
      feature('gate.SourceURL', 'https://example.org/x'),
    )
    const { documents, problems } = await readFiles(gateXml, { 'a.xml': Buffer.from(xml, 'latin1') })
    const [document] = documents
    expect(document).toMatchObject({ text: 'Börse kauft A&B', sourceUrl: 'https://example.org/x' })
    expect(document!.mentions).toMatchObject([
      {
        label: 'ORG',
        annotator: 'Anna',
        entity: 'http://www.wikidata.org/entity/Q1',
        outsideIds: [{ scheme: 'wikidata', value: 'Q1' }],
        foreign: { id: '2', set: 'Anna', features: { rank: { class: 'java.lang.Long', text: '3' } } },
      },
      { label: 'ORG', fragments: [{ start: 12, end: 15 }] },
    ])
    expect(document!.relations).toMatchObject([{ label: 'buys', source: 'Anna#2', target: 'Anna#3' }])
    expect(problems.map((one) => one.notice.code)).toEqual(['import.zero_length'])

    const kept = document!.mentions[0]!.foreign!
    const { files } = written(gateXmlOut, {
      text: document!.text,
      mentions: [{ spans: [[0, 5]], type: 'org' }],
      foreign: { 'mention-0': kept, 'article-1': document!.foreign! },
    })
    const again = await readFiles(gateXml, files)
    expect(again.documents[0]!.mentions[0]!.foreign).toEqual(kept)
    expect(again.documents[0]!.foreign).toEqual(document!.foreign)
  })

  it('takes the place of a node, not its id, where line ends were changed', async () => {
    const { documents } = await readFiles(gateXml, {
      'a.xml': gate(
        '<Node id="0"/>A\r\n<Node id="3"/>B<Node id="4"/>',
        '<AnnotationSet><Annotation Id="1" Type="X" StartNode="3" EndNode="4"/></AnnotationSet>',
      ),
    })
    expect(documents[0]).toMatchObject({ text: 'A\nB', mentions: [{ fragments: [{ start: 2, end: 3 }] }] })
  })
})

describe('bdoc', () => {
  it('comes back as it was written', () => expectRoundTrip(bdocOut, bdoc))

  it('states its unit, and is read packed', async () => {
    const document = {
      text: '😀 A',
      features: { k: [1] },
      offset_type: 'p',
      name: '',
      annotation_sets: {
        '': {
          name: '',
          annotations: [{ type: 'ORG', start: 2, end: 3, id: 0, features: { x: null } }],
          next_annid: 1,
        },
      },
    }
    const { documents } = await readFiles(bdoc, { 'a.bdocjs.gz': gzipSync(JSON.stringify(document)) })
    expect(documents).toMatchObject([
      {
        id: 'a',
        unit: 'codepoint',
        mentions: [
          { id: '0', label: 'ORG', fragments: [{ start: 2, end: 3 }], foreign: { features: { x: null } } },
        ],
        foreign: { features: { k: [1] } },
      },
    ])
  })

  it('tells of a cut-off archive and of damaged annotations', async () => {
    const text = JSON.stringify({
      text: 'A',
      annotation_sets: { '': { annotations: [{ id: 1 }, { id: 2, type: 'X', start: 0, end: 9 }] } },
    })
    const { documents, problems } = await readFiles(bdoc, { 'a.bdocjs': text })
    expect(documents[0]!.mentions).toEqual([])
    expect(problems.map((one) => one.notice.code)).toEqual(['import.bdoc_record', 'import.gate_outside'])
    await expect(readFiles(bdoc, { 'a.bdocjs.gz': gzipSync(text).subarray(0, 40) })).rejects.toThrow(
      'cut off',
    )
  })
})

describe.skipIf(!existsSync(interop))('files of gatenlp', () => {
  it('agree in both serialisations', async () => {
    const [xml, json] = [
      await readPath(gateXml, join(interop, 'gate')),
      await readPath(bdoc, join(interop, 'gate')),
    ]
    expect(xml.documents[0]!.text).toBe(json.documents[0]!.text)
    const spans = (reading: typeof xml) =>
      reading.documents[0]!.mentions.map((it) => [it.label, it.fragments])
    expect(spans(xml)).toEqual(spans(json))
    expect(spans(xml)).toHaveLength(4)
    expect(json.documents[0]!.unit).toBe('utf16')
  })
})
