import type { Database } from '../../main/db/index.ts'
import type { Difference } from '../../main/features/exports/comparison.ts'
import type { ExportFormat } from '../../main/features/exports/format.ts'
import type { Loss } from '../../main/features/exports/portrait.ts'
import type { ExportReport } from '../../shared/contract/exports.ts'
import { differencesBetween, lossesIn } from './interchange.ts'

/** Never compared: an import is made by another hand, at another time; types get looks of their own. */
export const neverKept: readonly Loss[] = ['provenance', 'schema', 'originals']

/** Mentions that are not there (`moved`: stand elsewhere), and passages that lost a mention. */
const ofMentions: readonly Loss[] = ['overlap', 'noToken', 'moved', 'lostEnds']

/** What the lines of the portrait say that each aspect is about. */
const linesOf: Partial<Record<Loss, RegExp>> = {
  texts: /^text /,
  whitespace: /^text /,
  articleFacts: /^\{"title"/,
  articleStatus: /^status /,
  offsets: /^mention /,
  discontinuous: /^mention .* \+ /s,
  values: / value \{/,
  links: / means /,
  unmentionedEntities: /^entity /,
  aliases: / alias \[/,
  outsideIds: / id \[/,
  positions: / stands at /,
  relations: /^relation /,
  unprovedRelations: /^(relation|passage) /,
  relationFacts: / \["/,
  passages: /^evidence .* passage \d/s,
  notes: /(^| )note "/,
  doubts: / (probable|doubtful)$/,
  controlCharacters: /[\x00-\x1f\ufffd\ufffe\uffff]|\\u|\\[bf]/i,
}

/** Lost with a text or with what else holds it; its own line cannot be missed then. */
const within: Partial<Record<Loss, readonly Loss[]>> = {
  articleFacts: ['texts'],
  articleStatus: ['texts'],
  offsets: ['texts'],
  discontinuous: ['texts', 'offsets'],
  values: ['texts', 'offsets'],
  links: ['texts', 'offsets'],
  passages: ['texts', 'offsets', 'relations'],
  notes: ['texts', 'offsets', 'links', 'relations', 'unmentionedEntities', 'unprovedRelations'],
  doubts: ['texts', 'offsets', 'links', 'relations', 'unprovedRelations'],
  aliases: ['links', 'unmentionedEntities'],
  outsideIds: ['links', 'unmentionedEntities'],
  positions: ['links', 'unmentionedEntities'],
  unmentionedEntities: ['links'],
  relations: ['links'],
  relationFacts: ['links', 'relations', 'unprovedRelations'],
  unprovedRelations: ['links', 'relations'],
}

interface Order {
  readonly before: Database
  readonly after: Database
  readonly report: ExportReport
  readonly format: Pick<ExportFormat, 'id'>
}

/** Losses that are reported and cannot be seen in what is read again, each with the reason. */
const unseen: Readonly<Record<string, readonly Loss[]>> = {
  // What edges quote is for other tools to show and is not read.
  graphml: ['controlCharacters'],
  gexf: ['controlCharacters'],
}

/** What of the project the file beside cannot bring back: texts, and signs that the format has not. */
const beyond: readonly Loss[] = ['texts', 'whitespace', 'controlCharacters']

/** An unknown language is guessed on the way in: that loses nothing. */
const withoutGuesses = (differences: readonly Difference[]): Difference[] => {
  const unknown = (line: string): string => line.replace(/^(\{"title".*,"language":")[^"]*"/s, '$1"')
  const guessed = differences.filter((it) => it.side === 'added').map((it) => unknown(it.line))
  const open = new Set(
    differences
      .filter((it) => it.side === 'missing' && it.line.startsWith('{') && it.line === unknown(it.line))
      .map((it) => it.line)
      .filter((it) => guessed.includes(it)),
  )
  return differences.filter((it) => !open.has(unknown(it.line)))
}

const told = (it: Difference): string => `${it.side}: ${it.line.slice(0, 300)} [${it.about.slice(0, 80)}]`

/** Splits missing and added mentions (and passages) from all other differences. */
const sorted = (differences: readonly Difference[]) => {
  const isMention = (it: Difference): boolean => it.line.startsWith('mention ')
  const isPassage = (it: Difference): boolean => /^evidence [^ ]+ [\d–+ ]+ → [\d–+ ]+$/.test(it.line)
  const missing = differences.filter((it) => it.side === 'missing')
  const gone = missing.filter(isMention)
  const proofs = missing.filter(isPassage)
  const added = differences.filter((it) => it.side === 'added' && isMention(it))
  const hangs = new Set([
    ...[...gone, ...added].map((it) => it.line.replace(/^mention (.*) at /s, 'at $1 ')),
    ...proofs.map((it) => it.line),
  ])
  const isHanging = ({ line }: Difference): boolean => [...hangs].some((it) => line.startsWith(`${it} `))
  // Entities that only mentions meant that are gone.
  const meant = missing.filter(isHanging).flatMap((it) => / means (.+)$/s.exec(it.line)?.[1] ?? [])
  const isMeant = ({ line }: Difference): boolean =>
    meant.some((it) => line === `entity ${it}` || line.startsWith(`${it} `))
  const isEmpty = (it: Difference): boolean => it.side === 'missing' && it.line === 'text ""'
  const rest = differences.filter(
    (it) =>
      !gone.includes(it) &&
      !proofs.includes(it) &&
      !added.includes(it) &&
      !isHanging(it) &&
      !isMeant(it) &&
      !isEmpty(it),
  )
  return { gone, proofs, added, rest, empty: differences.filter(isEmpty) }
}

/**
 * What a round trip lost and its report did not say, and what the report says that was not lost. Empty when both are the
 * same.
 */
export const falseAccounts = ({ before, after, report, format }: Order): string[] => {
  const reported = lossesIn(report)
  const count = (it: Loss): number =>
    report.losses.find(({ what }) => what === `exports.loss.${it}`)?.count ?? 0
  const lost = new Set<Loss>([...reported, ...neverKept])
  const complaints: string[] = []

  const { gone, proofs, added, rest, empty } = sorted(withoutGuesses(differencesBetween(before, after, lost)))
  const [overlap, noToken, moved, lostEnds] = ofMentions.map(count) as [number, number, number, number]
  if (gone.length !== overlap + noToken + moved)
    complaints.push(`reported ${overlap}+${noToken}+${moved} mentions that are not where they were; they are`)
  if (added.length !== moved) complaints.push(`reported ${moved} mentions moved; they are`)
  if (proofs.length !== lostEnds) complaints.push(`reported ${lostEnds} passages without a mention; they are`)
  if (empty.length !== count('emptyArticles'))
    complaints.push(`reported ${count('emptyArticles')} articles without a word; they are ${empty.length}`)
  if (complaints.length > 0) complaints.push(...[...gone, ...added, ...proofs].map(told))
  complaints.push(...rest.map((it) => `not reported: ${told(it)}`))

  for (const loss of reported) {
    const lines = linesOf[loss]
    // The way in strips control characters of names by itself, whoever wrote them.
    if (
      loss === 'controlCharacters' &&
      before.column<string>('SELECT name FROM entity').some((it) => /\p{Cc}/u.test(it))
    )
      continue
    if (neverKept.includes(loss) || lines === undefined || unseen[format.id]?.includes(loss)) continue
    const without = new Set(lost)
    for (const it of [loss, ...(within[loss] ?? [])]) without.delete(it)
    const missed = differencesBetween(before, after, without)
    if (!missed.some((it) => it.side === 'missing' && lines.test(it.line)))
      complaints.push(`reported and not lost: ${loss} (${count(loss)})`)
  }
  return complaints
}

/** Articles whose texts lost signs are not known again by the file beside them. */
const unknown = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/

/** What a round trip with the file beside it lost all the same. Without its text an article is not known again. */
export const keptBeside = ({ before, after, report }: Order): string[] => {
  const lost = new Set<Loss>([...beyond.filter((it) => lossesIn(report).has(it)), ...neverKept])
  const isKnown = (text: string): boolean => !lost.has('controlCharacters') || !unknown.test(text)
  return withoutGuesses(differencesBetween(before, after, lost, isKnown)).map(told)
}
