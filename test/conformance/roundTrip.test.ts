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

/** Every other value of every option, one at a time. */
const variants = both.flatMap((format) =>
  format.options.flatMap((field) => {
    const values =
      field.kind === 'choice'
        ? field.choices.map((it) => it.value)
        : field.kind === 'toggle'
          ? [true, false]
          : []
    return values
      .filter((it) => it !== field.initial)
      .map((value) => [`${format.id}, ${field.id}: ${value}`, format, { [field.id]: value }] as const)
  }),
)

test.each(variants)('%s: nothing is lost but what is reported', async (name, format, options) => {
  const { written, again } = await outAndIn(full, format, join(folder, name.replace(/\W+/g, '-')), {
    options,
  })
  try {
    expect(falseAccounts({ before: full.db, after: again.db, report: written, format })).toEqual([])
  } finally {
    again.close()
  }
})

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
