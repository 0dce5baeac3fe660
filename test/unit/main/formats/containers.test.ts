import { brotliCompressSync, gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { wacz } from '../../../../main/features/imports/formats/wacz/format.ts'
import { warc } from '../../../../main/features/imports/formats/warc/format.ts'
import { zip } from '../../../../main/features/imports/formats/zip/format.ts'
import { fileOf, filesIn } from '../../../support/articleFiles.ts'
import { recognise } from '../../../support/readFormat.ts'

const page = (title: string): string =>
  `<html><head><title>${title}</title></head><body><p>${'Die Müller AG wächst. '.repeat(30)}</p></body></html>`

const record = (type: string, address: string, content: Uint8Array | string, head = ''): Buffer => {
  const body = Buffer.from(content as string)
  return Buffer.concat([
    Buffer.from(
      `WARC/1.0\r\nwarc-type: ${type}\r\nWARC-Target-URI: <${address}>\r\n${head}content-length: ${body.length}\r\n\r\n`,
    ),
    body,
    Buffer.from('\r\n\r\n'),
  ])
}

const response = (head: string, body: Uint8Array | string, status = 200): Buffer =>
  Buffer.concat([Buffer.from(`HTTP/1.1 ${status} OK\r\n${head}\r\n`), Buffer.from(body as string)])

const chunked = (body: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`${(100).toString(16)};x=y\r\n`),
    body.subarray(0, 100),
    Buffer.from(`\r\n${(body.length - 100).toString(16).toUpperCase()}\r\n`),
    body.subarray(100),
    Buffer.from('\r\n0\r\n\r\n'),
  ])

const html = 'Content-Type: text/html; charset=utf-8\r\n'
const records = [
  record('warcinfo', '', 'software: x\r\n'),
  record('request', 'https://example.org/a', 'GET /a HTTP/1.1\r\n\r\n'),
  record('response', 'https://example.org/wirtschaft/a.html?id=1', response(html, page('A'))),
  record(
    'response',
    'https://example.org/b/',
    response(
      `${html}Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n`,
      chunked(gzipSync(page('B'.repeat(400)))),
    ),
  ),
  record(
    'response',
    'https://example.org/c',
    response(`${html}Content-Encoding: br\r\n`, brotliCompressSync(page('C'))),
  ),
  record(
    'response',
    'https://example.org/d',
    response(`${html}Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n`, page('D')),
  ),
  record('revisit', 'https://example.org/a', response(html, '')),
  record('response', 'https://example.org/404', response(html, page('404'), 404)),
  record('response', 'https://example.org/x.png', response('Content-Type: image/png\r\n', page('no'))),
  record('conversion', 'https://example.org/e', 'Reiner Text. '.repeat(50), 'Content-Type: text/plain\r\n'),
]

describe('WARC', () => {
  test.each([
    ['a.warc', Buffer.concat(records)],
    ['a.warc.gz', Buffer.concat(records.map((it) => gzipSync(it)))],
  ])('pages of %s with their addresses, chunks put together and unpacked', async (name, bytes) => {
    const file = fileOf(name, bytes)
    expect(recognise(warc, file)?.score).toBeGreaterThan(0.9)
    const { files, problems } = await filesIn(warc, file)
    expect(problems).toEqual([])
    expect(files.map((it) => it.path)).toEqual(
      ['wirtschaft/a.html_id=1.html', 'b.html', 'c.html', 'd.html', 'e.txt'].map((it) =>
        it === 'b.html' ? `${name}/example.org/b.html` : `${name}/example.org/${it}`,
      ),
    )
    expect(files[0]).toMatchObject({
      address: 'https://example.org/wirtschaft/a.html?id=1',
      mediaType: 'text/html',
      charset: 'utf-8',
    })
    expect(files.slice(0, 4).map((it) => /<title>(.)/.exec(Buffer.from(it.bytes()).toString())?.[1])).toEqual(
      ['A', 'B', 'C', 'D'],
    )
  })

  test('a cut-off last record and a damaged head are told; the rest is read', async () => {
    const whole = Buffer.concat([
      records[2]!,
      Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n\r\nrubbish\r\n'),
      records[4]!,
      records[3]!,
    ])
    const { files, problems } = await filesIn(warc, fileOf('a.warc', whole.subarray(0, whole.length - 100)))
    expect(files).toHaveLength(2)
    expect(problems.map((it) => it.notice.code)).toEqual(['import.warc_damaged', 'import.warc_cut'])
    const packed = gzipSync(records[2]!)
    const cut = await filesIn(
      warc,
      fileOf('a.warc.gz', Buffer.concat([packed, gzipSync(records[4]!).subarray(0, -20)])),
    )
    expect(cut.files).toHaveLength(1)
    expect(cut.problems.at(-1)?.notice.code).toBe('import.warc_cut')
  })

  test('a bomb stops being read', async () => {
    const bomb = gzipSync(
      Buffer.concat([Buffer.from('WARC/1.0\r\nContent-Length: 900000000\r\n\r\n'), Buffer.alloc(280 << 20)]),
      { level: 6 },
    )
    await expect(filesIn(warc, fileOf('b.warc.gz', bomb))).rejects.toMatchObject({
      notice: { code: 'import.zip_bomb' },
    })
  })

  test('no record at all is one clear line', async () => {
    await expect(filesIn(warc, fileOf('a.warc.gz', gzipSync('nothing')))).rejects.toMatchObject({
      notice: { code: 'import.warc_empty' },
    })
  })
})

describe('WACZ', () => {
  test('only listed pages, and the text of those whose capture is no page', async () => {
    const pages = [
      { format: 'json-pages-1.0', id: 'pages', title: 'All' },
      { url: 'https://example.org/b', title: 'B', ts: '2024-01-02T00:00:00Z' },
      { url: 'https://example.org/app', title: 'Anwendung', text: 'Der Text der Anwendung. '.repeat(30) },
    ]
    const file = fileOf(
      'x.wacz',
      zipSync({
        'datapackage.json': Buffer.from('{}'),
        'archive/data.warc.gz': Buffer.concat(records.map((it) => gzipSync(it))),
        'pages/pages.jsonl': Buffer.from(pages.map((it) => JSON.stringify(it)).join('\n')),
      }),
    )
    expect(recognise(wacz, file)!.score).toBeGreaterThan(recognise(zip, file)!.score)
    const { files } = await filesIn(wacz, file)
    expect(files.map((it) => it.address)).toEqual(['https://example.org/b/', 'https://example.org/app'])
    expect(Buffer.from(files[1]!.bytes()).toString()).toMatch(/^Anwendung\n\nDer Text/)
  })
})

describe('ZIP', () => {
  test('members but those of systems, names of Windows in Chinese', async () => {
    const bytes = zipSync({
      'a/b.txt': Buffer.from('Text'),
      '__MACOSX/a/._b.txt': Buffer.from('x'),
      '.DS_Store': Buffer.from('x'),
      'xxxx.txt': Buffer.from('Chinesisch'),
      'empty.txt': new Uint8Array(0),
    })
    const name = Buffer.from('d0c2cec5', 'hex')
    for (let at = bytes.length; at >= 0; at -= 1) {
      if (Buffer.from(bytes.subarray(at, at + 8)).toString('latin1') === 'xxxx.txt') bytes.set(name, at)
    }
    const { files } = await filesIn(zip, fileOf('a.zip', bytes))
    expect(files.map((it) => [it.path, Buffer.from(it.bytes()).toString()])).toEqual([
      ['a.zip/a/b.txt', 'Text'],
      ['a.zip/新闻.txt', 'Chinesisch'],
    ])
  })

  test('paths that escape and lying sizes', async () => {
    await expect(
      filesIn(zip, fileOf('a.zip', zipSync({ '../a.txt': Buffer.from('x') }))),
    ).rejects.toMatchObject({
      notice: { code: 'import.zip' },
    })
    const bytes = zipSync({ 'a.txt': Buffer.from('x'.repeat(5000)) })
    const end = bytes.length - 22
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    view.setUint32(view.getUint32(end + 16, true) + 24, 10, true)
    const { files } = await filesIn(zip, fileOf('a.zip', bytes))
    expect(() => files[0]!.bytes()).toThrow(/cannot be unpacked/)
  })
})
