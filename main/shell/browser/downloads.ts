import { randomBytes } from 'node:crypto'
import { realpath, stat } from 'node:fs/promises'
import type { CoreEvent } from '../../../shared/contract/events.ts'
import { isInside } from '../browse.ts'

/** A ticket is used at once or not at all; milliseconds. */
const lifetime = 60_000

/**
 * Tickets for saving exported files: a link cannot carry the token, so each download gets a secret of its own that works
 * once. Only files of the exports folder, or of an export that this launch has reported, are given out.
 */
export interface Downloads {
  /** Takes note of finished exports. */
  follow(event: CoreEvent): void
  /** A ticket for a file, or null where the file is not one the core has exported. */
  ticket(path: string): Promise<string | null>
  /** The file behind a ticket; null for an unknown, used or stale one. */
  redeem(ticket: string): string | null
}

export const createDownloads = (exportsFolder: string, now: () => number = Date.now): Downloads => {
  const reported = new Set<string>([exportsFolder])
  const tickets = new Map<string, { path: string; until: number }>()
  return {
    follow: (event) => {
      if (event.event !== 'job' || event.payload.kind !== 'exports.run' || event.payload.state !== 'done')
        return
      const result = event.payload.result as { path?: unknown } | undefined
      if (typeof result?.path === 'string') reported.add(result.path)
    },
    ticket: async (path) => {
      const file = await realpath(path).catch(() => null)
      if (file === null || !(await stat(file)).isFile()) return null
      const places = await Promise.all([...reported].map((it) => realpath(it).catch(() => null)))
      if (!places.some((place) => place !== null && isInside(place, file))) return null
      const ticket = randomBytes(32).toString('base64url')
      tickets.set(ticket, { path: file, until: now() + lifetime })
      return ticket
    },
    redeem: (ticket) => {
      const found = tickets.get(ticket)
      tickets.delete(ticket)
      return found && found.until >= now() ? found.path : null
    },
  }
}
