import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../main/db/index.ts'
import { exportFormats } from '../../main/features/exports/formats/index.ts'
import { importFormats } from '../../main/features/imports/formats/index.ts'
import { fillFixture } from '../support/fixtureProject.ts'
import { freshProject } from '../support/interchange.ts'
import { recipeOf, release } from '../support/releases.ts'

const folder = mkdtempSync(join(tmpdir(), 'ligature-releases-'))
let full: { path: string; db: Database; close(): void }

beforeAll(() => {
  full = freshProject(join(folder, 'full'), 'full')
  fillFixture(full.db)
})
afterAll(() => {
  full.close()
  rmSync(folder, { recursive: true, force: true })
})

const both = exportFormats
  .filter((it) => importFormats.some((reader) => reader.id === it.id))
  .map((it) => it.id)

test('a release of every format: what is read back is what was written', { timeout: 120_000 }, async () => {
  const path = join(folder, 'all')
  const { result } = await release(full, recipeOf({ formats: exportFormats.map((it) => it.id) }), path)
    readdirSync(path),
    result.formats.map((it) => [it.formatId, it.proof, it.differenceCount]),
  )
    JSON.stringify(
      result.formats
        .filter((it) => it.proof === 'differs')
        .map((it) => [it.formatId, it.differences.slice(0, 5)]),
      null,
      1,
    ),
  )
  expect(result.formats.filter((it) => it.proof === 'differs')).toEqual([])
  expect(
    result.formats
      .filter((it) => it.proof === 'equal')
      .map((it) => it.formatId)
      .sort(),
  ).toEqual([...both].sort())
})
