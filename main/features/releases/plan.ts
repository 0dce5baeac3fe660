import { completeOptions, type OptionValues } from '../../../shared/model/option.ts'
import type { RecipeData, SplitName } from '../../../shared/model/recipe.ts'
import { type ExportFormat, findFormat } from '../exports/index.ts'
import { baseFile, baseFormatId, standoffFile } from './layout.ts'
import { standoffFormat } from './standoff.ts'

/** One format of a release, whole or a dataset per split. */
export interface Plan {
  readonly format: ExportFormat
  readonly options: OptionValues
  /** File or folder within the release that holds all of it. */
  readonly folder: string
  /** `at`: the file or folder a dataset is written to; `split` null for all articles. */
  readonly datasets: readonly { readonly split: SplitName | null; readonly at: string }[]
}

const whole = (format: ExportFormat, given: OptionValues, at: string): Plan => ({
  format,
  options: completeOptions(format.options, given),
  folder: at,
  datasets: [{ split: null, at }],
})

/** The dataset every release has, whatever the recipe asks for: all of it, undivided. */
const baseOf = ({ formats, redaction }: RecipeData): Plan => {
  if (redaction.on) return whole(standoffFormat(redaction.quoteLength), {}, standoffFile)
  const asked = formats.find((it) => it.formatId === baseFormatId)
  // Original files are large and somebody's: only who asks for them passes them on.
  return whole(findFormat(baseFormatId), asked?.options ?? { originals: false }, baseFile)
}

/** What is written and where: the base, then each format of the recipe, divided where the release is. */
export const planOf = (data: RecipeData, splits: readonly SplitName[]): Plan[] => {
  const taken = new Set<string>()
  const folderOf = (id: string): string => {
    let name = `data/${id}`
    for (let n = 2; taken.has(name); n += 1) name = `data/${id}-${n}`
    taken.add(name)
    return name
  }
  const asked = data.formats.flatMap(({ formatId, options }): Plan[] => {
    // Whole, it is the base already.
    if (formatId === baseFormatId && (splits.length === 0 || data.redaction.on)) return []
    const format = findFormat(formatId)
    const folder = folderOf(formatId)
    const extension = format.shape === 'file' ? `.${format.extension}` : ''
    const one = format.shape === 'file' ? `${folder}/dataset${extension}` : folder
    if (splits.length === 0 || format.ownSplits) return [{ ...whole(format, options, one), folder }]
    const datasets = splits.map((split) => ({ split, at: `${folder}/${split}${extension}` }))
    return [{ format, options: completeOptions(format.options, options), folder, datasets }]
  })
  return [baseOf(data), ...asked]
}
