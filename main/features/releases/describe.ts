import type { Recipe, ReleaseReport } from '../../../shared/model/recipe.ts'
import type { JobContext } from '../../core/jobs.ts'
import type { ExportSink } from '../exports/index.ts'
import { redactedSource, shortQuotes } from './adapt/redaction.ts'
import { writeCard } from './card/index.ts'
import {
  type ScopeNames,
  writeProof,
  writeRecipe,
  writeRelease,
  writeSchema,
  writeSplits,
} from './documents.ts'
import { collectAgreements, collectFindings, writeQuality } from './quality/index.ts'
import type { Scene } from './scene.ts'
import { undivided } from './split/index.ts'
import type { Written } from './write.ts'

type Inspected = Pick<ReleaseReport, 'findings' | 'agreements'>

/** What looks inconsistent, and how far those agree who annotated the same. */
export const inspect = ({ data }: Pick<Recipe, 'data'>, scene: Scene, context: JobContext): Inspected => {
  const source = scene.focus(null)
  const { on, quoteLength } = data.redaction
  const findings = collectFindings(source, context.stopIfCancelled)
  return {
    findings: on
      ? findings.map((it) => ({ ...it, examples: it.examples.map((text) => shortQuotes(text, quoteLength)) }))
      : findings,
    agreements: collectAgreements(source, context.stopIfCancelled),
  }
}

/** Writes everything of a release that is no dataset and no checksum. */
export const describeRelease = (
  recipe: Recipe,
  names: ScopeNames,
  scene: Scene,
  written: readonly Written[],
  sink: ExportSink,
  context: JobContext,
): Inspected => {
  const inspected = inspect(recipe, scene, context)
  const full = scene.focus(null)
  const { on: redacted, quoteLength } = recipe.data.redaction
  const source = redacted ? redactedSource(full, quoteLength) : full
  const split = scene.split?.report ?? undivided
  context.stopIfCancelled()
  writeQuality({ ...inspected, split, source }, sink)
  const { name, data } = recipe
  writeCard({ recipe: data, name, source, counts: scene.counts, split, formats: written, redacted }, sink)
  context.stopIfCancelled()
  writeSplits(source, sink)
  writeSchema(source, sink)
  writeRecipe(recipe, names, sink)
  writeRelease({ recipe, source, scene, formats: written }, sink)
  writeProof(written, sink)
  return inspected
}
