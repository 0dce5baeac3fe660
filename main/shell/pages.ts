import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { contentSecurityPolicy, securityHeaders } from './csp.ts'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

export interface Page {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** The built renderer as both shells serve it: an exact URL path gives a page, anything else null. */
export interface Pages {
  readonly paths: readonly string[]
  read(path: string): Promise<Page | null>
}

const walk = (folder: string, prefix: string): [path: string, file: string][] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = join(folder, entry.name)
    const path = `${prefix}/${entry.name}`
    if (entry.isDirectory()) return walk(file, path)
    return contentTypes[extname(entry.name)] ? [[path, file] as [string, string]] : []
  })

/**
 * Lists the built renderer once. Requests are looked up in that list and never joined to a path, so there is nothing to
 * traverse; workers and fonts, which the bundler's manifest leaves out, are found as well.
 *
 * @param folder `dist/renderer`.
 */
export const loadPages = (folder: string): Pages => {
  const files = new Map(walk(folder, '').filter(([path]) => !path.startsWith('/.')))
  const index = files.get('/index.html')
  if (index) files.set('/', index)

  return {
    paths: [...files.keys()],
    read: async (path) => {
      const file = files.get(path)
      if (file === undefined) return null
      const extension = extname(file)
      const headers: Record<string, string> = { ...securityHeaders, 'content-type': contentTypes[extension]! }
      const body = await readFile(file)
      if (extension !== '.html') return { headers, body }
      const nonce = randomBytes(18).toString('base64url')
      headers['content-security-policy'] = contentSecurityPolicy(nonce)
      return { headers, body: Buffer.from(body.toString('utf8').replaceAll('__NONCE__', nonce)) }
    },
  }
}
