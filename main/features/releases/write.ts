import { join } from 'node:path'
import type { RecipeData, ReleaseReport } from '../../../shared/model/recipe.ts'
import type { JobContext } from '../../core/jobs.ts'
import {
  type ExportFormat,
  type ExportSink,
  type Losses,
  lossList,
  type Misplaced,
  type Output,
  shortened,
  writeRows,
} from '../exports/index.ts'
import { redactedSource, shortQuote } from './adapt/redaction.ts'
import { standoffId } from './layout.ts'
import type { Plan } from './plan.ts'
import { joinProofs, type Proof, prove } from './proof.ts'
import type { Scene } from './scene.ts'

/** A format of the release: what was lost, and what reading it back found. */
export type Written = ReleaseReport['formats'][number] & { readonly name: string; readonly folder: string }

/** Files that are open, and those of them that can be closed to be read again. */
type Handle = ReturnType<ExportSink['file']> | ReturnType<ExportSink['bytes']>

/** The sink of one dataset within a release. `close`: all it opened can be read. */
const sinkAt = (output: ExportSink, { shape }: ExportFormat, at: string, losses: Losses) => {
  const misplaced = new Map<string, Misplaced>()
  const open = new Set<Handle>()
  const nameOf = (name: string): string => (shape === 'file' ? at : `${at}/${name}`)
  const noted = <T extends Handle>(file: T): T => {
    open.add(file)
    return file
  }
  const sink: ExportSink = {
    file: (name) => noted(output.file(nameOf(name))),
    bytes: (name) => noted(output.bytes(nameOf(name))),
    done: (file) => {
      output.done(file)
      open.delete(file)
    },
    lose: (what, example, mention) => {
      if (mention) misplaced.set(mention.uid, mention)
      const known = losses.get(what)
      if (known) known.count += 1
      else losses.set(what, { count: 1, example: shortened(example) })
    },
  }
  return {
    sink,
    misplaced,
    close: (): void => {
      for (const it of open) output.done(it)
    },
  }
}

/** Mentions and passages that cleaning left nothing of are lost to every format. */
const cleanedAway = ({ cleaned: { lostMentions, lostEvidence, example } }: Scene): Losses => {
  const count = lostMentions + lostEvidence
  return new Map(count > 0 ? [['releases.loss.cleaned', { count, example }]] : [])
}

/**
 * Writes the datasets of one format and reads each back. `at`: the folder of the release within the output, which holds
 * its files until it is finished.
 */
export const writeFormat = async (
  { format, options, folder, datasets }: Plan,
  { redaction }: RecipeData,
  scene: Scene,
  output: Pick<Output, 'folder'> & ExportSink,
  at: string,
  part: () => JobContext,
): Promise<Written> => {
  const splits = [...(scene.split?.articles.keys() ?? [])]
  const proofs: Proof[] = []
  const losses: Losses = new Map([...scene.losses(format, options), ...cleanedAway(scene)])
  for (const dataset of datasets) {
    const full = scene.focus(dataset.split)
    const source =
      redaction.on && format.id !== standoffId ? redactedSource(full, redaction.quoteLength) : full
    const articles =
      dataset.split === null ? scene.counts.articles : scene.split!.articles.get(dataset.split)!.length
    const { sink, misplaced, close } = sinkAt(output, format, dataset.at, losses)
    writeRows(source, articles, format, options, sink, part())
    close()
    const path = join(output.folder, at, dataset.at)
    const claim = { format, options, source, path, losses: losses.keys(), misplaced, splits }
    proofs.push(await prove(claim, part()))
  }
  const shown = lossList(losses).map((it) =>
    redaction.on ? { ...it, example: shortQuote(it.example, redaction.quoteLength) } : it,
  )
  return { formatId: format.id, name: format.name, folder, losses: shown, ...joinProofs(proofs) }
}
