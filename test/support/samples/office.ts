import { strToU8, type Zippable, zipSync } from 'fflate'
import { makePdf } from '../makePdf.ts'

/* Small files of office programs, written by hand; the same bytes every time. */

export type Files = Readonly<Record<string, Buffer>>

export const sentence =
  'Die Müller GmbH übernimmt nach langen Verhandlungen die Mehrheit an der Beta AG; der Preis bleibt geheim. '

export const packed = (members: Readonly<Record<string, string | Uint8Array>>): Buffer => {
  const files: Zippable = {}
  for (const [name, content] of Object.entries(members)) {
    const bytes = typeof content === 'string' ? strToU8(content) : content
    files[name] = [bytes, { mtime: new Date(2024, 0, 1), level: name === 'mimetype' ? 0 : 6 }]
  }
  return Buffer.from(zipSync(files))
}

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (...items: readonly (readonly [type: string, target: string])[]): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items
    .map(
      ([type, target], index) => `<Relationship Id="r${index}" Type="${office}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

const docx = packed({
  '[Content_Types].xml':
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  '_rels/.rels': relations(['officeDocument', 'word/document.xml']),
  'word/_rels/document.xml.rels': relations(['footnotes', 'footnotes.xml'], ['styles', 'styles.xml']),
  'word/styles.xml': `<w:styles ${w}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>`,
  'word/footnotes.xml': `<w:footnotes ${w}><w:footnote w:id="2"><w:p>${run('Nach eigenen Angaben.')}</w:p></w:footnote></w:footnotes>`,
  'word/document.xml': `<?xml version="1.0"?><w:document ${w}><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>${run('Übernahme')}</w:p><w:p>${run(sentence)}<w:ins w:id="1">${run('kauft ')}</w:ins><w:del w:id="2"><w:r><w:delText>verkauft</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:tbl><w:tr><w:tc><w:p>${run('Umsatz')}</w:p></w:tc><w:tc><w:p>${run('12')}</w:p></w:tc></w:tr></w:tbl></w:body></w:document>`,
})

const xhtml = (title: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><a id="top"/><h1>${title}</h1><p>${sentence}</p></body></html>`

const epub = packed({
  mimetype: 'application/epub+zip',
  'META-INF/container.xml':
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
  'OEBPS/book.opf':
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Das Buch</dc:title><dc:language>de</dc:language><dc:date>2021-05-04</dc:date></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="one" href="one.xhtml" media-type="application/xhtml+xml"/><item id="two" href="two.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="one"/><itemref idref="two"/></spine></package>',
  'OEBPS/nav.xhtml': xhtml('Inhalt').replace(
    '<p>',
    '<nav xmlns:epub="http://www.idpf.org/2007/ops" epub:type="toc"><ol><li><a href="one.xhtml#top">Der Anfang</a></li></ol></nav><p>',
  ),
  'OEBPS/one.xhtml': xhtml('I.'),
  'OEBPS/two.xhtml': xhtml('Zweites Kapitel'),
})

const namespaces = ['office', 'text', 'table', 'meta', 'draw']
  .map((it) => `xmlns:${it}="urn:oasis:names:tc:opendocument:xmlns:${it}:1.0"`)
  .join(' ')

const odt = packed({
  mimetype: 'application/vnd.oasis.opendocument.text',
  'content.xml': `<?xml version="1.0"?><office:document-content ${namespaces}><office:body><office:text><text:h text:outline-level="2">Ein Kauf</text:h><text:p>Die Firma<text:s text:c="2"/>kauft<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>So heißt es.</text:p></text:note-body></text:note> ein <text:span>Werk</text:span>.<text:line-break/>${sentence}</text:p><table:table><table:table-row><table:table-cell><text:p>Umsatz</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"><text:p>12</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>`,
  'meta.xml': `<office:document-meta ${namespaces} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>公告</dc:title><meta:creation-date>2023-10-05T08:00:00</meta:creation-date></office:meta></office:document-meta>`,
})

const rtf = Buffer.from(
  String.raw`{\rtf1\ansi\ansicpg1252\deflang1031{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fnil\fcharset134 SimSun;}}{\stylesheet{\s1 Heading;}}{\info{\title Kauf}{\creatim\yr2024\mo3\dy7\hr1}}{\header Kopf\par}{\*\generator X;}
\pard Gr\'fc\'dfe \u8364?5 und {\f1 \'ca\'d5\'b9\'ba} {\uc1 \u-10179?\u-8704?}\line zwei{\footnote\pard Anmerkung.}\par
{\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt Verweis}} {\deleted weg}\par
\trowd\cellx1\cellx2\pard\intbl Umsatz\cell 12\cell\row
\pard{\pict\bin5 abcde}Die Firma kauft ein Werk.\par}`,
  'latin1',
)

const pdf = makePdf(
  [1, 2].map((page) => [
    { text: 'The Daily Example', x: 60, y: 800, size: 8 },
    { text: `Sensor maker number ${page} is sold`, x: 60, y: 760, size: 18 },
    ...Array.from({ length: 8 }, (_, row) => ({
      text: `${row} The holding company said on Friday that it`,
      x: row < 4 ? 60 : 320,
      y: 720 - 12 * (row % 4),
    })),
    { text: `Page ${page} of 2`, x: 280, y: 40, size: 8 },
  ]),
  { info: { Title: 'Sensors', CreationDate: 'D:20240102' } },
)

export const officeFiles: readonly (readonly [format: string, files: Files])[] = [
  ['docx', { 'a.docx': docx }],
  ['epub', { 'a.epub': epub }],
  ['odt', { 'a.odt': odt }],
  ['rtf', { 'a.rtf': rtf }],
  ['pdf', { 'a.pdf': pdf }],
]
