import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportFormats } from '../../main/features/exports/formats/index.ts'
import { importFormats } from '../../main/features/imports/formats/index.ts'
import { arbitraryCorpora } from '../support/arbitraryCorpus.ts'
import { fillCorpus } from '../support/corpus.ts'
import { hardCorpora } from '../support/hardCorpus.ts'
import { freshProject, outAndIn } from '../support/interchange.ts'
import { falseAccounts, keptBeside } from '../support/lossAccount.ts'

const folder = mkdtempSync(join(tmpdir(), 'ligature-round-trip-hard-'))
const both = exportFormats.filter((it) => importFormats.some((reader) => reader.id === it.id))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const seed = 20261121
const generated = arbitraryCorpora(seed, 2).map(
  (corpus, index) => [`generated ${index + 1}`, corpus] as const,
)

describe.each([...hardCorpora, ...generated])('%s', (name, corpus) => {
  let project: ReturnType<typeof freshProject>
  beforeAll(() => {
    project = freshProject(join(folder, name), name)
    fillCorpus(project.db, corpus)
  })
  afterAll(() => project.close())

  test.each(both.map((it) => [it.id, it] as const))('%s', async (id, format) => {
    const { written, again } = await outAndIn(project, format, join(folder, name, id), { roundtrip: true })
    try {
      expect(keptBeside({ before: project.db, after: again.db, report: written, format })).toEqual([])
    } finally {
      again.close()
    }
    const alone = await outAndIn(project, format, join(folder, name, `${id}-alone`))
    try {
      const { written: report, again: read } = alone
      expect(falseAccounts({ before: project.db, after: read.db, report, format })).toEqual([])
    } finally {
      alone.again.close()
    }
  })
})
