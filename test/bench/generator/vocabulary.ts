import { createRandom, createZipf, type Random, shuffled } from './random.ts'

/** Words of one language, most frequent first, and how its sentences are put together. */
export interface Vocabulary {
  readonly language: string
  word(random: Random): string
  readonly space: string
  readonly stop: string
  readonly comma: string
  /** Words per sentence: at least, at most. */
  readonly length: readonly [number, number]
}

const split = (words: string): string[] => words.trim().split(/\s+/)
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

const german = {
  common:
    split(`der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus
    er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis
    mehr durch man sein wurde sei prozent hatte kann gegen vom können schon wenn habe seine mark ihre dann unter wir soll
    ich eines jahr zwei jahren diese dieser wieder keine größte groß müssen schließt heißt`),
  stems:
    split(`handel markt beteiligung übernahme vorstand aufsicht milliarde internet anteil partner plattform kunde
    lieferant wettbewerb kapital börse aktie umsatz gewinn verlust anleger bericht quartal strategie filiale versand
    zahlung technik wachstum konzern tochter gruppe vertrag verhandlung kartell behörde straße größe maßnahme schluss
    china europa amerika asien lebensmittel mode elektronik logistik werbung daten wolke suche dienst gerät sprache
    assistent einkauf verkauf preis waren haus welt zukunft jahr geschäft führung leitung entwicklung forschung fabrik`),
}
const english = {
  common:
    split(`the of and to in a is that for it as was with be by on not he his but at are this have from or had an
    they which one you were all her she there would their we him been has when who will no more if out so up said what its
    about than into them can only other time new some could these two may first then do any like my now over such our man
    me even most made after also did many off before must well back through years much where your way down should because`),
  stems:
    split(`trade market stake merger board margin billion online share partner platform client supplier rival capital
    exchange stock revenue profit loss investor report quarter strategy store delivery payment technology growth group
    unit contract talk regulator street measure retail grocery fashion logistics advert data cloud search service device
    voice assistant purchase sale price warehouse house world future business leader develop research factory`),
}
const chineseWords =
  split(`京东 腾讯 阿里 公司 投资 收购 市场 零售 电商 平台 合作 股份 亿元 美元 中国 美国 欧洲 增长 技术 数据
  服务 用户 企业 集团 战略 业务 报告 季度 销售 价格 物流 支付 超市 商品 品牌 消费 经济 发展 管理 董事 股东 协议 谈判 竞争 监管
  表示 认为 目前 今年 去年 已经 可以 进行 通过 以及 同时 其中 我们 他们 没有 这个 一个 自己 问题 时间 工作 未来 线上 线下 门店
  供应 渠道 资本 上市 交易 利润 亏损 广告 搜索 语音 助手 设备 云计算 人工智能 互联网`)
const chineseParticles = split('的 了 在 是 和 与 将 对 为 也 有 不 到 就 从 以 而 但 被 把')

const compounds = (stems: readonly string[], joint: string): string[] =>
  stems.flatMap((a) => stems.map((b) => (a === b ? a : a + joint + b)))

/** Made-up words of letters of a script; ranges are inclusive code points. */
const invented = (count: number, ranges: readonly (readonly [number, number])[], random: Random): string[] =>
  Array.from({ length: count }, () => {
    const letters = Array.from({ length: 2 + random.below(7) }, () => {
      const [from, to] = random.pick(ranges)
      return String.fromCodePoint(from + random.below(to - from + 1))
    })
    return letters.join('')
  })

const syllables = (count: number, random: Random): string[] => {
  const onset = split('b br d dr f fl g gr h k kl l m n p pr r s sch st t tr v w z')
  const core = split('a e i o u ä ö ü ei au ie é')
  const coda = split('n r l s t m nd rt ck ß x ng')
  return Array.from({ length: count }, () => {
    const parts = Array.from(
      { length: 1 + random.below(3) },
      () => random.pick(onset) + random.pick(core) + (random.chance(0.5) ? random.pick(coda) : ''),
    )
    return parts.join('')
  })
}

const signs = ['🚀', '👨‍👩‍👧', '🧑🏽‍💻', '🇩🇪', 'Ａ＋', 'ﬁ', 'e\u0301', '𝕏', '™', '½']

const create = (
  language: string,
  words: readonly string[],
  exponent: number,
  shape: Omit<Vocabulary, 'language' | 'word'>,
): Vocabulary => {
  const zipf = createZipf(words.length, exponent)
  return {
    language,
    word: (random) => (random.chance(0.002) ? random.pick(signs) : words[zipf(random)]!),
    ...shape,
  }
}

const western = { space: ' ', stop: '. ', comma: ', ', length: [7, 22] } as const
const eastern = { space: '', stop: '。', comma: '，', length: [9, 24] } as const

/** The languages of a corpus, each with its share of the articles (they add up to 1). */
export const createVocabularies = (seed: number): readonly { vocabulary: Vocabulary; share: number }[] => {
  const random = createRandom(seed)
  const characters = Array.from({ length: 2500 }, (_, index) => String.fromCodePoint(0x4e00 + index * 8))
  const pairs = Array.from({ length: 24_000 }, () => random.pick(characters) + random.pick(characters))
  const germanWords = [
    ...german.common,
    ...shuffled(
      [
        ...german.stems.map(capital),
        ...compounds(german.stems, '').map(capital),
        ...compounds(german.stems, 's').map(capital),
      ],
      random,
    ),
    ...syllables(20_000, random),
  ]
  const englishWords = [
    ...english.common,
    ...shuffled([...english.stems, ...compounds(english.stems, '-').slice(0, 2000)], random),
    ...syllables(20_000, random),
  ]
  return [
    { share: 0.36, vocabulary: create('de', germanWords, 1.02, western) },
    { share: 0.34, vocabulary: create('en', englishWords, 1.05, western) },
    {
      share: 0.22,
      vocabulary: create(
        'zh',
        [...chineseParticles, ...shuffled(chineseWords, random), ...pairs],
        0.95,
        eastern,
      ),
    },
    {
      share: 0.02,
      vocabulary: create(
        'ja',
        [
          ...invented(
            8000,
            [
              [0x3041, 0x3096],
              [0x30a1, 0x30fa],
            ],
            random,
          ),
          ...pairs,
        ],
        1,
        eastern,
      ),
    },
    { share: 0.02, vocabulary: create('ru', invented(9000, [[0x430, 0x44f]], random), 1, western) },
    {
      share: 0.01,
      vocabulary: create(
        'ar',
        invented(
          9000,
          [
            [0x627, 0x63a],
            [0x641, 0x64a],
          ],
          random,
        ),
        1,
        western,
      ),
    },
    { share: 0.01, vocabulary: create('ko', invented(9000, [[0xac00, 0xd7a3]], random), 1, western) },
    { share: 0.02, vocabulary: create('fr', syllables(9000, random), 1, western) },
  ]
}

/** Names for entities: how a company, person, place … is written in three scripts. */
export const entityName = (type: string, script: 'latin' | 'han', rank: number, random: Random): string => {
  if (script === 'han') {
    const body = Array.from({ length: 2 + random.below(2) }, () =>
      String.fromCodePoint(0x4e00 + random.below(2500) * 8),
    )
    return body.join('') + ({ company: '集团', organisation: '协会', place: '市', deal: '交易' }[type] ?? '')
  }
  const [first, second] = syllables(2, random).map(capital) as [string, string]
  switch (type) {
    case 'company':
      return rank % 3 === 0
        ? first + second
        : `${first}${second.toLowerCase()} ${random.pick(['AG', 'Inc.', 'SE', 'Group', 'GmbH & Co. KG'])}`
    case 'person':
      return `${first} ${second}`
    case 'organisation':
      return `${first} ${capital(random.pick(german.stems))}verband`
    case 'deal':
      return `${first}-${second}-Deal`
    case 'product':
      return `${first} ${second}${random.below(9)}`
    default:
      return first + second.toLowerCase()
  }
}
