import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createEmptyProject, fillFixture } from '../../../../support/fixtureProject.ts'
import {
  compareProjects,
  exportTo,
  freshProject,
  importFrom,
  lossesIn,
} from '../../../../support/interchange.ts'

const folder = mkdtempSync(join(tmpdir(), 'ligature-conllu-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(['conllu', 'webanno-tsv'])(
  'a project comes back from %s but for the declared losses',
  async (id) => {
    const before = createEmptyProject(folder, `before-${id}`)
    fillFixture(before.file.db)
    const target = join(folder, `dataset-${id}`)
    const report = await exportTo(before.path, id, target)
    const after = freshProject(folder, `after-${id}`)
    const { failed, sets } = await importFrom(after, [target])
    expect(failed).toBe(0)
    expect(sets.map((it) => it.format)).toEqual([id])
    const comparison = compareProjects(before.file.db, after.db, lossesIn(report))
    expect(comparison.differences).toEqual([])
    before.file.close()
    after.close()
  },
)
