import { securityHeaders } from '../csp.ts'
import type { Pages } from '../pages.ts'
import { isOwnUrl } from './origin.ts'

const refuse = (status: number): Response => new Response(null, { status, headers: securityHeaders })

/** Answers `app://ligature/…` from the list of built files; whatever is not in it does not exist. */
export const createProtocolHandler =
  (pages: Pages) =>
  async (request: Request): Promise<Response> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
    if (!isOwnUrl(request.url)) return refuse(403)
    const page = await pages.read(new URL(request.url).pathname)
    if (!page) return refuse(404)
    const body = request.method === 'HEAD' ? null : new Uint8Array(page.body)
    return new Response(body, { status: 200, headers: { ...page.headers } })
  }
