import { messages } from '../../../../shared/messages/index.ts'
import type { RecipeData } from '../../../../shared/model/recipe.ts'
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
import { type Cell, code, counted, figure, plain, table } from './markdown.ts'

/* How a release was made, its files, and what is not in them: lists of paragraphs. */

const identities: Readonly<Record<RecipeData['identity'], string>> = {
  article: 'Every article counts as one document.',
  text: 'Articles of exactly the same text count as one document: the first stands for all.',
  address: 'Articles of the same address count as one document: the first stands for all.',
}

const ways: Readonly<Record<string, string>> = {
  hand: 'marked by hand',
  bulk: 'marked by a person in several places at once',
  suggestion: 'suggested by the program',
  import: 'taken over from other data',
}

const shares = (counts: ReadonlyMap<string, number>, names: Readonly<Record<string, string>>): string =>
  byFrequency(counts)
    .map(([name, count]) => `${figure(count)} ${names[name] ?? name}`)
    .join(', ')

/** By how many, how, and how certain. */
const annotators = (source: ExportSource, { madeHow, certainties, statuses }: Statistics): string[] => {
  const persons = Array.from(source.persons()).length
  return [
    `- ${counted(persons, 'person', 'persons')} worked on it.${madeHow.size === 0 ? '' : ` Mentions: ${shares(madeHow, ways)}.`} How far persons agree stands in \`quality/report.md\`.`,
    ...(certainties.size === 0 ? [] : [`- Mentions by certainty: ${shares(certainties, {})}.`]),
    ...(statuses.size === 0
      ? []
      : [
          `- Articles by status: ${shares(statuses, { in_progress: 'in progress', set_aside: 'set aside' })}.`,
        ]),
  ]
}

export const preparation = ({ recipe, redacted, source }: CardInput, statistics: Statistics): string[] => {
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
      ...annotators(source, statistics),
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

/** The units formats count in: their own, or the one their option was set to. A format may be there more than once. */
const unitsOf = (formats: readonly CardFormat[], recipe: RecipeData): string[] => {
  const seen = new Map<string, number>()
  return formats.map(({ formatId }) => {
    if (formatId === standoffId) return units.utf16!
    const format = findFormat(formatId)
    const turn = seen.get(formatId) ?? 0
    seen.set(formatId, turn + 1)
    const options = recipe.formats.filter((it) => it.formatId === formatId)[turn]?.options
    const asked = format.options.some((it) => it.id === 'offsetUnit') ? options?.offsetUnit : undefined
    const unit = typeof asked === 'string' ? asked : format.offsetUnit
    return unit === null ? 'no offsets' : (units[unit] ?? unit)
  })
}

export const files = ({ formats, recipe, split }: CardInput): string[] => {
  const counting = unitsOf(formats, recipe)
  return [
    '## Files',
    'Offsets count from 0; the end is not part of the span (`[start, end)`).',
    table(
      ['Path', 'What', 'Offsets in'],
      [
        ...formats.map((it, at): Cell[] => [code(it.folder), plain(it.name), counting[at]!]),
        [code(schemaFile), 'types and rules', ''],
        [code(releaseFile), 'counts, losses and origin of this release', ''],
        [code(recipeFile), 'the recipe it was made by', ''],
        ...(split.splits.length > 0 ? [[code(splitsFile), 'the split of each article', '']] : []),
        [code('quality/report.md'), 'what looks inconsistent, agreement, figures', ''],
        [code(proofFile), 'what reading every format back found', ''],
        [code(checksumFile), 'SHA-256 of every file (`sha256sum -c`)', ''],
      ],
    ),
  ]
}

/** What a loss is called; its key for one without a text. */
const lossName = (what: string): string => messages[what as keyof typeof messages]?.en ?? what

/** Examples are words of the texts: a release without texts tells none. */
export const losses = ({ formats, redacted }: CardInput): string[] => [
  '## What each format leaves out',
  ...formats.flatMap((it) => [
    `### ${plain(it.name)} ${code(it.folder)}`,
    it.losses.length === 0
      ? 'Nothing but the history.'
      : table(
          ['What', 'How many', ...(redacted ? [] : ['For example'])],
          it.losses.map((loss): Cell[] => [
            plain(lossName(loss.what)),
            loss.count,
            ...(redacted ? [] : [plain(loss.example)]),
          ]),
        ),
  ]),
]
