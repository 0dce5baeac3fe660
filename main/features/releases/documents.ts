import type { Recipe } from '../../../shared/model/recipe.ts'
import type { ExportSink, ExportSource } from '../exports/index.ts'
import {
  proofFile,
  recipeFile,
  releaseFile,
  releaseVersion,
  schemaFile,
  splitsFile,
  toolVersion,
} from './layout.ts'
import type { Scene } from './scene.ts'
import type { Written } from './write.ts'

/* The small files of a release that say what it is. No clock and no place of this machine goes into them. */

const putJson = (sink: ExportSink, name: string, content: object): void => {
  const file = sink.file(name)
  file.write(`${JSON.stringify(content, null, 2)}\n`)
  sink.done(file)
}

/** What the numbers of the recipe's scope are called: a recipe is read outside its project too. */
export interface ScopeNames {
  readonly types: readonly string[]
  readonly persons: readonly string[]
  readonly entity: string
}

export const writeRecipe = ({ uid, name, data }: Recipe, names: ScopeNames, sink: ExportSink): void =>
  putJson(sink, recipeFile, { format: 'ligature-recipe', version: 1, uid, name, names, data })

export const writeSchema = ({ entityTypes, relationTypes, rules }: ExportSource, sink: ExportSink): void =>
  putJson(sink, schemaFile, {
    ...{ format: 'ligature-schema', version: 1 },
    ...{ entityTypes, relationTypes, rules },
  })

/** A line per article in order: uid, split (empty where nothing is divided), title. */
export const writeSplits = (source: ExportSource, sink: ExportSink): void => {
  const file = sink.file(splitsFile)
  file.write('uid\tsplit\ttitle\n')
  for (const { uid, title } of source.articles())
    file.write(`${uid}\t${source.splitOf?.(uid) ?? ''}\t${title.replace(/\s+/g, ' ').trim()}\n`)
  sink.done(file)
}

export interface Described {
  readonly recipe: Recipe
  readonly source: ExportSource
  readonly scene: Scene
  readonly formats: readonly Written[]
}

export const writeRelease = ({ recipe, source, scene, formats }: Described, sink: ExportSink): void =>
  putJson(sink, releaseFile, {
    ...{ format: 'ligature-release', version: releaseVersion, tool: `Ligature ${toolVersion}` },
    name: recipe.name,
    ...{ title: recipe.data.card.title, release: recipe.data.card.version },
    project: { uid: source.project.uid, name: source.project.name },
    recipe: recipe.uid,
    redacted: recipe.data.redaction.on,
    counts: scene.counts,
    splits: scene.split?.report.splits ?? [],
    leakCount: scene.split?.report.leakCount ?? 0,
    copiesLeftOut: scene.copies,
    cleaned: scene.cleaned,
    formats: formats.map(({ formatId, folder, losses }) => ({ formatId, folder, losses })),
  })

/** What reading every dataset of the release back found. */
export const writeProof = (formats: readonly Written[], sink: ExportSink): void =>
  putJson(
    sink,
    proofFile,
    formats.map(({ formatId, folder, proof, differenceCount, differences }) => ({
      ...{ formatId, folder, proof, differenceCount, differences },
    })),
  )
