import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fingerprint } from '../../../../main/features/imports/index.ts'
import { type Dealt, dealOut } from '../../../../main/features/releases/split/dealOut.ts'
import { classesOf, createGroups } from '../../../../main/features/releases/split/groups.ts'
import { nearDuplicateGroups } from '../../../../main/features/releases/split/nearDuplicates.ts'
import type { SplitName, SplitRule } from '../../../../shared/model/recipe.ts'

const kinds = ['random', 'date', 'deal', 'type'] as const
const names = ['train', 'validation', 'test'] as const

const shares = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
  .map(([a, b]) => ({ train: a, validation: b - a, test: 100 - b }))

const articles = (most: number): fc.Arbitrary<Dealt[]> =>
  fc
    .array(
      fc.record({
        publishedOn: fc.constantFrom('', '2017', '2018-06', '2018-06-18', '2019-01-01'),
        types: fc.dictionary(fc.constantFrom('company', 'place', 'money'), fc.integer({ min: 1, max: 9 })),
      }),
      { maxLength: most },
    )
    .map((rows) =>
      rows.map(({ publishedOn, types }, index) => ({
        uid: `article-${index}`,
        publishedOn,
        types: new Map(Object.entries(types)),
      })),
    )

/** Groups of neighbours, every article in one. */
const grouped = (count: number, sizes: readonly number[]): number[][] => {
  const groups: number[][] = []
  for (let at = 0, nth = 0; at < count; nth += 1) {
    const size = Math.min(count - at, sizes[nth % sizes.length] ?? 1)
    groups.push(Array.from({ length: size }, (_, index) => at + index))
    at += size
  }
  return groups
}
const alone = (count: number): number[][] => grouped(count, [1])

const rule = fc.record({
  by: fc.constantFrom(...kinds),
  seed: fc.string(),
  shares,
}) satisfies fc.Arbitrary<Pick<SplitRule, 'by' | 'seed' | 'shares'>>

const countOf = (dealt: readonly SplitName[], name: SplitName): number =>
  dealt.filter((it) => it === name).length

describe('dealing out', () => {
  test('every article is in one split, groups stay together, a split without a share gets nothing', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(articles(60), sizes, rule, (all, some, it) => {
        const groups = grouped(all.length, some)
        const dealt = dealOut(all, groups, it)
        expect(dealt).toHaveLength(all.length)
        for (const name of names)
          if (it.shares[name] === 0 && all.length > 0) expect(countOf(dealt, name)).toBe(0)
        for (const members of groups) expect(new Set(members.map((index) => dealt[index])).size).toBe(1)
      }),
    )
  })

  test('single articles: every split is within one article of its share', () => {
    fc.assert(
      fc.property(articles(80), rule, (all, it) => {
        fc.pre(it.by !== 'type')
        const dealt = dealOut(all, alone(all.length), it)
        for (const name of names) {
          const share = (all.length * it.shares[name]) / 100
          expect(Math.abs(countOf(dealt, name) - share)).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
    )
  })

  test('the order the articles come in changes nothing, another seed does', () => {
    fc.assert(
      fc.property(articles(40), rule, (all, it) => {
        const dealt = dealOut(all, alone(all.length), it)
        const turned = dealOut(all.toReversed(), alone(all.length), it).toReversed()
        expect(turned).toEqual(dealt)
      }),
    )
    const many: Dealt[] = Array.from({ length: 200 }, (_, index) => ({
      ...{ uid: `a${index}`, publishedOn: '', types: new Map() },
    }))
    const by = (seed: string) =>
      dealOut(many, alone(200), { by: 'random', seed, shares: { train: 80, validation: 10, test: 10 } })
    expect(by('1')).toEqual(by('1'))
    expect(by('1')).not.toEqual(by('2'))
  })

  test('by date nothing in an earlier split is newer than what a later one holds', () => {
    fc.assert(
      fc.property(articles(60), rule, (all, it) => {
        const dealt = dealOut(all, alone(all.length), { ...it, by: 'date' })
        for (const [one, article] of all.entries())
          for (const [other, later] of all.entries())
            if (names.indexOf(dealt[one]!) < names.indexOf(dealt[other]!))
              expect(article.publishedOn <= later.publishedOn).toBe(true)
      }),
    )
  })

  test('by type a rare type is in every split in its share', () => {
    const all: Dealt[] = Array.from({ length: 300 }, (_, index) => ({
      uid: `a${index}`,
      publishedOn: '',
      types: new Map(
        Object.entries({ company: 1 + (index % 4), ...(index % 30 === 0 ? { person: 1 } : {}) }),
      ),
    }))
    const dealt = dealOut(all, alone(300), {
      ...{ by: 'type', seed: 's', shares: { train: 60, validation: 20, test: 20 } },
    })
    const persons = (name: SplitName): number =>
      all.filter((it, index) => dealt[index] === name && it.types.has('person')).length
    expect(names.map(persons)).toEqual([6, 2, 2])
    const companies = (name: SplitName): number =>
      all.reduce((sum, it, index) => sum + (dealt[index] === name ? it.types.get('company')! : 0), 0)
    for (const [index, share] of [0.6, 0.2, 0.2].entries())
      expect(Math.abs(companies(names[index]!) - 750 * share)).toBeLessThanOrEqual(8)
  })
})

describe('groups', () => {
  test('are the connected components', () => {
    const pairs = fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 40 })
    fc.assert(
      fc.property(pairs, (joined) => {
        const groups = createGroups(30)
        for (const [a, b] of joined) groups.join(a, b)
        const list = groups.list()
        expect(list.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, it) => it))
        const groupOf = new Map(list.flatMap((members, at) => members.map((it) => [it, at] as const)))
        for (const [a, b] of joined) expect(groupOf.get(a)).toBe(groupOf.get(b))
        const edges = new Set(joined.filter(([a, b]) => a !== b).map((it) => it.toSorted().join()))
        expect(30 - list.length).toBeLessThanOrEqual(edges.size)
      }),
    )
  })

  test('classes are those with several members', () => {
    expect(classesOf(4, (index) => [['a', 'b'], ['b'], ['c', 'c'], []][index]!)).toEqual(
      new Map([['b', [0, 1]]]),
    )
  })

  test('copies of a text with small edits are found, whatever is between them', () => {
    const story = (name: string): string =>
      Array.from({ length: 40 }, (_, nth) => `${name} reported on its business number ${nth * 7}.`).join(' ')
    const texts = [
      story('Google'),
      story('Tencent in Shenzhen'),
      `${story('Google')} Correction.`,
      '',
      'Short.',
    ]
    expect(nearDuplicateGroups(texts.map(fingerprint))).toEqual([[0, 2]])
    expect(nearDuplicateGroups(['00ff00ff00ff00ff', '00ff00ff00ff00ff', '00ff00ff00ff01ff'])).toEqual([
      [0, 1, 2],
    ])
    expect(nearDuplicateGroups([])).toEqual([])
  })
})
