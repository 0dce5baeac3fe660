import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export interface Refusal {
  status: number
  /** A sentence for whoever reads the response; never repeats what was sent. */
  reason: string
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compares in a time that says nothing about where two strings differ. */
export const sameSecret = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

const occurrences = (request: IncomingMessage, name: string): number =>
  request.rawHeaders.filter((it, index) => index % 2 === 0 && it.toLowerCase() === name).length

/**
 * What every request must satisfy, whatever it asks for: it is addressed to this very address (against DNS rebinding)
 * and does not come from another site's page. Programs that are no browsers send neither Origin nor Sec-Fetch-Site; they
 * still need the token.
 */
export const refuseForeign = (request: IncomingMessage, address: string): Refusal | null => {
  const { host, origin, 'sec-fetch-site': site } = request.headers
  if (occurrences(request, 'host') !== 1 || host !== address) return { status: 403, reason: 'Foreign Host.' }
  if (origin === undefined ? request.method === 'POST' : origin !== `http://${address}`) {
    return { status: 403, reason: 'Foreign Origin.' }
  }
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return { status: 403, reason: 'Foreign site.' }
  }
  return null
}

export const refuseToken = (request: IncomingMessage, token: string): Refusal | null =>
  sameSecret(request.headers.authorization ?? '', `Bearer ${token}`)
    ? null
    : {
        status: 401,
        reason: 'The token of this launch is missing or wrong. Open the URL that the program printed.',
      }
