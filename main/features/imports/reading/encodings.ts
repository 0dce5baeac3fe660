import chardet from 'chardet'
import iconv from 'iconv-lite'
import { entryOf } from '../files/entryOf.ts'
import type { Confidence } from './types.ts'

/** Labels that mean another encoding in practice (WHATWG Encoding Standard, §4.2). */
const supersets: Record<string, string> = {
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  cp936: 'gb18030',
  'x-gbk': 'gb18030',
  'gb_2312-80': 'gb18030',
  'big5-hkscs': 'big5',
  'x-sjis': 'shift_jis',
  sjis: 'shift_jis',
  cp932: 'shift_jis',
  'windows-949': 'euc-kr',
  cp949: 'euc-kr',
  ks_c_5601: 'euc-kr',
  'ks_c_5601-1987': 'euc-kr',
  utf8: 'utf-8',
  'utf-16': 'utf-16le',
  unicode: 'utf-16le',
}

const stateful = ['iso-2022-jp', 'iso-2022-kr', 'hz-gb-2312']

/** The encoding a label stands for, in lower case; undefined when it is unknown. */
export function canonicalEncoding(label: string): string | undefined {
  const key = label.trim().toLowerCase()
  const name = entryOf(supersets, key) ?? key
  return stateful.includes(name) || (name !== '' && iconv.encodingExists(name)) ? name : undefined
}

/**
 * Decodes by name; bytes that do not fit become U+FFFD. iconv-lite, because Node's own decoder reads
 * windows-1252, EUC-KR and Big5-HKSCS wrongly; the three 7-bit encodings it lacks are turned into their 8-bit twins.
 */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'utf-8') return new TextDecoder('utf-8').decode(bytes)
  if (encoding === 'iso-2022-jp') return new TextDecoder('iso-2022-jp').decode(bytes)
  if (encoding === 'iso-2022-kr') return iconv.decode(shiftedToEightBit(bytes), 'euc-kr')
  if (encoding === 'hz-gb-2312') return iconv.decode(hzToEightBit(bytes), 'gb18030')
  return iconv.decode(bytes, encoding)
}

/** ISO-2022-KR (RFC 1557): a designator ESC $ ) C, then SO … SI around KS X 1001 in seven bits. */
function shiftedToEightBit(bytes: Uint8Array): Uint8Array {
  const out: number[] = []
  let shifted = false
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index]!
    if (byte === 0x0e) shifted = true
    else if (byte === 0x0f) shifted = false
    else if (byte === 0x1b && bytes[index + 1] === 0x24 && bytes[index + 2] === 0x29) index += 3
    else out.push(shifted && byte > 0x20 ? byte | 0x80 : byte)
  }
  return Uint8Array.from(out)
}

/** HZ (RFC 1843): `~{` … `~}` around GB 2312 in seven bits, `~~` for a tilde, `~` before a line end joins lines. */
function hzToEightBit(bytes: Uint8Array): Uint8Array {
  const out: number[] = []
  let chinese = false
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index]!
    const next = bytes[index + 1]
    if (byte === 0x7e && (next === 0x7b || next === 0x7d)) {
      chinese = next === 0x7b
      index++
    } else if (byte === 0x7e && !chinese && next === 0x7e) {
      out.push(byte)
      index++
    } else if (byte === 0x7e && !chinese && next === 0x0a) index++
    else out.push(chinese && byte > 0x20 ? byte | 0x80 : byte)
  }
  return Uint8Array.from(out)
}

/** Recognises the encodings whose text is pure seven-bit; undefined for plain ASCII. */
export function statefulEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 65_536)).toString('latin1')
  if (/\x1b\$[@B]/.test(head) && /\x1b\([BJ]/.test(head)) return 'iso-2022-jp'
  if (head.includes('\x1b$)C') && head.includes('\x0e')) return 'iso-2022-kr'
  if (/~\{(?:[\x21-\x77][\x21-\x7e]){1,200}~\}/.test(head)) return 'hz-gb-2312'
  return undefined
}

const commonChinese = new Set(
  '的一是不了人我在有他这中大来上个国和也子时道说们为要得年着会下过天去能对小多然于心学之都好看起发成只如事把还用第样行方开从面本当经动法现部同实此进新与公美业元万亿市场资金投企电商网将及以后前最高全更月日报收部分合作购平台东京' +
    '這來個國時說們為會過對學發還樣開從當經動現實進與業萬億場資電網將後報購東長產關門車馬見間問題應機無點體區兩務員內價統條數總處據車計線錢銀買賣讓認識讀寫',
)
const commonKorean = new Set(
  '이다는을의에가고한지로를하은사기도인자서어시리나대들라과수아일정보있그것해게부장전주여스으만',
)
const chineseMarks = new Set('，。、；：“”《》（）？！「」『』')
const western = new Set(
  'äöüßÄÖÜéèêëàâçîïôùûœæÉÈÀÇñÑáíóúÁÍÓÚ¿¡ãõåøæÅØÆìòÌÒ„“”‚‘’‹›«»–—…€£§°©®™·•´²½¼×\u00a0\u00ad',
)

type Counts = {
  other: number
  bad: number
  chinese: number
  marks: number
  kana: number
  kanji: number
  korean: number
  western: number
  neighbours: number
}

function count(text: string): Counts {
  const counts = {
    other: 0,
    bad: 0,
    chinese: 0,
    marks: 0,
    kana: 0,
    kanji: 0,
    korean: 0,
    western: 0,
    neighbours: 0,
  }
  let before = false
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code < 0x80) {
      before = false
      continue
    }
    counts.other++
    if (before) counts.neighbours++
    before = true
    if (code === 0xfffd || code < 0xa0 || (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000) counts.bad++
    if (commonChinese.has(character)) counts.chinese++
    if (chineseMarks.has(character)) counts.marks++
    if (code >= 0x3040 && code <= 0x30ff) counts.kana++
    if (code >= 0x4e00 && code <= 0x9fff) counts.kanji++
    if (commonKorean.has(character)) counts.korean++
    if (western.has(character)) counts.western++
  }
  return counts
}

/** How ordinary a text is as Chinese: about 1 for prose, near 0 for bytes read in a wrong encoding. */
export function everydayChinese(text: string): number {
  const counts = count(text)
  return counts.other === 0 ? 0 : asChinese(counts)
}

type Plausible = (counts: Counts) => number

const asChinese: Plausible = ({ other, chinese, marks, kana }) => (2 * chinese + marks - kana) / other
const asJapanese: Plausible = ({ other, kana, kanji, chinese }) =>
  kana > other * 0.15 ? Math.min(1.4, (2 * kana + kanji + chinese) / other) : 0
const asKorean: Plausible = ({ other, korean }) => (2 * korean) / other
const asWestern: Plausible = ({ other, western: letters, neighbours }) =>
  Math.max(0, letters / other - (1.5 * neighbours) / other)

/** What a decoding should look like if it is the right one: about 1 for real text, near 0 for any other. */
const candidates: { encoding: string; plausible: Plausible }[] = [
  { encoding: 'gb18030', plausible: asChinese },
  { encoding: 'big5', plausible: asChinese },
  { encoding: 'shift_jis', plausible: asJapanese },
  { encoding: 'euc-jp', plausible: asJapanese },
  { encoding: 'euc-kr', plausible: asKorean },
  { encoding: 'windows-1252', plausible: asWestern },
]

/**
 * The best encoding for bytes that are no UTF. chardet's statistics decide among long texts; for the short ones of
 * daily life every candidate is decoded and judged by how ordinary its characters are.
 */
export function guessEncoding(bytes: Uint8Array): { encoding: string; confidence: Confidence } | undefined {
  const sample = bytes.subarray(0, 65_536)
  const detected = new Map<string, number>()
  for (const { name, confidence } of chardet.analyse(sample)) {
    const encoding = canonicalEncoding(name)
    if (encoding === undefined || encoding.startsWith('utf') || stateful.includes(encoding)) continue
    detected.set(encoding, Math.max(detected.get(encoding) ?? 0, confidence / 100))
  }
  const names = new Set([...candidates.map(({ encoding }) => encoding), ...detected.keys()])
  const scores = [...names].map((encoding) => {
    // The sample may end inside a character: its last one proves nothing.
    const counts = count(decodeAs(sample, encoding).slice(0, bytes.length > sample.length ? -2 : undefined))
    const own = candidates.find((candidate) => candidate.encoding === encoding)?.plausible(counts)
    const bad = counts.other === 0 ? 0 : counts.bad / counts.other
    const trust = detected.get(encoding) ?? 0
    return { encoding, bad, score: (own ?? 0.3 * trust) + 0.6 * trust - 12 * bad }
  })
  scores.sort((a, b) => b.score - a.score)
  const [best, second] = scores
  if (best === undefined || best.bad > 0.2) return undefined
  return { encoding: best.encoding, confidence: best.score - (second?.score ?? 0) > 0.4 ? 'likely' : 'guess' }
}
