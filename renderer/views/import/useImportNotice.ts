import type { ImportReport } from '@shared/contract/imports.ts'
import { useEffect } from 'react'
import { onCoreEvent } from '../../api/liveUpdates.ts'
import { text } from '../../state/i18n.ts'
import { showFailure, useNotices } from '../../state/notices.ts'
import { useOverlays } from '../../state/overlays.ts'
import { undoImport } from './ResultView.tsx'

/** Says that an import has ended, with a way to take it back, where its dialog was closed meanwhile. */
export const useImportNotice = (): void =>
  useEffect(
    () =>
      onCoreEvent(({ event, payload: job }) => {
        if (event !== 'job' || job.state !== 'done') return
        if (job.kind !== 'imports.commit' && job.kind !== 'imports.dataset') return
        if (useOverlays.getState().stack.some((it) => it.id === 'import')) return
        const { kind } = job
        useNotices.getState().show({
          tone: 'success',
          text:
            kind === 'imports.commit'
              ? text('import.done', { count: (job.result as ImportReport).imported })
              : text('import.datasetDone'),
          action: {
            label: text('import.undo'),
            run: () => void undoImport(kind, text('import.undoGone')).catch(showFailure),
          },
        })
      }),
    [],
  )
