import { readFileSync } from 'node:fs'
import { v5 as namedUid } from 'uuid'
import { z } from 'zod'
import { type Recipe, type RecipeData, recipeData } from '../../../shared/model/recipe.ts'
import type { CommandCore } from './core.ts'
import { nearest } from './nearest.ts'
import type { Output } from './output.ts'
import { misuse, unknown } from './refusal.ts'

/** `recipe.json` of a release; of `release list --json`; or name and data alone. */
const recipeFile = z.looseObject({
  uid: z.uuid().optional(),
  name: z.string().min(1).max(200).default('recipe'),
  /** What the numbers of its scope mean, in the words of its project. */
  names: z
    .looseObject({ types: z.array(z.string()), persons: z.array(z.string()), entity: z.string() })
    .optional(),
  data: recipeData,
})
type RecipeFile = z.output<typeof recipeFile>

/** Recipes without a uid of their own have one by their data: the same file makes the same release. */
const uidOf = (data: RecipeData): string => namedUid(JSON.stringify(data), namedUid.URL)

/** @throws Refusal naming the place in the file */
export const readRecipe = (path: string, { t }: Output): RecipeFile => {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path, 'utf8'))
  } catch (thrown) {
    throw misuse(t('cli.error.json', { path, message: (thrown as Error).message }))
  }
  const hasData = typeof json === 'object' && json !== null && 'data' in json
  const read = recipeFile.safeParse(hasData ? json : { data: json })
  if (read.success) return read.data
  const { path: place, message } = read.error.issues[0]!
  throw misuse(t('cli.error.recipeFile', { path, place: place.join('.') || '–', message }))
}

/** The numbers of named rows in this project. @throws Refusal for a name it does not have */
const idsOf = (names: readonly string[], rows: readonly { id: number; name: string }[], { t }: Output) =>
  names.map((name) => {
    const found = rows.find((it) => it.name === name)
    if (found) return found.id
    throw misuse(t('cli.error.recipeName', { name }))
  })

/** A scope says types, persons and an entity by numbers, which mean something in their own project only. */
const scopeHere = async (
  core: CommandCore,
  { data, names }: RecipeFile,
  say: Output,
): Promise<RecipeData> => {
  if (!names) return data
  const { scope } = data
  const { entityTypes } = await core.ask('schema.get', {})
  const { persons } = await core.ask('overview.get', {})
  const types = entityTypes.map(({ id, key }) => ({ id, name: key }))
  const { entityId } = scope.articles
  if (entityId !== undefined) {
    const entity = await core.ask('entities.get', { id: entityId })
    if (entity.name !== names.entity) throw misuse(say.t('cli.error.recipeName', { name: names.entity }))
  }
  return {
    ...data,
    scope: {
      ...scope,
      ...(scope.typeIds && { typeIds: idsOf(names.types, types, say) }),
      ...(scope.personIds && { personIds: idsOf(names.persons, persons, say) }),
    },
  }
}

/** Puts a recipe of a file into the project (a copy, as a rule) and tells its number there. @throws Refusal */
export const takeRecipe = async (core: CommandCore, file: RecipeFile, say: Output): Promise<number> => {
  const data = await scopeHere(core, file, say)
  const uid = file.uid ?? uidOf(file.data)
  const own = (await core.ask('releases.recipes', {})).find((it) => it.uid === uid)
  const order = { ...(own ? { id: own.id } : { uid }), name: file.name, data }
  return (await core.ask('releases.saveRecipe', order)).id
}

/** @throws Refusal with the recipe that was probably meant */
export const recipeNamed = (recipes: readonly Recipe[], name: string, { t }: Output): Recipe => {
  const found = recipes.find((it) => it.name === name)
  if (found) return found
  const names = recipes.map((it) => it.name)
  const text = t('cli.error.unknownRecipe', { name, known: names.join(', ') || '–' })
  throw unknown(text, nearest(name, names), t)
}
