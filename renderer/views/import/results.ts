import type { ImportReport } from '@shared/contract/imports.ts'
import type { JobState } from '@shared/contract/jobs.ts'
import type { Translate } from '../../state/i18n.ts'
import type { ImportResult } from './ResultView.tsx'

interface DatasetReport {
  articles: number
  entities: number
  mentions: number
  relations: number
  left: ImportReport['left']
}

/** Of sets that were refused nothing came in. */
const cameIn = ({ documents, mentions, entities, relations }: ImportReport['sets'][number]): boolean =>
  documents + mentions + entities + relations > 0

const ofImport = ({ imported, articleIds, left, sets, steps }: ImportReport, t: Translate): ImportResult => {
  const taken = sets.filter(cameIn).length
  const parts = [
    ...(imported > 0 || sets.length === 0 ? [t('import.done', { count: imported })] : []),
    ...(taken > 0 ? [t('import.result.sets', { count: taken })] : []),
  ]
  const nothing = steps.length === 0
  return {
    title: nothing ? t('import.result.nothing') : parts.join(' · '),
    detail: nothing ? '' : t('import.result.steps', { count: steps.length }),
    ...{ steps, articleIds, left, sets },
  }
}

/** What a finished job has to tell; null for one whose result is what waits. */
export const resultOf = (job: JobState, t: Translate): ImportResult | null => {
  if (job.kind === 'imports.commit') return ofImport(job.result as unknown as ImportReport, t)
  if (job.kind !== 'imports.dataset') return null
  const { left, ...counts } = job.result as unknown as DatasetReport
  return {
    title: t('import.datasetDone'),
    detail: t('import.datasetCounts', counts),
    steps: null,
    articleIds: [],
    sets: [],
    left: Array.isArray(left) ? left : [],
  }
}
