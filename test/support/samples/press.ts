import { type Files, sentence } from './office.ts'

/* Small files of mail programs, browsers, press databases and reference managers. */

const crlf = (...lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'), 'utf8')

const mail = crlf(
  'From: =?utf-8?Q?J=C3=BCrgen?= <jm@example.org>',
  'Subject: =?iso-8859-1?Q?=DCbernahme?=',
  'Date: Tue, 2 Jan 2024 09:00:00 +0100',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="a b"',
  '',
  '--a b',
  'Content-Type: multipart/alternative; boundary=inner',
  '',
  '--inner',
  'Content-Type: text/plain; charset=windows-1252',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Die Kosten betragen 3 Mio. =80, sagte der F=',
  'inanzchef der Firma am Dienstag in Hamburg.',
  '--inner',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from(`<html><body><p>${sentence.repeat(3)}</p></body></html>`).toString('base64'),
  '--inner--',
  '--a b',
  "Content-Disposition: attachment; filename*=utf-8''%C3%9Cbersicht.pdf",
  'Content-Transfer-Encoding: base64',
  '',
  'JVBERi0=',
  '--a b--',
)

const article = `<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Acme kauft Beta</title><meta property="article:published_time" content="2024-01-02"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Acme kauft","datePublished":"2024-01-02"}</script></head><body><nav><a href="/">Start</a></nav><article><h1>Acme kauft Beta</h1>${`<p>${sentence.repeat(3)}</p>`.repeat(3)}<ul><li>eins</li></ul></article></body></html>`

const page = crlf(
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://example.org/acme.html',
  'Subject: =?utf-8?Q?Acme_kauft?=',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; type="text/html"; boundary="----x"',
  '',
  '------x',
  'Content-Type: text/html',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Location: https://example.org/acme.html',
  '',
  article
    .replaceAll('=', '=3D')
    .replace(/[^\x00-\x7f]/g, (it) =>
      [...Buffer.from(it)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join(''),
    ),
  '------x--',
)

const rss = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Blatt</title><link>https://example.org/news/</link><language>de</language><item><title>Müller &amp;amp; Söhne: &lt;b&gt;3 €&lt;/b&gt;</title><link>a.html</link><pubDate>Tue, 02 Jan 24 09:00:00 GMT</pubDate><content:encoded><![CDATA[<p>${sentence.repeat(3)}</p><ul><li>eins</li></ul>]]></content:encoded></item><item><title>Zwei</title><description>${sentence}</description></item></channel></rss>`
const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh"><title>财经</title><entry><title type="text">a &lt;b&gt; c</title><link rel="alternate" href="https://example.org/1"/><published>2024-01-02T03:04:05+08:00</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>甲公司收购乙公司。</p></div></content></entry></feed>`

const nexis = `Documents (2)
1. Acme kauft Beta
2. Gamma wächst
Acme kauft Beta
Handelsblatt
January 2, 2024 Tuesday
Copyright 2024 Verlag All Rights Reserved
Section: UNTERNEHMEN; S. 4
Length:\u00a0355 words
Byline: Anna Berg
Body
${sentence}
Classification
Language: GERMAN; DEUTSCH
Load-Date: January 6, 2024
End of Document
Gamma wächst
Börsen-Zeitung
January 3, 2024
Length: 12 words
Body
Die Gamma AG wächst.
Load-Date: January 6, 2024
End of Document
`

const coded = (title: string): string =>
  `HD   ${title}\nBY   Von Anna Berg\nWC   355 Wörter\nPD   2 Januar 2024\nSN   Handelsblatt\nLA   Deutsch\nLP   Die Acme GmbH kauft die Beta AG.\nTD   ${sentence}\nAN   Document HANDEL0020240102ek1200001\n\n`

const csv = `Nr;Überschrift;Datum;Volltext;Link\r\n${[1, 2, 3]
  .map(
    (it) =>
      `${it};"Titel ""${it}"" lang genug";${it}.4.2020;"${sentence}\nZweiter ${it}.";https://example.org/${it}`,
  )
  .join('\r\n')}\r\n`
const records = [1, 2]
  .map((it) =>
    JSON.stringify({
      meta: { headline: `Titel ${it}`, published_at: '2024-01-02T10:00:00Z' },
      body: [sentence, `Zweiter ${it}.`],
    }),
  )
  .join('\n')

const bibtex = String.raw`@string{faz = "Frankfurter " # {Allgemeine}}
@article{mueller24,
  title = {{Acme} \"ubernimmt M\"{u}ller \& S{\o}n --- 3\,\% },
  author = "M{\"u}ller, J{\"o}rg and {Barnes and Noble}",
  journal = faz, year = 2024, month = mar # "~5",
  url = {https://example.org/a\_b}, doi = {10.1234/ab_c},
  file = {Volltext:C\:\\a\\b.pdf:application/pdf},
}
@online(b, title = "Zweite", date = {2023-05-06})
`
const ris =
  'TY  - NEWS\r\nTI  - Acme kauft\r\n  Beta\r\nAU  - Müller, J.\r\nDA  - 2024/01/02/\r\nT2  - Blatt\r\nUR  - https://example.org/a\r\nDO  - 10.1234/x\r\nER  -\r\n\r\nTY  - BOOK\r\nT1  - Zwei\r\nER  -\r\n'
const csl = JSON.stringify([
  {
    id: 1,
    type: 'article-newspaper',
    title: 'Acme <i>kauft</i>',
    issued: { 'date-parts': [['2024', 1, 2]] },
    'container-title': 'Blatt',
    URL: 'https://example.org/a',
    author: [{ family: 'Berg', given: 'Anna' }, { literal: 'dpa' }],
  },
])
const zotero = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#" xmlns:link="http://purl.org/rss/1.0/modules/link/"><bib:Article rdf:about="https://example.org/a"><z:itemType>newspaperArticle</z:itemType><dcterms:isPartOf><bib:Newspaper><dc:title>Blatt</dc:title></bib:Newspaper></dcterms:isPartOf><dc:title>Acme kauft</dc:title><dc:date>2. Januar 2024</dc:date><dc:identifier>DOI 10.1234/x</dc:identifier><link:link rdf:resource="#item_2"/></bib:Article><z:Attachment rdf:about="#item_2"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource="files/2/a.html"/></z:Attachment></rdf:RDF>`

const markdown = `---\ntitle: Acme kauft\ndate: 2024-01-02\n---\n# Acme kauft\n\n${sentence} [Quelle](https://example.org/a) **fett**\n\n> Zitat\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n1. eins\n2. zwei\n`

export const pageHtml = article

export const pressFiles: readonly (readonly [format: string, files: Files])[] = (
  [
    ['eml', { 'a.eml': mail }],
    ['mhtml', { 'a.mhtml': page }],
    ['feed', { 'a.xml': rss }],
    ['feed', { 'a.atom': atom }],
    ['nexis', { 'a.txt': nexis }],
    ['factiva', { 'a.txt': coded('Acme kauft') + coded('Gamma kauft') }],
    ['table', { 'a.csv': csv }],
    ['table', { 'a.jsonl': records }],
    ['bibtex', { 'a.bib': bibtex }],
    ['ris', { 'a.ris': ris }],
    ['csl-json', { 'a.json': csl }],
    ['zotero-rdf', { 'a.rdf': zotero }],
    ['html', { 'a.html': article, 'a_files/b.js': 'x' }],
    ['md', { 'a.md': markdown }],
    ['txt', { 'a.txt': `Acme kauft\n\n${sentence.repeat(3)}\n\nZweiter Absatz.\n` }],
  ] as const
).map(([format, files]) => [
  format,
  Object.fromEntries(Object.entries(files).map(([name, it]) => [name, Buffer.from(it as string)])),
])
