import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeBytes } from '../../../../main/features/imports/reading/index.ts'
import { realFolder } from './realFiles.ts'

const bytes = (text: string, encoding = 'utf-8') => new Uint8Array(iconv.encode(text, encoding))
const codeOf = (input: Uint8Array, hint = {}) => {
  const result = decodeBytes(input, hint)
  return result.ok ? result.encoding : result.error.code
}

const german = 'Für 30 € übernimmt „Müller“ die Größe – heißt es'
const simplified = '谷歌宣布投资京东5.5亿美元，双方将在东南亚合作。'
const traditional = '騰訊官方數碼旗艦店在天貓開張，東京的公司也來了。'

describe('encodings', () => {
  it.each([
    [german, 'windows-1252', 'windows-1252'],
    ['Café déjà vu', 'windows-1252', 'windows-1252'],
    ['中国', 'gb18030', 'gb18030'],
    [simplified, 'gb18030', 'gb18030'],
    [traditional, 'big5', 'big5'],
    ['グーグルは京東に投資すると発表した', 'shift_jis', 'shift_jis'],
    ['グーグルは京東に投資すると発表した', 'euc-jp', 'euc-jp'],
    ['구글이 징둥닷컴에 투자한다고 발표했다', 'euc-kr', 'euc-kr'],
    ['Компания Google инвестирует в JD.com', 'windows-1251', 'windows-1251'],
    ['Zażółć gęślą jaźń, spółka kupiła udziały', 'windows-1250', 'windows-1250'],
    [german, 'utf-8', 'utf-8'],
    [simplified, 'utf-16le', 'utf-16le'],
    [german, 'utf-16be', 'utf-16be'],
    ['京东与谷歌合作', 'utf-16le', 'utf-16le'],
    ['plain', 'ascii', 'utf-8'],
  ])('%s in %s', (text, encoding, expected) => {
    const result = decodeBytes(bytes(text, encoding))
    expect(result).toMatchObject({ ok: true, text, encoding: expected })
  })

  it('reads byte order marks and drops them', () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be']) {
      const marked = new Uint8Array(iconv.encode(simplified, encoding, { addBOM: true }))
      expect(decodeBytes(marked)).toMatchObject({
        ok: true,
        text: simplified,
        encoding,
        confidence: 'certain',
      })
    }
  })

  it('believes a stated charset only as far as the bytes bear it out', () => {
    const page = (charset: string) => `<html><meta charset="${charset}"><p>${simplified}</p>`
    expect(codeOf(bytes(page('gb2312'), 'gb18030'))).toBe('gb18030')
    expect(codeOf(bytes(page('gb2312')))).toBe('utf-8')
    expect(codeOf(bytes(`<?xml version="1.0" encoding="Big5"?><html>${traditional}`, 'big5'))).toBe('big5')
    const german1 = `<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>${german}</p>`
    expect(decodeBytes(bytes(german1, 'windows-1252'))).toMatchObject({
      text: german1,
      encoding: 'windows-1252',
    })
    const wrong = decodeBytes(bytes(page('gb2312')))
    expect(wrong.ok && wrong.warnings.map(({ code }) => code)).toEqual(['import.wrong_declaration'])
  })

  it('follows the charset a person chose, and names an unknown one', () => {
    expect(decodeBytes(bytes('Größe', 'windows-1252'), { charset: 'latin1' })).toMatchObject({
      text: 'Größe',
    })
    expect(codeOf(bytes('x'), { charset: 'klingon' })).toBe('import.encoding')
  })

  it('keeps nearly valid UTF-8 and counts what was lost', () => {
    const cut = bytes(`${simplified}${german}`.repeat(5)).slice(0, -40)
    const broken = new Uint8Array([...cut, 0xe4, 0xba, 0x20, ...bytes('Ende')])
    const result = decodeBytes(broken)
    expect(result).toMatchObject({ ok: true, encoding: 'utf-8' })
    expect(result.ok && result.warnings).toMatchObject([{ code: 'import.replacement' }])
  })

  it('turns line ends into \\n and removes NULs with a warning', () => {
    const result = decodeBytes(bytes('a\r\nb\rc\u0000d\u2028e\n'.repeat(1)))
    expect(result).toMatchObject({
      ok: true,
      text: 'a\nb\ncd\u2028e\n',
      warnings: [{ params: { count: 1 } }],
    })
  })

  it('gives back any text in UTF-8 and UTF-16 with a mark', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((value) => /[\p{L}\p{N}]/u.test(value) && !/[\0-\x08\x0b-\x1f\ufffd]/.test(value))
    fc.assert(
      fc.property(text, fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'), (value, encoding) => {
        const result = decodeBytes(new Uint8Array(iconv.encode(value, encoding, { addBOM: true })))
        expect(result.ok ? result.text : result.error.message).toBe(value.replace(/^\ufeff/, ''))
      }),
    )
  })

  it('never throws on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (input) => {
        const result = decodeBytes(input)
        expect(result.ok ? result.text.includes('\0') : result.error.message === '').toBe(false)
      }),
    )
  })

  const folder = realFolder('encodings/cpython')
  // big5hkscs (23 bytes), johab and the JIS X 0213 variants cannot be told from their bytes.
  const told = [
    'big5',
    'cp949',
    'euc_jp',
    'gb18030',
    'gb2312',
    'gbk',
    'hz',
    'iso2022_jp',
    'iso2022_kr',
    'shift_jis',
  ]
  it.skipIf(!folder).each(told)('real file %s', (name) => {
    const result = decodeBytes(readFileSync(`${folder}${name}.txt`))
    const expected = readFileSync(`${folder}${name}-utf8.txt`, 'utf8').replace(/\r\n?/g, '\n')
    expect(result.ok ? result.text : result.error.message).toBe(expected)
  })
})

describe('what is no text', () => {
  it.each([
    ['%PDF-1.7\n%âãÏÓ', 'import.binary', 'PDF'],
    ['\x89PNG\r\n\x1a\n', 'import.binary', 'PNG'],
    ['PK\x03\x04....word/document.xml', 'import.binary', 'Word'],
    ['{\\rtf1\\ansi Text}', 'import.binary', 'RTF'],
    ['SQLite format 3\0', 'import.binary', 'SQLite'],
    ['<?xml version="1.0"?><rss><channel/></rss>', 'import.unsupported', 'feed'],
    [' \n\t\n ', 'import.empty', 'no text'],
  ])('%j', (text, code, word) => {
    const result = decodeBytes(bytes(text, 'latin1'))
    expect(result).toMatchObject({ ok: false, error: { code } })
    expect(!result.ok && result.error.message).toContain(word)
  })

  it('refuses random bytes, nothing, and too much', () => {
    const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3) * 31) & 0xff)
    expect(codeOf(noise)).toBe('import.binary')
    expect(codeOf(new Uint8Array())).toBe('import.empty')
    expect(codeOf(bytes('abcdef'), { maxBytes: 5 })).toBe('import.too_large')
  })

  const documents = realFolder('documents')
  it.skipIf(!documents)('real documents of other kinds', () => {
    const refused = ['pdf', 'docx', 'odt', 'rss']
    const files = readdirSync(documents!, { recursive: true, encoding: 'utf8' }).filter((name) =>
      refused.some((extension) => name.endsWith(`.${extension}`)),
    )
    expect(files.length).toBeGreaterThan(4)
    for (const name of files) {
      expect(codeOf(readFileSync(documents + name)), name).toMatch(/^import\.(binary|unsupported)$/)
    }
  })
})
