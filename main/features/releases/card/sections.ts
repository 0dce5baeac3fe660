import { messages } from '../../../../shared/messages/index.ts'
import type { RecipeData, SplitReport } from '../../../../shared/model/recipe.ts'
import { type ExportSource, findFormat } from '../../exports/index.ts'
import {
  checksumFile,
  proofFile,
  recipeFile,
  releaseFile,
  schemaFile,
  splitsFile,
  standoffId,
} from '../layout.ts'
import { byFrequency, type Statistics } from '../quality/statistics.ts'
import type { CardFormat, CardInput } from './input.ts'
import { type Cell, code, figure, plain, table, writing } from './markdown.ts'

/* The parts of a dataset card's text: each a list of paragraphs. */

/** Publishers listed one by one. */
const mostPublishers = 50

const counted = (count: number, one: string, many: string): string =>
  `${figure(count)} ${count === 1 ? one : many}`

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
    `${held.join(', ')}, proved by ${counted(counts.evidence, 'passage', 'passages')}. Annotated by hand with Ligature.`,
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

export const types = (source: ExportSource, statistics: Statistics): string[] => {
  const rulesOf = (key: string): string => {
    const rules = source.rules.filter((it) => it.relationType === key)
    return rules.length === 0
      ? 'any'
      : rules.map((it) => `${code(it.source)} → ${code(it.target)}`).join('; ')
  }
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
        rulesOf(it.key),
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
      ...rows
        .slice(0, most)
        .map(([name, count]): Cell[] => [name === '' ? '*not stated*' : plain(name), count]),
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

const identities: Readonly<Record<RecipeData['identity'], string>> = {
  article: 'Every article counts as one document.',
  text: 'Articles of exactly the same text count as one document: the first stands for all.',
  address: 'Articles of the same address count as one document: the first stands for all.',
}

export const preparation = ({ recipe, redacted }: CardInput): string[] => {
  const { cleaning, identity, redaction, scope } = recipe
  const cleaned = [
    ...(cleaning.invisible
      ? ['characters nobody sees were taken out (zero width, soft hyphens, controls)']
      : []),
    ...(cleaning.blanks
      ? ['runs of blanks became one, trailing blanks and surplus empty lines were taken out']
      : []),
    ...(cleaning.nfc ? ['texts are in Unicode NFC'] : []),
  ]
  const limits = [
    ...(scope.typeIds ? ['only some types'] : []),
    ...(scope.certainties ? [`only annotations marked ${scope.certainties.join(' or ')}`] : []),
    ...(scope.personIds ? ['only annotations of some persons'] : []),
  ]
  return [
    '## How it was made',
    [
      `- ${limits.length === 0 ? 'All types, certainties and persons are in.' : `Left in: ${limits.join(', ')}.`} Articles set aside are ${scope.setAside ? 'in' : 'out'}; unconfirmed suggestions are ${scope.suggestions ? 'in' : 'out'}.`,
      `- ${cleaned.length === 0 ? 'Texts are as they were imported; line ends are LF.' : `Cleaned: ${cleaned.join('; ')}. Offsets were moved along.`}`,
      `- ${identities[identity]}`,
      redacted
        ? `- **Redacted:** there is no full text. Offsets, SHA-256 hashes of the texts and quotes of at most ${figure(redaction.quoteLength)} UTF-16 code units stand in its place; who has the texts can check the hashes and put both together.`
        : '- Full texts are part of the release.',
    ].join('\n'),
    `The same recipe (\`${recipeFile}\`) on the same project gives the same bytes.`,
  ]
}

const units: Readonly<Record<string, string>> = {
  utf16: 'UTF-16 code units',
  codepoint: 'Unicode code points',
  byte: 'UTF-8 bytes',
  token: 'tokens',
}

/** The unit a format counts in: its own, or the one its option was set to. */
const unitOf = ({ formatId }: CardFormat, recipe: RecipeData): string => {
  if (formatId === standoffId) return units.utf16!
  const format = findFormat(formatId)
  const options = recipe.formats.find((it) => it.formatId === formatId)?.options
  const asked = format.options.some((it) => it.id === 'offsetUnit') ? options?.offsetUnit : undefined
  const unit = typeof asked === 'string' ? asked : format.offsetUnit
  return unit === null ? 'no offsets' : (units[unit] ?? unit)
}

export const files = ({ formats, recipe, split }: CardInput): string[] => [
  '## Files',
  'Offsets count from 0; the end is not part of the span (`[start, end)`).',
  table(
    ['Path', 'What', 'Offsets in'],
    [
      ...formats.map((it): Cell[] => [code(it.folder), plain(it.name), unitOf(it, recipe)]),
      [code(schemaFile), 'types and rules', ''],
      [code(releaseFile), 'counts, losses and origin of this release', ''],
      [code(recipeFile), 'the recipe it was made by', ''],
      ...(split.splits.length > 0 ? [[code(splitsFile), 'the split of each article', '']] : []),
      [code('quality/report.md'), 'what looks inconsistent, agreement, figures', 'Unicode code points'],
      [code(proofFile), 'what reading every format back found', ''],
      [code(checksumFile), 'SHA-256 of every file (`sha256sum -c`)', ''],
    ],
  ),
]

/** What a loss is called; its key for one without a text. */
const lossName = (what: string): string => messages[what as keyof typeof messages]?.en ?? what

export const losses = ({ formats }: CardInput): string[] => [
  '## What each format leaves out',
  ...formats.flatMap((it) => [
    `### ${plain(it.name)}`,
    it.losses.length === 0
      ? 'Nothing but the history.'
      : table(
          ['What', 'How many', 'For example'],
          it.losses.map((loss): Cell[] => [plain(lossName(loss.what)), loss.count, plain(loss.example)]),
        ),
  ]),
]

/** What the authors wrote, under a heading; nothing for nothing. */
export const written = (heading: string, text: string): string[] =>
  text.trim() === '' ? [] : [`## ${heading}`, writing(text)]
