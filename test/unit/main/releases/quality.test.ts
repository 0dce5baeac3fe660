import saxes from 'saxes'
import { describe, expect, it } from 'vitest'
import {
  collectAgreements,
  collectFindings,
  writeQuality,
} from '../../../../main/features/releases/quality/index.ts'
import { findingCodes, releaseFindingMessages } from '../../../../shared/messages/releaseFindings.ts'
import { type Stated, type StatedMention, statedSource, textSink } from '../../../support/statedSource.ts'

const go = (): void => {}

const findingsOf = (stated: Stated): Record<string, { count: number; examples: string[] }> =>
  Object.fromEntries(collectFindings(statedSource(stated), go).map(({ code, ...rest }) => [code, rest]))

/** Findings about articles as such aside: what tests state is about something else. */
const only = (stated: Stated): Record<string, string[]> =>
  Object.fromEntries(Object.entries(findingsOf(stated)).map(([code, { examples }]) => [code, examples]))

const companies = { Google: {}, 'JD.com': {} }

describe('findings about mentions', () => {
  it('are none where nothing is wrong', () => {
    const text = 'Google Inc. buys (a part of) JD.com, and Yahoo! sells Nord- und Südamerika “off”.'
    const mentions: StatedMention[] = [
      { quote: 'Google Inc.', entity: 'Google' },
      { quote: 'JD.com', entity: 'JD.com' },
      { quote: 'Yahoo!', entity: 'Yahoo!' },
      { quote: '(a part of)', entity: 'Google' },
      { quote: 'Südamerika', entity: 'South America' },
      {
        spans: [
          [text.indexOf('Nord-'), text.indexOf('Nord-') + 5],
          [text.indexOf('amerika'), text.indexOf('amerika') + 7],
        ],
        entity: 'North America',
      },
    ]
    const entities = { ...companies, 'Yahoo!': {}, 'South America': {}, 'North America': {} }
    expect(findingsOf({ entities, articles: [{ text, mentions }] })).toEqual({})
  })

  it('tell loose edges', () => {
    const text = 'Says „Google“ , Google. (JD.com) and Google buys.'
    const found = only({
      entities: companies,
      articles: [
        {
          text,
          mentions: [
            { quote: ' Google', entity: 'Google' },
            { quote: '„Google“', entity: 'Google' },
            { quote: 'Google.', entity: 'Google' },
            { quote: '(JD.com', entity: 'JD.com' },
            { quote: 'JD.com) and', entity: 'JD.com' },
          ],
        },
      ],
    })
    expect(found.spanEdges).toEqual([
      'Article 0: “ Google”',
      'Article 0: “„Google“”',
      'Article 0: “Google.”',
      'Article 0: “(JD.com”',
    ])
  })

  it('tell cut words, but none between Chinese characters', () => {
    const found = only({
      entities: { Google: {}, 京东: {} },
      articles: [
        {
          text: 'Googles Straße, 京东宣布',
          mentions: [
            { quote: 'Google', entity: 'Google' },
            { quote: 'traß', entity: 'Google' },
            { quote: '京东', entity: '京东' },
          ],
        },
      ],
    })
    expect(found.cutWords).toEqual(['Article 0: “Google”', 'Article 0: “traß”'])
  })

  it('tell overlaps of one type by one person', () => {
    const found = only({
      types: { company: {}, product: {} },
      entities: companies,
      articles: [
        {
          text: 'The US group Google Shopping',
          mentions: [
            { quote: 'US group Google', entity: 'Google' },
            { quote: 'Google', entity: 'Google' },
            { quote: 'Google Shopping', entity: 'Google', type: 'product' },
            { quote: 'group Google', entity: 'Google', by: 'bea' },
          ],
        },
      ],
    })
    expect(found.overlaps).toEqual(['Article 0: “Google” – “US group Google” company'])
    expect(found.sameSpanTypes).toBeUndefined()
  })

  it('tell wordings of several types and entities', () => {
    const found = only({
      types: { company: { name: 'Company' }, product: { name: 'Product' } },
      entities: { ...companies, Alphabet: {} },
      articles: [
        {
          text: 'Google and Google',
          mentions: [
            { quote: 'Google', entity: 'Google' },
            { quote: 'Google', nth: 2, entity: 'Alphabet' },
            { quote: 'Google', type: 'product', entity: 'JD.com' },
          ],
        },
        { title: 'Second', text: 'Google', mentions: [{ quote: 'Google', entity: 'JD.com' }] },
      ],
    })
    expect(found.sameSpanTypes).toEqual(['Article 0: “Google” Company, Product'])
    expect(found.surfaceTypes).toEqual(['“Google”: Company ×3 (Article 0), Product ×1 (Article 0)'])
    expect(found.surfaceEntitiesInArticle).toEqual(['Article 0: “Google”: Google ×1, Alphabet ×1, JD.com ×1'])
    expect(found.surfaceEntities).toBeUndefined()
    const apart = only({
      entities: companies,
      articles: [
        { text: 'the firm', mentions: [{ quote: 'the firm', entity: 'Google' }] },
        { text: 'the firm', mentions: [{ quote: 'the firm', entity: 'JD.com' }] },
      ],
    })
    expect(apart.surfaceEntities).toEqual(['“the firm”: Google ×1 (Article 0), JD.com ×1 (Article 1)'])
    expect(apart.surfaceEntitiesInArticle).toBeUndefined()
  })

  it('tell names left out, in annotated articles only', () => {
    const found = findingsOf({
      entities: {
        Google: { aliases: ['谷歌', 'Google LLC', 'GOOG', 'X'] },
        Se: { aliases: ['Strasse'] },
      },
      articles: [
        {
          text: 'Google and GOOGLE and Googles and Google LLC. 谷歌宣布. goog X se. Große Straße.',
          mentions: [{ quote: 'Google', entity: 'Google' }],
        },
        { text: 'Google', status: 'unread' },
        { text: 'Google', status: 'reviewed' },
      ],
    })
    expect(found.untagged).toEqual({
      count: 5,
      examples: [
        'Article 0: “GOOGLE” (Google) ×1',
        'Article 0: “Google LLC” (Google) ×1',
        'Article 0: “谷歌” (Google) ×1',
        'Article 0: “Straße” (Se) ×1',
        'Article 2: “Google” ×1',
      ],
    })
  })

  it('take a name inside a longer mention for tagged', () => {
    const found = only({
      types: { company: {}, product: {} },
      entities: { Google: {}, Shopping: { name: 'Google Shopping', type: 'product' } },
      articles: [
        {
          text: 'Google Shopping',
          mentions: [{ quote: 'Google Shopping', type: 'product', entity: 'Shopping' }],
        },
      ],
    })
    expect(found.untagged).toBeUndefined()
  })

  it('tell mentions that mean nothing yet', () => {
    const found = only({
      types: { company: {}, money: { value: 'money' } },
      articles: [
        { text: 'Google 5 Euro', mentions: [{ quote: 'Google' }, { quote: '5 Euro', type: 'money' }] },
      ],
    })
    expect(found.unlinked).toEqual(['Article 0: “Google” company'])
    expect(found.valueless).toEqual(['Article 0: “5 Euro” money'])
  })
})

describe('findings about entities, relations and articles', () => {
  const text = 'Google buys JD.com'
  const mentions: StatedMention[] = [
    { quote: 'Google', entity: 'Google' },
    { quote: 'JD.com', entity: 'JD.com' },
  ]

  it('tell doubles, shared identifiers, entities without mention', () => {
    const found = only({
      types: { company: {}, place: {} },
      entities: {
        Google: { ids: [['wikidata', 'Q95']] },
        google: { name: '„GOOGLE“', ids: [['wikidata', 'Q95']] },
        place: { name: 'Google', type: 'place' },
      },
      articles: [{ text: 'Google', mentions: [{ quote: 'Google', entity: 'Google' }] }],
    })
    expect(found.entityDoubles).toEqual(['“„GOOGLE“” – “Google” company'])
    expect(found.sharedIdentifiers).toEqual(['wikidata Q95: “Google”, “„GOOGLE“”'])
    expect(found.unmentionedEntities).toEqual(['“„GOOGLE“” company', '“Google” place'])
  })

  it('tell relations that are unproved, forbidden or contradict themselves', () => {
    const found = only({
      types: { company: {}, product: {} },
      relationTypes: ['owns', 'likes'],
      rules: ['owns: company > product'],
      entities: companies,
      articles: [{ text, mentions }],
      relations: [
        { type: 'owns', source: 'Google', target: 'JD.com', validFrom: '2018-06-18', validTo: '2018-05' },
        {
          type: 'likes',
          source: 'Google',
          target: 'JD.com',
          validFrom: '2018-06',
          validTo: '2018',
          share: '100.5',
          evidence: [{ article: 0, source: 0, target: 1 }],
        },
      ],
    })
    expect(found.unprovedRelations).toEqual(['Google – owns – JD.com'])
    expect(found.relationRules).toEqual(['Google – owns – JD.com'])
    expect(found.relationDates).toEqual(['Google – owns – JD.com: 2018-06-18 – 2018-05'])
    expect(found.relationShares).toEqual(['Google – likes – JD.com: 100.5 %'])
    expect(found.evidenceMentions).toBeUndefined()
  })

  it('let an undirected relation be ruled either way round', () => {
    const stated = (directed: boolean): Stated => ({
      types: { company: {}, product: {} },
      rules: ['with: product > company'],
      entities: { Google: {}, Express: { type: 'product' } },
      relations: [{ type: 'with', source: 'Google', target: 'Express', directed }],
    })
    expect(only(stated(false)).relationRules).toBeUndefined()
    expect(only(stated(true)).relationRules).toHaveLength(1)
  })

  it('tell other amounts of one pair, whatever its direction, and equal ones not', () => {
    const relation = (amount: string, directed: boolean, [source, target] = ['Google', 'JD.com']) => ({
      ...{ type: 'with', source: source!, target: target!, amount, currency: 'USD', directed },
    })
    const found = (...relations: Stated['relations'] & object[]) =>
      only({ entities: companies, relations }).relationAmounts
    expect(found(relation('550000000', true), relation('5.5e8', true))).toBeUndefined()
    expect(found(relation('5', true), relation('6', true, ['JD.com', 'Google']))).toBeUndefined()
    expect(found(relation('5', false), relation('6', false, ['JD.com', 'Google']))).toEqual([
      'JD.com – with – Google: 6 USD, 5 USD',
    ])
  })

  it('tell evidence whose mentions are missing or mean something else', () => {
    const found = only({
      entities: companies,
      articles: [{ text, mentions }],
      relations: [
        {
          ...{ type: 'owns', source: 'Google', target: 'JD.com' },
          evidence: [
            { article: 0, source: 0 },
            { article: 0, source: 1, target: 0 },
            { article: 0, source: 0, target: 1 },
          ],
        },
      ],
    })
    expect(found.evidenceMentions).toHaveLength(2)
  })

  it('tell articles without what they should have, and near-duplicates', () => {
    const long =
      'The group buys a part of the other group and sells it again, as the paper writes on Monday. '.repeat(6)
    const found = only({
      articles: [
        { text: long, title: '', date: '', language: '', status: 'unread' },
        { text: `${long} Yes.`, title: 'Copy' },
        { text: ' \n', title: 'Empty' },
      ],
    })
    expect(found.articlesWithoutTitle).toEqual(['article-0'])
    expect(found.articlesWithoutDate).toEqual(['article-0'])
    expect(found.articlesWithoutLanguage).toEqual(['article-0'])
    expect(found.unreadArticles).toEqual(['article-0'])
    expect(found.emptyTexts).toEqual(['Empty'])
    expect(found.articlesWithoutMentions).toEqual(['article-0', 'Copy', 'Empty'])
    expect(found.nearDuplicates).toEqual(['Copy – article-0'])
  })

  it('count all and show ten, short and in one line', () => {
    const articles = Array.from({ length: 25 }, (_, index) => ({
      text: `text ${index}`,
      title: `a\n${'b'.repeat(500)}`,
    }))
    const { count, examples } = findingsOf({ articles }).articlesWithoutMentions!
    expect(count).toBe(25)
    expect(examples).toHaveLength(10)
    expect(examples.every((it) => it.length <= 201 && !it.includes('\n'))).toBe(true)
  })

  it('stop when asked to', () => {
    const stop = (): void => {
      throw new Error('stopped')
    }
    expect(() => collectFindings(statedSource({ articles: [{ text }] }), stop)).toThrow('stopped')
    expect(() => collectAgreements(statedSource({ articles: [{ text }] }), stop)).toThrow('stopped')
  })

  it('all have a text', () => {
    for (const code of findingCodes)
      expect(releaseFindingMessages[`releases.finding.${code}`].en).toContain('{count}')
  })
})

describe('agreement', () => {
  /** `n` one-letter words; the given ones of each person are marked. */
  const words = (
    n: number,
    ofAda: number[],
    ofBea: number[],
    type = 'company',
  ): Stated['articles'] & object => [
    {
      text: 'a '.repeat(n).trim(),
      mentions: [...ofAda.map((at) => [at, 'ada'] as const), ...ofBea.map((at) => [at, 'bea'] as const)].map(
        ([at, by]) => ({ spans: [[2 * at, 2 * at + 1]] as const, by, type }),
      ),
    },
  ]
  const range = (from: number, to: number): number[] =>
    Array.from({ length: to - from }, (_, at) => from + at)

  it('is the textbook example of κ: 20 yes–yes, 5 yes–no, 10 no–yes, 15 no–no make 0.4', () => {
    const articles = words(50, range(0, 25), [...range(0, 20), ...range(25, 35)])
    const [it] = collectAgreements(statedSource({ articles }), go)
    expect(it).toMatchObject({
      persons: ['Ada', 'Bea'],
      articles: 1,
      mentions: [25, 30],
      exact: 20,
      overlapping: 0,
    })
    expect(it!.kappa).toBeCloseTo(0.4, 12)
    expect(it!.f1).toBeCloseTo(40 / 55, 12)
  })

  it('is the other one: 45, 15, 25, 15 make 0.1304', () => {
    const articles = words(100, range(0, 60), [...range(0, 45), ...range(60, 85)])
    expect(collectAgreements(statedSource({ articles }), go)[0]!.kappa).toBeCloseTo(0.13043, 5)
  })

  it('is 1 for equal work, also where every token has the one label', () => {
    for (const articles of [words(9, [1, 2], [1, 2]), words(2, [0, 1], [0, 1])]) {
      expect(collectAgreements(statedSource({ articles }), go)[0]).toMatchObject({ f1: 1, kappa: 1 })
    }
  })

  it('is -1 where two share all between them and never agree', () => {
    const articles = words(2, [0], [1])
    expect(collectAgreements(statedSource({ articles }), go)[0]).toMatchObject({ f1: 0, kappa: -1 })
  })

  it('never is NaN: mentions of nothing but blanks', () => {
    const articles = [
      { text: '   ', mentions: ['ada', 'bea'].map((by) => ({ spans: [[0, 1]] as const, by })) },
    ]
    expect(collectAgreements(statedSource({ articles }), go)[0]).toMatchObject({ f1: 1, kappa: 0 })
  })

  it('tells overlapping ones of the same type apart from alike ones, each used once', () => {
    const articles = [
      {
        text: 'The US group Google buys JD.com Inc. now',
        mentions: [
          { quote: 'US group Google', by: 'ada' },
          { quote: 'JD.com', by: 'ada' },
          { quote: 'Google', by: 'bea' },
          { quote: 'group', by: 'bea' },
          { quote: 'JD.com Inc.', by: 'bea', type: 'product' },
          { quote: 'now', by: 'bea' },
          { quote: 'now', by: 'ada' },
        ],
      },
    ]
    const [it] = collectAgreements(statedSource({ types: { company: {}, product: {} }, articles }), go)
    expect(it).toMatchObject({ mentions: [3, 4], exact: 1, overlapping: 1 })
    expect(it!.f1).toBeCloseTo(2 / 7, 12)
  })

  it('compares every pair, only over articles that both annotated', () => {
    const articles = [
      {
        text: 'a b',
        mentions: [
          { quote: 'a', by: 'ada' },
          { quote: 'a', by: 'bea' },
        ],
      },
      {
        text: 'a b',
        mentions: [
          { quote: 'b', by: 'bea' },
          { quote: 'b', by: 'cy' },
        ],
      },
      { text: 'a b', mentions: [{ quote: 'b', by: 'ada' }] },
    ]
    const found = collectAgreements(
      statedSource({ articles, persons: { ada: 'Ada', bea: 'Bea', cy: 'Cy' } }),
      go,
    )
    expect(found.map((it) => [...it.persons, it.articles])).toEqual([
      ['Ada', 'Bea', 1],
      ['Bea', 'Cy', 1],
    ])
  })

  it('is none for one person', () => {
    expect(collectAgreements(statedSource({ articles: words(3, [1], []) }), go)).toEqual([])
  })
})

describe('the report', () => {
  const hostile = '<script>|`*[x](http://evil.example)*`\u0001\u202e\n# no heading & "quoted"'
  const stated: Stated = {
    types: {
      company: { name: hostile, colour: 'vermilion' },
      long: { name: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenverordnungsdurchführung'.repeat(2) },
      chinese: { name: '腾讯控股有限公司在天猫开设旗舰店并与京东集团及谷歌合作建立战略联盟关系'.repeat(3) },
    },
    relationTypes: ['owns'],
    entities: { Google: { name: hostile } },
    articles: [
      { title: hostile, text: 'Google 🚀', mentions: [{ quote: 'Google', entity: 'Google' }] },
      { text: 'x'.repeat(3000), date: '2019-01', language: 'de' },
      { text: '', date: '', language: '' },
    ],
  }
  const split = {
    splits: [
      { name: 'train' as const, articles: 2, mentions: 1, relations: 0 },
      { name: 'test' as const, articles: 1, mentions: 0, relations: 0 },
    ],
    leaks: [{ kind: 'duplicate' as const, what: hostile, articles: [hostile, 'b'] }],
    leakCount: 1,
  }
  const write = () => {
    const source = statedSource(stated)
    const sink = textSink()
    const [findings, agreements] = [collectFindings(source, go), collectAgreements(source, go)]
    writeQuality({ findings, agreements, split, source }, sink)
    return sink.files
  }
  const files = write()
  const figures = Object.entries(files).filter(([name]) => name.endsWith('.svg'))

  it('is the same each time', () => {
    expect(write()).toEqual(files)
  })

  it('has text, data and figures', () => {
    expect(Object.keys(files)).toEqual([
      'quality/report.md',
      'quality/report.json',
      'quality/types.svg',
      'quality/relations.svg',
      'quality/dates.svg',
      'quality/lengths.svg',
      'quality/mentions-per-article.svg',
      'quality/entity-frequency.svg',
      'quality/splits.svg',
    ])
    for (const [name] of figures)
      expect(files['quality/report.md']).toContain(`(${name.slice('quality/'.length)})`)
    const report = JSON.parse(files['quality/report.json']!)
    expect(report.counts).toEqual({
      articles: 3,
      mentions: 1,
      entities: 1,
      relations: 0,
      evidence: 0,
      characters: 3008,
    })
    expect(report.statistics.mentionsOfType).toEqual({ company: 1, long: 0, chinese: 0 })
    expect(report.statistics.dates).toEqual({ '': 1, '2018-06': 1, '2019-01': 1 })
    expect(report.findings.map((it: { code: string }) => it.code)).toContain('emptyTexts')
  })

  it('lets nothing of a text act in Markdown', () => {
    const text = files['quality/report.md']!
    expect(text).not.toMatch(/<script/)
    expect(text).not.toMatch(/[^\\]\[x\]\(http/)
    expect(text).not.toContain('\u202e')
    expect(text).not.toMatch(/^# no heading/m)
    const cells = text.split('\n').filter((it) => it.startsWith('| '))
    for (const row of cells) expect(row.replace(/\\\|/g, '').match(/\|/g)!.length).toBeLessThanOrEqual(10)
  })

  it.each(figures)('%s is well-formed and says in words what it shows', (_, svg) => {
    const parser = new saxes.SaxesParser({ xmlns: true })
    const texts: string[] = []
    let inside = ''
    parser.on('opentag', ({ name, attributes }) => {
      inside = name
      expect(name).toMatch(/^(svg|title|desc|style|rect|text|g|line)$/)
      for (const { value } of Object.values(attributes)) expect(value).not.toContain('NaN')
    })
    parser.on('text', (text) => {
      if (inside === 'desc') texts.push(text)
    })
    parser.on('error', (error) => {
      throw error
    })
    parser.write(svg).close()
    expect(texts.join('')).not.toBe('')
    expect(svg).not.toMatch(/NaN|Infinity|undefined|\u202e|<script/)
  })

  it('keeps labels within the figure, in German and Chinese', () => {
    const labels = [...files['quality/types.svg']!.matchAll(/<text[^>]*text-anchor="end">([^<]*)</g)].map(
      (it) => it[1]!,
    )
    expect(labels.every((it) => it.length <= 60)).toBe(true)
    expect(labels.filter((it) => /\p{Script=Han}/u.test(it))).toHaveLength(2)
    expect(labels.filter((it) => it.endsWith('…')).length).toBeGreaterThanOrEqual(2)
  })

  it('is written for a scope of nothing', () => {
    const sink = textSink()
    const nothing = { splits: [], leaks: [], leakCount: 0 }
    writeQuality({ findings: [], agreements: [], split: nothing, source: statedSource({ types: {} }) }, sink)
    expect(sink.files['quality/report.md']).toContain('Nothing that looks inconsistent')
    expect(sink.files['quality/types.svg']).toContain('Nothing to show.')
    expect(sink.files['quality/splits.svg']).toBeUndefined()
  })
})
