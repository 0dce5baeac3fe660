import type { Database } from '../../main/db/index.ts'
import { releaseJob } from '../../main/features/releases/index.ts'
import type { RecipeData, ReleaseReport } from '../../shared/model/recipe.ts'
import { at } from './fixtureProject.ts'
import { type JobRun, runJobOn } from './runJob.ts'

/* Recipes and releases as a person would make them, without the program around them. */

type Part<T> = { [K in keyof T]?: T[K] extends object ? Partial<T[K]> : T[K] }

/** A recipe of everything in one format, undivided; `part` changes it. */
export const recipeOf = (
  part: Omit<Part<RecipeData>, 'formats'> & { formats?: string[] } = {},
): RecipeData => ({
  scope: { articles: {}, setAside: true, suggestions: true, ...part.scope },
  formats: (part.formats ?? ['ligature-jsonl']).map((formatId) => ({ formatId, options: {} })),
  cleaning: { invisible: false, blanks: false, nfc: false, ...part.cleaning },
  split: {
    by: 'none',
    seed: 'seed',
    keepDuplicatesTogether: false,
    keepDealsTogether: false,
    ...part.split,
    shares: part.split?.shares ?? { train: 60, validation: 20, test: 20 },
  },
  identity: part.identity ?? 'article',
  redaction: { on: false, quoteLength: 80, ...part.redaction },
  shape: part.shape ?? 'folder',
  card: {
    ...{ title: '', version: '1.0', authors: '', licence: '', description: '', guidelines: '', limits: '' },
    ...part.card,
  },
})

export const saveRecipe = (db: Database, data: RecipeData, name = 'Recipe'): number =>
  db.run("INSERT INTO recipe (uid, name, data, made_by, made_how, made_at) VALUES (?, ?, ?, 1, 'hand', ?)", [
    `recipe-${name}`,
    name,
    JSON.stringify(data),
    at,
  ]).lastInsertRowid

export const release = (
  project: { path: string; db: Database },
  data: RecipeData,
  path: string,
  { overwrite = false, cancelAt }: { overwrite?: boolean; cancelAt?: number } = {},
): Promise<JobRun<ReleaseReport>> => {
  project.db.run('DELETE FROM recipe')
  const recipeId = saveRecipe(project.db, data)
  return runJobOn(releaseJob, { recipeId, path, overwrite }, project.path, cancelAt ? { cancelAt } : {})
}
