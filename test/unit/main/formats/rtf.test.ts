import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { memoryFile } from '../../../../main/features/imports/files/setFile.ts'
import { rtf } from '../../../../main/features/imports/formats/rtf/format.ts'
import { readArticles } from '../../../support/readArticles.ts'
import { recognise } from '../../../support/readFormat.ts'

const textOf = async (content: string): Promise<string | undefined> =>
  (await readArticles(rtf, Buffer.from(content, 'latin1'))).articles[0]?.text

const hex = (text: string, encoding: string): string =>
  [...iconv.encode(text, encoding)].map((it) => `\\'${it.toString(16).padStart(2, '0')}`).join('')

const fonts =
  '{\\fonttbl{\\f0\\fnil\\fcharset0 Arial;}{\\f1\\fnil\\fcharset134 SimSun;}{\\f2\\fnil\\fcharset204 Arial Cyr;}}'

describe('RTF', () => {
  test('recognised by its beginning', () => {
    expect(recognise(rtf, memoryFile('a', Buffer.from('{\\rtf1\\ansi')))?.score).toBeGreaterThan(0.9)
    expect(recognise(rtf, memoryFile('a.rtf', Buffer.from('no rich text')))).toBeNull()
  })

  test('characters by code page, by font and by number', async () => {
    expect(await textOf(`{\\rtf1\\ansi\\ansicpg1252 ${hex('Grüße für 5 €', 'windows-1252')}}`)).toBe(
      'Grüße für 5 €',
    )
    expect(await textOf(`{\\rtf1\\ansi\\ansicpg936 ${hex('中国公司', 'gbk')}}`)).toBe('中国公司')
    const mixed = `{\\rtf1\\ansi\\ansicpg1252${fonts}\\f0 A {\\f1 ${hex('收购', 'gbk')}} {\\f2 ${hex('Газ', 'windows-1251')}} ${hex('ß', 'windows-1252')}}`
    expect(await textOf(mixed)).toBe('A 收购 Газ ß')
    expect(
      await textOf(
        "{\\rtf1\\ansi\\uc2 \\u20013\\'d6\\'d0\\u22269\\'b9\\'fa.{\\uc1 \\u-10179?\\u-8704?} {\\uc1\\u8364?5}}",
      ),
    ).toBe('中国.😀 €5')
    expect(await textOf('{\\rtf1\\mac \\ldblquote a\\rdblquote \\emdash b\\~c\\_d}')).toBe('“a”—b c‑d')
  })

  test('paragraphs, lines, tables, notes; instructions, headers, comments and deletions stay out', async () => {
    const text = await textOf(
      `{\\rtf1\\ansi${fonts}{\\stylesheet{\\s1 Heading;}}{\\header Kopf\\par}{\\*\\generator X;}
\\pard Eins\\line zwei{\\footnote\\pard Anmerkung.}\\par
{\\field{\\*\\fldinst HYPERLINK "http://x"}{\\fldrslt Verweis}} {\\deleted weg}{\\v verborgen}{\\*\\annotation nein}hier\\par
\\trowd\\cellx1\\cellx2\\pard\\intbl Umsatz\\cell 12\\cell\\row\\trowd\\pard\\intbl Gewinn\\cell 3\\cell\\row
\\pard{\\pict\\bin5 }{}{x}Ende}`,
    )
    expect(text).toBe('Eins\nzwei[1]\n\nVerweis hier\n\nUmsatz\t12\nGewinn\t3\n\nEnde\n\n[1] Anmerkung.')
  })

  test('states its title, author, language and date', async () => {
    const info = `{\\info{\\title ${hex('Übernahme', 'windows-1252')}}{\\author J. Doe}{\\creatim\\yr2024\\mo3\\dy7\\hr1}}`
    const { articles } = await readArticles(
      rtf,
      Buffer.from(`{\\rtf1\\ansi\\deflang1031${info} Text}`, 'latin1'),
    )
    expect(articles[0]?.text).toBe('Text')
    expect(articles[0]?.guesses).toMatchObject({
      title: { value: 'Übernahme' },
      author: { value: 'J. Doe' },
      language: { value: 'de' },
      publishedOn: { value: '2024-03-07' },
    })
  })

  test('hostile nesting, cut files, unknown code pages', async () => {
    const deep = await readArticles(rtf, Buffer.from(`{\\rtf1 ${'{'.repeat(2_000_000)}`))
    expect(deep.failure?.code).toBe('import.rtf_damaged')
    const cut = await readArticles(rtf, Buffer.from('{\\rtf1\\ansi Text {\\b und'))
    expect(cut.articles[0]?.text).toBe('Text und')
    expect(cut.articles[0]?.warnings.map((it) => it.code)).toEqual(['import.rtf_cut_off'])
    const page = await readArticles(rtf, Buffer.from('{\\rtf1\\ansi\\ansicpg1361 Text}'))
    expect(page.articles[0]?.warnings.map((it) => it.code)).toEqual(['import.rtf_code_page'])
    expect(await textOf('{\\rtf1 }}}}}}text')).toBe('')
    expect(await textOf('{\\rtf1\\bin99999999999999 x')).toBe('')
  })
})
