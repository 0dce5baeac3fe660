import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { diskFile, memoryFile } from '../../../../main/features/imports/files/setFile.ts'
import { docx } from '../../../../main/features/imports/formats/docx/format.ts'
import { renderSource } from '../../../../main/features/imports/renderSource.ts'
import { readArticles } from '../../../support/readArticles.ts'
import { interop, recognise } from '../../../support/readFormat.ts'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const types = (more = '') =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${more}</Types>`
const relationships = (items: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items}</Relationships>`
const officeType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (content: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content}</w:p>`
const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`

const makeDocx = (body: string, more: Record<string, string> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': types(),
        '_rels/.rels': relationships(
          `<Relationship Id="r1" Type="${officeType}/officeDocument" Target="word/document.xml"/>`,
        ),
        'word/document.xml': `<?xml version="1.0"?><w:document ${w}><w:body>${body}</w:body></w:document>`,
        ...more,
      }).map(([name, content]) => [name, strToU8(content)]),
    ),
  )

const body =
  paragraph(run('Übernahme in der Branche'), 'Title') +
  paragraph(
    `${run('Die Firma ')}<w:ins w:id="1">${run('kauft ')}</w:ins><w:del w:id="2"><w:r><w:delText>verkauft</w:delText></w:r></w:del>${run('ein Werk.')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
  ) +
  `<w:tbl><w:tr>${cell('Umsatz')}${cell('12')}</w:tr><w:tr>${cell('Gewinn')}${cell('3')}</w:tr></w:tbl>` +
  paragraph(`${run('Erste Zeile')}<w:r><w:br/></w:r>${run('zweite Zeile')}`)

const notes = {
  'word/_rels/document.xml.rels': relationships(
    `<Relationship Id="n1" Type="${officeType}/footnotes" Target="footnotes.xml"/><Relationship Id="h1" Type="${officeType}/header" Target="header1.xml"/><Relationship Id="s1" Type="${officeType}/styles" Target="styles.xml"/>`,
  ),
  'word/styles.xml': `<w:styles ${w}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>`,
  'word/footnotes.xml': `<w:footnotes ${w}><w:footnote w:id="2">${paragraph(run('Nach eigenen Angaben.'))}</w:footnote></w:footnotes>`,
  'word/header1.xml': `<w:hdr ${w}>${paragraph(run('Kopfzeile'))}</w:hdr>`,
  'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:creator>J. Doe</dc:creator><dc:language>de-DE</dc:language><dcterms:created>2024-03-07T10:00:00Z</dcterms:created></cp:coreProperties>`,
}

describe('Word', () => {
  test('recognised by its main part', () => {
    expect(recognise(docx, memoryFile('a.bin', makeDocx(body)))?.score).toBeGreaterThan(0.9)
    expect(recognise(docx, memoryFile('a.zip', zipSync({ 'x.txt': strToU8('word') })))).toBeNull()
  })

  test('paragraphs, insertions, tables, notes at the end; no deletions, no headers', async () => {
    const { articles } = await readArticles(docx, makeDocx(body, notes))
    expect(articles[0]?.text).toBe(
      'Übernahme in der Branche\n\nDie Firma kauft ein Werk.[1]\n\nUmsatz\t12\nGewinn\t3\n\nErste Zeile\nzweite Zeile\n\n[1] Nach eigenen Angaben.',
    )
    expect(articles[0]?.guesses).toMatchObject({
      title: { value: 'Übernahme in der Branche' },
      author: { value: 'J. Doe' },
      language: { value: 'de-DE' },
      publishedOn: { value: '2024-03-07', confidence: 'guess' },
    })
  })

  test('is shown as its HTML, with offsets in the text', async () => {
    const bytes = makeDocx(body, notes)
    const text = (await readArticles(docx, bytes)).articles[0]!.text
    const { html } = await renderSource(
      {
        name: 'a.docx',
        mediaType: docx.mediaTypes[0]!,
        encoding: '',
        extraction: {},
        bytes: Buffer.from(bytes),
      },
      text,
    )
    const start = text.indexOf('Die Firma')
    expect(html).toContain(`<p data-start="${start}"`)
    expect(html).not.toMatch(/href|src=/)
  })

  test('bombs and damage: one clear line each', async () => {
    const codeOf = async (content: Uint8Array) => (await readArticles(docx, content)).failure?.code
    const entities = `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document ${w}><w:body/></w:document>`
    expect(await codeOf(makeDocx('', { 'word/document.xml': entities }))).toBe('import.xml')
    expect(await codeOf(makeDocx('<w:p>'.repeat(5000) + '</w:p>'.repeat(5000)))).toBe('import.xml')
    expect(await codeOf(makeDocx(' '.repeat(80 << 20)))).toBe('import.zip_bomb')
    expect(await codeOf(makeDocx('<w:p>'))).toBe('import.xml')
    expect(await codeOf(makeDocx(body).subarray(0, 500))).toBe('import.zip')
    expect(await codeOf(zipSync({ 'a.txt': strToU8('x') }))).toBe('import.docx_damaged')
    expect(await codeOf(zipSync({ '../word/document.xml': strToU8('x') }))).toBe('import.zip')
    const office = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    expect(await codeOf(office)).toBe('import.encrypted')
  })
})

const documents = join(interop, 'documents/markitdown')
describe.skipIf(!existsSync(documents))('Word documents of others', () => {
  test('a paper with a table', async () => {
    const { articles } = await readArticles(docx, diskFile(join(documents, 'test.docx')))
    expect(articles[0]?.guesses.title?.value).toMatch(/^AutoGen: /)
    expect(articles[0]?.text).toMatch(/^1\t2\t3\t4\t5\t6$/m)
  })
  test('pictures linked from elsewhere are not looked for', async () => {
    const { articles, failure } = await readArticles(docx, diskFile(join(documents, 'rlink.docx')))
    expect(failure).toBeNull()
    expect(articles[0]?.text).toBe('Testing Linked Images')
  })
})
