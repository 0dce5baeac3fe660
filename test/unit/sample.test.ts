import { describe, expect, it } from 'vitest'
import { readValue } from '../../shared/values/read.ts'
import { valueKind } from '../../shared/values/value.ts'
import {
  decode,
  entityKinds,
  finalText,
  listArticleFiles,
  occurrences,
  placesOf,
  rawBlocks,
  readAnnotations,
  readBytes,
  symmetricKinds,
} from '../support/sampleCorpus.ts'

const { entities, articles } = readAnnotations()
const entityByKey = new Map(entities.map((entity) => [entity.key, entity]))
const texts = new Map(articles.map((article) => [article.file, finalText(article)]))
const textOf = (file: string) => texts.get(file) ?? ''
const relations = articles.flatMap((article) => article.relations)
const count = (status: string) => articles.filter((article) => article.status === status).length

/** The encodings README.md promises; every other file is UTF-8 without a mark and with LF. */
const unusualEncodings = {
  'articles/guge-rugu-jingdong.html': 'gb18030',
  'articles/jd-verkauft-ueber-google-express.txt': 'windows-1252',
  'articles/apple-und-alibaba-sprechen.txt': 'utf-16le',
}

const dealFiles = {
  'Google and JD.com': /google-|guge|jd-|jingdong/,
  'Apple Pay and Alipay': /^articles\/(apple|pingguo)/,
  'Tencent on Tmall': /^articles\/(tencent|tengxun)/,
  'Walmart and TikTok': /^articles\/(walmart|woerma)/,
}

describe('the sample corpus', () => {
  it('lists every raw article once, and no other', () => {
    expect(articles.map((article) => article.file).sort()).toEqual(listArticleFiles())
  })

  it('covers three languages, four deals and every status', () => {
    const inLanguage = (language: string) =>
      articles.filter((article) => article.language === language).length
    expect(inLanguage('de')).toBeGreaterThanOrEqual(5)
    expect(inLanguage('en')).toBeGreaterThanOrEqual(6)
    expect(inLanguage('zh')).toBeGreaterThanOrEqual(4)
    for (const [deal, pattern] of Object.entries(dealFiles)) {
      const told = articles.filter((article) => article.status !== 'set_aside' && pattern.test(article.file))
      expect(told.length, deal).toBeGreaterThanOrEqual(3)
      expect(new Set(told.map((article) => article.language)).size, deal).toBe(3)
    }
    expect(count('done') + count('reviewed')).toBeGreaterThanOrEqual(10)
    expect([count('in_progress'), count('unread'), count('set_aside')]).toEqual([3, 3, 1])
  })

  it('is encoded as its README says', () => {
    for (const { file } of articles) {
      const { encoding, text } = decode(readBytes(file))
      expect(encoding, file).toBe(unusualEncodings[file as keyof typeof unusualEncodings] ?? 'utf-8')
      expect(text, file).not.toContain('\uFFFD')
    }
    const withCrlf = listArticleFiles().filter((file) => decode(readBytes(file)).text.includes('\r\n'))
    expect(withCrlf).toEqual([
      'articles/apple-und-alibaba-sprechen.txt',
      'articles/smart-speakers-for-jd.txt',
    ])
    expect(readBytes('articles/jingdong-chuhai.txt').subarray(0, 3).toString('hex')).toBe('efbbbf')
  })

  it('holds characters beyond the Basic Multilingual Plane, joined emoji and full-width forms in annotated text', () => {
    expect(textOf('articles/walmart-joins-tiktok-bid.html')).toMatch(/👩\u200D👧\u200D👦.*ＴＯＰ/u)
    expect(textOf('articles/guge-rugu-jingdong.html')).toMatch(/👍🏽/u)
    expect(textOf('articles/pingguo-zhifubao-qiatan.txt')).toMatch(/２２万/)
  })

  it('carries scripts and outside images in its pages, so that it shows when one of them runs or loads', () => {
    for (const file of listArticleFiles().filter((name) => name.endsWith('.html'))) {
      const { text } = decode(readBytes(file))
      expect(text, file).toContain("document.title = 'Script ran'")
      expect(text, file).toMatch(/<img src="https:\/\/images\.example\.com\//)
    }
  })

  it('holds one near duplicate', () => {
    const shingles = (file: string) => {
      const words = textOf(file).split(/\s+/)
      return new Set(words.slice(4).map((_, index) => words.slice(index, index + 5).join(' ')))
    }
    const copy = shingles('articles/google-stake-in-jd-syndicated.txt')
    const original = shingles('articles/google-stake-in-jd.html')
    const shared = [...copy].filter((shingle) => original.has(shingle)).length
    expect(shared / copy.size).toBeGreaterThan(0.7)
    expect(shared / copy.size).toBeLessThan(1)
  })
})

describe('the entities', () => {
  it('have keys, names and aliases of their own', () => {
    expect(entityByKey.size).toBe(entities.length)
    for (const entity of entities) {
      const names = entity.aliases.map((alias) => `${alias.language}:${alias.text}`)
      expect(new Set(names).size, entity.key).toBe(names.length)
    }
    const owners = new Map<string, string>()
    for (const { key, name, aliases } of entities)
      for (const text of [name, ...aliases.map((alias) => alias.text)]) {
        expect(owners.get(text) ?? key, `${text} belongs to two entities`).toBe(key)
        owners.set(text, key)
      }
  })

  it('are all mentioned somewhere', () => {
    const mentioned = new Set(
      articles.flatMap((article) => article.mentions.map((mention) => mention.entity)),
    )
    expect(entities.map(({ key }) => key).filter((key) => !mentioned.has(key))).toEqual([])
  })
})

describe.each(articles)('$file', (article) => {
  const text = textOf(article.file)
  const places = placesOf(text, article.mentions)

  it('has its cuts in the raw article, each once in the list', () => {
    const blocks = rawBlocks(article.file)
    expect(article.cuts.filter((cut) => !blocks.includes(cut))).toEqual([])
    expect(new Set(article.cuts).size).toBe(article.cuts.length)
  })

  it('has a place for every mention, of an entity and type that fit', () => {
    for (const mention of article.mentions) {
      const label = JSON.stringify(mention)
      expect(Boolean(mention.quote) !== Boolean(mention.fragments), label).toBe(true)
      expect(
        places.some((place) => place.mention === mention),
        `${label} is not in the text`,
      ).toBe(true)
      const isEntityKind = (entityKinds as readonly string[]).includes(mention.type)
      if (isEntityKind) expect(entityByKey.get(mention.entity ?? '')?.type, label).toBe(mention.type)
      else expect(mention.entity, label).toBeUndefined()
      expect(mention.value?.kind ?? mention.type, label).toBe(mention.type)
    }
  })

  it('gives a value where the rules read none', () => {
    const context = { language: article.language, publishedOn: article.publishedOn }
    const missing = article.mentions.filter(({ type, quote, value }) => {
      const kind = valueKind.safeParse(type).data
      return kind && !value && (!quote || readValue(kind, quote, context) === null)
    })
    expect(missing).toEqual([])
  })

  it('tags no place twice with the same type', () => {
    const keys = places.map(({ mention, spans }) => `${mention.type} ${JSON.stringify(spans)}`)
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it('never breaks a quote, fragment or passage across blocks', () => {
    const quotes = article.mentions.flatMap(({ quote, fragments }) => fragments ?? [quote ?? ''])
    const passages = article.relations.map((relation) => relation.evidence)
    expect([...quotes, ...passages].filter((part) => part.includes('\n') || part.trim() !== part)).toEqual([])
  })

  it('proves every relation by a passage that holds a mention of both ends', () => {
    for (const { evidence, source, target, sourceQuote, targetQuote } of article.relations) {
      expect(occurrences(text, evidence), evidence).toHaveLength(1)
      const start = text.indexOf(evidence)
      const isEnd = (entity: string, quote: string) =>
        places.some(
          ({ mention, spans: [span] }) =>
            mention.entity === entity &&
            mention.quote === quote &&
            span !== undefined &&
            span.start >= start &&
            span.end <= start + evidence.length,
        )
      expect(isEnd(source, sourceQuote), `${sourceQuote} → ${source} in: ${evidence}`).toBe(true)
      expect(isEnd(target, targetQuote), `${targetQuote} → ${target} in: ${evidence}`).toBe(true)
    }
  })

  it('has mentions only where the work has begun', () => {
    const untouched = article.status === 'unread' || article.status === 'set_aside'
    const [least, most] = untouched ? [0, 0] : article.status === 'in_progress' ? [5, 60] : [25, 60]
    expect(places.length).toBeGreaterThanOrEqual(least)
    expect(places.length).toBeLessThanOrEqual(most)
  })
})

describe('the relations', () => {
  it('join two entities, symmetric ones always in the same order', () => {
    const triples = new Set(relations.map(({ type, source, target }) => `${type} ${source} ${target}`))
    for (const { type, source, target } of relations) {
      expect(source, type).not.toBe(target)
      if (symmetricKinds.includes(type))
        expect(triples, `${type} ${source}`).not.toContain(`${type} ${target} ${source}`)
    }
    expect(triples.size).toBeGreaterThanOrEqual(30)
    expect(relations.length).toBeGreaterThanOrEqual(60)
  })

  it('take their attributes from the first statement alone', () => {
    const stated = new Set<string>()
    for (const {
      type,
      source,
      target,
      evidence,
      sourceQuote: _s,
      targetQuote: _t,
      ...attributes
    } of relations) {
      const triple = `${type} ${source} ${target}`
      if (stated.has(triple)) expect(attributes, `${triple}: ${evidence}`).toEqual({})
      else expect(attributes, `${triple}: ${evidence}`).toHaveProperty('certainty')
      stated.add(triple)
    }
  })

  it('use every relation type, nested mentions and at least three discontinuous ones', () => {
    expect(new Set(relations.map(({ type }) => type)).size).toBe(10)
    const discontinuous = articles.flatMap(({ mentions }) => mentions.filter((mention) => mention.fragments))
    expect(discontinuous.length).toBeGreaterThanOrEqual(3)
  })
})
