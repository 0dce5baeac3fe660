import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../main/db/index.ts'
import { exportFormats } from '../../main/features/exports/formats/index.ts'
import type { Loss } from '../../main/features/exports/portrait.ts'
import { importFormats } from '../../main/features/imports/formats/index.ts'
import { fillFixture } from '../support/fixtureProject.ts'
import { compareProjects, exportTo, freshProject, importFrom, lossesIn, place } from '../support/roundTrip.ts'

const folder = mkdtempSync(join(tmpdir(), 'ligature-round-trip-'))
let full: { path: string; db: Database; close(): void }

beforeAll(() => {
  full = freshProject(join(folder, 'full'), 'full')
  fillFixture(full.db)
})
afterAll(() => {
  full.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Never compared: an import is made by another hand, at another time; types get looks of their own. */
const never: readonly Loss[] = ['provenance', 'schema', 'originals']

const both = exportFormats.filter((it) => importFormats.some((reader) => reader.id === it.id))

describe.each(both.map((it) => [it.id, it] as const))('%s', (id, format) => {
  test('out and in again is the project but for the losses it reported', async () => {
    const path = join(
      place(folder, `out-${id}`),
      format.shape === 'file' ? `dataset.${format.extension}` : 'dataset',
    )
    const written = await exportTo(full.path, id, path)
    const target = freshProject(join(folder, `in-${id}`), 'again')
    try {
      const { report, sets } = await importFrom(target, [path])
      expect(sets.map((it) => it.format)).toEqual([id])
      expect(report.left).toEqual([])
      for (const { survey } of sets) expect(survey.mismatches).toEqual([])
      const lost = new Set<Loss>([...lossesIn(written), ...never])
      const { differences } = compareProjects(full.db, target.db, lost)
      expect(differences).toEqual([])
    } finally {
      target.close()
    }
  })
})
