import { startBenchCore } from '../core.ts'
import { inTurns, type Row } from '../measure.ts'

/** The reply the reader needs for an article of 1 MB with 20,000 spans. */
export const open: Row = {
  id: 'open',
  run: async ({ project, workingCopy, scratch, quick }) => {
    const core = startBenchCore(scratch)
    try {
      await core.ask('projects.open', { path: workingCopy })
      const ask = () => core.ask('articles.open', { id: project.bigArticleId })
      const bytes = JSON.stringify(await ask())
      const samples = await inTurns(quick ? 10 : 40, ask, () => JSON.parse(bytes))
      return [
        {
          what: 'open: reply for a 1 MB article with 20,000 spans',
          baseline: '`JSON.parse` of the same reply',
          unit: 'ms',
          ...samples,
          goal: null,
        },
      ]
    } finally {
      await core.close()
    }
  },
}
