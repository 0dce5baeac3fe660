import { formatMessage } from '../../../../shared/messages/format.ts'
import { type FindingCode, releaseFindingMessages } from '../../../../shared/messages/releaseFindings.ts'
import type { Agreement, Finding, SplitReport } from '../../../../shared/model/recipe.ts'
import { figure, plain, table } from '../card/markdown.ts'
import type { DrawnFigure } from './figures/index.ts'
import { binName } from './figures/index.ts'
import { type Bin, byFrequency, type Statistics } from './statistics.ts'

export interface QualityInput {
  readonly findings: readonly Finding[]
  readonly agreements: readonly Agreement[]
  readonly split: SplitReport
}

/** Leaks listed one by one. */
const mostLeaks = 50

/** What was found, as a sentence in English; the code itself for one that is not known here. */
const sentenceOf = ({ code, count }: Finding): string => {
  const message = releaseFindingMessages[`releases.finding.${code as FindingCode}`]
  return message ? formatMessage(message, 'en', { count }) : code
}

const findingPart = (findings: readonly Finding[]): string[] =>
  findings.length === 0
    ? ['Nothing that looks inconsistent was found.']
    : findings.flatMap((it) => [
        `### ${sentenceOf(it)}`,
        it.examples
          .filter((example) => example !== '')
          .map((example) => `- ${plain(example)}`)
          .join('\n'),
        ...(it.examples.length < it.count ? [`\`${it.code}\`, examples only.`] : [`\`${it.code}\``]),
      ])

const decimals = (value: number): string => value.toFixed(3)

const agreementPart = (agreements: readonly Agreement[]): string[] =>
  agreements.length === 0
    ? ['No two persons have mentions in the same articles.']
    : [
        table(
          [
            'First',
            'Second',
            'Articles',
            'Mentions of first',
            'Mentions of second',
            'Alike',
            'Overlapping only',
            'F1',
            'κ',
          ],
          agreements.map((it) => [
            ...it.persons.map(plain),
            ...[it.articles, ...it.mentions, it.exact, it.overlapping],
            ...[decimals(it.f1), decimals(it.kappa)],
          ]),
        ),
        'Over the articles in which both have mentions. *Alike*: same place and same type. *Overlapping only*: further pairs of the same type that share a character. F1 = 2·alike / (mentions of first + mentions of second). κ is Cohen’s κ over tokens (words and signs, cut where a mention begins or ends), each labelled with the type of the longest mention of that person which covers it, or none.',
      ]

const splitPart = ({ splits, leaks, leakCount }: SplitReport): string[] => [
  splits.length === 0
    ? 'The dataset is not divided.'
    : table(
        ['Split', 'Articles', 'Mentions', 'Relations'],
        splits.map((it) => [it.name, it.articles, it.mentions, it.relations]),
      ),
  ...(leakCount === 0
    ? []
    : [
        `${figure(leakCount)} near-duplicates or deals stand in more than one split:`,
        leaks
          .slice(0, mostLeaks)
          .map((it) => `- ${it.kind}: ${plain(it.what)} (${it.articles.map(plain).join(', ')})`)
          .join('\n'),
      ]),
]

const numbersPart = (it: Statistics): string =>
  table(
    ['What', 'Count'],
    [
      ['Articles', it.counts.articles],
      ['Characters (Unicode code points)', it.characters],
      ['Mentions', it.counts.mentions],
      ['Entities', it.counts.entities],
      ['Relations', it.counts.relations],
      ['Evidence', it.counts.evidence],
    ],
  )

/** The report for people. */
export const reportText = (
  { findings, agreements, split }: QualityInput,
  statistics: Statistics,
  figures: readonly DrawnFigure[],
  typeNames: ReadonlyMap<string, string>,
): string =>
  [
    '# Quality report',
    numbersPart(statistics),
    '## What looks inconsistent',
    ...findingPart(findings),
    '## Agreement between persons',
    ...agreementPart(agreements),
    '## Splits',
    ...splitPart(split),
    '## Most mentioned entities',
    statistics.topEntities.length === 0
      ? 'No entity is mentioned.'
      : table(
          ['Entity', 'Type', 'Mentions'],
          statistics.topEntities.map((it) => [
            plain(it.name),
            plain(typeNames.get(it.type) ?? it.type),
            it.mentions,
          ]),
        ),
    '## Figures',
    ...figures.map(({ name, title }) => `![${title}](${name})`),
    'The numbers behind the figures stand in `report.json`. Wordings are compared up to 200,000 different ones, names of entities up to 500,000; what was not compared is told among the findings (`notCompared`).',
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')

const binsIn = (bins: readonly Bin[]) =>
  bins.map((it) => ({ name: binName(it), from: it.from, below: it.to, count: it.count }))

/** The report for programs: everything of the other one, and the numbers behind the figures. */
export const reportJson = ({ findings, agreements, split }: QualityInput, it: Statistics): string =>
  `${JSON.stringify(
    {
      counts: { ...it.counts, characters: it.characters },
      findings,
      agreements,
      split,
      statistics: {
        mentionsOfType: Object.fromEntries(it.mentionsOfType),
        relationsOfType: Object.fromEntries(it.relationsOfType),
        languages: Object.fromEntries(byFrequency(it.languages)),
        statuses: Object.fromEntries(byFrequency(it.statuses)),
        madeHow: Object.fromEntries(byFrequency(it.madeHow)),
        certainties: Object.fromEntries(byFrequency(it.certainties)),
        dates: Object.fromEntries([...it.months].sort(([a], [b]) => (a < b ? -1 : 1))),
        lengths: binsIn(it.lengths),
        mentionsPerArticle: binsIn(it.mentionsPerArticle),
        mentionsPerEntity: binsIn(it.mentionsPerEntity),
        topEntities: it.topEntities,
      },
    },
    null,
    2,
  )}\n`
