import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { CoreEvent } from '../../../shared/contract/events.ts'
import { request as requestSchema } from '../../../shared/contract/index.ts'
import { contentSecurityPolicy, securityHeaders } from '../csp.ts'
import type { Answer } from '../hostDispatch.ts'
import type { Pages } from '../pages.ts'
import { BodyTooLarge, readText } from './body.ts'
import type { Downloads } from './downloads.ts'
import { createEventStreams } from './events.ts'
import { refuseForeign, refuseToken } from './guard.ts'
import { type Uploads, uploadLimit } from './uploads.ts'

/** Body limits of `POST /call` in bytes: pasted texts of 50 million characters may come in one request. */
const callLimit = 32 * 2 ** 20
const pasteLimit = 256 * 2 ** 20
const limitOfCall = (start: string): number =>
  /^\s*\{\s*"method"\s*:\s*"imports\.prepare"/.test(start) ? pasteLimit : callLimit

export interface ServerOptions {
  answer: Answer
  pages: Pages
  uploads: Uploads
  downloads: Downloads
  /** 0 or absent: any free port. */
  port?: number
}

export interface BrowserServer {
  /** The address of a window, with the token of this launch in its fragment. */
  readonly url: string
  readonly port: number
  readonly token: string
  send(event: CoreEvent): void
  close(): Promise<void>
}

interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  query: URLSearchParams
  /** What follows a route that ends in a slash. */
  rest: string
}

interface Route {
  method: 'GET' | 'POST'
  path: string
  /** `token`: needs the Authorization header. `none`: the path itself is the secret. */
  secret: 'token' | 'none'
  contentType?: string
  handle(exchange: Exchange): Promise<void>
}

const sendJson = (response: ServerResponse, status: number, json: string): void => {
  const body = Buffer.from(json)
  response.writeHead(status, {
    ...securityHeaders,
    'content-security-policy': contentSecurityPolicy('none'),
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
  })
  response.end(body)
}

const refuse = (response: ServerResponse, status: number, reason: string): void => {
  // An unread body is not worth reading: the connection ends with the answer.
  response.setHeader('connection', 'close')
  sendJson(response, status, JSON.stringify({ error: reason }))
}

/**
 * The browser shell's server: plain HTTP on the loopback address, with a random token per launch. It serves the built
 * renderer, calls into the core and one stream of events, and nothing else.
 */
export const startServer = async (options: ServerOptions): Promise<BrowserServer> => {
  const { answer, pages, uploads, downloads } = options
  const token = randomBytes(32).toString('base64url')
  const streams = createEventStreams()
  let address = ''

  const routes: readonly Route[] = [
    {
      method: 'POST',
      path: '/call',
      secret: 'token',
      contentType: 'application/json',
      handle: async ({ request, response }) => {
        let body: unknown
        try {
          body = JSON.parse(await readText(request, limitOfCall))
        } catch (error) {
          if (error instanceof BodyTooLarge) throw error
          return refuse(response, 400, 'The body is no JSON document.')
        }
        const parsed = requestSchema.safeParse(body)
        if (!parsed.success)
          return refuse(response, 400, 'The body is no request: { "method", "input" } is needed.')
        sendJson(response, 200, await answer(parsed.data.method, parsed.data.input))
      },
    },
    {
      method: 'GET',
      path: '/events',
      secret: 'token',
      handle: async ({ response }) => {
        response.writeHead(200, { ...securityHeaders, 'content-type': 'application/x-ndjson; charset=utf-8' })
        streams.add(response)
      },
    },
    {
      method: 'POST',
      path: '/upload',
      secret: 'token',
      contentType: 'application/octet-stream',
      handle: async ({ request, response, query }) => {
        if (Number(request.headers['content-length'] ?? 0) > uploadLimit) throw new BodyTooLarge(uploadLimit)
        try {
          const drop = query.get('drop') ?? undefined
          const stored = await uploads.store(query.get('name') ?? '', request, { drop })
          sendJson(response, 200, JSON.stringify(stored))
        } catch (error) {
          if (!(error instanceof RangeError)) throw error
          refuse(response, 400, error.message)
        }
      },
    },
    {
      method: 'POST',
      path: '/ticket',
      secret: 'token',
      contentType: 'application/json',
      handle: async ({ request, response }) => {
        const body: unknown = await readText(request, () => 65_536)
          .then((text) => JSON.parse(text))
          .catch(() => null)
        const path = (body as { path?: unknown } | null)?.path
        if (typeof path !== 'string') return refuse(response, 400, 'A path is needed: { "path" }.')
        const ticket = path.includes('\0') ? null : await downloads.ticket(path)
        if (ticket === null)
          return refuse(response, 403, 'Only files that this program has exported can be downloaded.')
        sendJson(response, 200, JSON.stringify({ ticket }))
      },
    },
    {
      method: 'GET',
      path: '/download/',
      secret: 'none',
      handle: async ({ response, rest }) => {
        const path = downloads.redeem(rest)
        if (path === null)
          return refuse(response, 404, 'This download has been used or is too old. Ask for it again.')
        const name = encodeURIComponent(basename(path).toWellFormed()).replaceAll("'", '%27')
        response.writeHead(200, {
          ...securityHeaders,
          'content-type': 'application/octet-stream',
          'content-disposition': `attachment; filename*=UTF-8''${name}`,
        })
        await pipeline(createReadStream(path), response)
      },
    },
  ]

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const foreign = refuseForeign(request, address)
    if (foreign) return refuse(response, foreign.status, foreign.reason)
    const [path = '', queryText = ''] = (request.url ?? '').split('?', 2)
    const route = routes.find((it) => (it.path.endsWith('/') ? path.startsWith(it.path) : path === it.path))
    if (route) {
      const unknown = route.secret === 'token' ? refuseToken(request, token) : null
      if (unknown) return refuse(response, unknown.status, unknown.reason)
      if (request.method !== route.method)
        return refuse(response, 405, `Only ${route.method} is answered here.`)
      if (route.contentType && request.headers['content-type']?.split(';')[0] !== route.contentType) {
        return refuse(response, 415, `The body must be ${route.contentType}.`)
      }
      const rest = path.slice(route.path.length)
      return route.handle({ request, response, query: new URLSearchParams(queryText), rest })
    }
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 405, 'Only GET is answered here.')
    const page = await pages.read(path)
    if (!page) return refuse(response, 404, 'There is nothing here.')
    response.writeHead(200, { ...page.headers, 'content-length': page.body.length })
    response.end(request.method === 'HEAD' ? undefined : page.body)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return void response.destroy()
      if (error instanceof BodyTooLarge) refuse(response, 413, error.message)
      else refuse(response, 500, 'The request failed inside the program.')
    })
  })
  // Long uploads and event streams are ordinary here, and every client is this machine's own.
  server.requestTimeout = 0

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  address = `127.0.0.1:${port}`

  return {
    url: `http://${address}/#t=${token}`,
    port,
    token,
    send: (event) => streams.send(event),
    close: async () => {
      streams.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      // A request that is being answered may end; nobody waits longer than this for a window that does not read.
      const idle = setInterval(() => server.closeIdleConnections(), 20)
      const impatience = setTimeout(() => server.closeAllConnections(), 2000)
      await closed
      clearInterval(idle)
      clearTimeout(impatience)
    },
  }
}
