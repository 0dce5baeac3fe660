import { z } from 'zod'
import { id } from '../model/provenance.ts'
import { agreement, finding, madeRelease, recipe, recipeData, splitReport } from '../model/recipe.ts'
import { action, command, query } from './define.ts'
import { jobStarted } from './jobs.ts'

const nothing = z.strictObject({})
const path = z.string().min(1).max(4096)

export const releases = {
  recipes: query({
    doc: 'The recipes of the project, in order of their names.',
    input: nothing,
    output: z.array(recipe),
    reads: ['recipe'],
  }),
  saveRecipe: command({
    doc: 'Keeps a recipe: a new one without an id, else the changed one. Returns its id.',
    input: z.strictObject({
      id: id.optional(),
      /** Of a new one that was written down elsewhere, e.g. beside a release. */
      uid: z.uuid().optional(),
      name: z.string().min(1).max(200),
      data: recipeData,
    }),
    output: z.strictObject({ id }),
  }),
  removeRecipe: command({
    doc: 'Takes a recipe away; releases made from it stay where they are.',
    input: z.strictObject({ id }),
    output: nothing,
  }),
  preview: action({
    doc: 'Tries a recipe out without writing anything. Job result: { split, findings, agreements }.',
    input: z.strictObject({ data: recipeData }),
    output: jobStarted,
  }),
  run: action({
    doc: 'Writes a release: data, schema, card, checksums, recipe, quality report, and a proof by reading it back. Job result: releaseReport.',
    input: z.strictObject({ recipeId: id, path, overwrite: z.boolean().default(false) }),
    output: jobStarted,
  }),
  made: query({
    doc: 'Releases that were written from this project, newest first.',
    input: nothing,
    output: z.array(madeRelease),
    reads: ['release'],
  }),
  diff: action({
    doc: 'What was added, changed and removed from one release to another. Job result: releaseDiff.',
    input: z.strictObject({ before: path, after: path }),
    output: jobStarted,
  }),
}

/** Result of `releases.preview`. */
export const releasePreview = z.strictObject({
  split: splitReport,
  findings: z.array(finding),
  agreements: z.array(agreement),
})
export type ReleasePreview = z.infer<typeof releasePreview>
