/** One way to write a date: what it looks like and which of its groups is what. */
type DateForm = {
  pattern: RegExp
  /** Returns [year, month, day], or undefined when the numbers are no date or could be read two ways. */
  read: (groups: string[], language: string | undefined) => [number, number, number] | undefined
}

const monthNames: string[][] = [
  ['january', 'jan', 'januar', 'jänner'],
  ['february', 'feb', 'februar'],
  ['march', 'mar', 'märz', 'mrz'],
  ['april', 'apr'],
  ['may', 'mai'],
  ['june', 'jun', 'juni'],
  ['july', 'jul', 'juli'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['october', 'oct', 'oktober', 'okt'],
  ['november', 'nov'],
  ['december', 'dec', 'dezember', 'dez'],
]
const months = new Map(monthNames.flatMap((names, index) => names.map((name) => [name, index + 1] as const)))
const month = [...months.keys()].sort((a, b) => b.length - a.length).join('|')

const named = (name: string | undefined) => months.get(name?.toLowerCase() ?? '') ?? 0

const chineseDigits = '〇一二三四五六七八九'
function chineseNumber(text: string): number {
  const plain = text.replaceAll('零', '〇')
  if (/^[〇一二三四五六七八九]+$/.test(plain)) {
    return Number([...plain].map((digit) => chineseDigits.indexOf(digit)).join(''))
  }
  const [tens, ones] = plain.split('十')
  const digit = (part: string | undefined, empty: number) => (part ? chineseDigits.indexOf(part) : empty)
  return digit(tens, 1) * 10 + digit(ones, 0)
}

const forms: DateForm[] = [
  {
    pattern: /(?<!\d)((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/,
    read: ([year, m, day]) => [Number(year), Number(m), Number(day)],
  },
  {
    pattern: /(?<!\d)((?:19|20)\d{2})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号號]/,
    read: ([year, m, day]) => [Number(year), Number(m), Number(day)],
  },
  {
    pattern:
      /([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号號]/,
    read: ([year, m, day]) => [chineseNumber(year!), chineseNumber(m!), chineseNumber(day!)],
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)?[ -](${month})\\.?,?[ -]((?:19|20)\\d{2})(?!\\d)`,
      'i',
    ),
    read: ([day, name, year]) => [Number(year), named(name), Number(day)],
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})(${month})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d{2})(?!\\d)`,
      'iu',
    ),
    read: ([name, day, year]) => [Number(year), named(name), Number(day)],
  },
  {
    pattern: /(?<![\d.])(\d{1,2})\. ?(\d{1,2})\. ?((?:19|20)\d{2})(?!\d)/,
    read: ([day, m, year]) => [Number(year), Number(m), Number(day)],
  },
  {
    pattern: /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)\d{2})(?!\d)/,
    read: ([first, second, year], language) => {
      const [a, b] = [Number(first), Number(second)]
      if (a > 12 || language === 'de' || a === b) return [Number(year), b, a]
      // 06/07/2018 is June in New York and July in London: not guessed.
      return b > 12 ? [Number(year), a, b] : undefined
    },
  },
]

/**
 * The first date written in a short text, as ISO `yyyy-mm-dd`: ISO, German, English and Chinese forms. Undefined
 * when there is none, it is no real day, or day and month could be swapped.
 */
export function findDate(text: string, language?: string): string | undefined {
  for (const { pattern, read } of forms) {
    const match = pattern.exec(text)
    const date = match && read(match.slice(1), language)
    const iso = date && isoDate(...date)
    if (iso) return iso
  }
  return undefined
}

function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real && year >= 1900 && year < 2100 ? date.toISOString().slice(0, 10) : undefined
}
