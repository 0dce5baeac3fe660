import type { RecipeData, ReleaseReport, SplitReport } from '../../../../shared/model/recipe.ts'
import type { ExportSource } from '../../exports/index.ts'

export interface CardFormat {
  readonly formatId: string
  readonly name: string
  readonly losses: ReleaseReport['formats'][number]['losses']
  /** File or folder within the release. */
  readonly folder: string
}

export interface CardInput {
  readonly recipe: RecipeData
  /** Name of the release, for a recipe whose card has no title. */
  readonly name: string
  readonly source: ExportSource
  readonly counts: ReleaseReport['counts']
  readonly split: SplitReport
  readonly formats: readonly CardFormat[]
  /** The release holds no full texts. */
  readonly redacted: boolean
}
