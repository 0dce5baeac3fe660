import { brotliCompressSync, gzipSync } from 'node:zlib'
import { type Files, packed, sentence } from './office.ts'
import { pageHtml } from './press.ts'

/* Archives, and annotated data of formats that nothing here writes. */

const record = (type: string, address: string, content: string | Buffer): Buffer => {
  const body = Buffer.from(content as string)
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: <${address}>\r\nContent-Length: ${body.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\r\n\r\n')])
}
const response = (head: string, body: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n${head}\r\n`),
    Buffer.from(body as string),
  ])
const chunk = gzipSync(pageHtml.replaceAll('Acme', 'Gamma'))
const warcRecords = [
  record('warcinfo', '', 'software: x\r\n'),
  record('response', 'https://example.org/a.html', response('', pageHtml)),
  record(
    'response',
    'https://example.org/b/',
    response(
      'Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n',
      Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n0\r\n\r\n')]),
    ),
  ),
  record(
    'response',
    'https://example.org/c',
    response('Content-Encoding: br\r\n', brotliCompressSync(pageHtml.replaceAll('Acme', 'Delta'))),
  ),
]

const cluener = [
  {
    text: '🛒京东与腾讯，京东',
    label: {
      org: { 腾讯: [[4, 5]] },
      company: {
        京东: [
          [1, 2],
          [7, 8],
        ],
      },
    },
  },
  { text: '无', label: {} },
]

const text = '🚗 Alpha AG\nkauft Beta für 3 Mio. Euro.'
const concept = (id: string, type: string, quote: string) => ({
  id,
  span: { start: text.indexOf(quote), end: text.indexOf(quote) + quote.length, attributes: null },
  type,
  normalizedValue: { string: quote },
  refids: null,
  provenance: { array: [{ annotator: 'A1', score: { float: 1 } }] },
})
const mentions = [
  concept('c1', 'company', 'Alpha AG'),
  concept('c2', 'company', 'Beta'),
  concept('c3', 'trigger', 'kauft'),
]
const dfki = {
  id: 'http://x.example/1',
  text: { string: text },
  uri: { string: 'http://x.example/1' },
  langCode: { string: 'de' },
  date: { string: '2016-02-03T14:11:00Z' },
  conceptMentions: { array: mentions },
  relationMentions: {
    array: [
      {
        id: 'r1',
        span: { start: 3, end: 22 },
        name: 'Acquisition',
        args: {
          array: [
            { id: 'a1', role: 'trigger', conceptMention: mentions[2] },
            { id: 'a2', role: 'acquired', conceptMention: mentions[1] },
            { id: 'a3', role: 'buyer', conceptMention: mentions[0] },
          ],
        },
        attributes: { map: { status: 'factual' } },
      },
    ],
  },
  title: null,
}

const bratText = 'Alpha AG\r\nkauft \u{1f697} Beta.\r\n'

export const otherFiles: readonly (readonly [format: string, files: Files])[] = [
  ['warc', { 'a.warc': Buffer.concat(warcRecords) }],
  ['warc', { 'a.warc.gz': Buffer.concat(warcRecords.map((it) => gzipSync(it))) }],
  [
    'wacz',
    {
      'a.wacz': packed({
        'datapackage.json': '{}',
        'archive/data.warc.gz': Buffer.concat(warcRecords.map((it) => gzipSync(it))),
        'pages/pages.jsonl': `{"format":"json-pages-1.0","id":"pages"}\n{"url":"https://example.org/b/","title":"B"}\n${JSON.stringify({ url: 'https://example.org/app', title: 'App', text: sentence })}`,
      }),
    },
  ],
  [
    'zip',
    {
      'a.zip': packed({
        'a/b.txt': sentence,
        'a/c.html': pageHtml,
        'd.zip': packed({ 'e.md': '# Titel\n\nText' }),
      }),
    },
  ],
  ['gzip', { 'a.txt.gz': gzipSync(sentence.repeat(3)) }],
  ['cluener', { 'train.json': Buffer.from(cluener.map((it) => JSON.stringify(it)).join('\n')) }],
  [
    'dfki-json',
    {
      'test.json': Buffer.from(
        `${JSON.stringify(dfki, null, 2)}\n${JSON.stringify({ ...dfki, id: '2' }, null, 2)}\n`,
      ),
    },
  ],
  [
    'brat',
    {
      'a.txt': Buffer.from(bratText),
      'a.ann': Buffer.from(
        'T1\tCompany 0 8\tAlpha AG\r\nT2\tCompany 18 22\tBeta\r\nT3\tTrigger 10 15\tkauft\r\nE1\tTrigger:T3 Buyer:T1 Bought:T2\r\nR1\tbuys Arg1:T1 Arg2:T2\r\nA1\tDoubt T1\r\nN1\tReference T1 Wikidata:Q1\tAlpha\r\n#1\tAnnotatorNotes T1\tnote\r\n*\tEquiv T1 T2\r\n',
      ),
      'annotation.conf': Buffer.from(
        '[entities]\nCompany\n[relations]\nbuys Arg1:Company, Arg2:Company\n[events]\nTrigger Buyer:Company\n[attributes]\nDoubt Arg:Company\n',
      ),
    },
  ],
]
