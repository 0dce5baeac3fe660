import type { RecipeData, SplitReport } from '../../../../shared/model/recipe.ts'
import type { ExportSource } from '../../exports/index.ts'
import { byFrequency, type Statistics } from '../quality/statistics.ts'
import type { CardInput } from './input.ts'
import { type Cell, code, counted, figure, plain, table, writing } from './markdown.ts'

/* The parts of a dataset card's text: each a list of paragraphs. */

/** Publishers listed one by one. */
const mostPublishers = 50

export const summary = ({ recipe: { card }, counts }: CardInput): string[] => {
  const stated = [
    ['Version', card.version],
    ['Authors', card.authors],
    ['Licence', card.licence],
  ].filter(([, text]) => text!.trim() !== '')
  const held = [
    counted(counts.articles, 'article', 'articles'),
    counted(counts.mentions, 'mention', 'mentions'),
    counted(counts.entities, 'entity', 'entities'),
    counted(counts.relations, 'relation', 'relations'),
  ]
  return [
    ...(card.description.trim() === '' ? [] : [writing(card.description)]),
    `${held.join(', ')}, proved by ${counted(counts.evidence, 'passage', 'passages')}. Made with Ligature, where people mark texts by hand.`,
    ...(stated.length === 0
      ? []
      : [stated.map(([name, text]) => `- **${name}:** ${plain(text!)}`).join('\n')]),
  ]
}

const kinds: Readonly<Record<string, string>> = {
  money: 'amount of money',
  date: 'date',
  percentage: 'percentage',
  quantity: 'quantity',
}

/** What a relation type may join, sources with the same targets together. */
const rulesOf = (source: ExportSource, key: string): string => {
  const targets = new Map<string, string[]>()
  for (const it of source.rules.filter((rule) => rule.relationType === key))
    targets.set(it.source, [...(targets.get(it.source) ?? []), it.target])
  const sources = new Map<string, string[]>()
  for (const [from, to] of targets) {
    const list = to.map(code).join(', ')
    sources.set(list, [...(sources.get(list) ?? []), from])
  }
  const lines = [...sources].map(([to, from]) => `${from.map(code).join(', ')} → ${to}`)
  return lines.length === 0 ? 'any' : lines.join('; ')
}

export const types = (source: ExportSource, statistics: Statistics): string[] => {
  return [
    '## Types',
    'A mention is a piece of text with a type. Mentions of entities point to an entity that stands for one thing of the world; mentions of values carry a normalised value. `Key` is what the files call a type.',
    table(
      ['Key', 'Name', 'Label', 'What it marks', 'Mentions'],
      source.entityTypes.map((it): Cell[] => [
        code(it.key),
        plain(it.name),
        plain(it.label),
        it.kind === 'entity' ? 'an entity' : `a value: ${kinds[it.valueKind ?? ''] ?? ''}`,
        statistics.mentionsOfType.get(it.key) ?? 0,
      ]),
    ),
    'Relations join two entities.',
    table(
      ['Key', 'Name', 'Read from the target', 'Directed', 'May join', 'Relations'],
      source.relationTypes.map((it): Cell[] => [
        code(it.key),
        plain(it.name),
        plain(it.inverseName),
        it.directed ? 'yes' : 'no',
        rulesOf(source, it.key),
        statistics.relationsOfType.get(it.key) ?? 0,
      ]),
    ),
  ]
}

const frequencies = (head: string, counts: ReadonlyMap<string, number>, most: number): string => {
  const rows = byFrequency(counts)
  const rest = rows.slice(most).reduce((sum, [, count]) => sum + count, 0)
  return table(
    [head, 'Articles'],
    [
      ...rows.slice(0, most).map(([name, count]): Cell[] => [plain(name) || '*not stated*', count]),
      ...(rest > 0 ? [[`*${figure(rows.length - most)} others*`, rest]] : []),
    ],
  )
}

export const languages = ({ languages: of }: Statistics): string[] => [
  '## Languages',
  frequencies('Language (BCP 47)', of, 100),
]

export const sources = (it: Statistics): string[] => {
  const dates = [...it.months.keys()].filter((date) => date !== '').sort()
  const undated = it.months.get('') ?? 0
  const span =
    dates.length === 0
      ? 'No article has a date.'
      : `The articles date from ${dates[0]} to ${dates.at(-1)}.${undated > 0 ? ` ${counted(undated, 'article has', 'articles have')} no date.` : ''}`
  const others =
    it.otherPublishers > 0
      ? [`${counted(it.otherPublishers, 'article is', 'articles are')} of further publishers.`]
      : []
  return ['## Sources', span, frequencies('Publisher', it.publishers, mostPublishers), ...others]
}

const splitRules: Readonly<Record<RecipeData['split']['by'], string>> = {
  none: '',
  random: 'Articles were dealt out at random, by the seed',
  date: 'Articles were dealt out by their dates, the newest to the test; ties by the seed',
  deal: 'Articles about the same pair of entities stay together; dealt out by the seed',
  type: 'Articles were dealt out so that every type has about the same share in each split, by the seed',
}

export const splits = ({ by, seed, ...rule }: RecipeData['split'], report: SplitReport): string[] => {
  if (by === 'none' || report.splits.length === 0) return ['## Splits', 'The dataset is not divided.']
  const together = [
    ...(rule.keepDuplicatesTogether ? ['nearly equal texts'] : []),
    ...(rule.keepDealsTogether ? ['articles about the same pair of related entities'] : []),
  ]
  const leaks =
    report.leakCount === 0
      ? 'No near-duplicate and no pair of related entities stands in more than one split.'
      : `${counted(report.leakCount, 'group', 'groups')} of near-duplicates or of articles about the same pair of entities ${report.leakCount === 1 ? 'stands' : 'stand'} in more than one split; see \`quality/report.md\`.`
  return [
    '## Splits',
    `${splitRules[by]} ${seed === '' ? '(empty)' : plain(seed)}. Wanted: ${rule.shares.train} % train, ${rule.shares.validation} % validation, ${rule.shares.test} % test.${together.length > 0 ? ` Kept together: ${together.join(' and ')}.` : ''}`,
    table(
      ['Split', 'Articles', 'Mentions', 'Relations'],
      report.splits.map((it) => [it.name, it.articles, it.mentions, it.relations]),
    ),
    leaks,
  ]
}

/** What the authors wrote, under a heading; nothing for nothing. */
export const written = (heading: string, text: string): string[] =>
  text.trim() === '' ? [] : [`## ${heading}`, writing(text)]
