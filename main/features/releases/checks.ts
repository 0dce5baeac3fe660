import { completeOptions } from '../../../shared/model/option.ts'
import type { RecipeData } from '../../../shared/model/recipe.ts'
import { LigatureError } from '../../core/errors.ts'
import { findFormat, lossesOf } from '../exports/index.ts'
import { baseFormatId } from './layout.ts'

/** Does the format, asked this way, hold whole texts? */
const holdsTexts = ({ formatId, options }: RecipeData['formats'][number]): boolean => {
  const format = findFormat(formatId)
  return !lossesOf(format, completeOptions(format.options, options)).includes('texts')
}

/**
 * What a recipe must be to be followed.
 * @throws LigatureError not_found for a format that is not known; invalid_input for shares that are not 100 per cent
 * together and for formats of full texts in a release without them.
 */
export const assertRecipe = ({ formats, split, redaction }: RecipeData): void => {
  for (const { formatId } of formats) findFormat(formatId)
  const { train, validation, test } = split.shares
  const sum = train + validation + test
  if (split.by !== 'none' && sum !== 100) {
    const message = `The shares of the split make ${sum} per cent; together they must make 100.`
    throw new LigatureError('invalid_input', message, { sum })
  }
  if (!redaction.on) return
  // The base of every release is written without texts then.
  const full = formats.filter((it) => it.formatId !== baseFormatId && holdsTexts(it))
  if (full.length === 0) return
  const names = full.map((it) => findFormat(it.formatId).name).join(', ')
  const message = `The release must not hold full texts, and these formats do: ${names}. Take them out of the recipe, or allow full texts.`
  throw new LigatureError('invalid_input', message, { formats: names })
}
