import { expect, test } from 'vitest'
import { eml } from '../../../../main/features/imports/formats/eml/format.ts'
import { mhtml } from '../../../../main/features/imports/formats/mhtml/format.ts'
import { articlesOf, fileOf } from '../../../support/articleFiles.ts'
import { recognise } from '../../../support/readFormat.ts'

const sentence = 'Die Acme GmbH übernimmt die Beta AG für drei Millionen Euro, teilte sie am Dienstag mit. '
const quoted = (html: string): string =>
  [...Buffer.from(html, 'utf8')]
    .map((it) =>
      it > 126 || it === 61 ? `=${it.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(it),
    )
    .join('')
    .replace(/(.{70}(?<!=.?))/g, '$1=\r\n')

const saved = (lineEnd: string): string =>
  [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://example.org/wirtschaft/acme-',
    ' kauft.html',
    'Subject: =?utf-8?Q?Acme_kauft_Beta?=',
    'Date: Tue, 9 Jan 2024 10:00:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="----MultipartBoundary--x----"',
    '',
    '',
    '------MultipartBoundary--x----',
    'Content-Type: text/html',
    'Content-Location: https://ads.example.org/frame.html',
    '',
    '<html><body><p>Werbung</p></body></html>',
    '------MultipartBoundary--x----',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://example.org/wirtschaft/acme-kauft.html',
    '',
    quoted(
      `<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Acme kauft Beta</title></head><body><article><h1>Acme kauft Beta</h1>${`<p>${sentence.repeat(4)}</p>`.repeat(3)}</article></body></html>`,
    ),
    '------MultipartBoundary--x------',
    '',
  ].join(lineEnd)

test.each(['\r\n', '\n'])(
  'the page of a snapshot, not its frames, with its address (line ends %j)',
  async (lineEnd) => {
    const file = fileOf('seite.mhtml', saved(lineEnd).replaceAll('\r\n', lineEnd))
    expect(recognise(mhtml, file)!.score).toBeGreaterThan(recognise(eml, file)?.score ?? 0)
    const { articles } = await articlesOf(mhtml, file)
    expect(articles[0]!.text).toContain('Die Acme GmbH übernimmt die Beta AG für drei Millionen')
    expect(articles[0]!.text).not.toContain('Werbung')
    expect(articles[0]!.guesses).toMatchObject({
      title: { value: 'Acme kauft Beta' },
      sourceUrl: { value: 'https://example.org/wirtschaft/acme-kauft.html' },
    })
  },
)

test('without a page there is one clear line', async () => {
  const file = fileOf(
    'x.mhtml',
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nx\n--x--',
  )
  await expect(articlesOf(mhtml, file)).rejects.toMatchObject({ notice: { code: 'import.mhtml_empty' } })
})
