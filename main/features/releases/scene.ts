import type { OptionValues } from '../../../shared/model/option.ts'
import type { RecipeData, SplitName } from '../../../shared/model/recipe.ts'
import type { JobContext } from '../../core/jobs.ts'
import {
  countEvidence,
  countScope,
  type ExportFormat,
  type ExportSource,
  fillScope,
  type Losses,
  narrowScope,
  openSource,
  staticLosses,
} from '../exports/index.ts'
import { textFingerprints } from '../imports/index.ts'
import { type Cleaning, cleanedSource, findCleaning } from './adapt/cleaning.ts'
import { firstOfEach } from './adapt/identity.ts'
import { type Split, splitSource } from './split/index.ts'

export interface ReleaseCounts {
  readonly articles: number
  readonly mentions: number
  readonly entities: number
  readonly relations: number
  readonly evidence: number
}

/** What cleaning did to the articles of the release. */
export interface CleaningCounts {
  readonly articles: number
  readonly characters: number
  readonly lostMentions: number
  readonly lostEvidence: number
  readonly example: string
}

/** What a recipe takes of the project: one unchanging moment, while the snapshot around it lasts. */
export interface Scene {
  readonly counts: ReleaseCounts
  readonly split: Split | null
  /** Articles left out because another one stands for them. */
  readonly copies: number
  readonly cleaned: CleaningCounts
  /**
   * The whole release (null) or one of its splits, cleaned. A source is of use until the next one is asked for: they
   * show what is filled in on the connection. Going through its articles stops when the analyst asks for it.
   */
  focus(split: SplitName | null): ExportSource
  /** What of the whole release has no place in the format. */
  losses(format: ExportFormat, options: OptionValues): Losses
}

const countCleaning = ({ went, example }: Cleaning, ids: ReadonlySet<number>): CleaningCounts => {
  const own = [...went].filter(([id]) => ids.has(id)).map(([, it]) => it)
  const sum = (of: (it: (typeof own)[number]) => number): number =>
    own.reduce((total, it) => total + of(it), 0)
  const [lostMentions, lostEvidence] = [sum((it) => it.mentions), sum((it) => it.evidence)]
  return {
    articles: own.length,
    characters: sum((it) => it.characters),
    ...{ lostMentions, lostEvidence, example: lostMentions + lostEvidence > 0 ? example : '' },
  }
}

/** Works out what the recipe takes, cleans and divides, without writing anything. @throws LigatureError cancelled */
export const openScene = (data: RecipeData, context: JobContext): Scene => {
  const { db, stopIfCancelled } = context
  const { scope, identity } = data
  fillScope(db, scope)
  const cleaning = findCleaning(openSource(db), data.cleaning, stopIfCancelled)
  const { ids, copies } = firstOfEach(cleanedSource(openSource(db), cleaning).articles(), identity)
  if (copies > 0) narrowScope(db, scope, ids, false)
  const cleaned = countCleaning(cleaning, new Set(ids))
  const { articles, mentions, entities, relations } = countScope(db)
  const counts = {
    articles,
    mentions: mentions - cleaned.lostMentions,
    ...{ entities, relations },
    evidence: countEvidence(db) - cleaned.lostEvidence,
  }
  const whole = cleanedSource(openSource(db), cleaning)
  const split = splitSource(whole, data.split, textFingerprints(db), stopIfCancelled)
  const fill = (name: SplitName | null): void => {
    fillScope(db, scope)
    if (name !== null && split) narrowScope(db, scope, split.articles.get(name) ?? [], true)
    else if (copies > 0) narrowScope(db, scope, ids, false)
  }
  return {
    ...{ counts, split, copies, cleaned },
    focus: (name) => {
      fill(name)
      const clean = cleanedSource(openSource(db), cleaning)
      const source: ExportSource = {
        ...clean,
        *articles() {
          for (const it of clean.articles()) {
            stopIfCancelled()
            yield it
          }
        },
      }
      return name === null && split ? { ...source, splitOf: (uid) => split.of.get(uid) ?? 'train' } : source
    },
    losses: (format, options) => {
      fill(null)
      return staticLosses(db, format, options)
    },
  }
}
