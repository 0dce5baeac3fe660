import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../main/db/index.ts'
import { exportFormats } from '../../main/features/exports/formats/index.ts'
import { importFormats } from '../../main/features/imports/formats/index.ts'
import { fillFixture } from '../support/fixtureProject.ts'
import { freshProject, outAndIn } from '../support/interchange.ts'
import { falseAccounts, keptBeside } from '../support/lossAccount.ts'

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

const both = exportFormats.filter((it) => importFormats.some((reader) => reader.id === it.id))

describe.each(both.map((it) => [it.id, it] as const))('%s', (id, format) => {
  test('out and in again is the project but for the losses it reported, and those are true', async () => {
    const { written, again } = await outAndIn(full, format, join(folder, id))
    try {
      expect(falseAccounts({ before: full.db, after: again.db, report: written, format })).toEqual([])
    } finally {
      again.close()
    }
  })

  test('with the file beside it only what no text or sign can hold is lost', async () => {
    const { written, again } = await outAndIn(full, format, join(folder, `${id}-beside`), { roundtrip: true })
    try {
      expect(keptBeside({ before: full.db, after: again.db, report: written, format })).toEqual([])
    } finally {
      again.close()
    }
  })
})
