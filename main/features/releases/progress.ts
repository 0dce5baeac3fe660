import type { JobContext } from '../../core/jobs.ts'

/** Progress of a whole is told in this many steps per part. */
const fine = 1000

/**
 * Parts of a job one after the other, each with a progress of its own that becomes a stretch of the whole one. A part that
 * goes through its rows again does not lead back.
 */
export const createParts = (context: JobContext, parts: number): ((note: string) => JobContext) => {
  let begun = 0
  let reached = 0
  const tell = (done: number, note: string): void => {
    reached = Math.max(reached, Math.min(done, parts * fine))
    context.report(reached, parts * fine, note)
  }
  return (note) => {
    const before = begun * fine
    begun += 1
    context.stopIfCancelled()
    tell(before, note)
    return {
      ...context,
      report: (done, total) =>
        tell(before + (total > 0 ? Math.round((Math.min(done, total) / total) * fine) : 0), note),
    }
  }
}
