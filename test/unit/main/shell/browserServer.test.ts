import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDownloads, type Downloads } from '../../../../main/shell/browser/downloads.ts'
import { type BrowserServer, startServer } from '../../../../main/shell/browser/server.ts'
import { createUploads, safeFileName, type Uploads } from '../../../../main/shell/browser/uploads.ts'
import { loadPages } from '../../../../main/shell/pages.ts'

interface Answered {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

const folder = mkdtempSync(join(tmpdir(), 'ligature-server-'))
const exportsFolder = join(folder, 'exports')
let server: BrowserServer
let uploads: Uploads
let downloads: Downloads
const asked: [string, unknown][] = []

beforeAll(async () => {
  const pagesFolder = join(folder, 'pages')
  mkdirSync(join(pagesFolder, 'assets'), { recursive: true })
  mkdirSync(join(pagesFolder, '.vite'))
  mkdirSync(exportsFolder)
  writeFileSync(
    join(pagesFolder, 'index.html'),
    '<meta property="csp-nonce" nonce="__NONCE__"><p>Ligature</p>',
  )
  writeFileSync(join(pagesFolder, 'assets', 'main.js'), 'export {}')
  writeFileSync(join(pagesFolder, 'assets', 'main.js.map'), '{}')
  writeFileSync(join(pagesFolder, '.vite', 'manifest.json'), '{}')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  uploads = await createUploads()
  downloads = createDownloads(exportsFolder)
  server = await startServer({
    answer: async (method, input) => {
      asked.push([method, input])
      return { ok: true, value: { method } }
    },
    pages: loadPages(pagesFolder),
    uploads,
    downloads,
  })
})

afterAll(async () => {
  await server.close()
  await uploads.removeAll()
  rmSync(folder, { recursive: true, force: true })
})

const here = (): string => `http://127.0.0.1:${server.port}`

/** A request exactly as given: no header is added but those Node insists on. */
const ask = (
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
) =>
  new Promise<Answered>((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = options
    const outgoing = request({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (it) => pieces.push(it))
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          body: Buffer.concat(pieces).toString('utf8'),
        }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })

/** Raw bytes over a socket, for what no client library would send. */
const askRaw = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.end(text))
    let answer = ''
    socket.on('data', (it) => {
      answer += it.toString('latin1')
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })

const good = (): Record<string, string> => ({ authorization: `Bearer ${server.token}`, origin: here() })
const post = (path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  ask(path, { method: 'POST', body, headers: { ...good(), 'content-type': 'application/json', ...headers } })
const call = JSON.stringify({ method: 'projects.current', input: {} })

describe('what the page itself may do', () => {
  it('gets the page with a fresh nonce and strict headers', async () => {
    const first = await ask('/')
    const second = await ask('/')
    expect(first.status).toBe(200)
    const nonce = /nonce="([\w-]+)"/.exec(first.body)![1]!
    expect(nonce).toHaveLength(24)
    expect(first.headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
    expect(second.body).not.toContain(nonce)
    expect(first.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    })
    expect(Object.keys(first.headers).filter((it) => it.startsWith('access-control'))).toEqual([])
  })

  it('gets files of the build with their type', async () => {
    const script = await ask('/assets/main.js', { headers: { 'sec-fetch-site': 'same-origin' } })
    expect(script.status).toBe(200)
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
  })

  it('calls the core', async () => {
    const reply = await post('/call', call)
    expect(reply.status).toBe(200)
    expect(JSON.parse(reply.body)).toEqual({ ok: true, value: { method: 'projects.current' } })
    expect(asked).toContainEqual(['projects.current', {}])
  })

  it('hears events, one JSON document per line', async () => {
    const end = new AbortController()
    const response = await fetch(`${here()}/events`, { headers: good(), signal: end.signal })
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader.read()).value).toBe('\n')
    server.send({ event: 'changed', payload: { seq: 7, touched: { article: [1] } } })
    const { value } = await reader.read()
    expect(JSON.parse(value!)).toEqual({ event: 'changed', payload: { seq: 7, touched: { article: [1] } } })
    expect(value!.endsWith('\n')).toBe(true)
    end.abort()
  })
})

describe('what is refused', () => {
  it.each([
    ['no token', ''],
    ['a wrong token', 'Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['an empty token', 'Bearer '],
    ['another scheme', 'Basic dTpw'],
  ])('%s, on every path behind the token', async (_, authorization) => {
    const before = asked.length
    for (const [method, path] of [
      ['POST', '/call'],
      ['GET', '/events'],
      ['POST', '/upload?name=a.txt'],
      ['POST', '/ticket'],
    ] as const) {
      const headers = {
        origin: here(),
        'content-type': 'application/json',
        ...(authorization && { authorization }),
      }
      const answer = await ask(path, { method, headers, ...(method === 'POST' && { body: call }) })
      expect([path, answer.status]).toEqual([path, 401])
    }
    expect(asked.length).toBe(before)
  })

  it('the token in the wrong place', async () => {
    expect((await ask(`/events?t=${server.token}`)).status).toBe(401)
    expect((await ask('/events', { headers: { cookie: `token=${server.token}` } })).status).toBe(401)
  })

  it.each(['http://evil.example', 'null', 'http://localhost:1', 'http://127.0.0.1', ''])(
    'a foreign Origin: %j',
    async (origin) => {
      expect((await post('/call', call, { origin })).status).toBe(403)
      expect((await ask('/', { headers: { origin } })).status).toBe(403)
    },
  )

  it('a POST without Origin', async () => {
    const headers = { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' }
    expect((await ask('/call', { method: 'POST', headers, body: call })).status).toBe(403)
  })

  it('its own address with another scheme as Origin', async () => {
    expect((await post('/call', call, { origin: `https://127.0.0.1:${server.port}` })).status).toBe(403)
  })

  it('a foreign Host: names that resolve to this machine included', async () => {
    for (const host of [
      'evil.example',
      `evil.example:${server.port}`,
      `localhost:${server.port}`,
      '127.0.0.1',
      `127.0.0.1:${server.port}.`,
    ]) {
      expect([host, (await ask('/', { headers: { host } })).status]).toEqual([host, 403])
      expect([host, (await post('/call', call, { host })).status]).toEqual([host, 403])
    }
  })

  it('no Host, an empty Host, two Hosts, and a Host only inside the request line', async () => {
    const own = `127.0.0.1:${server.port}`
    expect(await askRaw('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /)
    expect(await askRaw('GET / HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
    expect(await askRaw('GET / HTTP/1.1\r\nHost:\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /)
    expect(await askRaw(`GET / HTTP/1.1\r\nHost: ${own}\r\nHost: evil.example\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 40[03] /,
    )
    expect(await askRaw(`GET http://${own}/ HTTP/1.1\r\nHost: evil.example\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 403 /,
    )
    expect(await askRaw(`GET http://evil.example/ HTTP/1.1\r\nHost: ${own}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 404 /,
    )
  })

  it('requests that another site’s page makes', async () => {
    for (const site of ['cross-site', 'same-site']) {
      expect((await ask('/', { headers: { 'sec-fetch-site': site } })).status).toBe(403)
      expect((await post('/call', call, { 'sec-fetch-site': site })).status).toBe(403)
    }
    expect((await ask('/', { headers: { 'sec-fetch-site': 'none' } })).status).toBe(200)
  })

  it('paths that are not in the list of the build', async () => {
    for (const path of [
      '/../secret.txt',
      '/assets/../../secret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/..\\secret.txt',
      '//secret.txt',
      '/assets/main.js%00.html',
      '/assets/main.js.map',
      '/assets/',
      '/.vite/manifest.json',
      '/INDEX.HTML',
    ]) {
      const answer = await ask(path)
      expect([path, answer.status]).toEqual([path, 404])
      expect(answer.body).not.toContain('secret')
    }
  })

  it('other methods', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
      expect([method, (await ask('/', { method, headers: good() })).status]).toEqual([method, 405])
      expect([method, (await ask('/call', { method, headers: good() })).status]).toEqual([method, 405])
    }
    expect((await ask('/call', { headers: good() })).status).toBe(405)
    expect((await post('/events', '')).status).toBe(405)
  })

  it('bodies a form could send, and bodies that are no request', async () => {
    expect((await post('/call', call, { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await post('/call', '{')).status).toBe(400)
    expect((await post('/call', '{"method":1,"input":{}}')).status).toBe(400)
    expect((await post('/call', '{"method":"a.b","input":{},"more":1}')).status).toBe(400)
  })

  it('a body above 32 MB, unless it is pasted text', async () => {
    const big = (method: string) => JSON.stringify({ method, input: { text: 'x'.repeat(33 * 2 ** 20) } })
    const answer = await post('/call', big('articles.page')).catch((error: Error) => error)
    // The server stops reading: the client sees the refusal, or the connection ending under its pen.
    if (answer instanceof Error) expect(answer.message).toMatch(/ECONNRESET|EPIPE/)
    else expect(answer.status).toBe(413)
    expect(asked.at(-1)![0]).not.toBe('articles.page')
    expect((await post('/call', big('imports.prepare'))).status).toBe(200)
  })
})

describe('uploads', () => {
  const upload = (name: string, body: string | Buffer, headers = {}) =>
    post(`/upload?name=${encodeURIComponent(name)}`, body, {
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

  it('a file above the limit is refused and leaves nothing', async () => {
    await expect(
      uploads.store(
        'big.bin',
        (async function* () {
          yield Buffer.alloc(600)
          yield Buffer.alloc(600)
        })(),
        1000,
      ),
    ).rejects.toThrow('larger than 1000 bytes')
    const lying = askRaw(
      `POST /upload?name=a HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nOrigin: ${here()}\r\nAuthorization: Bearer ${server.token}\r\nContent-Type: application/octet-stream\r\nContent-Length: 9999999999\r\n\r\n`,
    )
    expect(await lying).toMatch(/^HTTP\/1\.1 413 /)
  })
})

describe('downloads', () => {
  const ticketFor = (path: string) => post('/ticket', JSON.stringify({ path }))

  it('gives an exported file once', async () => {
    const file = join(exportsFolder, 'daten “1”.jsonl')
    writeFileSync(file, '{"a":1}\n')
    const { ticket } = JSON.parse((await ticketFor(file)).body) as { ticket: string }
    const first = await ask(`/download/${ticket}`)
    expect(first.status).toBe(200)
    expect(first.body).toBe('{"a":1}\n')
    expect(first.headers['content-disposition']).toContain('attachment')
    expect(first.headers['content-type']).toBe('application/octet-stream')
    expect((await ask(`/download/${ticket}`)).status).toBe(404)
    expect((await ask('/download/')).status).toBe(404)
  })

  it('lets a ticket go stale', async () => {
    let time = 0
    const slow = createDownloads(exportsFolder, () => time)
    const file = join(exportsFolder, 'slow.csv')
    writeFileSync(file, '')
    const ticket = (await slow.ticket(file))!
    time = 60_001
    expect(slow.redeem(ticket)).toBeNull()
  })

  it('gives no other file: outside, by dots, by a link, a folder, a NUL', async () => {
    symlinkSync(join(folder, 'secret.txt'), join(exportsFolder, 'link.txt'))
    for (const path of [
      join(folder, 'secret.txt'),
      `${exportsFolder}/../secret.txt`,
      join(exportsFolder, 'link.txt'),
      exportsFolder,
      `${exportsFolder}\0`,
      `${exportsFolder}-other`,
    ]) {
      expect([path, (await ticketFor(path)).status]).toEqual([path, 403])
    }
  })

  it('gives files of an export that the core has reported', async () => {
    const elsewhere = join(folder, 'elsewhere')
    mkdirSync(elsewhere)
    const file = join(elsewhere, 'mentions.csv')
    writeFileSync(file, 'a;b')
    expect(await downloads.ticket(file)).toBeNull()
    const job = { id: 'j', done: 1, total: 1, note: '', startedAt: '' }
    downloads.follow({
      event: 'job',
      payload: { ...job, kind: 'exports.run', state: 'running', result: { path: elsewhere } },
    })
    downloads.follow({
      event: 'job',
      payload: { ...job, kind: 'imports.dataset', state: 'done', result: { path: elsewhere } },
    })
    expect(await downloads.ticket(file)).toBeNull()
    downloads.follow({
      event: 'job',
      payload: { ...job, kind: 'exports.run', state: 'done', result: { path: elsewhere } },
    })
    expect(await downloads.ticket(file)).not.toBeNull()
  })
})

it('a second server on the same port is refused, the first goes on', async () => {
  await expect(
    startServer({
      answer: async () => ({ ok: true, value: null }),
      pages: { paths: [], read: async () => null },
      uploads,
      downloads,
      port: server.port,
    }),
  ).rejects.toMatchObject({ code: 'EADDRINUSE' })
  expect((await ask('/')).status).toBe(200)
})
