import type { ImportReport } from '../../../shared/contract/imports.ts'
import type { ReleaseReport } from '../../../shared/model/recipe.ts'
import type { JobContext } from '../../core/jobs.ts'
import { createJournal, openEmptyProject } from '../../db/index.ts'
import {
  type Aspect,
  compareInOrder,
  createPortrait,
  type ExportFormat,
  type ExportSource,
  fillScope,
  type Loss,
  lossesOf,
  type Misplaced,
  openSource,
} from '../exports/index.ts'
import { commitImportJob, importFormats, prepareDraftsJob } from '../imports/index.ts'
import { createProjectRepository } from '../projects/index.ts'
import { createSchema } from '../schema/index.ts'
import { misplacedSource } from './adapt/misplaced.ts'
import { baseFormatId } from './layout.ts'

type FormatReport = ReleaseReport['formats'][number]
export type Proof = Pick<FormatReport, 'proof' | 'differenceCount' | 'differences'>

const unread: Proof = { proof: 'unread', differenceCount: 0, differences: [] }

/** Differences told one by one; of the others only the number. */
const listed = 200

/** What the proofs of a format's datasets come to together. */
export const joinProofs = (proofs: readonly Proof[]): Proof => {
  const read = proofs.filter((it) => it.proof !== 'unread')
  return {
    proof: read.length === 0 ? 'unread' : read.every((it) => it.proof === 'equal') ? 'equal' : 'differs',
    differenceCount: read.reduce((sum, it) => sum + it.differenceCount, 0),
    differences: read.flatMap((it) => it.differences).slice(0, listed),
  }
}

/** An import is made by another hand, at another time; and the types are given to it. */
const neverCompared: readonly Loss[] = ['provenance', 'schema', 'originals']

const readerName = (formatId: string): string | undefined =>
  importFormats.find((it) => it.id === formatId)?.name

/** An empty project that knows the schema of the source and is gone when it is closed. */
const openScratch = (source: ExportSource, context: JobContext): JobContext & { close(): void } => {
  const db = openEmptyProject()
  const journal = createJournal(db)
  const projects = createProjectRepository(db)
  projects.create({ uid: context.newUid(), name: 'proof', madeAt: context.now() })
  const personId = projects.person('proof', context.newUid)
  const scratch: JobContext = {
    ...context,
    ...{ db, journal, personId, report: () => {}, refresh: () => {} },
    // A project nobody sees: no window is told of its steps.
    commit: (code, work) => {
      context.stopIfCancelled()
      return journal.record(code, personId, context.now(), work).result
    },
  }
  const schema = createSchema(scratch)
  for (const it of source.entityTypes) schema.addEntityType(it)
  for (const it of source.relationTypes) schema.addRelationType(it)
  return { ...scratch, close: () => db.close() }
}

/** The articles split by split, as they are read from a format that keeps splits itself: in order of its files' names. */
const inOrderOfSplits = (source: ExportSource, splits: readonly string[]): ExportSource => ({
  ...source,
  *articles() {
    for (const split of splits)
      for (const it of source.articles()) if (source.splitOf?.(it.uid) === split) yield it
  },
})

/**
 * What was read, without the languages that the import guessed: what was written with none is not said to have one by
 * the dataset. Articles come in the order they were written in.
 */
const unguessed = (source: ExportSource, written: ExportSource): ExportSource => ({
  ...source,
  *articles() {
    const originals = written.articles()[Symbol.iterator]()
    for (const it of source.articles()) {
      const original = originals.next()
      yield original.done || original.value.language !== '' ? it : { ...it, language: '' }
    }
  },
})

export interface Claim {
  readonly format: ExportFormat
  readonly options: Parameters<typeof lossesOf>[1]
  /** What was written. */
  readonly source: ExportSource
  /** Where it stands: a file or folder. */
  readonly path: string
  /** Message keys of what was lost while writing. */
  readonly losses: Iterable<string>
  /** Mentions that were left out or moved. */
  readonly misplaced: ReadonlyMap<string, Misplaced>
  /** Names of the splits the articles are dealt out to. */
  readonly splits: readonly string[]
}

const lostOf = ({ format, options, losses }: Claim): Set<Loss> =>
  new Set<Loss>([
    ...(format.id === baseFormatId ? [] : neverCompared),
    ...lossesOf(format, options),
    ...[...losses].map((it) => it.replace('exports.loss.', '') as Aspect),
  ])

/**
 * Reads a dataset back as anybody would, into a project of its own with the release's types, and compares it with what
 * was written, but for what the format is known to lose.
 * @throws LigatureError cancelled · disk_full
 */
export const prove = async (claim: Claim, context: JobContext): Promise<Proof> => {
  const { format, source, path, misplaced, splits } = claim
  if (readerName(format.id) === undefined) return unread
  const scratch = openScratch(source, context)
  try {
    await prepareDraftsJob.run({ items: [{ path }] }, scratch)
    const report = (await commitImportJob.run({ createTypes: true }, scratch)) as unknown as ImportReport
    const whole = { articles: {}, setAside: true, suggestions: true }
    fillScope(scratch.db, whole)
    const lost = lostOf(claim)
    const portrait = (it: ExportSource) => createPortrait(it, { lost, byUid: false })
    const placed = misplacedSource(source, misplaced)
    const written =
      format.ownSplits && splits.length > 0 ? inOrderOfSplits(placed, splits.toSorted()) : placed
    const compared = compareInOrder(portrait(written), portrait(unguessed(openSource(scratch.db), written)))
    const strange = report.sets
      .filter((it) => it.format !== readerName(format.id))
      .map((it) => ({ side: 'added' as const, about: it.name, line: `read as ${it.format}` }))
    const differences = [...strange, ...compared.differences]
    const differenceCount = compared.count + strange.length
    return {
      proof: differenceCount === 0 ? 'equal' : 'differs',
      differenceCount,
      differences: differences
        .slice(0, listed)
        .map(({ side, about, line }) => ({ side, about, line: line.slice(0, 1000).toWellFormed() })),
    }
  } finally {
    scratch.close()
  }
}
