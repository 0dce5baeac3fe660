import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { detectFields } from '../../../../main/features/imports/formats/table/fields.ts'
import { table } from '../../../../main/features/imports/formats/table/format.ts'
import { previewTable } from '../../../../main/features/imports/formats/table/preview.ts'
import { articlesOf, contextFor, fileOf } from '../../../support/articleFiles.ts'
import { recognise } from '../../../support/readFormat.ts'

const german =
  'Die Müller GmbH übernimmt nach langen Verhandlungen die Mehrheit an der Beta AG; der Preis, so heißt es, bleibt geheim.'
const rows = (separator: string, count = 4): string =>
  Array.from({ length: count }, (_, index) =>
    [
      index + 1,
      `"Titel ""${index}"" lang genug"`,
      `${index + 1}.4.2020`,
      `"${german}\nZweiter Absatz ${index}."`,
      'https://example.org/a',
    ].join(separator),
  ).join('\r\n')

describe('tables of articles', () => {
  test.each([
    [',', 'utf-8'],
    [';', 'windows-1252'],
    ['\t', 'utf-16le'],
    ['|', 'utf-8'],
  ])('separator %j in %s with German names', async (separator, encoding) => {
    const text = `${['Nr', 'Überschrift', 'Datum', 'Volltext', 'Link'].join(separator)}\r\n${rows(separator)}\r\n`
    const file = fileOf('artikel.csv', iconv.encode(text, encoding, { addBOM: encoding === 'utf-16le' }))
    expect(recognise(table, file)).not.toBeNull()
    const { articles, problems } = await articlesOf(table, file)
    expect(problems).toEqual([])
    expect(articles).toHaveLength(4)
    expect(articles[2]).toMatchObject({
      name: '3',
      text: `${german}\nZweiter Absatz 2.`,
      guesses: {
        title: { value: 'Titel "2" lang genug', from: 'Überschrift' },
        publishedOn: { value: '2020-04-03' },
        sourceUrl: { value: 'https://example.org/a' },
      },
    })
  })

  test('GB 18030 with Chinese names, and without any names by content', async () => {
    const text =
      '某某科技有限公司周二宣布，以三亿元收购某某股份有限公司的控股权，双方已经签署协议，交易尚待批准。'.repeat(
        2,
      )
    const line = `https://example.org/1,某某科技收购某某股份的控股权,2024年1月2日,${text}`
    const named = fileOf('表.csv', iconv.encode(`链接,标题,日期,正文\n${line}\n${line}\n`, 'gb18030'))
    const plain = fileOf('表.csv', `${line}\n${line.replace('科技收购', '集团收购')}\n`)
    for (const file of [named, plain]) {
      const { articles } = await articlesOf(table, file)
      expect(articles).toHaveLength(2)
      expect(articles[0]).toMatchObject({
        text,
        guesses: {
          publishedOn: { value: '2024-01-02' },
          title: { value: '某某科技收购某某股份的控股权' },
          sourceUrl: {},
        },
      })
    }
  })

  test('JSON Lines, nested members, lists of paragraphs, HTML in a cell', async () => {
    const record = {
      meta: { headline: 'Acme kauft', published_at: '2024-01-02T10:00:00Z' },
      body: [german, german],
      source: { name: 'Blatt' },
    }
    const html = { ...record, body: `<p>${german}</p><p>Ende &amp; aus.</p>` }
    const { articles, problems } = await articlesOf(
      table,
      fileOf('a.jsonl', `${[record, html].map((it) => JSON.stringify(it)).join('\n')}\n"x"\n`),
    )
    expect(articles[0]).toMatchObject({
      text: `${german}\n\n${german}`,
      guesses: {
        title: { value: 'Acme kauft' },
        publishedOn: { value: '2024-01-02' },
        publisher: { value: 'Blatt' },
      },
    })
    expect(articles[1]!.text).toBe(`${german}\n\nEnde & aus.`)
    expect(problems).toMatchObject([{ notice: { code: 'import.table_record' } }])
  })

  test('a list inside an object around it', async () => {
    const { articles } = await articlesOf(
      table,
      fileOf(
        'a.json',
        JSON.stringify({
          status: 'ok',
          articles: [
            { title: 'a b', content: german },
            { title: 'c d', content: '' },
          ],
        }),
      ),
    )
    expect(articles.map((it) => it.text)).toEqual([german])
  })

  test('the mapping can be corrected; ambiguous days are read by the column', async () => {
    const text = `a,b,c\n${german.replaceAll(',', '')},kurz und gut,4/7/2020\n${german.replaceAll(',', '')},so ist es,4/23/2020\n`
    const { articles } = await articlesOf(table, fileOf('x.csv', text), { title: 'B', text: '2', date: 'c' })
    expect(articles[0]).toMatchObject({
      text: 'kurz und gut',
      guesses: { publishedOn: { value: '2020-04-07' } },
    })
    const { context } = contextFor(table.options, {})
    const preview = await previewTable(fileOf('x.csv', text), context, 1)
    expect(preview).toMatchObject({
      columns: ['a', 'b', 'c'],
      rows: [{ c: '4/7/2020' }],
      mapping: { text: 'a', date: 'c' },
    })
  })

  test('numbers and codes are no articles; prose with commas is no table', () => {
    expect(recognise(table, fileOf('gdelt.CSV', '1\t20240102\tUSA\t3.2\n2\t20240103\tDEU\t1.2\n'))).toBeNull()
    expect(recognise(table, fileOf('a.txt', `${german}\n${german}\n${german}\n`))).toBeNull()
    expect(detectFields([{ a: '1', b: 'x' }]).text).toBeNull()
  })

  test('a quote that never closes is told where it is', async () => {
    const { articles, problems } = await articlesOf(
      table,
      fileOf('q.csv', `title,text\nx y,"${german}"\nz,"${german}\n`),
    )
    expect(articles).toHaveLength(1)
    expect(problems).toMatchObject([{ notice: { code: 'import.table_quote' } }])
  })
})
