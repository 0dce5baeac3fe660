import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  nextWordBoundary,
  paragraphs,
  previousWordBoundary,
  sentenceAt,
  sentencesIn,
  wordAt,
} from '../../../shared/text/segment.ts'
import { processorMs } from '../../support/processorMs.ts'
import { boundariesOf, textAndSpan } from './texts.ts'

const sentences = (text: string, language: string) =>
  sentencesIn(text, { start: 0, end: text.length }, language).map(({ start, end }) => text.slice(start, end))

test.each<[string, string[]]>([
  ['de', ['Das kostet z. B. 1,2 Mio. Euro.', 'Am 18. Juni kam er.', 'Sie zahlte 3 Mrd. Euro.', 'Gut.']],
  ['de', ['Umsatz: 5 Mrd.', 'Die Firma wächst.', 'Im 3. Quartal 2018 stieg er, d. h. Google gewann.']],
  [
    'de',
    ['Dr. Müller u. a. Kollegen kamen.', '„Gut so.“', 'Sagte er.', 'Nr. 5 lebt seit 2018.', 'Tencent auch.'],
  ],
  [
    'de',
    ['Die Apple Inc. Europa wuchs ca. 5 Prozent.', 'Er ist 18.', 'Dann ging er!', 'Ludwig XIV. Bourbon?'],
  ],
  [
    'en',
    [
      'Google Inc. CEO Sundar Pichai agreed.',
      'The U.S. Congress met on Jun. 18, Google said.',
      '"Yes."',
      'He said.',
    ],
  ],
  ['en', ['It moved to the U.S.', 'The company grew.']],
  ['en', ['Mr. Smith vs. Dr. No. 5 met J. P. Morgan.', 'It was 5 p.m.', 'They left.']],
  ['en', ['It was founded by Apple Inc.', 'The firm is in St. Louis.', 'It sold in 2018.', 'Amazon too.']],
  ['zh', ['京东集团周一宣布。', '谷歌投资5.5亿美元！', '真的吗？！', '他说：“好。”', '然后走了。']],
])('%s: %j', (language, expected) => {
  const text = expected.join(language === 'zh' ? '' : ' ')
  expect(sentences(text, language)).toEqual(expected)
})

test('evidence is the sentence of its line, and grows over several', () => {
  const text = 'Überschrift\nGoogle zahlt 5 Mio. Euro. JD freut sich. Ende.\nAnderes.'
  const at = (words: string) => {
    const start = text.indexOf(words)
    return { start, end: start + words.length }
  }
  const cut = (words: string) => {
    const { start, end } = sentenceAt(text, at(words), 'de')
    return text.slice(start, end)
  }
  expect(cut('5 Mio. Euro')).toBe('Google zahlt 5 Mio. Euro.')
  expect(cut('JD')).toBe('JD freut sich.')
  expect(cut('Euro. JD')).toBe('Google zahlt 5 Mio. Euro. JD freut sich.')
  expect(cut('Überschrift')).toBe('Überschrift')
  expect(cut('Ende.\nAnderes')).toBe('Ende.\nAnderes.')
})

test('words under the caret, with the dictionary for Chinese', () => {
  const word = (text: string, offset: number, language: string) => {
    const found = wordAt(text, offset, language)
    return found && text.slice(found.start, found.end)
  }
  expect(word('x\nJD.com wächst', 2, 'de')).toBe('JD.com')
  expect(word('JD.com wächst', 13, 'de')).toBe('wächst')
  expect(word('a , b', 2, 'en')).toBeNull()
  expect(word('京东集团周一宣布', 2, 'zh')).toBe('集团')
  expect(word('', 0, 'not a language')).toBeNull()
})

test('word by word to either side, over line ends', () => {
  const text = 'Google, 京东集团\n\n ende'
  const walk = (from: number, to: number, step: (offset: number) => number): number[] => {
    const stops: number[] = []
    for (let at = from; at !== to; stops.push(at)) at = step(at)
    return stops
  }
  const ends = walk(0, text.length, (at) => nextWordBoundary(text, at, 'zh'))
  expect(ends.map((at) => text.slice(0, at).slice(-2))).toEqual(
    ['le', '京', '东', '集团', 'de'].map((word) => expect.stringContaining(word)),
  )
  const starts = walk(text.length, 0, (at) => previousWordBoundary(text, at, 'zh'))
  expect(starts.map((at) => text.slice(at, at + 1))).toEqual(['e', ' ', '集', '东', '京', 'G'])
})

test('paragraphs are the lines that say something', () => {
  expect(paragraphs('a\n\n \nbc')).toEqual([
    { start: 0, end: 1 },
    { start: 5, end: 7 },
  ])
  expect(paragraphs('')).toEqual([])
})

test('for any text and language: boundaries move on, cover the span and cut no grapheme', () => {
  fc.assert(
    fc.property(textAndSpan, fc.constantFrom('de', 'en', 'zh', 'ar', '??'), ({ text, span }, language) => {
      const graphemes = boundariesOf(text)
      const sentence = sentenceAt(text, span, language)
      expect(graphemes.has(sentence.start) && graphemes.has(sentence.end)).toBe(true)
      for (let at = 0; at < text.length; ) {
        const next = nextWordBoundary(text, at, language)
        expect(next).toBeGreaterThan(at)
        at = next
      }
      for (let at = text.length; at > 0; ) {
        const next = previousWordBoundary(text, at, language)
        expect(next).toBeLessThan(at)
        at = next
      }
      const word = wordAt(text, span.start, language)
      if (word) expect(word.start <= span.start && span.start <= word.end).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('the cost is that of the line', () => {
  const line = 'Google zahlt z. B. 5 Mio. Euro. Das ist viel.\n'
  const text = line.repeat(40_000)
  const began = processorMs()
  for (let times = 0; times < 300; times += 1) {
    const start = times * 5000
    sentenceAt(text, { start, end: start + 2 }, 'de')
    nextWordBoundary(text, start, 'de')
    previousWordBoundary(text, start, 'de')
  }
  expect(processorMs() - began).toBeLessThan(500)
})
