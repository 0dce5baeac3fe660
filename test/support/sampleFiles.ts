import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { exportFormats } from '../../main/features/exports/formats/index.ts'
import { importFormats } from '../../main/features/imports/formats/index.ts'
import { fillFixture } from './fixtureProject.ts'
import { exportTo, freshProject } from './interchange.ts'
import { type Files, officeFiles } from './samples/office.ts'
import { otherFiles } from './samples/other.ts'
import { pressFiles } from './samples/press.ts'

/** A set of files of one format; paths relative, `/` between the parts. */
export interface SampleFiles {
  readonly format: string
  readonly files: Files
}

/** All files of a folder, or one file, as a set. */
export const filesOf = (path: string): Record<string, Buffer> =>
  statSync(path).isDirectory()
    ? Object.fromEntries(
        readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((it) => it.isFile())
          .map((it) => join(it.parentPath, it.name))
          .sort()
          .map((it) => [relative(path, it).replaceAll('\\', '/'), readFileSync(it)]),
      )
    : { [basename(path)]: readFileSync(path) }

/** Formats that are both written and read. */
export const bothWays = exportFormats.filter((it) => importFormats.some(({ id }) => id === it.id))

/** The fixture project in every format that is both written and read. */
export const exportedSamples = async (folder: string): Promise<SampleFiles[]> => {
  const project = freshProject(join(folder, 'project'), 'fixture')
  fillFixture(project.db)
  const samples: SampleFiles[] = []
  try {
    for (const { id, shape, extension } of bothWays) {
      mkdirSync(join(folder, id))
      const path = join(folder, id, shape === 'file' ? `dataset.${extension}` : 'dataset')
      await exportTo(project.path, id, path)
      samples.push({ format: id, files: filesOf(path) })
    }
  } finally {
    project.close()
  }
  return samples
}

/** Files written by hand, of the formats nothing here writes. */
export const writtenSamples: readonly SampleFiles[] = [...officeFiles, ...pressFiles, ...otherFiles].map(
  ([format, files]) => ({ format, files }),
)
