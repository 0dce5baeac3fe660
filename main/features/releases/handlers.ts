import type { releases } from '../../../shared/contract/releases.ts'
import type { Handlers } from '../../core/handlers.ts'
import type { Releases } from './service.ts'

export const releaseHandlers = (service: Releases): Handlers<typeof releases> => ({
  recipes: () => service.recipes(),
  saveRecipe: (recipe, step) => {
    step.describe({ name: recipe.name, field: recipe.id === undefined ? 'new' : '' })
    return { id: service.save(recipe) }
  },
  removeRecipe: ({ id }, step) => {
    step.describe({ name: service.recipe(id).name })
    service.remove(id)
    return {}
  },
  preview: (order) => service.preview(order),
  run: (order) => service.run(order),
  made: () => service.made(),
  diff: (order) => service.diff(order),
})
