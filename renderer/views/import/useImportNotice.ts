import { useEffect } from 'react'
import { onCoreEvent } from '../../api/liveUpdates.ts'
import { text } from '../../state/i18n.ts'
import { showFailure, useNotices } from '../../state/notices.ts'
import { useOverlays } from '../../state/overlays.ts'
import { resultOf } from './results.ts'
import { undoImport } from './undoImport.ts'

/** Says that an import has ended, with a way to take it back, where its dialog was closed meanwhile. */
export const useImportNotice = (): void =>
  useEffect(
    () =>
      onCoreEvent(({ event, payload: job }) => {
        if (event !== 'job' || job.state !== 'done') return
        if (useOverlays.getState().stack.some((it) => it.id === 'import')) return
        const result = resultOf(job, text)
        if (!result) return
        const { steps } = result
        useNotices.getState().show({
          tone: 'success',
          text: result.title,
          ...(steps?.length !== 0 && {
            action: {
              label: text('import.undo'),
              run: () => void undoImport(steps).catch(showFailure),
            },
          }),
        })
      }),
    [],
  )
