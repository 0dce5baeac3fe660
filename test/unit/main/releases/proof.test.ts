import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JobDefinition } from '../../../../main/core/jobs.ts'
import type { Database } from '../../../../main/db/index.ts'
import { fillScope, findFormat, openSource } from '../../../../main/features/exports/index.ts'
import { toolVersion } from '../../../../main/features/releases/layout.ts'
import { joinProofs, type Proof, prove } from '../../../../main/features/releases/proof.ts'
import { fillFixture } from '../../../support/fixtureProject.ts'
import { everything, freshProject } from '../../../support/interchange.ts'
import { recipeOf, release } from '../../../support/releases.ts'
import { runJobOn } from '../../../support/runJob.ts'

const root = mkdtempSync(join(tmpdir(), 'ligature-proof-'))
let full: { path: string; db: Database; close(): void }
let data: string

beforeAll(async () => {
  full = freshProject(root, 'full')
  fillFixture(full.db)
  await release(full, recipeOf({ formats: ['brat', 'csv'] }), join(root, 'release'))
  data = join(root, 'release', 'data')
})
afterAll(() => {
  full.close()
  rmSync(root, { recursive: true, force: true })
})

/** What reading a folder back finds, compared with the project; a white-space mention is known to be left out. */
const proofOf = async (formatId: string, path: string): Promise<Proof> => {
  const format = findFormat(formatId)
  const job: JobDefinition<null> = {
    kind: 'releases.run',
    run: (_, context) => {
      fillScope(context.db, everything)
      const misplaced = new Map([['mention-0-18', { uid: 'mention-0-18', at: null }]])
      const source = openSource(context.db)
      return prove({ format, options: {}, source, path, losses: [], misplaced, splits: [] }, context)
    },
  }
  return (await runJobOn<null, Proof>(job, null, full.path)).result
}

test('what is there is equal; what was changed on the disk is missed, and the new is noticed', async () => {
  const folder = join(data, 'brat')
  expect(await proofOf('brat', folder)).toEqual({ proof: 'equal', differenceCount: 0, differences: [] })
  const name = readdirSync(folder).find((it) => it.startsWith('00001') && it.endsWith('.ann'))!
  const before = readFileSync(join(folder, name), 'utf8')
  writeFileSync(join(folder, name), before.replace('company 57 63\tJD.com', 'company 57 59\tJD'))
  const { proof, differenceCount, differences } = await proofOf('brat', folder)
  expect(proof).toBe('differs')
  expect(differenceCount).toBe(differences.length)
  expect(differences).toContainEqual({
    ...{ side: 'missing', line: 'mention company at 57–63' },
    about: 'Google steigt bei JD.com ein 🚀, company “JD.com”',
  })
  expect(differences).toContainEqual(
    expect.objectContaining({ side: 'added', line: 'mention company at 57–59' }),
  )
  for (const it of readdirSync(folder)) if (it.endsWith('.ann')) rmSync(join(folder, it))
  expect((await proofOf('brat', folder)).proof).toBe('differs')
})

test('types of any name and articles of no language come back as they are', async () => {
  const project = freshProject(join(root, 'odd'), 'odd')
  try {
    fillFixture(project.db)
    project.db.run("UPDATE relation_type SET key = '_' WHERE key = 'invests_in'")
    project.db.run("UPDATE entity_type SET key = 'corporation' WHERE key = 'place'")
    project.db.run("UPDATE article SET language = ''")
    const formats = ['brat', 'conll', 'gexf', 'tei']
    const { result } = await release(project, recipeOf({ formats }), join(root, 'odd-release'))
    expect(result.formats.flatMap((it) => it.differences)).toEqual([])
  } finally {
    project.close()
  }
})

test('without a reader nothing is claimed', async () => {
  expect((await proofOf('csv', join(data, 'csv'))).proof).toBe('unread')
})

test('what is read as another format is told', async () => {
  const { proof, differences } = await proofOf('brat', join(data, 'ligature.jsonl'))
  expect(proof).toBe('differs')
  expect(differences[0]).toMatchObject({ side: 'added', line: 'read as Ligature JSONL' })
})

test('datasets of one format are proved together', () => {
  const proof = (it: Proof['proof'], count = 0): Proof => ({
    proof: it,
    differenceCount: count,
    differences: Array.from({ length: count }, () => ({ side: 'missing', about: 'a', line: 'l' })),
  })
  expect(joinProofs([proof('equal'), proof('equal')]).proof).toBe('equal')
  expect(joinProofs([proof('equal'), proof('differs', 2), proof('equal')])).toEqual(proof('differs', 2))
  expect(joinProofs([proof('unread'), proof('unread')]).proof).toBe('unread')
})

test('a release names the version of the program', () => {
  const file = new URL('../../../../package.json', import.meta.url)
  expect(toolVersion).toBe(JSON.parse(readFileSync(file, 'utf8')).version)
})
