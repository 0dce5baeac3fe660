import type { ExportReport } from '@shared/contract/exports.ts'
import type { JobState } from '@shared/contract/jobs.ts'
import type { MessageKey } from '@shared/messages/index.ts'
import type { ReleaseReport } from '@shared/model/recipe.ts'
import { useEffect } from 'react'
import { onCoreEvent } from '../../api/liveUpdates.ts'
import { text } from '../../state/i18n.ts'
import { useNotices } from '../../state/notices.ts'
import { type OverlayId, useOverlays } from '../../state/overlays.ts'

/** What writes datasets: the dialog that tells of it itself, and what is said elsewhere. */
const writing: Partial<Record<JobState['kind'], { dialog: OverlayId; done: MessageKey }>> = {
  'exports.run': { dialog: 'export', done: 'export.done' },
  'releases.run': { dialog: 'releases', done: 'release.done' },
}

/** Says that a dataset or a release has been written where its dialog was closed meanwhile. */
export const useExportNotice = (): void =>
  useEffect(
    () =>
      onCoreEvent(({ event, payload: job }) => {
        if (event !== 'job' || job.state !== 'done') return
        const written = writing[job.kind]
        if (!written || useOverlays.getState().stack.some((it) => it.id === written.dialog)) return
        const { path } = job.result as ExportReport | ReleaseReport
        useNotices.getState().show({ tone: 'success', text: `${text(written.done)}: ${path}`, details: path })
      }),
    [],
  )
