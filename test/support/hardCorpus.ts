import type { Certainty, Corpus, CorpusArticle, CorpusEntity, CorpusMention } from './corpus.ts'
import { nameOf, words } from './hardWords.ts'

/* Projects by hand that hold what files of annotations stumble over. */

type Span = readonly [start: number, end: number]

const spanOf = (text: string, quote: string, from = 0): Span => {
  const start = text.indexOf(quote, from)
  if (start === -1) throw new Error(`"${quote}" is not in "${text}".`)
  return [start, start + quote.length]
}

type Quote = readonly [pieces: string | readonly string[], rest?: Partial<CorpusMention>]

/** Mentions by what they cover; pieces follow each other in the text. */
const mentionsIn = (text: string, quotes: readonly Quote[]): CorpusMention[] =>
  quotes.map(([pieces, rest]) => {
    let from = 0
    const fragments = [pieces].flat().map((piece) => {
      const span = spanOf(text, piece, from)
      from = span[1]
      return span
    })
    return { type: 0, fragments, ...rest }
  })

const articleOf = (
  text: string,
  quotes: readonly Quote[],
  rest: Partial<CorpusArticle> = {},
): CorpusArticle => ({
  text,
  mentions: mentionsIn(text, quotes),
  ...rest,
})

const twoTypes: Corpus['types'] = [{ key: 'company' }, { key: 'place' }]
const owns: Corpus['relationTypes'] = [{ key: 'owns', directed: true }]

const scripts: Corpus = {
  types: twoTypes,
  relationTypes: owns,
  entities: [
    { type: 0, name: 'Amélie ſtraße', aliases: [['Ame\u0301lie', 'fr']] },
    { type: 0, name: '𠮷野家', aliases: [['よしのや', 'ja']] },
    { type: 1, name: 'שָׁלוֹם', note: '\u200fמימין\u200e left' },
    { type: 1, name: '👩‍👩‍👧‍👦', note: '🏴󠁧󠁢󠁥󠁮󠁧󠁿' },
  ],
  relations: [{ type: 0, source: 0, target: 1 }],
  articles: [
    articleOf(
      'Ame\u0301lie\u0323\u0307 Noe\u0308l, ﬁnanz ﬂuss ſtraße Straße ẞ ŉ ĳ İstanbul ıi. Zwei Sätze! Ⅳ ½ ² ℡',
      [
        ['Ame\u0301lie\u0323\u0307', { entity: 0 }],
        ['me', { type: 1 }],
        ['\u0301li', { type: 1 }],
        ['ﬁnanz'],
        ['traß', { type: 1 }],
        ['İstanbul ıi.', { type: 1 }],
        ['²'],
      ],
      { language: 'de', title: 'Ame\u0301lie ﬁ' },
    ),
    articleOf(
      '𠀀𠮷野家和𪚥公司，京东。ﾊﾝｶｸ ｶﾞ한국어 회사。\n香港（HK）「引用」——',
      [
        ['𠮷野家', { entity: 1 }],
        ['𠀀𠮷', {}],
        ['𪚥公司', { entity: 0 }],
        ['京东。'],
        ['ﾊﾝｶｸ ｶﾞ한', { type: 1 }],
        ['회사'],
        ['（HK）', { type: 1 }],
      ],
      {
        language: 'zh',
        title: '𠮷野家和',
        evidence: [{ relation: 0, span: [0, 12], source: 2, target: 0 }],
      },
    ),
    articleOf(
      '\u200fشركة\u200e IBM \u202bעברית\u202c \u2067abc\u2069 ، ـــ ٣٫٥ שָׁלוֹם\u200f. لا إله',
      [
        ['\u200fشركة\u200e', { entity: 2, type: 1 }],
        ['IBM'],
        ['\u202bעברית\u202c'],
        ['\u2067', { type: 1 }],
        ['٣٫٥'],
        ['שָׁ', { type: 1 }],
        ['לוֹם', { type: 1 }],
      ],
      { language: 'ar', title: '\u202eevil\u202c' },
    ),
    articleOf(
      'क्षत्रिय कंपनी ने กสิกรไทย ธนาคารเก้าอี้ தமிழ் བོད་ཡིག ខ្មែរ ကုမ္ပဏီ ქართული Ελλάς ὀδός Ж’о',
      [
        ['क्षत्रिय'],
        ['क्ष', { type: 1 }],
        ['ष', { type: 1 }],
        ['กสิกรไทย'],
        ['นาคาร'],
        ['தமி', { type: 1 }],
        ['Ελλάς'],
        ['Ж’о'],
      ],
      { language: 'hi', title: 'क्षत्रिय' },
    ),
    articleOf(
      '👩‍👩‍👧‍👦 👍🏽 🇩🇪🇨🇳 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣ 🤷🏿‍♂️JD🚀',
      [
        ['👩‍👩‍👧‍👦', { type: 1, entity: 3 }],
        ['👩'],
        ['🏽'],
        ['🇨🇳', { type: 1 }],
        ['🇪🇨'],
        ['\ufe0f'],
        ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', { type: 1 }],
        ['1️⃣'],
        ['JD🚀'],
        ['🤷🏿‍♂️J'],
      ],
      { title: '👩‍👩‍👧‍👦' },
    ),
  ],
}

const blanks =
  ' \t \nStart\u2028mid\u2029end\u0085next\u00a0y\u3000z\u200bw\ufeffq\u00ads\u2060t\ufffd \u001f\u007f\n \n\n  end.\n\n'
const crossing = 'Alpha Beta and Gamma Beta of Alpha, Delta & Söhne.\nAlpha Beta\n\nGamma Delta. Omega'

const places: Corpus = {
  types: [{ key: 'company' }, { key: 'place' }, { key: 'money', valueKind: 'money' }],
  relationTypes: [
    { key: 'owns', directed: true },
    { key: 'with', directed: false },
  ],
  entities: [
    { type: 0, name: 'Alpha' },
    { type: 0, name: 'Beta' },
    { type: 1, name: 'Omega' },
  ],
  relations: [
    { type: 0, source: 0, target: 1, note: 'two passages' },
    { type: 1, source: 1, target: 0 },
    { type: 0, source: 0, target: 1, status: 'denied' },
    { type: 0, source: 0, target: 0 },
    { type: 1, source: 0, target: 2 },
  ],
  articles: [
    articleOf(
      crossing,
      [
        ['Alpha', { entity: 0 }],
        ['Beta', { entity: 1 }],
        ['Alpha Beta', { type: 1 }],
        [['Alpha', 'Gamma'], { note: 'crosses the next' }],
        [['Beta', 'Alpha', 'Delta'], { certainty: 'doubtful' }],
        ['Beta and Gamma', { type: 1, certainty: 'probable' }],
        ['Gamma Beta of', {}],
        ['Delta & Söhne.\nAlpha Beta\n\nGamma', { note: 'over lines' }],
        [['Söhne.', 'Delta.'], {}],
        ['Alpha', { entity: 0, type: 0, note: 'a twin' }],
        ['Alpha', { type: 1, note: 'of another type' }],
        ['Omega', { type: 1, entity: 2 }],
        [crossing, { type: 1, note: 'all of it' }],
        [['A', 'p'], { type: 1 }],
        [['Beta\n', 'Gamma Delta.'], { type: 1 }],
      ],
      {
        title: 'Crossing',
        evidence: [
          { relation: 0, span: spanOf(crossing, 'Alpha Beta and'), source: 0, target: 1 },
          { relation: 0, span: spanOf(crossing, 'Gamma Beta of Alpha'), source: 0, target: 1, note: 'again' },
          { relation: 1, span: spanOf(crossing, 'Alpha Beta and'), source: 1, target: 0 },
          { relation: 2, span: [0, crossing.length], source: 0, target: 1 },
          { relation: 3, span: spanOf(crossing, 'Alpha'), source: 0, target: 9 },
          { relation: 4, span: spanOf(crossing, 'Omega') },
        ],
      },
    ),
    articleOf(
      blanks,
      [
        ['Start\u2028mid'],
        ['\u2028', { type: 1 }],
        ['end\u0085next', { type: 1 }],
        ['y\u3000z'],
        ['\u200b', { type: 1 }],
        ['w\ufeffq'],
        ['s\u2060t\ufffd'],
        ['\ufffd', { type: 1 }],
        ['\u001f\u007f'],
        [' \t \nStart', { note: 'begins in blanks' }],
        ['end.\n\n', { note: 'ends in blanks' }],
        [' \t ', { type: 1 }],
        ['\n\n', { type: 1 }],
        [[' \n', '  end'], { type: 1 }],
      ],
      { title: 'Blanks', language: '' },
    ),
    { text: '\n \t\n', title: 'Only blanks', mentions: [{ type: 0, fragments: [[1, 3]] }] },
    { text: '\n\n\n', title: 'Only lines' },
    { text: '', title: 'Nothing' },
    { text: 'x', title: 'One letter', mentions: [{ type: 0, fragments: [[0, 1]], entity: 0 }] },
    articleOf('550 $', [['550 $', { type: 2, value: { kind: 'money', amount: 550, currency: 'USD' } }]]),
    articleOf('550 $', [['550 $', { type: 2 }]], { title: 'the same text' }),
  ],
}

const lineNames = words.map(nameOf)

const certainties: readonly Certainty[] = ['certain', 'probable', 'doubtful']

const named = (name: string, index: number): CorpusEntity => ({
  type: index % 3,
  name,
  ...(index % 2 === 0 && { note: `${words[(index + 7) % words.length]}\n${name}\n` }),
  aliases:
    index % 4 === 0 ? [[lineNames[(index + 3) % words.length]!, index % 8 === 0 ? 'zh-Hant' : '']] : [],
  outsideIds:
    index % 5 === 0 ? [['wiki data', `Q:${words[(index + 1) % words.length]}`.replace(/\s/g, '_')]] : [],
})

const names: Corpus = {
  types: [
    { key: '__proto__' },
    { key: 'o' },
    { key: 'constructor' },
    { key: '公司' },
    { key: 'b_i' },
    { key: '1' },
    { key: 'relation' },
    { key: 'date', valueKind: 'date' },
    { key: 'percentage', valueKind: 'percentage' },
    { key: 'quantity', valueKind: 'quantity' },
    { key: 'ångström_ſ' },
    { key: 'x'.repeat(60) },
  ],
  relationTypes: [
    { key: 'relation', directed: true },
    { key: '_', directed: false },
    { key: '合作', directed: true },
    { key: 'arg1', directed: true },
  ],
  entities: [...lineNames.map(named), { type: 3, name: 'n'.repeat(500) }, { type: 3, name: 'Nobody' }],
  relations: words.slice(0, 24).map((note, index) => ({
    type: index % 4,
    source: index,
    target: index + 1,
    status: ['', 'announced', 'denied', 'completed', 'ended'][index % 5]!,
    validFrom: ['', '2018', '2018-06', '2018-06-18'][index % 4]!,
    validTo: ['', '', '2020-02-29'][index % 3]!,
    ...(index % 3 === 0 && {
      amount: ['550000000', '-0.01', '12345678901234567890.123'][index % 9 === 0 ? 2 : 0]!,
      currency: 'USD',
    }),
    ...(index % 6 === 1 && { share: '0.93' }),
    certainty: certainties[index % 3]!,
    note: index % 2 === 0 ? `${note}\n\nnote` : '',
  })),
  articles: [
    'CON',
    '..',
    'a/b\\c:*?"<>|',
    'x'.repeat(2000),
    '',
    'Same',
    'Same',
    'two lines',
    '.hidden',
    '=1+1',
  ].map((title, index) => {
    const text = lineNames.map((it) => `${it} said ${index}.`).join(index % 2 === 0 ? '\n' : ' ')
    let from = 0
    const mentions = lineNames.map((it, entity): CorpusMention => {
      const span = spanOf(text, it, from)
      from = span[1]
      return {
        type: entity % 3,
        fragments: [span],
        ...((entity + index) % 5 > 0 && { entity }),
        certainty: certainties[(entity + index) % 3]!,
        ...((entity + index) % 4 === 0 && { note: `${words[(entity + index) % words.length]}\n ${it} ` }),
        suggested: (entity + index) % 7 === 0,
      }
    })
    const values: CorpusMention[] = [
      {
        type: 7,
        fragments: [[0, 1]],
        value: { kind: 'date', from: '2018-06-18', to: '2018-06-30', precision: 'day', approximate: true },
      },
      { type: 8, fragments: [[0, 2]], value: { kind: 'percentage', value: -0.5, to: 1e21, bound: 'max' } },
      { type: 9, fragments: [[1, 3]], value: { kind: 'quantity', value: 3, unit: '种"商品"|\n' } },
      { type: 9, fragments: [[2, 4]] },
      { type: 10, fragments: [[3, 5]] },
      { type: 11, fragments: [[4, 6]] },
    ]
    const proofs = [0, 1, 2, 3, 4, 5, 6, 7].map((at) => (at * 3 + index) % 24)
    return {
      text,
      title,
      language: ['en', '', 'zh-Hant', 'de'][index % 4]!,
      publishedOn: ['', '2018', '2018-06', '2018-06-18'][index % 4]!,
      publisher: lineNames[index]!,
      sourceUrl: index % 2 === 0 ? `https://x.example/ü ${index}?a="b"&c=<d>|` : '',
      status: ['unread', 'in_progress', 'done', 'reviewed', 'set_aside'][index % 5]!,
      note: index % 2 === 0 ? `${words[index + 9]}\n\n  lines\t` : '',
      mentions: [...mentions, ...values],
      evidence: proofs.map((relation, at) => ({
        relation,
        span: [mentions[relation]!.fragments[0]![0], mentions[relation + 1]!.fragments[0]![1]] as const,
        ...(at % 3 !== 2 && { source: relation }),
        ...(at % 2 === 0 && { target: relation + 1 }),
        note: at === 0 ? `${words[relation]}\n` : '',
      })),
    }
  }),
}

const filler = 'Der US-Konzern Google 🚀 investiert 550 Millionen Dollar in JD.com; '
const longLine = filler.repeat(Math.ceil(100_000 / filler.length))

const long: Corpus = {
  types: Array.from({ length: 300 }, (_, index) => ({ key: `type_${index}` })),
  relationTypes: owns,
  entities: Array.from({ length: 300 }, (_, index) => ({ type: index, name: `Entity ${index}` })),
  relations: [{ type: 0, source: 0, target: 1 }],
  articles: [
    {
      text: longLine,
      title: 'One line',
      mentions: Array.from({ length: 300 }, (_, index) => {
        const start = (index * 5 + 2) * filler.length + filler.indexOf('Google')
        return { type: index, fragments: [[start, start + 9]] as const, entity: index }
      }).filter((it) => it.fragments[0]![1] <= longLine.length),
      evidence: [{ relation: 0, span: [10, 90_000], source: 0, target: 1 }],
    },
    {
      text: `${'a'.repeat(100_000)} end`,
      title: 'One word',
      mentions: [
        { type: 0, fragments: [[0, 100_000]] },
        { type: 1, fragments: [[50_000, 50_001]], entity: 1 },
        {
          type: 2,
          fragments: [
            [0, 1],
            [99_999, 100_000],
          ],
        },
      ],
    },
    {
      text: `x${'\n'.repeat(5000)}y${' '.repeat(5000)}z`,
      title: 'Gaps',
      mentions: [{ type: 0, fragments: [[0, 10_003]] }],
    },
  ],
}

export const hardCorpora: readonly (readonly [name: string, corpus: Corpus])[] = [
  ['scripts', scripts],
  ['places', places],
  ['names', names],
  ['long', long],
]
