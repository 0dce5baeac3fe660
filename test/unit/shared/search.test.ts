import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { fold, foldKey, unfold } from '../../../shared/text/fold.ts'
import { findMatches, foldForIndex, indexQuery, matchesQuery, snippet } from '../../../shared/text/search.ts'
import { processorMs } from '../../support/processorMs.ts'
import { anyText, boundariesOf, pieces } from './texts.ts'

const db = new Database(':memory:')
db.exec("CREATE VIRTUAL TABLE article USING fts5(text, tokenize = 'unicode61')")
const clear = db.prepare('DELETE FROM article')
const insert = db.prepare('INSERT INTO article (text) VALUES (?)')
const ask = db.prepare('SELECT count(*) FROM article WHERE article MATCH ?').pluck()
afterAll(() => void db.close())

const found = (text: string, query: string): boolean => {
  clear.run()
  insert.run(foldForIndex(text))
  const expression = indexQuery(query)
  return expression !== null && ask.get(expression) === 1
}

describe('folding', () => {
  test.each([
    ['Größe STRASSE Straße', 'grosse strasse strasse'],
    ['ﬁnanz ＪＤ．ｃｏｍ ２０１８', 'finanz jd.com 2018'],
    ['e\u0301é İstanbul ΣΑΣ', 'ee istanbul σασ'],
    ['Zusam\u00admen\u200bhalt', 'zusammenhalt'],
    ['\u1100\u1161\u11a8 각', '각 각'],
    ['Alibaba’s „Wal‑Mart“', 'alibaba\'s "wal-mart"'],
    ['مُحَمَّد', 'محمد'],
    ['Ærø Łódź', 'aero lodz'],
  ])('%s', (text, expected) => {
    expect(fold(text).folded).toBe(expected)
  })

  test.each([
    [' „Yahoo!“ ', 'yahoo'],
    ['Google\u00a0\n Inc.', 'google inc'],
    ['!!!', '!!!'],
    ['《京东》', '京东'],
    ['C++', 'c++'],
    ['', ''],
  ])('key of %j', (text, expected) => {
    expect(foldKey(text)).toBe(expected)
  })

  test('the map never decreases, ends with the text, and folding piecewise is folding', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folding = fold(text)
        expect(folding.map.length).toBe(folding.folded.length + 1)
        expect(folding.map.at(-1)).toBe(text.length)
        for (let index = 1; index < folding.map.length; index += 1)
          expect(folding.map[index]! >= folding.map[index - 1]!).toBe(true)
        // What a folded unit is said to come from folds to something that holds it.
        for (let index = 0; index < folding.folded.length; index += 1) {
          const { start, end } = unfold(folding, { start: index, end: index + 1 })
          expect(start < end).toBe(true)
          expect(fold(text.slice(start, end)).folded).toContain(folding.folded[index])
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('index text and query', () => {
  test.each([
    ['京东集', '京东 东集 集'],
    ['Google投资京东JD.com！', 'google 投资 资京 京东 东 jd com'],
    ['京', '京'],
    ['\u{20000}\u{20001}', '\u{20000}\u{20001} \u{20001}'],
  ])('index text of %s', (text, expected) => {
    expect(foldForIndex(text)).toBe(expected)
  })

  test.each([
    ['google inv', '"google" AND "inv"*'],
    ['京', '"京"*'],
    ['京东', '"京东"'],
    ['京东集团', '"京东 东集 集团"'],
    ['"Google invests" now', '"google invests" AND "now"*'],
    ['京东JD', '"京东" AND "jd"*'],
    ['a"b', '"a" AND "b"*'],
    ['"google inv', '"google inv"*'],
    ['AND OR NOT NEAR( * ^ - :', '"and" AND "or" AND "not" AND "near"*'],
    ['"', null],
    ['  ，。 ', null],
    ['', null],
  ])('query of %j', (query, expected) => {
    expect(indexQuery(query)).toBe(expected)
  })

  test.each([
    ['谷歌投资京东集团', '京东', true],
    ['谷歌投资京东集团', '集团', true],
    ['谷歌投资京东集团', '团', true],
    ['谷歌投资京东集团', '京集', false],
    ['谷歌 京 东', '京东', false],
    ['Die Straße', 'strasse', true],
    ['JD.com wächst', 'jd.com', true],
    ['JD.com wächst', 'wachs', true],
    ['Google invests in JD', '"invests in"', true],
    ['Google invests heavily in JD', '"invests in"', false],
    ['\u{20000}\u{20001}', '\u{20001}', true],
    ['騰訊官方數碼旗艦店-天貓Tmall_com', '天貓', true],
    ['삼성전자는 한국', '전자', true],
    ['京东 集团', '"京东 集团"', true],
    ['京东东 集团', '"京东 集团"', false],
    ['京东JD 集团', '"京东 JD 集"', true],
  ])('%s ∋ %s: %s', (text, query, expected) => {
    expect(found(text, query)).toBe(expected)
    expect(matchesQuery(text, query)).toBe(expected)
  })

  test('no input makes an expression that FTS5 refuses', () => {
    const hostile = fc.constantFrom(
      '"',
      '*',
      '^',
      '(',
      ')',
      ':',
      '-',
      '+',
      '{',
      '}',
      ' ',
      'NEAR',
      'AND',
      'OR',
      'NOT',
      '\0',
      '\\',
      "'",
      ...pieces,
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(hostile, fc.string({ unit: 'binary' })), { maxLength: 30 }), (parts) => {
        const expression = indexQuery(parts.join(''))
        if (expression !== null) ask.get(expression)
      }),
      { numRuns: 2000 },
    )
    for (const long of ['a ', '京', '"a" ', 'a', '京 ', '京a', '"', 'ß.', 'ﷺ'])
      expect(() => ask.get(indexQuery(long.repeat(50_000)) ?? '""')).not.toThrow()
  })

  test('the index finds a text exactly when its matches can be shown', () => {
    const word = fc.constantFrom(
      '京',
      '京东',
      '东集团',
      'JD',
      'jd.com',
      'Straße',
      'gross',
      'groß',
      '2018',
      '２０',
      'é',
      'ﬁ',
      '\u{20000}',
      '각',
      'バ',
      '😀',
      'C++',
      'x_y',
      '"',
      ',',
      '-',
      "'",
    )
    const joint = fc.constantFrom('', '', ' ', ', ', '\n', '。')
    const mixed = fc
      .array(fc.tuple(word, joint), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.flat().join(''))
    fc.assert(
      fc.property(mixed, mixed, (text, query) => {
        expect(matchesQuery(text, query)).toBe(found(text, query))
      }),
      { numRuns: 3000 },
    )
    fc.assert(
      fc.property(mixed, (text) => {
        expect(matchesQuery(text, text)).toBe(indexQuery(text) !== null)
        expect(found(text, text)).toBe(indexQuery(text) !== null)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('matches and snippets', () => {
  const shown = (text: string, query: string) =>
    findMatches(text, query).map(({ start, end }) => text.slice(start, end))
  test.each([
    ['Die Straße, die STRASSE', 'strasse', ['Straße', 'STRASSE']],
    ['ＪＤ．ｃｏｍ und JD com', 'jd.com', ['ＪＤ．ｃｏｍ', 'JD com']],
    ['cafe\u0301s', 'caf', ['cafe\u0301'.slice(0, 3)]],
    ['京东集团，京东', '京东', ['京东', '京东']],
    ['Googles Google', 'google x', ['Google']],
    ['ﬁnanz', 'fi', ['ﬁ']],
  ])('%s / %s', (text, query, expected) => {
    expect(shown(text, query)).toEqual(expected)
  })

  test('whole graphemes, in order, apart, and each folds to the query’s words', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, query) => {
        const boundaries = boundariesOf(text)
        let last = -1
        for (const { start, end } of findMatches(text, query)) {
          expect(start > last && end > start).toBe(true)
          expect(boundaries.has(start) && boundaries.has(end)).toBe(true)
          last = end
        }
      }),
      { numRuns: 500 },
    )
  })

  test('every occurrence of a word is found, whatever stands around it', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('京东', 'Straße', 'JD'), anyText, (before, name, after) => {
        const text = `${before} ${name} ${after}`
        const start = before.length + 1
        const matches = findMatches(text, name.toUpperCase())
        expect(matches.some((span) => span.start <= start && span.end >= start + name.length)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('a snippet shows its matches where they stand in the text', () => {
    const text = `${'Vorrede. '.repeat(50)}Google zahlt\n550 Mio. an JD.com. ${'Nachrede. '.repeat(50)}`
    const result = snippet(text, 'jd.com google', 80)
    expect(result.spans.map(({ start, end }) => result.text.slice(start, end))).toEqual(['Google', 'JD.com'])
    expect(text.slice(result.start, result.start + result.text.length).replace('\n', ' ')).toBe(result.text)
    expect(result.text.length).toBeLessThanOrEqual(82)
    expect(snippet('short', 'nothing', 80)).toEqual({ text: 'short', spans: [], start: 0 })
    fc.assert(
      fc.property(anyText, anyText, fc.integer({ min: 1, max: 60 }), (any, query, width) => {
        const { spans, start, text: piece } = snippet(any, query, width)
        expect(any.slice(start, start + piece.length).replace(/[\n\r\t]/g, ' ')).toBe(piece)
        for (const span of spans)
          expect(span.start >= 0 && span.end <= piece.length && span.start < span.end).toBe(true)
      }),
    )
  })

  test('1 MB folds and is searched quickly', () => {
    const text = 'Größe der Straße, 京东集团 投资 and 5.5亿 more words here. '.repeat(18_000)
    const began = processorMs()
    expect(findMatches(text, 'strasse 京东').length).toBe(36_000)
    expect(processorMs() - began).toBeLessThan(1500)
  })
})
