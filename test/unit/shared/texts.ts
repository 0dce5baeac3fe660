import fc from 'fast-check'

/** Texts that break careless arithmetic: lone surrogates, emoji sequences, combining marks, CJK, Hangul, RTL. */
export const pieces = [
  'a',
  'Z',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '.',
  '京东',
  '集团',
  '。',
  '\u{20000}',
  '\u{2a6df}',
  'é',
  'e\u0301',
  'ß',
  'ﬁ',
  'Ｊ',
  '２',
  '👩‍👩‍👧‍👦',
  '👍🏽',
  '🇩🇪',
  '🇨🇳',
  '\u200d',
  '\ud83d',
  '\udc69',
  '\u0301',
  '각',
  '\u1100\u1161\u11a8',
  'שָׁלוֹם',
  'مُحَمَّد',
  'क्षि',
  'ﾊﾞ',
  'バ',
  '\u0600',
  '\u{110bd}',
  'ﷺ',
  'İ',
  'Σ',
  '­',
  '\u00a0',
  '½',
  '\u0d4e',
  'ㄱ',
  '𝕏',
  '\u{1f9d1}',
]

export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces),
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.string({ maxLength: 4 }),
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(''))

/** A text with a span in it, ends at any unit. */
export const textAndSpan = anyText.chain((text) =>
  fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => ({ text, span: { start: Math.min(a, b), end: Math.max(a, b) } })),
)

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Grapheme boundaries of the whole text, by the segmenter itself. */
export const boundariesOf = (text: string): Set<number> =>
  new Set([...Array.from(graphemes.segment(text), ({ index }) => index), text.length])
