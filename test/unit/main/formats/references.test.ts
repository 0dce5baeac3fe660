import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { diskFile } from '../../../../main/features/imports/files/setFile.ts'
import { bibtex } from '../../../../main/features/imports/formats/bibtex/format.ts'
import { cslJson } from '../../../../main/features/imports/formats/csl-json/format.ts'
import { ris } from '../../../../main/features/imports/formats/ris/format.ts'
import { zoteroRdf } from '../../../../main/features/imports/formats/zotero-rdf/format.ts'
import { fileOf, referencesOf } from '../../../support/articleFiles.ts'
import { interop, recognise } from '../../../support/readFormat.ts'

describe('BibTeX', () => {
  const source = String.raw`% a comment with @ in it
@string{faz = "Frankfurter " # {Allgemeine}}
@article{mueller24,
  title = {{Acme} \"ubernimmt M\"{u}ller \& S{\o}n: \'Etude f\"ur Stra{\ss}e --- 3\,\% },
  author = "M{\"u}ller, J{\"o}rg and {Barnes and Noble}",
  journal = faz, year = 2024, month = mar # "~5",
  url = {https://example.org/a\_b},
  doi = {https://doi.org/10.1234/ab_c},
  langid = {ngerman},
  file = {Volltext:C\:\\a\\b.pdf:application/pdf;Snapshot:files/2/x.html:text/html},
}
@online(b, title = "Zweite", date = {2023-05-06}, urldate = {2024-01-01})
@misc{broken, title = {nie zu
@misc{c, title = {Dritte}, year = 99, month = 12}
@comment{ignored, title={x}}
`
  test('accents, names, strings, months, files, parentheses; an unclosed entry is told', () => {
    const file = fileOf('a.bib', source)
    expect(recognise(bibtex, file)).not.toBeNull()
    const { references, problems } = referencesOf(bibtex, file)
    expect(references).toHaveLength(3)
    expect(references[0]).toMatchObject({
      title: 'Acme übernimmt Müller & Søn: Étude für Straße — 3 %',
      authors: ['Müller, Jörg', 'Barnes and Noble'],
      publisher: 'Frankfurter Allgemeine',
      publishedOn: '2024-03-05',
      sourceUrl: 'https://example.org/a_b',
      doi: '10.1234/ab_c',
      language: 'de',
      attachments: ['C:\\a\\b.pdf', 'files/2/x.html'],
    })
    expect(references[1]).toMatchObject({ title: 'Zweite', publishedOn: '2023-05-06' })
    expect(references[2]).toMatchObject({ title: 'Dritte', publishedOn: '1999-12' })
    expect(problems).toMatchObject([{ notice: { code: 'import.bibtex_entry', params: { line: 13 } } }])
  })
})

describe('RIS', () => {
  test('dates with slashes, addresses, attachments, lines that go on, a record without its end', () => {
    const file = fileOf(
      'a.ris',
      'TY  - NEWS\r\nTI  - Acme kauft\r\n  Beta\r\nAU  - Müller, J.\r\nDA  - 2024/01/02/\r\nPY  - 2024///\r\nT2  - Blatt\r\nUR  - https://doi.org/10.1/x https://example.org/a\r\nDO  - doi:10.1234/x.\r\nL1  - files/a.pdf\r\nTY  - BOOK\r\nT1  - Zwei\r\nY1  - 1999\r\nER  -\r\n',
    )
    expect(recognise(ris, file)?.score).toBeGreaterThan(0.9)
    const { references, problems } = referencesOf(ris, file)
    expect(references).toMatchObject([
      {
        title: 'Acme kauft Beta',
        publishedOn: '2024-01-02',
        publisher: 'Blatt',
        doi: '10.1234/x',
        attachments: ['files/a.pdf'],
      },
      { title: 'Zwei', publishedOn: '1999' },
    ])
    expect(problems).toMatchObject([{ notice: { code: 'import.ris_end' } }])
  })
})

test('CSL JSON: date parts, literal names, containers', () => {
  const file = fileOf(
    'a.json',
    JSON.stringify([
      {
        id: 1,
        type: 'article-newspaper',
        title: 'Acme <i>kauft</i>',
        issued: { 'date-parts': [['2024', 1, 2]] },
        'container-title': 'Blatt',
        URL: 'https://example.org/a',
        author: [{ family: 'Berg', given: 'Anna', 'non-dropping-particle': 'van den' }, { literal: 'dpa' }],
        language: 'de-DE',
      },
      { id: 2, type: 'book' },
    ]),
  )
  expect(recognise(cslJson, file)?.score).toBeGreaterThan(0.8)
  const { references, problems } = referencesOf(cslJson, file)
  expect(references).toMatchObject([
    {
      title: 'Acme kauft',
      publishedOn: '2024-01-02',
      publisher: 'Blatt',
      authors: ['van den Berg, Anna', 'dpa'],
      language: 'de',
    },
  ])
  expect(problems).toHaveLength(1)
})

test('Zotero RDF: journals beside the item, attachments by their ids, DOI among the identifiers', () => {
  const file = fileOf(
    'a.rdf',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/">
<bib:Article rdf:about="https://example.org/a"><z:itemType>newspaperArticle</z:itemType><dcterms:isPartOf><bib:Newspaper><dc:title>Blatt</dc:title></bib:Newspaper></dcterms:isPartOf>
<bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Berg</foaf:surname><foaf:givenName>Anna</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
<dc:title>Acme kauft</dc:title><dc:date>2. Januar 2024</dc:date><z:language>de</z:language><dc:identifier>DOI 10.1234/x</dc:identifier><link:link rdf:resource="#item_2"/></bib:Article>
<z:Attachment rdf:about="#item_2"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource="../files/2/a.html"/></z:Attachment></rdf:RDF>`,
  )
  expect(recognise(zoteroRdf, file)?.score).toBeGreaterThan(0.9)
  expect(referencesOf(zoteroRdf, file).references).toMatchObject([
    {
      title: 'Acme kauft',
      publishedOn: '2024-01-02',
      publisher: 'Blatt',
      sourceUrl: 'https://example.org/a',
      authors: ['Berg, Anna'],
      doi: '10.1234/x',
      attachments: ['../files/2/a.html'],
    },
  ])
})

const folder = join(interop, 'bibliographic')
test.skipIf(!existsSync(folder))('real exports', () => {
  const rdf = referencesOf(zoteroRdf, diskFile(join(folder, 'book_and_snapshot.rdf')))
  expect(rdf.references).toMatchObject([
    { title: 'Test', sourceUrl: 'http://example.com/', attachments: ['files/2/test.html'] },
  ])
  const csl = diskFile(join(folder, 'csl_json.json'))
  expect(recognise(cslJson, csl)?.score).toBeGreaterThan(0.8)
  expect(referencesOf(cslJson, csl).references.map((it) => it.title)).toEqual(['Title 1', 'Title 2'])
  const { references, problems } = referencesOf(
    ris,
    diskFile(join(interop, 'documents/qualcoder/bibliography.ris')),
  )
  expect(problems).toEqual([])
  expect(references.length).toBeGreaterThan(2)
  expect(references.every((it) => it.title !== '' && it.publishedOn !== '')).toBe(true)
})
