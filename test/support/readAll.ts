import { createFileSet } from '../../main/features/imports/files/fileSet.ts'
import { memoryFile } from '../../main/features/imports/files/setFile.ts'
import { Unreadable } from '../../main/features/imports/files/unreadable.ts'
import type { ImportFormat } from '../../main/features/imports/formats/format.ts'
import { articlesOf, filesIn, referencesOf } from './articleFiles.ts'
import { readSet, recognise } from './readFormat.ts'

export interface ReadCounts {
  /** Documents, articles, references or members. */
  readonly records: number
  readonly mentions: number
  readonly relations: number
  readonly problems: number
  /** Code of the line a file was refused with; null when all were read. */
  readonly refused: string | null
}

/** What the reader of a format makes of files, without a project. @throws what a reader must never throw */
export const readAll = async (
  format: ImportFormat,
  files: Readonly<Record<string, Buffer>>,
): Promise<ReadCounts> => {
  const all = Object.entries(files).map(([path, bytes]) => memoryFile(path, bytes))
  const own = all.filter((it) => recognise(format, it, all))
  let [records, mentions, relations, problems] = [0, 0, 0, 0]
  let refused: string | null = null
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (thrown) {
      if (!(thrown instanceof Unreadable)) throw thrown
      refused = thrown.notice.code
    }
  }
  if (format.kind === 'annotations') {
    await attempt(async () => {
      const read = await readSet(format, createFileSet('set', own, all))
      records = read.documents.length
      mentions = read.documents.reduce((sum, it) => sum + it.mentions.length, 0)
      relations = read.documents.reduce((sum, it) => sum + it.relations.length, 0)
      problems = read.problems.length
    })
    return { records, mentions, relations, problems, refused }
  }
  for (const file of own)
    await attempt(async () => {
      if (format.kind === 'dataset') records += format.count(file).documents
      else {
        const read =
          format.kind === 'articles'
            ? await articlesOf(format, file)
            : format.kind === 'container'
              ? await filesIn(format, file)
              : referencesOf(format, file)
        problems += read.problems.length
        if ('files' in read) for (const it of read.files) it.bytes()
        records +=
          'articles' in read
            ? read.articles.length
            : 'files' in read
              ? read.files.length
              : read.references.length
      }
    })
  return { records, mentions, relations, problems, refused }
}
