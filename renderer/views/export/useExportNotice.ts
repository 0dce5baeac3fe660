import type { ExportReport } from '@shared/contract/exports.ts'
import { useEffect } from 'react'
import { onCoreEvent } from '../../api/liveUpdates.ts'
import { text } from '../../state/i18n.ts'
import { useNotices } from '../../state/notices.ts'
import { useOverlays } from '../../state/overlays.ts'

/** Says that a dataset has been written where its dialog was closed meanwhile. */
export const useExportNotice = (): void =>
  useEffect(
    () =>
      onCoreEvent(({ event, payload: job }) => {
        if (event !== 'job' || job.state !== 'done' || job.kind !== 'exports.run') return
        if (useOverlays.getState().stack.some((it) => it.id === 'export')) return
        const { path } = job.result as ExportReport
        useNotices
          .getState()
          .show({ tone: 'success', text: `${text('export.done')}: ${path}`, details: path })
      }),
    [],
  )
