const combining: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
}

const words: Readonly<Record<string, string>> = {
  ss: 'ß',
  SS: 'ẞ',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  ldots: '…',
  dots: '…',
  textendash: '–',
  textemdash: '—',
  textquoteright: '’',
  textquoteleft: '‘',
  textquotedblleft: '“',
  textquotedblright: '”',
  quotedblbase: '„',
  glqq: '„',
  grqq: '“',
  guillemotleft: '«',
  guillemotright: '»',
  euro: '€',
  texteuro: '€',
  pounds: '£',
  textregistered: '®',
  texttrademark: '™',
  copyright: '©',
  textbackslash: '\\',
  textasciitilde: '~',
  textunderscore: '_',
  textdegree: '°',
  S: '§',
  P: '¶',
}

/** Dotless letters are only dotless under an accent. */
const letter = (text: string): string => (text === 'ı' || text === '\\i' ? 'i' : text === '\\j' ? 'j' : text)

/**
 * The text a LaTeX value shows: accents (`\\"{u}`, `\\'e`, `\\c c`), letters (`\\ss`), signs, dashes; braces that only keep
 * case go. Commands that are not known leave their argument.
 */
export const latexText = (value: string): string =>
  value
    .replace(
      /\\([`'^~=."])\s?(?:\{\s?(\\[ij]|\p{L})\s?\}|(\\[ij]|\p{L}))/gu,
      (_, mark: string, a?: string, b?: string) => (letter(a ?? b ?? '') + combining[mark]!).normalize('NFC'),
    )
    .replace(
      /\\([uvHcdbkr])(?:\{\s?(\\[ij]|\p{L})\s?\}|\s+(\\[ij]|\p{L})(?!\p{L}))/gu,
      (_, mark: string, a?: string, b?: string) => (letter(a ?? b ?? '') + combining[mark]!).normalize('NFC'),
    )
    .replace(/\\([A-Za-z]{1,30})(?:\{\}|[ \t]+|(?![A-Za-z]))/g, (found, name: string) =>
      Object.hasOwn(words, name)
        ? words[name]!
        : found.endsWith('{}')
          ? ''
          : found.slice(1 + name.length).trim(),
    )
    .replace(/\\([&%$#_{}])/g, (_, sign: string) =>
      sign === '{' ? '\u0001' : sign === '}' ? '\u0002' : sign,
    )
    .replace(/\\[,;:! ]/g, ' ')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/~/g, ' ')
    .replace(/[{}]|\$(?=[^$]{0,80}\$)|(?<=[^$])\$(?!\d)/g, '')
    .replaceAll('\u0001', '{')
    .replaceAll('\u0002', '}')
    .replace(/\s+/g, ' ')
    .trim()
