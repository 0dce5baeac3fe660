import type { JobContext } from '../../core/jobs.ts'

/** Progress of a whole is told in this many steps per part. */
const fine = 1000

/** Parts of a job one after the other, each with a progress of its own that becomes a stretch of the whole one. */
export const createParts = (context: JobContext, parts: number): ((note: string) => JobContext) => {
  let begun = 0
  return (note) => {
    const before = Math.min(begun, parts - 1) * fine
    begun += 1
    context.stopIfCancelled()
    context.report(before, parts * fine, note)
    return {
      ...context,
      report: (done, total) => {
        const within = total > 0 ? Math.round((Math.min(done, total) / total) * fine) : 0
        context.report(before + within, parts * fine, note)
      },
    }
  }
}
