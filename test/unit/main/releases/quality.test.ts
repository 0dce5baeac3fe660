import { describe, expect, it } from 'vitest'
import { connectToProject } from '../../../../main/db/index.ts'
import { fillScope, openSource } from '../../../../main/features/exports/index.ts'
import { collectAgreements, collectFindings } from '../../../../main/features/releases/quality/index.ts'
import { findingCodes, releaseFindingMessages } from '../../../../shared/messages/releaseFindings.ts'
import { startTestCore } from '../../../support/core.ts'
import { type Stated, type StatedMention, statedSource } from '../../../support/statedSource.ts'

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
          text: 'Google and GOOGLE and Googles and Google LLC. 谷歌宣布. goog X se google. Große Straße.',
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

describe('findings in the sample', () => {
  it('are those its makers left in it', async () => {
    const t = startTestCore()
    const { path } = await t.ask('projects.openSample', {})
    const db = connectToProject(path)
    fillScope(db, { articles: {}, setAside: true })
    const source = openSource(db)
    const found = Object.fromEntries(collectFindings(source, go).map(({ code, count }) => [code, count]))
    expect(collectAgreements(source, go)).toEqual([])
    db.close()
    await t.close()
    expect(found).toMatchObject({ unreadArticles: 3, articlesWithoutMentions: 4, nearDuplicates: 1 })
    // Whatever else there is: it is annotated by the book.
    const mistakes = [
      'spanEdges',
      'cutWords',
      'overlaps',
      'sameSpanTypes',
      'relationRules',
      'evidenceMentions',
    ]
    expect(Object.keys(found).filter((it) => mistakes.includes(it))).toEqual([])
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
