import type { z } from 'zod'
import type { releases } from '../../../shared/contract/releases.ts'
import type { MadeRelease, Recipe, RecipeData } from '../../../shared/model/recipe.ts'
import type { ProjectContext } from '../../core/context.ts'
import { notFound } from '../../core/errors.ts'
import type { JobKind } from '../../core/jobs.ts'
import { assertRecipe } from './checks.ts'
import { createReleaseRepository } from './repository.ts'

export type RunOrder = z.output<typeof releases.run.input>
export type PreviewOrder = z.output<typeof releases.preview.input>
export type DiffOrder = z.output<typeof releases.diff.input>

export interface Releases {
  recipes(): Recipe[]
  /** @throws not_found */
  recipe(id: number): Recipe
  /** @throws not_found · invalid_input (see `assertRecipe`) */
  save(recipe: { id?: number | undefined; uid?: string | undefined; name: string; data: RecipeData }): number
  /** @throws not_found */
  remove(id: number): void
  /** @throws invalid_input · not_found */
  preview(order: PreviewOrder): { jobId: string }
  /** @throws invalid_input · not_found */
  run(order: RunOrder): { jobId: string }
  made(): MadeRelease[]
  diff(order: DiffOrder): { jobId: string }
}

interface ReleaseDependencies {
  startJob(kind: JobKind, input: unknown): string
}

export const createReleases = (context: ProjectContext, { startJob }: ReleaseDependencies): Releases => {
  const repository = createReleaseRepository(context)
  const recipe = (id: number): Recipe => {
    const found = repository.recipe(id)
    if (!found) throw notFound('recipe', id)
    return found
  }
  return {
    recipes: () => repository.recipes(),
    recipe,
    save: ({ id, uid, name, data }) => {
      assertRecipe(data)
      if (id === undefined) return repository.add(name, data, uid)
      recipe(id)
      repository.update(id, name, data)
      return id
    },
    remove: (id) => {
      recipe(id)
      repository.remove(id)
    },
    preview: (order) => {
      assertRecipe(order.data)
      return { jobId: startJob('releases.preview', order) }
    },
    run: (order) => {
      assertRecipe(recipe(order.recipeId).data)
      return { jobId: startJob('releases.run', order) }
    },
    made: () => repository.made(),
    diff: (order) => ({ jobId: startJob('releases.diff', order) }),
  }
}
