import type { Random } from './random.ts'

/** Changes the bytes of one file; `other` is a second file to splice with. */
export type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer

const cut = (bytes: Buffer, from: number, count: number, instead: Uint8Array = Buffer.alloc(0)): Buffer =>
  Buffer.concat([bytes.subarray(0, from), instead, bytes.subarray(from + count)])

const somewhere = (bytes: Buffer, random: Random): number => random.below(bytes.length + 1)

const byteMutations: Readonly<Record<string, Mutation>> = {
  flip: (bytes, random) => {
    const copy = Buffer.from(bytes)
    for (let left = 1 + random.below(8); left > 0 && copy.length > 0; left -= 1)
      copy[random.below(copy.length)]! ^= 1 << random.below(8)
    return copy
  },
  remove: (bytes, random) => cut(bytes, somewhere(bytes, random), 1 + random.below(40)),
  insert: (bytes, random) => {
    const noise = Buffer.from(Array.from({ length: 1 + random.below(16) }, () => random.below(256)))
    return cut(bytes, somewhere(bytes, random), 0, noise)
  },
  repeat: (bytes, random) => {
    const at = somewhere(bytes, random)
    const piece = bytes.subarray(at, at + 1 + random.below(200))
    return cut(bytes, at, 0, Buffer.concat(Array.from({ length: 1 + random.below(20) }, () => piece)))
  },
  truncate: (bytes, random) => bytes.subarray(0, somewhere(bytes, random)),
  behead: (bytes, random) => bytes.subarray(somewhere(bytes, random)),
  splice: (bytes, random, other) =>
    Buffer.concat([bytes.subarray(0, somewhere(bytes, random)), other.subarray(somewhere(other, random))]),
  nul: (bytes, random) =>
    cut(bytes, somewhere(bytes, random), random.below(3), Buffer.alloc(1 + random.below(4))),
  badUtf8: (bytes, random) =>
    cut(
      bytes,
      somewhere(bytes, random),
      0,
      random.pick(
        [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xf8, 0x88], [0xc0, 0x80], [0xef, 0xbf, 0xbe]].map((it) =>
          Buffer.from(it),
        ),
      ),
    ),
  mark: (bytes, random) =>
    Buffer.concat([
      Buffer.from(
        random.pick([
          [0xff, 0xfe],
          [0xfe, 0xff],
          [0xef, 0xbb, 0xbf],
          [0xff, 0xfe, 0, 0],
        ]),
      ),
      bytes,
    ]),
}

const inText =
  (change: (text: string, random: Random) => string): Mutation =>
  (bytes, random) =>
    Buffer.from(change(bytes.toString('latin1'), random), 'latin1')

/** Where a pattern matches, one of the places. */
const one = (text: string, pattern: RegExp, random: Random): { at: number; found: string } | null => {
  const from = random.below(text.length + 1)
  for (const start of [from, 0]) {
    pattern.lastIndex = start
    const match = pattern.exec(text)
    if (match) return { at: match.index, found: match[0] }
  }
  return null
}

const replaced = (text: string, pattern: RegExp, random: Random, by: (found: string) => string): string => {
  const place = one(text, pattern, random)
  return place === null
    ? text
    : text.slice(0, place.at) + by(place.found) + text.slice(place.at + place.found.length)
}

const numbers = [
  '-1',
  '0',
  '1',
  '4294967296',
  '9007199254740993',
  '1e309',
  '-1e309',
  '999999999999999999999999',
  '1.5',
  'NaN',
  '0x10',
  '00',
  '',
  '2147483647',
  '65536',
  '-0',
  'null',
  '"7"',
  '[]',
  '1e3',
  '50000000',
] as const

const values = [
  'null',
  '[]',
  '{}',
  '""',
  'true',
  '[[]]',
  '{"a":{"b":[1]}}',
  '"__proto__"',
  '-1',
  '"\\ud800"',
  '"\\u0000"',
  '1e999',
  '{"__proto__":{"x":1}}',
  '[null]',
  '{"constructor":1,"toString":2}',
] as const

/** Names that a table of names answers to without having them. */
const inEveryObject = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'] as const

const lineEnd = /\r?\n/

const textMutations: Readonly<Record<string, Mutation>> = {
  number: inText((text, random) => {
    let result = text
    for (let left = 1 + random.below(4); left > 0; left -= 1)
      result = replaced(result, /\d+/g, random, (it) =>
        random.chance(0.5) ? String(Number(it) + random.below(7) - 3) : random.pick(numbers),
      )
    return result
  }),
  key: inText((text, random) =>
    replaced(text, /[A-Za-z_]{2,30}(?=["']?\s*[:=])/g, random, (it) =>
      random.pick([...inEveryObject, `${it}x`, it.toUpperCase(), '']),
    ),
  ),
  value: inText((text, random) =>
    replaced(text, /"[^"\\\n]{0,60}"|-?\d+(?:\.\d+)?|true|false|null/g, random, () => random.pick(values)),
  ),
  word: inText((text, random) => {
    const other = random.chance(0.3)
      ? random.pick(inEveryObject)
      : (one(text, /[\w.:-]{2,40}/g, random)?.found ?? 'x')
    return replaced(text, /[\w.:-]{2,40}/g, random, () => other)
  }),
  escape: inText((text, random) =>
    replaced(text, /[A-Za-z]/g, random, (it) =>
      random.pick([
        '\\u0000',
        '\\ud83d',
        '&#0;',
        '&#xD800;',
        '&x;',
        '&lt;',
        '<',
        '>',
        ']]>',
        '\\',
        '"',
        "'",
        '{',
        '}',
        '\t',
        `\\${it}`,
        '%00',
        '=ZZ',
        '\u0085',
        '\f',
      ]),
    ),
  ),
  crlf: inText((text, random) =>
    random.chance(0.5)
      ? text.replace(/\r?\n/g, '\r\n')
      : text.replace(/\r?\n/g, random.pick(['\r', '\n\n', '\n\r'])),
  ),
  lines: inText((text, random) => {
    const lines = text.split(lineEnd)
    const [a, b] = [random.below(lines.length), random.below(lines.length)]
    const how = random.below(4)
    if (how === 0) lines.splice(a, 0, ...Array.from({ length: 1 + random.below(30) }, () => lines[b]!))
    else if (how === 1) lines.splice(a, 1 + random.below(3))
    else if (how === 2) [lines[a], lines[b]] = [lines[b]!, lines[a]!]
    else lines[a] = lines[a]!.slice(0, random.below(lines[a]!.length + 1))
    return lines.join('\n')
  }),
  nesting: inText((text, random) => {
    const [open, close] = random.pick([
      ['[', ']'],
      ['{"a":', '}'],
      ['<a>', '</a>'],
      ['<div>', '</div>'],
      ['{', '}'],
      ['(', ')'],
      ['{\\b ', '}'],
      ['> ', ''],
      ['<x:y>', ''],
      ['BT ', ' ET'],
      ['<< /A ', ' >>'],
      ['--x\r\n', ''],
      ['"', '"'],
      ['\\', ''],
      ['*', '*'],
      ['[1]', ''],
    ] as const)
    const depth = random.pick([3, 300, 5000, 40_000])
    const at = random.below(text.length + 1)
    return (
      text.slice(0, at) +
      open.repeat(depth) +
      (random.chance(0.7) ? close.repeat(depth) : '') +
      text.slice(at)
    )
  }),
  long: inText((text, random) => {
    const piece = random.pick([
      'a',
      ' ',
      '\t',
      '\n',
      '\r\n',
      'a ',
      '-',
      '.',
      '"',
      'é',
      '0',
      '\\',
      '<',
      '=',
      '\u0000',
      'A1 ',
      '|',
      ',',
    ])
    const at = random.below(text.length + 1)
    return text.slice(0, at) + piece.repeat(random.pick([100, 10_000, 200_000])) + text.slice(at)
  }),
}

export const mutations: readonly (readonly [name: string, mutate: Mutation])[] = Object.entries({
  ...byteMutations,
  ...textMutations,
})
