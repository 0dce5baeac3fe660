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
} from '../../../../support/roundTrip.ts'

const folder = mkdtempSync(join(tmpdir(), 'ligature-tsv-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a project comes back but for the declared losses', async () => {
  const before = createEmptyProject(folder, 'before')
  fillFixture(before.file.db)
  const target = join(folder, 'dataset')
  const report = await exportTo(before.path, 'webanno-tsv', target)
  const after = freshProject(folder, 'after')
  const { failed } = await importFrom(after, [target])
  expect(failed).toBe(0)
  expect(compareProjects(before.file.db, after.db, lossesIn(report))).toEqual([])
  before.file.close()
  after.close()
})
