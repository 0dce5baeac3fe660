import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tei as teiOut } from '../../../../main/features/exports/formats/tei/format.ts'
import { tei } from '../../../../main/features/imports/formats/tei/format.ts'
import { expectRoundTrip } from '../../../support/expectFullArticle.ts'
import { written } from '../../../support/oneArticle.ts'
import { interop, readFiles, readPath } from '../../../support/readFormat.ts'

const file = (standOff: string, text: string, header = ''): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A
   title</title><author>X</author></titleStmt></fileDesc>${header}</teiHeader>${standOff}<text>${text}</text></TEI>`

describe('TEI', () => {
  it('comes back as it was written', () => expectRoundTrip(teiOut, tei))

  it('reads names in the text, lists, spans by ids and by characters, relations', async () => {
    const xml = file(
      `<standOff><listOrg><org xml:id="o1"><orgName>ACME</orgName><orgName xml:lang="de">Akme</orgName><idno type="wikidata">Q1</idno></org></listOrg>
       <listPerson><person xml:id="p1"><persName>Ann</persName></person></listPerson>
       <listRelation><relation name="leads" active="#p1" passive="#o1"/><relation name="knows" mutual="#m1 #m2"/></listRelation>
       <spanGrp type="entities"><span xml:id="m1" from="#t1" to="#t2" ana="#o1">ORG</span>
       <span xml:id="m2" target="#string-range(//p[2], 1, 3)">PER</span><span target="#nowhere">X</span></spanGrp></standOff>`,
      '<body><p><w xml:id="t1">ACME</w> <w xml:id="t2">Corp</w> &amp; <orgName ref="#o1">Co</orgName></p><p>😀Ann <date when="2018-06">then</date></p></body>',
    )
    const { documents, records, problems } = await readFiles(tei, { 'a.xml': xml })
    const [document] = documents
    expect(document).toMatchObject({
      text: 'ACME Corp & Co\n😀Ann then',
      title: 'A title',
      textIsBuilt: true,
    })
    expect(
      document!.mentions.map((one) => [
        one.label,
        document!.text.slice(one.fragments[0]!.start, one.fragments[0]!.end),
        one.entity,
      ]),
    ).toEqual([
      ['orgName', 'Co', 'a.xml#o1'],
      ['date', 'then', undefined],
      ['ORG', 'ACME Corp', 'a.xml#o1'],
      ['PER', 'Ann', undefined],
    ])
    expect(document!.mentions[1]!.value).toMatchObject({ kind: 'date', from: '2018-06-01', to: '2018-06-30' })
    expect(document!.relations).toMatchObject([
      { label: 'knows', source: 'm1', target: 'm2', directed: false },
    ])
    expect(records.filter((one) => one.kind === 'relation')).toMatchObject([
      { label: 'leads', source: 'a.xml#p1', target: 'a.xml#o1' },
    ])
    expect(records.filter((one) => one.kind === 'entity')).toMatchObject([
      {
        label: 'org',
        name: 'ACME',
        aliases: [{ text: 'Akme', language: 'de' }],
        outsideIds: [{ scheme: 'wikidata', value: 'Q1' }],
      },
      { label: 'person', name: 'Ann' },
    ])
    expect(problems.map((one) => one.notice.code)).toEqual(['import.tei_span'])
  })

  it('collapses white space only when asked to', async () => {
    const files = { 'a.xml': file('', '<body>\n <p>A\n  <name type="ORG"> B </name>c</p>\n <p>D</p></body>') }
    const [literal] = (await readFiles(tei, files)).documents
    expect(literal!.text).toBe('\n A\n   B c\n D')
    const [collapsed] = (await readFiles(tei, files, { whiteSpace: 'collapse' })).documents
    expect(collapsed!.text).toBe('A B c\nD')
    expect(collapsed!.mentions).toMatchObject([{ label: 'ORG', fragments: [{ start: 2, end: 3 }] }])
  })

  it('gives back the markup of the text and what the header said besides', async () => {
    const xml = file('', '<body><div n="1"><p>A <hi rend="i">b</hi> <name>C</name><lb/>d</p></div></body>')
    const [document] = (await readFiles(tei, { 'a.xml': xml })).documents
    const { files } = written(teiOut, { text: document!.text, foreign: { 'article-1': document!.foreign! } })
    const out = Object.values(files)[0]!.toString()
    expect(out).toContain('<div n="1"><p>A <hi rend="i">b</hi> C<lb/>')
    expect(out).toContain('<author>X</author>')
    expect((await readFiles(tei, { 'a.xml': out })).documents[0]!.text).toBe(document!.text)
  })

  it('refuses entities of a document type', async () => {
    await expect(
      readFiles(tei, { 'a.xml': `<!DOCTYPE TEI [<!ENTITY a "b">]>${file('', '<body/>')}` }),
    ).rejects.toThrow('declares entities of its own')
  })

  it('keeps any text and any span, character for character', async () => {
    const piece = fc.constantFrom('a', ' ', '\n', '\r', '\t', ']]>', '&', '<', '😀', '\u0301', '"', '𝒥')
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 40 }),
        fc.nat(),
        fc.nat(),
        async (pieces, a, b) => {
          const text = pieces.join('')
          const first = a % pieces.length
          const start = pieces.slice(0, first).join('').length
          const last = first + 1 + (b % (pieces.length - first))
          const end = pieces.slice(0, last).join('').length
          const { files, lost } = written(teiOut, { text, mentions: [{ spans: [[start, end]], type: 'x' }] })
          const [document] = (await readFiles(tei, files)).documents
          expect(lost).toEqual([])
          expect(document!.text).toBe(text)
          expect(document!.mentions[0]!.fragments).toEqual([{ start, end }])
        },
      ),
      { numRuns: 150 },
    )
  })

  it('writes a blank for what XML cannot hold', async () => {
    const { files, lost } = written(teiOut, { text: 'a\u0001b', mentions: [{ spans: [[2, 3]], type: 'x' }] })
    expect(lost).toContain('exports.loss.controlCharacters')
    expect((await readFiles(tei, files)).documents[0]).toMatchObject({
      text: 'a b',
      mentions: [{ fragments: [{ start: 2, end: 3 }] }],
    })
  })
})

describe.skipIf(!existsSync(interop))('files of other tools', () => {
  it('are read as texts', async () => {
    const { documents, problems } = await readPath(tei, join(interop, 'tei'))
    expect(problems).toEqual([])
    expect(documents).toHaveLength(2)
    for (const it of documents) expect(it.text.length).toBeGreaterThan(1000)
  })
})
