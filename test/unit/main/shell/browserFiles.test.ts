import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDownloads } from '../../../../main/shell/browser/downloads.ts'
import { safeFileName, safeRelativePath } from '../../../../main/shell/browser/uploads.ts'
import { startTestServer } from '../../../support/browserServer.ts'

let test: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  test = await startTestServer()
})
afterAll(() => test.close())

describe('uploads', () => {
  const upload = (name: string, body: string | Buffer, headers = {}) =>
    test.post(`/upload?name=${encodeURIComponent(name)}`, body, {
      'content-type': 'application/octet-stream',
      ...headers,
    })

  it('stores bytes as they are, under the name the analyst knows', async () => {
    const bytes = Buffer.from([0, 255, 13, 10, 26])
    const { path } = JSON.parse((await upload('Übernahme 京东.txt', bytes)).body) as { path: string }
    expect(basename(path)).toBe('Übernahme 京东.txt'.normalize('NFC'))
    expect(readFileSync(path)).toEqual(bytes)
  })

  it('keeps two files of one name apart', async () => {
    const first = JSON.parse((await upload('a.txt', 'one')).body) as { path: string }
    const second = JSON.parse((await upload('a.txt', 'two')).body) as { path: string }
    expect(readFileSync(first.path, 'utf8')).toBe('one')
    expect(readFileSync(second.path, 'utf8')).toBe('two')
  })

  it.each([
    ['../../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['/etc/shadow', 'shadow'],
    ['a\0.txt', 'a.txt'],
    ['..', 'file'],
    ['.', 'file'],
    ['', 'file'],
    ['\0', 'file'],
    ['x/', 'file'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['a:b.txt', 'ab.txt'],
    ['line\nbreak.txt', 'linebreak.txt'],
  ])('a name like %j cannot leave the folder', async (name, expected) => {
    expect(safeFileName(name)).toBe(expected)
    const { path } = JSON.parse((await upload(name, 'x')).body) as { path: string }
    expect(basename(path)).toBe(expected)
    expect(path.startsWith(join(tmpdir(), 'ligature-uploads-'))).toBe(true)
  })

  const drop = '3f1c8a52-0000-4000-8000-1a2b3c4d5e6f'
  const dropped = async (path: string, body = 'x', name = drop) => {
    const { status, body: answer } = await test.post(
      `/upload?drop=${encodeURIComponent(name)}&name=${encodeURIComponent(path)}`,
      body,
      { 'content-type': 'application/octet-stream' },
    )
    return { status, ...(JSON.parse(answer) as { path: string; top: string; root: string }) }
  }

  it('keeps the files of a dropped folder together, each in its place', async () => {
    const first = await dropped('corpus/a/1.ann', 'T1')
    const second = await dropped('corpus/a/1.txt', 'text')
    const third = await dropped('corpus/annotation.conf', '[entities]')
    expect(second.path).toBe(join(first.top, 'a', '1.txt'))
    expect([second.top, third.top]).toEqual([first.top, first.top])
    expect(first.top).toBe(join(first.root, 'corpus'))
    expect(readFileSync(join(first.top, 'annotation.conf'), 'utf8')).toBe('[entities]')
    const other = await dropped('corpus/a/1.ann', 'T1', drop.replace('3f', '4f'))
    expect(other.root).not.toBe(first.root)
  })

  it('keeps files dropped together in one folder, and two of one name as two', async () => {
    const name = drop.replace('3f', '5f')
    const first = await dropped('a.txt', 'one', name)
    const second = await dropped('a.txt', 'two', name)
    expect(first.top).toBe(join(first.root, 'a.txt'))
    expect(second.top).toBe(join(first.root, 'a (2).txt'))
    expect(readFileSync(first.path, 'utf8')).toBe('one')
    expect(readFileSync(second.path, 'utf8')).toBe('two')
  })

  it.each([
    ['../../../etc/passwd', 'file/file/file/etc/passwd'],
    ['a/../../../b.txt', 'a/file/file/file/b.txt'],
    ['/etc/shadow', 'etc/shadow'],
    ['a/..\\..\\boot.ini', 'a/boot.ini'],
    ['a/./b\0.txt', 'a/b.txt'],
    ['a//b/', 'a/b'],
    ['CON/nul.txt', '_CON/_nul.txt'],
    ['..', 'file'],
  ])('a path like %j cannot leave the drop', async (path, expected) => {
    expect(safeRelativePath(path)!.join('/')).toBe(expected)
    const name = drop.replace('3f1c', (++drops + 0x7000).toString(16))
    const stored = await dropped(path, 'x', name)
    expect(stored.path).toBe(join(stored.root, ...expected.split('/')))
    expect(stored.root.startsWith(join(tmpdir(), 'ligature-uploads-'))).toBe(true)
  })
  let drops = 0

  it('refuses a drop whose name is a path, and folders without end', async () => {
    for (const name of ['..', '../../etc', '', 'abc', `${drop}/..`, drop.toUpperCase()])
      expect([name, (await dropped('a.txt', 'x', name)).status]).toEqual([name, 400])
    expect((await dropped(`${'a/'.repeat(40)}b.txt`)).status).toBe(400)
  })

  it('a file above the limit is refused and leaves nothing', async () => {
    await expect(
      test.uploads.store(
        'big.bin',
        (async function* () {
          yield Buffer.alloc(600)
          yield Buffer.alloc(600)
        })(),
        { limit: 1000 },
      ),
    ).rejects.toThrow('larger than 1000 bytes')
    const lying = test.askRaw(
      `POST /upload?name=a HTTP/1.1\r\nHost: 127.0.0.1:${test.server.port}\r\nOrigin: ${test.origin}\r\nAuthorization: Bearer ${test.server.token}\r\nContent-Type: application/octet-stream\r\nContent-Length: 9999999999\r\n\r\n`,
    )
    expect(await lying).toMatch(/^HTTP\/1\.1 413 /)
  })
})

describe('downloads', () => {
  const ticketFor = (path: string) => test.post('/ticket', JSON.stringify({ path }))

  it('gives an exported file once', async () => {
    const file = join(test.exportsFolder, 'daten “1”.jsonl')
    writeFileSync(file, '{"a":1}\n')
    const { ticket } = JSON.parse((await ticketFor(file)).body) as { ticket: string }
    const first = await test.ask(`/download/${ticket}`)
    expect(first.status).toBe(200)
    expect(first.body).toBe('{"a":1}\n')
    expect(first.headers['content-disposition']).toContain('attachment')
    expect(first.headers['content-type']).toBe('application/octet-stream')
    expect((await test.ask(`/download/${ticket}`)).status).toBe(404)
    expect((await test.ask('/download/')).status).toBe(404)
  })

  it('lets a ticket go stale', async () => {
    let time = 0
    const slow = createDownloads(test.exportsFolder, () => time)
    const file = join(test.exportsFolder, 'slow.csv')
    writeFileSync(file, '')
    const ticket = (await slow.ticket(file))!
    time = 60_001
    expect(slow.redeem(ticket)).toBeNull()
  })

  it('gives no other file: outside, by dots, by a link, a folder, a NUL', async () => {
    symlinkSync(join(test.folder, 'secret.txt'), join(test.exportsFolder, 'link.txt'))
    for (const path of [
      join(test.folder, 'secret.txt'),
      `${test.exportsFolder}/../secret.txt`,
      join(test.exportsFolder, 'link.txt'),
      test.exportsFolder,
      `${test.exportsFolder}\0`,
      `${test.exportsFolder}-other`,
    ]) {
      expect([path, (await ticketFor(path)).status]).toEqual([path, 403])
    }
  })

  it('gives files of an export that the core has reported', async () => {
    const elsewhere = join(test.folder, 'elsewhere')
    mkdirSync(elsewhere)
    const file = join(elsewhere, 'mentions.csv')
    writeFileSync(file, 'a;b')
    expect(await test.downloads.ticket(file)).toBeNull()
    const job = { id: 'j', done: 1, total: 1, note: '', startedAt: '' }
    test.downloads.follow({
      event: 'job',
      payload: { ...job, kind: 'exports.run', state: 'running', result: { path: elsewhere } },
    })
    test.downloads.follow({
      event: 'job',
      payload: { ...job, kind: 'imports.dataset', state: 'done', result: { path: elsewhere } },
    })
    expect(await test.downloads.ticket(file)).toBeNull()
    test.downloads.follow({
      event: 'job',
      payload: { ...job, kind: 'exports.run', state: 'done', result: { path: elsewhere } },
    })
    expect(await test.downloads.ticket(file)).not.toBeNull()
  })
})
