import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memoryFile, type SetFile } from '../../main/features/imports/files/setFile.ts'
import type { ImportFormat } from '../../main/features/imports/formats/format.ts'
import { importFormats } from '../../main/features/imports/formats/index.ts'
import { commitImportJob, prepareDraftsJob } from '../../main/features/imports/index.ts'
import { blanksOf } from '../../shared/messages/bestText.ts'
import { messages } from '../../shared/messages/index.ts'
import { type Project, passDoor, scratchProject, writeFiles } from '../fuzz/door.ts'
import { isGzip, isZip } from '../fuzz/packed.ts'
import { rowCounts } from '../fuzz/rules.ts'
import { samplesOf } from '../fuzz/samples.ts'
import { readAll } from '../support/readAll.ts'
import { recognise } from '../support/readFormat.ts'
import { runJobOn } from '../support/runJob.ts'
import type { SampleFiles } from '../support/sampleFiles.ts'

/* Every format that is read joins this suite by being listed; its files stand in test/support/samples. */

type Files = Readonly<Record<string, Buffer>>

const folder = mkdtempSync(join(tmpdir(), 'ligature-readers-'))
let samples: readonly SampleFiles[] = []
let projects = 0

beforeAll(async () => {
  const made = await samplesOf()
  samples = made.samples
  rmSync(made.folder, { recursive: true, force: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The files of a format; a format without any must get some. */
const filesOf = ({ id }: ImportFormat): readonly Files[] => {
  const found = samples.filter((it) => it.format === id).map((it) => it.files)
  expect(found.length, `test/support/samples holds no file of the format "${id}". Add one.`).toBeGreaterThan(
    0,
  )
  return found
}

const opened = (files: Files): SetFile[] =>
  Object.entries(files).map(([path, bytes]) => memoryFile(path, bytes))

const inProject = async <T>(work: (project: Project) => Promise<T>): Promise<T> => {
  projects += 1
  const project = await scratchProject(join(folder, `${projects}`), 'readers')
  try {
    return await work(project)
  } finally {
    project.close()
  }
}

const pass = async (project: Project, files: Files, forced?: string) => {
  writeFiles(join(folder, 'files'), files)
  return passDoor(project, join(folder, 'files'), forced)
}

/** The same in a project of its own where it did not come in: an earlier sample may have held the same text. */
const passFresh = async (files: Files, forced?: string) =>
  inProject((project) => pass(project, files, forced))

const isPacked = (bytes: Buffer): boolean => isZip(bytes) || isGzip(bytes)

/** The file of a sample that its format is in. */
const mainOf = (format: ImportFormat, files: Files): string => {
  const all = opened(files)
  const own = all.filter((it) => recognise(format, it, all)).map((it) => it.path)
  return own.sort((a, b) => files[b]!.length - files[a]!.length)[0]!
}

const changed = (files: Files, change: (bytes: Buffer) => Buffer): Files =>
  Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, change(bytes)]))

/** Every tenth byte of a small file, some 200 places of a larger one. */
const placesIn = ({ length }: Buffer): number[] => {
  const step = Math.max(10, Math.ceil(length / 200))
  return Array.from({ length: Math.floor(length / step) }, (_, index) => index * step)
}

const insert = (bytes: Buffer, at: number, what: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at)])

const intruders: readonly (readonly [name: string, bytes: Buffer])[] = [
  ['NUL bytes', Buffer.alloc(3)],
  ['a lone surrogate in bytes', Buffer.from([0xed, 0xa0, 0x80])],
  ['a lone surrogate of JSON', Buffer.from('\\ud800')],
  ['a lone surrogate of XML', Buffer.from('&#xD800;')],
]

describe.each(importFormats.map((it) => [it.id, it] as const))('%s', (_, format) => {
  test('its files are recognised as what they are, with a reason', () => {
    for (const files of filesOf(format)) {
      const all = opened(files)
      const best = all.map((file) =>
        importFormats
          .map((it) => ({ id: it.id, found: recognise(it, file, all) }))
          .reduce((a, b) => ((b.found?.score ?? 0) > (a.found?.score ?? 0) ? b : a)),
      )
      expect(best.map((it) => it.id)).toContain(format.id)
      for (const { found } of best.filter((it) => it.id === format.id)) expect(found?.why).toMatch(/\w \w/)
    }
  })

  test('its files come in without a word of complaint', async () => {
    for (const files of filesOf(format)) {
      const { codes, ...passed } = await passFresh(files)
      expect(passed).toEqual({ imported: true, faults: [] })
      // Not every reference is about an article of the project.
      if (format.kind !== 'references') expect(codes).toEqual([])
    }
  })

  test('an empty file is an empty document or refused with a clear line', () =>
    inProject(async (project) => {
      for (const files of filesOf(format)) {
        for (const forced of [undefined, format.id]) {
          const empty = changed(files, () => Buffer.alloc(0))
          const { imported, codes, faults } = await pass(project, empty, forced)
          expect(faults).toEqual([])
          if (!imported) expect(codes).not.toEqual([])
        }
      }
    }))

  test('cut off anywhere: a clear line or fewer records, never a crash', { timeout: 300_000 }, async () => {
    for (const files of filesOf(format)) {
      const main = mainOf(format, files)
      const whole = await readAll(format, files)
      expect(whole.refused).toBeNull()
      for (const at of placesIn(files[main]!)) {
        const cut = await readAll(format, { ...files, [main]: files[main]!.subarray(0, at) })
        expect(cut.records, `cut at ${at}`).toBeLessThanOrEqual(whole.records)
      }
    }
  })

  test('cut off at every tenth of it: whole sets with notices, or nothing', () =>
    inProject(async (project) => {
      for (const files of filesOf(format)) {
        const main = mainOf(format, files)
        for (let tenth = 1; tenth < 10; tenth += 1) {
          const bytes = files[main]!.subarray(0, Math.floor((files[main]!.length * tenth) / 10))
          const { imported, codes, faults } = await pass(project, { ...files, [main]: bytes }, format.id)
          expect(faults, `cut at ${tenth}/10`).toEqual([])
          if (imported || codes.length > 0) continue
          // A shorter piece had the same text already.
          const alone = await passFresh({ ...files, [main]: bytes }, format.id)
          expect(alone.imported || alone.codes.length > 0, `cut at ${tenth}/10`).toBe(true)
        }
      }
    }))

  test.each(intruders)('%s in the middle do no harm', (__, what) =>
    inProject(async (project) => {
      for (const files of filesOf(format)) {
        const main = mainOf(format, files)
        for (const share of [0.2, 0.5, 0.8]) {
          const bytes = insert(files[main]!, Math.floor(files[main]!.length * share), what)
          expect((await pass(project, { ...files, [main]: bytes }, format.id)).faults).toEqual([])
        }
      }
    }),
  )

  test('line ends of Windows change nothing', async () => {
    for (const files of filesOf(format)) {
      // Their bytes are counted, or packed.
      if (format.id === 'pdf' || format.id === 'warc' || Object.values(files).some(isPacked)) continue
      const windows = changed(files, (bytes) =>
        Buffer.from(bytes.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1'),
      )
      expect(await readAll(format, windows)).toEqual(await readAll(format, files))
    }
  })

  test('cancelled anywhere, nothing comes in', async () => {
    const [files] = filesOf(format)
    writeFiles(join(folder, 'files'), files!)
    const order = { items: [{ path: join(folder, 'files') }] }
    const consent = { createTypes: true }
    const looks = await inProject(async ({ path }) => ({
      prepare: (await runJobOn(prepareDraftsJob, order, path)).looks,
      commit: (await runJobOn(commitImportJob, consent, path)).looks,
    }))
    const somewhere = (most: number): Set<number> => new Set([1, Math.ceil(most / 2), most])
    await inProject(async ({ path, db }) => {
      const before = rowCounts(db)
      for (const cancelAt of somewhere(looks.prepare)) {
        await expect(runJobOn(prepareDraftsJob, order, path, { cancelAt })).rejects.toMatchObject({
          code: 'cancelled',
        })
        expect(rowCounts(db)).toEqual(before)
      }
      await runJobOn(prepareDraftsJob, order, path)
      const prepared = rowCounts(db)
      for (const cancelAt of somewhere(looks.commit)) {
        await expect(runJobOn(commitImportJob, consent, path, { cancelAt })).rejects.toMatchObject({
          code: 'cancelled',
        })
        expect(rowCounts(db)).toEqual(prepared)
      }
    })
  })
})

test('every notice has its text in all languages, with the same blanks', () => {
  for (const [key, text] of Object.entries(messages).filter(([it]) => it.startsWith('import.notice.'))) {
    for (const language of ['en', 'de', 'zh'] as const) {
      expect(text[language].trim(), key).not.toBe('')
      for (const blank of blanksOf(key)) expect(text[language], key).toContain(`{${blank}}`)
    }
  }
})
