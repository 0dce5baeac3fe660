import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDownloads } from '../../main/shell/browser/downloads.ts'
import { startServer } from '../../main/shell/browser/server.ts'
import { createUploads } from '../../main/shell/browser/uploads.ts'
import { loadPages } from '../../main/shell/pages.ts'

interface Answered {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** The browser shell's real server over a small built page and a core that answers with the method's name. */
export const startTestServer = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ligature-server-'))
  const exportsFolder = join(folder, 'exports')
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

  const asked: [string, unknown][] = []
  const uploads = await createUploads()
  const downloads = createDownloads(exportsFolder)
  const server = await startServer({
    answer: async (method, input) => {
      asked.push([method, input])
      return JSON.stringify({ ok: true, value: { method } })
    },
    pages: loadPages(pagesFolder),
    uploads,
    downloads,
  })
  const origin = `http://127.0.0.1:${server.port}`
  const good = { authorization: `Bearer ${server.token}`, origin }

  /** A request exactly as given: no header is added but those Node insists on. */
  const ask = (
    path: string,
    options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
  ): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const { method = 'GET', headers = {}, body } = options
      const outgoing = request(
        { host: '127.0.0.1', port: server.port, path, method, headers },
        (response) => {
          const pieces: Buffer[] = []
          response.on('data', (it) => pieces.push(it))
          response.on('end', () =>
            resolve({
              status: response.statusCode!,
              headers: response.headers,
              body: Buffer.concat(pieces).toString('utf8'),
            }),
          )
        },
      )
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

  return {
    server,
    uploads,
    downloads,
    folder,
    exportsFolder,
    asked,
    origin,
    good,
    ask,
    askRaw,
    post: (path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
      ask(path, {
        method: 'POST',
        body,
        headers: { ...good, 'content-type': 'application/json', ...headers },
      }),
    close: async () => {
      await server.close()
      await uploads.removeAll()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
