import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { connect } from '../../../main/db/database.ts'
import { migrations } from '../../../main/db/migrations/index.ts'
import { startTestCore, type TestCore } from '../../support/core.ts'
import { journalledRows, lookInto } from '../../support/tables.ts'
import { startWorkbench } from '../../support/workedProject.ts'

/** A closed project with the three texts in it; tests work on copies. */
let master: string
let base: string
let folder: string
let count = 0
let t: TestCore

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'ligature-file-'))
  const core = startTestCore(join(base, 'master'))
  await startWorkbench(core, 'Master')
  master = (await core.ask('projects.current', {}))!.path
  await core.close()
})
afterAll(() => rmSync(base, { recursive: true, force: true }))
beforeEach(() => {
  folder = join(base, `${++count}`)
  mkdirSync(folder)
  t = startTestCore(folder)
  return () => t.close()
})

const copy = (name = 'copy.ligature'): string => {
  const path = join(folder, name)
  copyFileSync(master, path)
  return path
}
const edit = (path: string, sql: string): void => {
  const db = connect(path)
  db.exec(sql)
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  db.exec('PRAGMA journal_mode = DELETE')
  db.close()
}
const overwrite = (path: string, from: number, bytes: Buffer): void => {
  const file = openSync(path, 'r+')
  writeSync(file, bytes, 0, bytes.length, from)
  closeSync(file)
}
const bytesOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')
const refusal = async (path: string) => {
  const reply = await t.core.dispatch('projects.open', { path })
  expect(reply.ok).toBe(false)
  return (reply as Extract<typeof reply, { ok: false }>).error
}
const filesLike = (stem: string): string[] =>
  readdirSync(folder)
    .filter((it) => it.startsWith(stem))
    .sort()

describe('opening', () => {
  test('a new project opens again and one file remains after closing', async () => {
    const path = join(folder, 'new project.ligature')
    const made = await t.ask('projects.create', { name: 'New', path })
    expect(made).toMatchObject({ name: 'New', path, articles: 0, isSample: false })
    expect((await t.ask('schema.get', {})).entityTypes).toHaveLength(10)
    await t.ask('projects.close', {})
    expect(filesLike('new project')).toEqual(['new project.ligature'])
    const header = readFileSync(path).subarray(0, 100)
    expect(header.readUInt32BE(68)).toBe(0x4c696761)
    expect(await t.ask('projects.open', { path })).toMatchObject({ uid: made.uid, name: 'New' })
    expect(await t.ask('projects.recent', {})).toMatchObject([{ path, name: 'New', missing: false }])
  })

  test('a name that is taken is refused, and the file stays as it is', async () => {
    const path = copy()
    const before = bytesOf(path)
    const reply = await t.core.dispatch('projects.create', { name: 'X', path })
    expect(reply).toMatchObject({ ok: false, error: { code: 'project.exists', details: { path } } })
    expect(bytesOf(path)).toBe(before)
  })

  test('a missing file is named', async () => {
    const path = join(folder, 'gone.ligature')
    expect(await refusal(path)).toMatchObject({
      code: 'project.missing',
      message: expect.stringContaining(path),
    })
  })

  test.each([
    ['text', Buffer.from('Just some text, saved under the wrong name.'.repeat(10))],
    ['an empty file', Buffer.alloc(0)],
    ['another SQLite file', null],
  ])('%s is no project', async (_, bytes) => {
    const path = join(folder, 'other.ligature')
    if (bytes) writeFileSync(path, bytes)
    else edit(path, 'CREATE TABLE x (a)')
    const before = bytesOf(path)
    expect(await refusal(path)).toMatchObject({ code: 'project.not_a_project' })
    expect(bytesOf(path)).toBe(before)
    expect(filesLike('other')).toEqual(['other.ligature'])
  })

  test('a folder is no project', async () => {
    expect(await refusal(folder)).toMatchObject({ code: 'project.not_a_project' })
  })

  test('a file from a newer version is refused untouched', async () => {
    const path = copy()
    edit(path, "INSERT INTO migration (id, checksum, applied_at) VALUES ('299901010000_later', 'x', '')")
    const before = bytesOf(path)
    expect(await refusal(path)).toMatchObject({
      code: 'project.newer',
      message: expect.stringContaining('Update Ligature'),
    })
    expect(bytesOf(path)).toBe(before)
  })

  test('a file whose migrations are not ours is refused untouched', async () => {
    const path = copy()
    edit(path, `UPDATE migration SET checksum = 'x' WHERE id = '${migrations[0]!.id}'`)
    const before = bytesOf(path)
    expect(await refusal(path)).toMatchObject({ code: 'project.damaged' })
    expect(bytesOf(path)).toBe(before)
  })

  test('what cannot be opened leaves the open project open', async () => {
    const path = copy()
    await t.ask('projects.open', { path })
    await refusal(join(folder, 'gone.ligature'))
    expect(await t.ask('projects.current', {})).toMatchObject({ path })
  })

  test('a folder that cannot be written is an error with a remedy', async () => {
    const locked = join(folder, 'locked')
    mkdirSync(locked)
    const path = join(locked, 'copy.ligature')
    copyFileSync(master, path)
    chmodSync(path, 0o400)
    chmodSync(locked, 0o500)
    try {
      const reply = await t.core.dispatch('projects.open', { path })
      // Root may write everywhere; everybody else is told.
      if (process.getuid?.() === 0) expect(reply.ok).toBe(true)
      else expect(['project.read_only', 'io']).toContain(reply.ok ? '' : reply.error.code)
    } finally {
      await t.ask('projects.close', {})
      chmodSync(locked, 0o700)
    }
  })
})

describe('one process writes a project', () => {
  const hold = async (path: string) => {
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('../../support/holdProject.ts', import.meta.url)), path, join(folder, 'locks')],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    onTestFinished(() => void child.kill('SIGKILL'))
    await new Promise((resolve) => child.stdout.once('data', resolve))
    return () =>
      new Promise((resolve) => {
        child.once('close', resolve)
        child.kill('SIGKILL')
      })
  }

  test('a second one is told who has it, and may come in when the first has died', async () => {
    const path = copy()
    const release = await hold(path)
    expect(await refusal(path)).toMatchObject({
      code: 'project.locked',
      message: expect.stringContaining('Ada on desk-3 (process 4711)'),
      details: { holder: 'Ada on desk-3 (process 4711)' },
    })
    await release()
    expect(await t.ask('projects.open', { path })).toMatchObject({ articles: 3 })
  })

  test('the sample is not reset under the one who has it open', async () => {
    await t.ask('projects.openSample', { reset: false })
    const { path } = (await t.ask('projects.current', {}))!
    await t.ask('projects.close', {})
    const release = await hold(path)
    expect(await t.core.dispatch('projects.openSample', { reset: true })).toMatchObject({
      ok: false,
      error: { code: 'project.locked' },
    })
    expect(statSync(path).size).toBeGreaterThan(100_000)
    await release()
  })

  test('a reader beside it (Python, DuckDB) does not hinder closing', async () => {
    const path = copy()
    await t.ask('projects.open', { path })
    await t.ask('projects.update', { note: 'kept' })
    const reader = connect(path, { readOnly: true })
    expect(reader.value('SELECT count(*) FROM v_articles')).toBe(3)
    const started = performance.now()
    await t.ask('projects.close', {})
    expect(performance.now() - started).toBeLessThan(3000)
    reader.close()
    expect(await t.ask('projects.open', { path })).toMatchObject({ note: 'kept' })
  })
})

describe('damage', () => {
  /** Overwrites a page that holds rows, not the schema. */
  const damage = (path: string): void => {
    const db = connect(path, { readOnly: true })
    const page = db.value<number>("SELECT max(pageno) FROM dbstat WHERE name = 'mention'")!
    db.close()
    overwrite(path, (page - 1) * 4096, Buffer.alloc(4096, 0x5a))
  }

  test('after an unclean end the file is checked before anything else', async () => {
    const path = copy()
    edit(path, "UPDATE setting SET value = 'false' WHERE key = 'clean'")
    damage(path)
    const before = bytesOf(path)
    expect(await refusal(path)).toMatchObject({
      code: 'project.damaged',
      message: expect.stringContaining('backup'),
      details: { path },
    })
    expect(bytesOf(path)).toBe(before)
  })

  test('after a clean end the check runs in the background and finds it', async () => {
    const path = copy()
    damage(path)
    await t.ask('projects.open', { path })
    const { result } = await t.job('projects.check', {})
    expect(result).toMatchObject({ ok: false })
  })

  test('a sound project is found sound', async () => {
    await t.ask('projects.open', { path: copy() })
    expect((await t.job('projects.check', {})).result).toEqual({ ok: true, findings: [] })
  })

  test('a file whose first page is overwritten is refused with a code', async () => {
    const path = copy()
    overwrite(path, 100, Buffer.alloc(3900, 0x5a))
    expect(await refusal(path)).toMatchObject({ code: 'project.damaged' })
  })

  test('a file cut short is refused or found damaged', async () => {
    const path = copy()
    const bytes = readFileSync(path)
    edit(path, "UPDATE setting SET value = 'false' WHERE key = 'clean'")
    writeFileSync(path, readFileSync(path).subarray(0, bytes.length - 40_960))
    expect(await refusal(path)).toMatchObject({ code: 'project.damaged' })
  })

  test('a making that was cut off is no project', async () => {
    const path = join(folder, 'half.ligature')
    edit(path, `PRAGMA application_id = ${0x4c696761}; CREATE TABLE x (a)`)
    expect(await refusal(path)).toMatchObject({ code: 'project.not_a_project' })
  })
})

test('a copy of the open project is complete and opens', async () => {
  const path = copy()
  await t.ask('projects.open', { path })
  await t.ask('projects.update', { note: 'not yet folded back' })
  const target = join(folder, 'second copy')
  expect(await t.ask('projects.saveCopy', { path: target })).toEqual({ path: `${target}.ligature` })
  expect(await t.core.dispatch('projects.saveCopy', { path: target })).toMatchObject({
    ok: false,
    error: { code: 'project.exists' },
  })
  const db = lookInto(path)
  const rows = journalledRows(db)
  db.close()
  await t.ask('projects.open', { path: `${target}.ligature` })
  const copied = lookInto(`${target}.ligature`)
  expect(journalledRows(copied)).toEqual(rows)
  copied.close()
  await t.ask('history.undo', {})
  expect(await t.ask('projects.current', {})).toMatchObject({ note: '' })
})

describe('migrations', () => {
  /** One migration holds only views, so a file without them is an older one. */
  const older = (path: string): void => {
    const { id, sql } = migrations.find((it) => it.id.endsWith('_views'))!
    const views = [...sql.matchAll(/CREATE VIEW (\w+)/g)].map((it) => `DROP VIEW ${it[1]};`).join('')
    edit(path, `${views} DELETE FROM migration WHERE id = '${id}'`)
  }

  test('an older file is backed up, then brought up to date; three backups are kept', async () => {
    const path = copy()
    for (let n = 1; n <= 5; n += 1) {
      older(path)
      expect(await t.ask('projects.open', { path })).toMatchObject({ articles: 3 })
      await t.ask('projects.close', {})
      expect(filesLike('copy.before-')).toHaveLength(Math.min(n, 3))
    }
    const backup = join(folder, filesLike('copy.before-').at(-1)!)
    const db = connect(backup, { readOnly: true })
    expect(db.value("SELECT count(*) FROM sqlite_schema WHERE type = 'view'")).toBe(0)
    expect(db.value('SELECT count(*) FROM article')).toBe(3)
    db.close()
    expect(await t.ask('projects.open', { path: backup })).toMatchObject({ articles: 3 })
  })
})
