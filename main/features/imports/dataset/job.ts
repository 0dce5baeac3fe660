import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { LigatureError } from '../../../core/errors.ts'
import type { JobContext, JobDefinition } from '../../../core/jobs.ts'
import { createTextStore, type TextStore } from '../../articles/index.ts'
import { readLines } from '../files/lines.ts'
import { diskFile, type SetFile } from '../files/setFile.ts'
import type { LeftOut } from './leftOut.ts'
import { createDatasetReader } from './reader.ts'
import { createDatasetRepository, type DatasetRepository } from './repository.ts'

// A type, not an interface: what crosses processes must be assignable to JSON.
export type DatasetReport = {
  articles: number
  entities: number
  mentions: number
  relations: number
  left: LeftOut[]
}

/** Lines and bytes handled between two looks at the wish to stop; a chunk is one short transaction. */
const chunkLines = 2000
const chunkBytes = 4 << 20

const openFile = (path: string): SetFile => {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) throw new LigatureError('io', `${path}: there is no such file.`, { path })
  if (!stat.isFile()) throw new LigatureError('io', `${path} is no file. Choose a .jsonl file.`, { path })
  return diskFile(path, path)
}

/** Reads the whole file into the staging tables, in chunks. */
const readAll = (file: SetFile, repository: DatasetRepository, store: TextStore, context: JobContext) => {
  const { path, size } = file
  const reader = createDatasetReader(path, repository, store)
  const lines = readLines(file)
  try {
    let position = 0
    const readChunk = (): boolean => {
      const end = position + chunkBytes
      for (let count = 0; count < chunkLines && position < end; count += 1) {
        const next = lines.next()
        if (next.done) return false
        reader.line(next.value)
        position = next.value.position
      }
      return true
    }
    while (repository.transaction(readChunk)) {
      context.stopIfCancelled()
      context.report(position, size, basename(path))
    }
  } finally {
    lines.return(undefined)
  }
  return reader.finish()
}

/** Two rows of one uid are found by the database when the rows move; say which. */
const explained = (thrown: unknown, path: string, repository: DatasetRepository): unknown => {
  if (!String((thrown as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')) return thrown
  const repeated = repository.repeatedUid()
  return repeated
    ? new LigatureError(
        'import.unreadable',
        `${path}: the uid "${repeated.uid}" stands in more than one line (${repeated.table}). Every uid must be there once.`,
        { path, uid: repeated.uid },
      )
    : new LigatureError(
        'conflict',
        `${path}: rows of this dataset came into the project while it was read. Start the import again.`,
        { path },
      )
}

/**
 * Imports a Ligature JSONL dataset (docs/formats/ligature-jsonl.md) as one step of the history; all of it, but for the
 * rows listed in `left`, or nothing.
 * @throws LigatureError io · import.unreadable (naming file and line) · conflict · cancelled
 */
export const importDataset = ({ file }: { file: SetFile }, context: JobContext): DatasetReport => {
  const { path } = file
  const repository = createDatasetRepository(context.db)
  const store = createTextStore(context.db)
  repository.createTables()
  store.beginStaging()
  try {
    const intoEmpty = repository.isEmpty()
    const { project, left } = readAll(file, repository, store, context)
    const counts = context.commit('imports.dataset', (step) => {
      if (repository.isEmpty() !== intoEmpty) {
        throw new LigatureError(
          'conflict',
          'The project changed while the dataset was read. Start the import again.',
        )
      }
      const moved = repository.move(intoEmpty ? project : null)
      store.endStaging()
      step.describe({ count: moved.articles, name: basename(path) })
      return moved
    })
    return { ...counts, left }
  } catch (thrown) {
    const error = explained(thrown, path, repository)
    store.sweep()
    throw error
  }
}

export const importDatasetJob: JobDefinition<{ path: string }> = {
  kind: 'imports.dataset',
  run: ({ path }, context) => importDataset({ file: openFile(path) }, context),
}
