import fc from 'fast-check'
import type {
  Certainty,
  Corpus,
  CorpusArticle,
  CorpusEntity,
  CorpusMention,
  CorpusRelation,
} from './corpus.ts'
import { nameOf, words } from './hardWords.ts'

/* Projects by chance, out of pieces that go wrong one by one and more so together. */

const pieces: readonly string[] = [
  ...words,
  ...' . , \n \n\n \t   \u00a0 \u3000 \u2028 \u2029 \u0085 \u200b \u200d \ufeff \u00ad \u2060 \ufffd \u0001 \u007f'.split(
    ' ',
  ),
  ...'Google investiert in JD.com . “Ja” Dr. Müller sagt: e\u0301 ﬁ ß İ 京东 公司 。 شركة \u200f עברית क्ष กำ 한국 👩‍👩‍👧 👍🏽 🇩🇪 𠮷'.split(
    ' ',
  ),
  ' ',
  ' ',
  ' ',
]

const types: Corpus['types'] = [
  { key: 'company' },
  { key: 'place' },
  { key: 'o' },
  { key: '公司' },
  { key: 'money', valueKind: 'money' },
]
const relationTypes: Corpus['relationTypes'] = [
  { key: 'owns', directed: true },
  { key: 'with', directed: false },
]

const certainty = fc.constantFrom<Certainty>('certain', 'certain', 'probable', 'doubtful')
const note = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fc
    .array(fc.constantFrom(...words, '\n', ' '), { minLength: 1, maxLength: 4 })
    .map((it) => it.join(''))
    // A note of white space alone says nothing.
    .map((it) => (it.trim() === '' ? '' : it)),
)
const date = fc.constantFrom('', '', '2018', '2018-06', '2018-06-18')

const entity: fc.Arbitrary<CorpusEntity> = fc.record({
  type: fc.nat(3),
  name: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((it) => nameOf(it.join(' '))),
  note,
  aliases: fc.array(fc.tuple(fc.constantFrom(...words).map(nameOf), fc.constantFrom('', 'de', 'zh-Hant')), {
    maxLength: 2,
  }),
  outsideIds: fc.uniqueArray(
    fc.tuple(fc.constantFrom('wikidata', 'x_y'), fc.stringMatching(/^[A-Z0-9:.-]{1,8}$/)),
    {
      maxLength: 2,
      selector: (it) => it.join(' '),
    },
  ),
})

const relationBetween = (entities: number): fc.Arbitrary<CorpusRelation> =>
  fc
    .record({
      type: fc.nat(1),
      source: fc.nat(entities - 1),
      target: fc.nat(entities - 1),
      status: fc.constantFrom('', 'announced', 'denied', 'completed', 'ended'),
      validFrom: date,
      validTo: date,
      amount: fc.constantFrom('', '', '0.1', '-5', '550000000'),
      currency: fc.constantFrom('EUR', 'USD'),
      share: fc.constantFrom('', '', '0.93', '100'),
      certainty,
      note,
    })
    .map((it) => (it.amount === '' ? { ...it, currency: '' } : it))

/** Offsets between characters, UTF-16. */
const boundaries = (text: string): number[] => {
  const result = [0]
  for (const it of text) result.push(result.at(-1)! + it.length)
  return result
}

/** Some of the boundaries as pieces that do not touch: 0 2 4 7 → 0–2, 4–7. */
const piecesAt = (places: readonly number[], picked: readonly number[]): [number, number][] => {
  const sorted = [...new Set(picked.map((it) => places[it % places.length]!))].sort((a, b) => a - b)
  return Array.from({ length: sorted.length >> 1 }, (_, index) => [
    sorted[index * 2]!,
    sorted[index * 2 + 1]!,
  ])
}

const articleOf = (
  entities: readonly CorpusEntity[],
  relations: readonly CorpusRelation[],
): fc.Arbitrary<CorpusArticle> =>
  fc
    .record({
      text: fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((it) => it.join('')),
      title: fc.constantFrom('', 'Same', ...words).map(nameOf),
      language: fc.constantFrom('en', 'de', 'zh', 'ar'),
      publishedOn: date,
      publisher: fc.constantFrom('', ...words).map(nameOf),
      status: fc.constantFrom('unread', 'in_progress', 'done', 'reviewed', 'set_aside'),
      note,
      marks: fc.array(
        fc.record({
          picked: fc.oneof(
            { weight: 3, arbitrary: fc.array(fc.nat(200), { minLength: 2, maxLength: 2 }) },
            fc.array(fc.nat(200), { minLength: 4, maxLength: 6 }),
          ),
          type: fc.nat(4),
          entity: fc.option(fc.nat(entities.length - 1), { nil: undefined }),
          certainty,
          note,
          suggested: fc.boolean(),
          amount: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: undefined }),
        }),
        { maxLength: 8 },
      ),
      proofs: fc.array(fc.record({ relation: fc.nat(), span: fc.tuple(fc.nat(200), fc.nat(200)), note }), {
        maxLength: 4,
      }),
    })
    .map(({ marks, proofs, ...article }) => {
      const places = boundaries(article.text)
      const mentions = marks.flatMap(({ picked, type, entity: meant, amount, ...rest }): CorpusMention[] => {
        const fragments = piecesAt(places, picked)
        if (fragments.length === 0) return []
        if (type === 4) {
          // No minus zero: JSON has none.
          const value =
            amount === undefined ? undefined : { kind: 'money', amount: amount + 0, currency: 'EUR' }
          return [{ ...rest, type, fragments, ...(value && { value }) }]
        }
        return [
          meant === undefined
            ? { ...rest, type, fragments }
            : { ...rest, type: entities[meant]!.type, fragments, entity: meant },
        ]
      })
      const evidence = proofs.flatMap(({ relation: number, span: picked, note: said }, at) => {
        const [span] = piecesAt(places, picked)
        if (!span || relations.length === 0) return []
        const relation = number % relations.length
        const [source, target] = [relations[relation]!.source, relations[relation]!.target].map((end) =>
          mentions.findIndex((it) => it.entity === end),
        ) as [number, number]
        if (proofs.findIndex((it) => it.relation % relations.length === relation) < at) return []
        return [
          { relation, span, note: said, ...(source >= 0 && { source }), ...(target >= 0 && { target }) },
        ]
      })
      return { ...article, mentions, evidence }
    })

const corpora: fc.Arbitrary<Corpus> = fc
  .array(entity, { minLength: 2, maxLength: 8 })
  .chain((entities) =>
    fc
      .array(relationBetween(entities.length), { maxLength: 6 })
      .chain((relations) =>
        fc
          .array(articleOf(entities, relations), { minLength: 25, maxLength: 25 })
          .map((articles) => ({ types, relationTypes, entities, relations, articles })),
      ),
  )

/** The same corpora for the same seed, always. */
export const arbitraryCorpora = (seed: number, count: number): Corpus[] =>
  fc.sample(corpora, { seed, numRuns: count })
