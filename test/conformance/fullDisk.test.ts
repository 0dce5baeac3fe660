import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { ProjectFile } from '../../main/db/index.ts'
import type { ExportFormat } from '../../main/features/exports/format.ts'
import { exportFormats } from '../../main/features/exports/formats/index.ts'
import { exportJob } from '../../main/features/exports/index.ts'
import type { ExportReport } from '../../shared/contract/exports.ts'
import { createEmptyProject, fillFixture } from '../support/fixtureProject.ts'
import { everything, place } from '../support/interchange.ts'
import { datasetBytes } from '../support/readBack.ts'
import { runJobOn } from '../support/runJob.ts'

/** A disk with room for so many bytes, and what the file system says when they are used up. */
const disk = vi.hoisted(() => ({ room: Number.POSITIVE_INFINITY, refusal: 'ENOSPC' }))

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs')>()
  const writeSync = (handle: number, bytes: Uint8Array, at: number, length: number): number => {
    disk.room -= length
    if (disk.room < 0) throw Object.assign(new Error(disk.refusal), { code: disk.refusal })
    return real.writeSync(handle, bytes, at, length)
  }
  return { ...real, default: { ...real, writeSync }, writeSync }
})

const folder = mkdtempSync(join(tmpdir(), 'ligature-full-disk-'))
let project: { path: string; file: ProjectFile }

beforeAll(() => {
  project = createEmptyProject(folder, 'full')
  fillFixture(project.file.db)
})
afterAll(() => {
  project.file.close()
  rmSync(folder, { recursive: true, force: true })
})

const write = async (format: ExportFormat, path: string, room = Number.POSITIVE_INFINITY) => {
  const order = {
    formatId: format.id,
    path,
    scope: everything,
    options: {},
    overwrite: true,
    roundtrip: true,
  }
  disk.room = room
  try {
    return (await runJobOn<typeof order, ExportReport>(exportJob, order, project.path)).result
  } finally {
    disk.room = Number.POSITIVE_INFINITY
  }
}

describe.each(exportFormats.map((it) => [it.id, it] as const))('%s', (id, format) => {
  test('a disk that runs full leaves what was there, and says so', async () => {
    const path = join(place(folder, id), 'dataset')
    const { files } = await write(format, path)
    const names = readdirSync(dirname(path))
    const before = datasetBytes(path, format.shape)
    const bytes = files.reduce((sum, it) => sum + it.byteLength, 0)
    for (const room of [0, bytes >> 1, bytes - 1]) {
      for (const target of [path, join(place(folder, `${id}-${room}`), 'dataset')]) {
        await expect(write(format, target, room)).rejects.toMatchObject({
          code: 'disk_full',
          message: expect.stringContaining(basename(target)),
        })
      }
      expect(readdirSync(join(folder, `${id}-${room}`))).toEqual([])
    }
    expect(readdirSync(dirname(path))).toEqual(names)
    expect(datasetBytes(path, format.shape)).toEqual(before)
  })

  test('a disk that fails is told of with its place', async () => {
    disk.refusal = 'EIO'
    try {
      const target = join(place(folder, `${id}-broken`), 'dataset')
      await expect(write(format, target, 10)).rejects.toMatchObject({
        code: 'io',
        message: expect.stringContaining(target),
      })
      expect(readdirSync(dirname(target))).toEqual([])
    } finally {
      disk.refusal = 'ENOSPC'
    }
  })
})
