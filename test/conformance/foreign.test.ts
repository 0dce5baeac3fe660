import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { exportFormats } from '../../main/features/exports/formats/index.ts'
import { type ForeignSet, foreignSets } from '../support/foreignSets.ts'
import { exportTo, freshProject, importFrom, place } from '../support/interchange.ts'

const folder = mkdtempSync(join(tmpdir(), 'ligature-foreign-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const written = ({ files, format }: ForeignSet): string => {
  const path = place(folder, `${format}-given`)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), content)
  }
  return path
}

/** All that a dataset says, archives opened. */
const contentOf = (path: string): string => {
  if (!statSync(path).isDirectory()) {
    const bytes = readFileSync(path)
    return path.endsWith('.zip')
      ? Object.values(unzipSync(bytes))
          .map((it) => Buffer.from(it).toString('utf8'))
          .join('\n')
      : bytes.toString('utf8')
  }
  return readdirSync(path)
    .map((it) => contentOf(join(path, it)))
    .join('\n')
}

describe.each(foreignSets.map((it) => [it.format, it] as const))('%s', (id, set) => {
  test('gives back to its tool what a project has no place for', async () => {
    const given = written(set)
    const project = freshProject(join(folder, id), 'project')
    // Labels shall not find a type that means the same.
    project.db.run('DELETE FROM entity_type')
    try {
      const { sets } = await importFrom(project, [given])
      expect(sets.map((it) => it.format)).toEqual([id])
      const format = exportFormats.find((it) => it.id === id)!
      const path = join(place(folder, `${id}-again`), format.shape === 'file' ? `a.${format.extension}` : 'a')
      await exportTo(project.path, id, path)
      const content = contentOf(path)
      expect(set.kept.filter((it) => !content.includes(it))).toEqual([])
    } finally {
      project.close()
    }
  })
})
