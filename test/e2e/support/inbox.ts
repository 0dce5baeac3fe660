import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { makePdf } from '../../support/makePdf.ts'

/* A folder as an analyst gets it: data of other tools, articles of every kind, and a file that is broken. */

type Content = string | Uint8Array

const zipped = (members: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(members).map(([name, text]) => [
        name,
        [strToU8(text), { mtime: new Date(2024, 0, 1), level: name === 'mimetype' ? 0 : 6 }] as const,
      ]),
    ) as Parameters<typeof zipSync>[0],
  )

/** The rocket makes code points and UTF-16 differ: only one of them explains the quotes. */
export const dealText = `🚀 Launch day for Acme Corp. in Berlin.
On Monday Acme Corp. bought Orbit Labs, said Jane Roe. Orbit Labs builds the Comet, a small rocket.
`
const at = (quote: string, from = 0): string => {
  const points = [...dealText]
  const start = [...dealText.slice(0, dealText.indexOf(quote, from))].length
  if (points.slice(start, start + [...quote].length).join('') !== quote) throw new Error(quote)
  return `${start} ${start + [...quote].length}`
}
const wrong = (quote: string, by: number): string =>
  at(quote)
    .split(' ')
    .map((it) => Number(it) + by)
    .join(' ')

/** A brat folder with a type of its own (`Startup`), two relations and one mention that stands four characters off. */
export const bratFiles: Readonly<Record<string, Content>> = {
  'brat/annotation.conf': `[entities]
ORG
PER
Startup
Gear
[relations]
Buys Arg1:ORG, Arg2:Startup
Builds Arg1:Startup, Arg2:Gear
[events]
[attributes]
`,
  'brat/deal.txt': dealText,
  'brat/deal.ann': [
    `T1\tORG ${at('Acme Corp.')}\tAcme Corp.`,
    `T2\tORG ${at('Acme Corp.', 30)}\tAcme Corp.`,
    `T3\tStartup ${at('Orbit Labs')}\tOrbit Labs`,
    `T4\tPER ${wrong('Jane Roe', 4)}\tJane Roe`,
    `T5\tGear ${at('Comet')}\tComet`,
    `T6\tStartup ${at('Orbit Labs', dealText.indexOf('said'))}\tOrbit Labs`,
    'R1\tBuys Arg1:T2 Arg2:T3\t',
    'R2\tBuilds Arg1:T6 Arg2:T5\t',
    '#1\tAnnotatorNotes T1\tthe parent',
    '',
  ].join('\n'),
}

export const tsvFile = `#FORMAT=WebAnno TSV 3.3
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value


#Text=Nordwind AG wächst in Hamburg.
1-1\t0-8\tNordwind\tORG[1]\t
1-2\t9-11\tAG\tORG[1]\t
1-3\t12-18\twächst\t_\t
1-4\t19-21\tin\t_\t
1-5\t22-29\tHamburg\tLOC\t
1-6\t29-30\t.\t_\t
`

const labelled = (id: string, start: number, end: number, text: string, label: string) => ({
  ...{ id, from_name: 'label', to_name: 'text', type: 'labels' },
  value: { start, end, text, labels: [label] },
})

export const labelStudioFile = JSON.stringify([
  {
    id: 1,
    data: { text: 'Helios Group opens an office in Vienna.' },
    annotations: [
      {
        id: 11,
        completed_by: { email: 'ada@example.org' },
        result: [labelled('a', 0, 12, 'Helios Group', 'ORG')],
      },
    ],
    predictions: [{ id: 21, result: [labelled('b', 32, 38, 'Vienna', 'LOC')] }],
  },
])

const prose =
  'Die Müller GmbH übernimmt nach langen Verhandlungen die Mehrheit an der Beta AG; der Preis bleibt geheim. '

const relations = (target: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`

const docx = zipped({
  '[Content_Types].xml':
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  '_rels/.rels': relations('word/document.xml'),
  'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Memo on the takeover</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">${prose.repeat(3)}</w:t></w:r></w:p></w:body></w:document>`,
})

const epub = zipped({
  mimetype: 'application/epub+zip',
  'META-INF/container.xml':
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
  'book.opf':
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Das Buch</dc:title><dc:language>de</dc:language></metadata><manifest><item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="one"/></spine></package>',
  'one.xhtml': `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><h1>Das Kapitel</h1><p>${prose.repeat(4)}</p></body></html>`,
})

const eml = [
  'From: Press Desk <press@example.org>',
  'Subject: Takeover announced',
  'Date: Tue, 2 Jan 2024 09:00:00 +0100',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Northwind announced on Tuesday that it takes over the harbour of Kiel for an undisclosed sum.',
  '',
].join('\r\n')

const pdf = makePdf(
  [
    [
      { text: 'A sensor maker is sold', x: 60, y: 760, size: 18 },
      ...Array.from({ length: 6 }, (_, row) => ({
        text: `${row + 1}. The holding company said on Friday that it sells the maker of sensors.`,
        x: 60,
        y: 720 - 14 * row,
      })),
    ],
  ],
  { info: { Title: 'A sensor maker is sold' } },
)

const csv = `title;date;text;url\r\n"Table row one";2024-02-01;"${prose.repeat(2)}";https://example.org/one\r\n"Table row two";2024-02-02;"The second row speaks of a merger in the north, and of its price.";https://example.org/two\r\n`

/** Everything of the folder, by path. */
export const inboxFiles: Readonly<Record<string, Content>> = {
  ...bratFiles,
  'webanno/nordwind.tsv': tsvFile,
  'label-studio/export.json': labelStudioFile,
  'articles/sensor.pdf': pdf,
  'articles/memo.docx': docx,
  'articles/book.epub': epub,
  'articles/mail.eml': eml,
  'articles/table.csv': csv,
  'articles/broken.docx': docx.slice(0, 300),
}

export const writeFiles = (folder: string, files: Readonly<Record<string, Content>>): string => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}
