import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer } from '../../../../main/shell/browser/server.ts'
import { startTestServer } from '../../../support/browserServer.ts'

let test: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  test = await startTestServer()
})
afterAll(() => test.close())

const call = JSON.stringify({ method: 'projects.current', input: {} })

describe('what the page itself may do', () => {
  it('gets the page with a fresh nonce and strict headers', async () => {
    const first = await test.ask('/')
    const second = await test.ask('/')
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
    const script = await test.ask('/assets/main.js', { headers: { 'sec-fetch-site': 'same-origin' } })
    expect(script.status).toBe(200)
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
  })

  it('calls the core', async () => {
    const reply = await test.post('/call', call)
    expect(reply.status).toBe(200)
    expect(JSON.parse(reply.body)).toEqual({ ok: true, value: { method: 'projects.current' } })
    expect(test.asked).toContainEqual(['projects.current', {}])
  })

  it('hears events, one JSON document per line', async () => {
    const end = new AbortController()
    const response = await fetch(`${test.origin}/events`, { headers: test.good, signal: end.signal })
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader.read()).value).toBe('\n')
    test.server.send({ event: 'changed', payload: { seq: 7, touched: { article: [1] } } })
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
    const before = test.asked.length
    for (const [method, path] of [
      ['POST', '/call'],
      ['GET', '/events'],
      ['POST', '/upload?name=a.txt'],
      ['POST', '/ticket'],
    ] as const) {
      const headers = {
        origin: test.origin,
        'content-type': 'application/json',
        ...(authorization && { authorization }),
      }
      const answer = await test.ask(path, { method, headers, ...(method === 'POST' && { body: call }) })
      expect([path, answer.status]).toEqual([path, 401])
    }
    expect(test.asked.length).toBe(before)
  })

  it('the token in the wrong place', async () => {
    expect((await test.ask(`/events?t=${test.server.token}`)).status).toBe(401)
    expect((await test.ask('/events', { headers: { cookie: `token=${test.server.token}` } })).status).toBe(
      401,
    )
  })

  it.each(['http://evil.example', 'null', 'http://localhost:1', 'http://127.0.0.1', ''])(
    'a foreign Origin: %j',
    async (origin) => {
      expect((await test.post('/call', call, { origin })).status).toBe(403)
      expect((await test.ask('/', { headers: { origin } })).status).toBe(403)
    },
  )

  it('a POST without Origin', async () => {
    const headers = { authorization: `Bearer ${test.server.token}`, 'content-type': 'application/json' }
    expect((await test.ask('/call', { method: 'POST', headers, body: call })).status).toBe(403)
  })

  it('its own address with another scheme as Origin', async () => {
    expect((await test.post('/call', call, { origin: `https://127.0.0.1:${test.server.port}` })).status).toBe(
      403,
    )
  })

  it('a foreign Host: names that resolve to this machine included', async () => {
    for (const host of [
      'evil.example',
      `evil.example:${test.server.port}`,
      `localhost:${test.server.port}`,
      '127.0.0.1',
      `127.0.0.1:${test.server.port}.`,
    ]) {
      expect([host, (await test.ask('/', { headers: { host } })).status]).toEqual([host, 403])
      expect([host, (await test.post('/call', call, { host })).status]).toEqual([host, 403])
    }
  })

  it('no Host, an empty Host, two Hosts, and a Host only inside the request line', async () => {
    const own = `127.0.0.1:${test.server.port}`
    expect(await test.askRaw('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /)
    expect(await test.askRaw('GET / HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
    expect(await test.askRaw('GET / HTTP/1.1\r\nHost:\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /)
    expect(await test.askRaw(`GET / HTTP/1.1\r\nHost: ${own}\r\nHost: evil.example\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 40[03] /,
    )
    expect(await test.askRaw(`GET http://${own}/ HTTP/1.1\r\nHost: evil.example\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 403 /,
    )
    expect(await test.askRaw(`GET http://evil.example/ HTTP/1.1\r\nHost: ${own}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 404 /,
    )
  })

  it('requests that another site’s page makes', async () => {
    for (const site of ['cross-site', 'same-site']) {
      expect((await test.ask('/', { headers: { 'sec-fetch-site': site } })).status).toBe(403)
      expect((await test.post('/call', call, { 'sec-fetch-site': site })).status).toBe(403)
    }
    expect((await test.ask('/', { headers: { 'sec-fetch-site': 'none' } })).status).toBe(200)
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
      const answer = await test.ask(path)
      expect([path, answer.status]).toEqual([path, 404])
      expect(answer.body).not.toContain('secret')
    }
  })

  it('other methods', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
      expect([method, (await test.ask('/', { method, headers: test.good })).status]).toEqual([method, 405])
      expect([method, (await test.ask('/call', { method, headers: test.good })).status]).toEqual([
        method,
        405,
      ])
    }
    expect((await test.ask('/call', { headers: test.good })).status).toBe(405)
    expect((await test.post('/events', '')).status).toBe(405)
  })

  it('bodies a form could send, and bodies that are no request', async () => {
    expect((await test.post('/call', call, { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await test.post('/call', '{')).status).toBe(400)
    expect((await test.post('/call', '{"method":1,"input":{}}')).status).toBe(400)
    expect((await test.post('/call', '{"method":"a.b","input":{},"more":1}')).status).toBe(400)
  })

  it('a body above 32 MB, unless it is pasted text', async () => {
    const big = (method: string) => JSON.stringify({ method, input: { text: 'x'.repeat(33 * 2 ** 20) } })
    const answer = await test.post('/call', big('articles.page')).catch((error: Error) => error)
    // The server stops reading: the client sees the refusal, or the connection ending under its pen.
    if (answer instanceof Error) expect(answer.message).toMatch(/ECONNRESET|EPIPE/)
    else expect(answer.status).toBe(413)
    expect(test.asked.at(-1)![0]).not.toBe('articles.page')
    expect((await test.post('/call', big('imports.prepare'))).status).toBe(200)
  })
})

it('a second server on the same port is refused, the first goes on', async () => {
  await expect(
    startServer({
      answer: async () => '{"ok":true,"value":null}',
      pages: { paths: [], read: async () => null },
      uploads: test.uploads,
      downloads: test.downloads,
      port: test.server.port,
    }),
  ).rejects.toMatchObject({ code: 'EADDRINUSE' })
  expect((await test.ask('/')).status).toBe(200)
})
