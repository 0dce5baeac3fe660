import type { ExportFormatInfo } from '@shared/contract/exports.ts'
import { completeOptions, type OptionValues } from '@shared/model/option.ts'
import type { Recipe, RecipeData } from '@shared/model/recipe.ts'
import { safeName } from '../export/destination.ts'

/** What a new recipe says: the whole project in its own format, undivided. */
export const newRecipeData = (title: string): RecipeData => ({
  scope: { articles: {} },
  // Original files are large and somebody's: only who asks for them passes them on.
  formats: [{ formatId: 'ligature-jsonl', options: { originals: false } }],
  cleaning: { invisible: false, blanks: false, nfc: false },
  split: {
    by: 'none',
    seed: '1',
    shares: { train: 80, validation: 10, test: 10 },
    keepDuplicatesTogether: true,
    keepDealsTogether: false,
  },
  identity: 'article',
  redaction: { on: false, quoteLength: 200 },
  shape: 'folder',
  card: { title, version: '1.0.0', authors: '', licence: '', description: '', guidelines: '', limits: '' },
})

/** The name, or the name with the first number that makes it new. */
export const freeName = (name: string, taken: readonly string[]): string => {
  if (!taken.includes(name)) return name
  for (let number = 2; ; number++) {
    const numbered = `${name} ${number}`
    if (!taken.includes(numbered)) return numbered
  }
}

/** Per cent, all shares together. */
export const shareSum = ({ train, validation, test }: RecipeData['split']['shares']): number =>
  train + validation + test

/** The format that stands in every release; without texts its offsets and quotes alone. */
const baseFormatId = 'ligature-jsonl'

/** Switches by which formats that may leave texts out are asked to. */
const textSwitches = ['texts', 'documents', 'evidence'] as const

/** Whether a format, asked this way, hands on whole texts. */
export const carriesTexts = (format: ExportFormatInfo, options: OptionValues): boolean => {
  if (format.id === baseFormatId) return false
  const complete = completeOptions(format.options, options)
  const decides = textSwitches.find((it) => typeof complete[it] === 'boolean')
  if (decides) return complete[decides] === true
  return !format.losses.includes('exports.loss.texts')
}

/** Why a recipe cannot be followed as it stands; the core refuses to keep one like this. */
export const problemOf = (
  { split, redaction, formats }: RecipeData,
  known: readonly ExportFormatInfo[],
): 'shares' | 'redaction' | null => {
  if (split.by !== 'none' && shareSum(split.shares) !== 100) return 'shares'
  const isFull = ({ formatId, options }: RecipeData['formats'][number]): boolean => {
    const format = known.find((it) => it.id === formatId)
    return format !== undefined && carriesTexts(format, options)
  }
  return redaction.on && formats.some(isFull) ? 'redaction' : null
}

/** Licences of datasets that are asked for most, by their SPDX names. */
export const licences: readonly string[] = [
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC-BY-NC-4.0',
  'CC-BY-NC-SA-4.0',
  'CC0-1.0',
  'ODbL-1.0',
  'ODC-By-1.0',
  'PDDL-1.0',
  'CDLA-Permissive-2.0',
  'DL-DE-BY-2.0',
  'MIT',
  'Apache-2.0',
]

/** A release by what people see of it: the last part of its path, with the version as a rule. */
export const nameOf = (path: string): string => path.split(/[\\/]/).findLast((it) => it !== '') ?? path

/** Longest part of a recipe's name in a file's; the version must have room behind it. */
const longestName = 60

/** The name a release gets unless a person says otherwise: the recipe's, its version. */
export const releaseName = ({ name, data }: Pick<Recipe, 'name' | 'data'>): string => {
  const short = safeName(name).slice(0, longestName).toWellFormed().trimEnd()
  const base = safeName(`${short} ${data.card.version}`)
  return data.shape === 'zip' ? `${base}.zip` : base
}
