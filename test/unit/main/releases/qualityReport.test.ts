import saxes from 'saxes'
import { describe, expect, it } from 'vitest'
import {
  collectAgreements,
  collectFindings,
  writeQuality,
} from '../../../../main/features/releases/quality/index.ts'
import { type Stated, statedSource, textSink } from '../../../support/statedSource.ts'

const go = (): void => {}

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
