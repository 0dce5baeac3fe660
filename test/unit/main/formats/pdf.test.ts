import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { diskFile, memoryFile } from '../../../../main/features/imports/files/setFile.ts'
import type { ReadArticle } from '../../../../main/features/imports/formats/format.ts'
import { pdf } from '../../../../main/features/imports/formats/pdf/format.ts'
import { applyCuts, pagesOf, pdfView } from '../../../../main/features/imports/reading/index.ts'
import { makePdf, type PdfText } from '../../../support/makePdf.ts'
import { type Articles, readArticles } from '../../../support/readArticles.ts'
import { interop, recognise } from '../../../support/readFormat.ts'

const column = (x: number, top: number, lines: readonly string[]): PdfText[] =>
  lines.map((text, index) => ({ text, x, y: top - 12 * index }))

const left = [
  'The holding company said on Friday that it',
  'will take over the whole of the smaller maker',
  'of sensors. Both boards agreed to the price.',
  'The sum was not made public, but a person who',
  'knows of the matter spoke of a two-digit mil-',
  'lion amount in cash and in shares. The money',
  'comes from a credit line of the holding that',
]
const right = [
  'was opened last year. Trade unions had been',
  'told before the stock exchange was, which is',
  'not common. They welcomed the plan with some',
  'reserve and asked for written guarantees.',
  'Shares of the maker rose by nine per cent in',
  'early trading. Those of the holding fell by',
  'one per cent, in line with the whole market.',
]

/** Two columns under a heading that runs over both, with a header and a numbered footer. */
const page = (number: number): PdfText[] => [
  { text: 'The Daily Example', x: 60, y: 800, size: 8 },
  { text: `Friday, issue ${40 + number}`, x: 420, y: 800, size: 8 },
  { text: `Sensor maker number ${number} is sold to a holding`, x: 60, y: 760, size: 18 },
  ...column(60, 720, left),
  ...column(320, 717, right),
  { text: `Page ${number} of 3`, x: 280, y: 40, size: 8 },
]

const only = (read: Articles): ReadArticle => {
  expect(read.failure).toBeNull()
  expect(read.articles).toHaveLength(1)
  return read.articles[0]!
}

describe('PDF', () => {
  let article: ReadArticle
  beforeAll(async () => {
    article = only(await readArticles(pdf, makePdf([page(1), page(2), page(3)])))
  })

  test('recognised by its header, also behind some rubbish', () => {
    const probe = (content: string) => recognise(pdf, memoryFile('a', Buffer.from(content)))
    expect(probe('%PDF-1.7\n')?.score).toBe(1)
    expect(probe('\n\n%PDF-1.7\n')?.score).toBeGreaterThan(0.9)
    expect(probe('A text about %PDF')).toBeNull()
  })

  test('columns are read one after the other, their lines as sentences', () => {
    const text = applyCuts(article.text, article.cuts ?? [])
    expect(text.split('\n\n').slice(0, 2)).toEqual([
      'Sensor maker number 1 is sold to a holding',
      [...left, ...right].join(' ').replace('mil- lion', 'million'),
    ])
    expect(text.split('\n\n')).toHaveLength(6)
  })

  test('headers and footers are proposed for cutting, not cut', () => {
    expect(article.cuts?.map((it) => article.text.slice(it.start, it.end).trim())).toEqual([
      'The Daily Example\tFriday, issue 41',
      'Page 1 of 3',
      'The Daily Example\tFriday, issue 42',
      'Page 2 of 3',
      'The Daily Example\tFriday, issue 43',
      'Page 3 of 3',
    ])
    expect(article.cuts?.every((it) => it.on && it.reason === 'page_margin')).toBe(true)
  })

  test('every stretch of text knows its place on its page', () => {
    const pages = pagesOf((article.extraction as { pages: unknown }).pages)!
    expect(pages).toHaveLength(3)
    const second = pages[1]!
    expect([second.width, second.height, second.rotation]).toEqual([595, 842, 0])
    const run = second.runs.find(([start, end]) => article.text.slice(start, end) === left[1])!
    const [, , x, y, width, , size] = run
    expect([x, y, size]).toEqual([60, 842 - 708 - 7.5, 10])
    expect(width).toBeGreaterThan(150)
    // The hyphen that was undone is in no run.
    expect(second.runs.some(([start, end]) => article.text.slice(start, end).endsWith(' mil'))).toBe(true)
  })

  test('pages are drawn with offsets in the final text', () => {
    const pages = pagesOf((article.extraction as { pages: unknown }).pages)!
    const { html } = pdfView(pages, article.text, article.cuts ?? [])
    const text = applyCuts(article.text, article.cuts ?? [])
    const runs = [...html.matchAll(/data-start="(\d+)" data-end="(\d+)"\W[\s\S]*?<text[^>]*>([^<]*)</g)]
    expect(runs).toHaveLength(3 * 15)
    for (const [, start, end, shown] of runs) expect(text.slice(Number(start), Number(end))).toBe(shown)
    expect(html.match(/class="cut" data-reason="page_margin"/g)).toHaveLength(9)
    expect(html).not.toMatch(/style=|<script|href|src=/)
  })

  test('the largest line is taken for the title where the document states none', () => {
    expect(article.guesses.title).toMatchObject({
      value: 'Sensor maker number 1 is sold to a holding',
      from: 'largest line',
    })
  })

  test('states its title, author and date', async () => {
    const info = { Title: 'A sale', Author: 'J. Doe', CreationDate: "D:20240307120000+01'00'" }
    const { guesses } = only(await readArticles(pdf, makePdf([page(1)], { info })))
    expect(guesses.title?.value).toBe('A sale')
    expect(guesses.author?.value).toBe('J. Doe')
    expect(guesses.publishedOn).toMatchObject({ value: '2024-03-07', confidence: 'guess' })
  })

  test('hyphens: kept on demand, before capitals and in words written with them', async () => {
    const lines = [
      'Der Vor-',
      'stand der EU-',
      'Kommission und die Ein-',
      'und Ausfuhr; ein well-known',
      'and a well-',
      'known case',
    ]
    const file = makePdf([column(60, 700, lines)])
    const { text } = only(await readArticles(pdf, file))
    expect(text).toBe(
      'Der Vorstand der EU-Kommission und die Ein- und Ausfuhr; ein well-known and a well-known case',
    )
    const kept = only(await readArticles(pdf, file, { hyphens: 'keep' }))
    expect(kept.text).toContain('Der Vor-stand der EU-Kommission')
  })

  test('a sentence over a page break closes when header and footer are cut', async () => {
    const pages = [1, 2, 3].map((number) => [
      { text: 'Quarterly report', x: 60, y: 810, size: 8 },
      ...column(60, 720, [...left, ...left]),
      { text: String(number), x: 290, y: 30, size: 8 },
    ])
    const { text, cuts } = only(await readArticles(pdf, makePdf(pages)))
    expect(applyCuts(text, cuts ?? [])).toContain('credit line of the holding that The holding company')
  })

  test('pages turned on their side are read upright', async () => {
    const turned = left.map((text, index) => ({ text, x: 200 + 12 * index, y: 100, angle: 90 }))
    const { text, extraction } = only(await readArticles(pdf, makePdf([turned], { rotate: 90 })))
    expect(text).toMatch(/^The holding company said on Friday that it will take over/)
    const [first] = pagesOf((extraction as { pages: unknown }).pages)!
    expect([first!.width, first!.height]).toEqual([842, 595])
  })

  test('tables are read row by row', async () => {
    const rows = ['Revenue', 'Profit', 'Staff', 'Sites'].flatMap((text, index) => [
      { text, x: 60, y: 700 - 14 * index },
      { text: `${index + 1},000`, x: 260, y: 700 - 14 * index },
    ])
    const { text } = only(await readArticles(pdf, makePdf([rows])))
    expect(text).toBe('Revenue\t1,000\nProfit\t2,000\nStaff\t3,000\nSites\t4,000')
  })
})

describe('PDF that cannot be read', () => {
  const codeOf = async (content: Uint8Array): Promise<string | undefined> =>
    (await readArticles(pdf, content)).failure?.code

  test('protected by a password', async () => {
    const key = `<${'4f'.repeat(32)}>`
    const trailer = `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`
    expect(await codeOf(makePdf([page(1)], { trailer }))).toBe('import.encrypted')
  })

  test('pictures of pages only', async () => {
    const { failure } = await readArticles(pdf, makePdf([[], []]))
    expect(failure?.code).toBe('import.no_text_layer')
    expect(failure?.message).toContain('OCR')
  })

  test('damaged', async () => {
    expect(await codeOf(Buffer.from('%PDF-1.4\nnothing of a document'))).toBe('import.pdf_damaged')
    expect(await codeOf(Buffer.alloc(0))).toBe('import.pdf_damaged')
    const whole = makePdf([page(1), page(2)])
    const cut = await readArticles(pdf, whole.subarray(0, whole.length / 2))
    expect(cut.failure?.code ?? cut.articles[0]?.text).toBeTruthy()
  })

  test('ten million pages', async () => {
    const { failure, articles } = await readArticles(pdf, makePdf([page(1)], { count: 10_000_000 }))
    expect(failure?.code ?? articles.length).toSatisfy((it) => it === 1 || it === 'import.pdf_pages')
    const many = makePdf(Array.from({ length: 5001 }, () => []))
    expect(await codeOf(many)).toBe('import.pdf_pages')
  })

  test('a stream that unpacks to hundreds of megabytes', async () => {
    const packed = deflateSync(Buffer.alloc(210 << 20, 32), { level: 6 })
    const bomb = `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed.toString('latin1')}\nendstream`
    expect(await codeOf(makePdf([page(1)], { objects: [bomb] }))).toBe('import.zip_bomb')
  })
})

const documents = join(interop, 'documents')
describe.skipIf(!existsSync(documents))('PDF files of others', () => {
  const read = async (path: string): Promise<ReadArticle> =>
    only(await readArticles(pdf, diskFile(join(documents, path))))

  test('a printed web page with a box beside its text', async () => {
    const { text, cuts, guesses } = await read('hypothesis/nils-olav.pdf')
    expect(guesses.title?.value).toBe('Nils Olav')
    expect(cuts).toHaveLength(6)
    expect(text).toMatch(/^Species\t/m)
    expect(text).toContain('colonel-in-chief, following')
  })

  test('a page turned by a viewer', async () => {
    const { text } = await read('hypothesis/rotated.pdf')
    expect(text.split('\n\n')).toHaveLength(3)
  })

  test('a typeset page, a list with marks of its own', async () => {
    expect((await read('markitdown/test.pdf')).text.length).toBeGreaterThan(5000)
    const { text } = await read('markitdown/masterformat_partial_numbering.pdf')
    expect(text).toMatch(/^1\. INTENT$/m)
    expect(text).toMatch(/^\.1 The intent/m)
  })
})
