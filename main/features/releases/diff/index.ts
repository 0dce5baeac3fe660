import { basename } from 'node:path'
import type { JobDefinition } from '../../../core/jobs.ts'
import { compareReleases } from './compare.ts'
import { openRelease } from './open.ts'

/**
 * Compares two releases, each a folder or a ZIP archive. The result is a `releaseDiff`. With a release that holds no texts
 * on either side, only what such a release holds is compared.
 * @throws LigatureError io · import.unreadable (naming file, place and remedy) · cancelled
 */
export const releaseDiffJob: JobDefinition<{ before: string; after: string }> = {
  kind: 'releases.diff',
  run: async (order, { report, stopIfCancelled }) => {
    const before = await openRelease(order.before)
    try {
      const after = await openRelease(order.after)
      try {
        const note = basename(order.after)
        return compareReleases(before, after, {
          stopIfCancelled,
          report: (done, total) => report(done, total, note),
        })
      } finally {
        after.close()
      }
    } finally {
      before.close()
    }
  },
}
