import { join, normalize } from 'node:path'
import type { ReleasePreview } from '../../../shared/contract/releases.ts'
import type { Recipe, ReleaseReport } from '../../../shared/model/recipe.ts'
import { notFound } from '../../core/errors.ts'
import type { JobContext, JobDefinition } from '../../core/jobs.ts'
import { type ByteFile, type ExportSink, type Output, openOutput } from '../exports/index.ts'
import { completeFingerprints } from '../imports/index.ts'
import { assertRecipe } from './checks.ts'
import { filesIn, type ReleaseFile, writeChecksums } from './checksums.ts'
import { describeRelease, inspect } from './describe.ts'
import type { ScopeNames } from './documents.ts'
import { checksumFile } from './layout.ts'
import { packFiles } from './pack.ts'
import { planOf } from './plan.ts'
import { createParts } from './progress.ts'
import { createReleaseRepository } from './repository.ts'
import { openScene } from './scene.ts'
import type { PreviewOrder, RunOrder } from './service.ts'
import { undivided } from './split/index.ts'
import { writeFormat } from './write.ts'

/** Runs `work` on one unchanging moment of the project, without keeping anybody from writing. */
const duringSnapshot = async <T>({ db }: JobContext, work: () => T | Promise<T>): Promise<T> => {
  db.exec('BEGIN')
  try {
    return await work()
  } finally {
    db.exec('ROLLBACK')
  }
}

/** Texts that came in bulk have no fingerprint yet. */
const prepareSplit = ({ split }: Recipe['data'], context: JobContext): void => {
  if (split.by === 'none') return
  completeFingerprints(context.db, (done, total) => {
    context.stopIfCancelled()
    context.report(done, total)
  })
}

/** Where the files of a release are gathered within the output. An archive is made of them at last. */
interface Place {
  readonly folder: string
  readonly sink: ExportSink & Pick<Output, 'folder'>
  readonly names: ReadonlySet<string>
  readonly archive: ByteFile | null
}

const placeIn = (output: Output, shape: Recipe['data']['shape']): Place => {
  // The first file of an output of one file is the one that stays.
  const archive = shape === 'zip' ? output.bytes('release.zip') : null
  const folder = archive ? 'release' : ''
  const names = new Set<string>()
  const within = (name: string): string => {
    names.add(name)
    return folder === '' ? name : `${folder}/${name}`
  }
  const sink = {
    ...output,
    file: (name: string) => output.file(within(name)),
    bytes: (name: string) => output.bytes(within(name)),
  }
  return { folder, sink, names, archive }
}

const byName = (a: ReleaseFile, b: ReleaseFile): number => (a.name < b.name ? -1 : 1)

const writeAll = async (
  recipe: Recipe,
  names: ScopeNames,
  output: Output,
  context: JobContext,
): Promise<Omit<ReleaseReport, 'path'>> => {
  const { data, name } = recipe
  const place = placeIn(output, data.shape)
  const { archive, sink } = place
  const scene = openScene(data, context)
  const plans = planOf(data, [...(scene.split?.articles.keys() ?? [])])
  const part = createParts(context, plans.reduce((sum, it) => sum + 2 * it.datasets.length, 0) + 2)
  const formats = []
  for (const plan of plans) {
    const next = (): JobContext => part(plan.format.name)
    formats.push(await writeFormat(plan, data, scene, sink, place.folder, next))
  }
  const inspected = describeRelease(recipe, names, scene, formats, sink, part('README.md'))
  const { stopIfCancelled } = part(checksumFile)
  const folder = join(output.folder, place.folder)
  const released = filesIn(folder, place.names, stopIfCancelled)
  writeChecksums(released, sink)
  const files = [...released, ...filesIn(folder, [checksumFile], stopIfCancelled)].sort(byName)
  if (archive) packFiles(folder, files, archive, stopIfCancelled)
  return {
    ...{ name, files, counts: scene.counts, split: scene.split?.report ?? undivided, ...inspected },
    formats: formats.map(({ formatId, losses, proof, differenceCount, differences }) => ({
      ...{ formatId, losses, proof, differenceCount, differences },
    })),
  }
}

/**
 * Writes a release. The result is a `releaseReport`.
 * @throws LigatureError invalid_input · not_found · not_allowed · conflict · io · disk_full · cancelled; nothing of the
 * release is left behind then, and what was at the target stays.
 */
const run = async (order: RunOrder, context: JobContext): Promise<ReleaseReport> => {
  const repository = createReleaseRepository(context)
  const recipe = repository.recipe(order.recipeId)
  if (!recipe) throw notFound('recipe', order.recipeId)
  const { data, name, uid } = recipe
  assertRecipe(data)
  prepareSplit(data, context)
  const shape = data.shape === 'zip' ? 'file' : 'folder'
  const path = normalize(order.path)
  const target = { path, shape, overwrite: order.overwrite, projectPath: context.db.path } as const
  const output = openOutput(target, context.stopIfCancelled)
  let written: Omit<ReleaseReport, 'path'>
  try {
    const names = repository.namesIn(data.scope)
    written = await duringSnapshot(context, () => writeAll(recipe, names, output, context))
    await output.finish()
  } catch (thrown) {
    output.abandon()
    throw thrown
  }
  repository.addMade({ recipeUid: uid, name, path, counts: written.counts })
  context.refresh('release')
  return { path, ...written }
}

export const releaseJob: JobDefinition<RunOrder> = { kind: 'releases.run', run }

/** The same looking, without writing. The result is a `releasePreview`. */
export const releasePreviewJob: JobDefinition<PreviewOrder> = {
  kind: 'releases.preview',
  run: ({ data }, context) => {
    assertRecipe(data)
    prepareSplit(data, context)
    return duringSnapshot(context, (): ReleasePreview => {
      const scene = openScene(data, context)
      return { split: scene.split?.report ?? undivided, ...inspect({ data }, scene, context) }
    })
  },
}
