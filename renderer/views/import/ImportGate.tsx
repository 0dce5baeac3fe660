import './gate.css'
import { FileInput } from 'lucide-react'
import { useEffect, useState } from 'react'
import { takesText } from '../../actions/keyboard.ts'
import { useActions } from '../../actions/useActions.ts'
import { useAnswer } from '../../api/queries.ts'
import { useText } from '../../state/i18n.ts'
import { showFailure, useNotices } from '../../state/notices.ts'
import { useOverlays } from '../../state/overlays.ts'
import { useExportNotice } from '../export/useExportNotice.ts'
import { alone, droppedFiles } from './entries.ts'
import { useImportNotice } from './useImportNotice.ts'

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** Lets files be dropped anywhere on the window, and text be pasted into the corpus list. Mounted once per window. */
export function ImportGate() {
  const t = useText()
  const project = useAnswer('projects.current', {}).data
  const ready = Boolean(project) && !project?.readOnly
  const [over, setOver] = useState(false)
  useImportNotice()
  useExportNotice()

  useActions({
    'import.paste': ready && (() => useOverlays.getState().open('import', { mode: 'paste' })),
    'import.folder': ready && (() => useOverlays.getState().open('import', { mode: 'folder' })),
    'import.dataset': ready && (() => useOverlays.getState().open('import', { mode: 'dataset' })),
  })

  useEffect(() => {
    // Entering a child fires before leaving its parent, so the depth is counted.
    let depth = 0
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      depth += 1
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const hover = (event: DragEvent) => {
      if (!holdsFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      event.dataTransfer.dropEffect = ready ? 'copy' : 'none'
    }
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      depth = 0
      setOver(false)
      if (!ready) return
      droppedFiles(event.dataTransfer, window.ligature !== undefined)
        .then((files) => {
          if (files.length > 0) useOverlays.getState().open('import', { files })
          else useNotices.getState().show({ tone: 'info', text: t('import.nothingDropped') })
        })
        .catch(showFailure)
    }
    const paste = (event: ClipboardEvent) => {
      const focused = document.activeElement
      if (!ready || takesText(focused) || !focused?.closest('[data-panel=corpus]')) return
      const files = [...(event.clipboardData?.files ?? [])]
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (files.length > 0) useOverlays.getState().open('import', { files: files.map(alone) })
      else if (text.trim() !== '') useOverlays.getState().open('import', { text })
      else return
      event.preventDefault()
    }
    const end = new AbortController()
    const { signal } = end
    window.addEventListener('dragenter', enter, { signal })
    window.addEventListener('dragleave', leave, { signal })
    window.addEventListener('dragover', hover, { signal })
    window.addEventListener('drop', drop, { signal })
    window.addEventListener('paste', paste, { signal })
    return () => end.abort()
  }, [ready, t])

  if (!over) return null
  return (
    <div className="import-drop" role="status">
      <div className="import-drop-sign">
        <FileInput size={32} strokeWidth={1.5} aria-hidden />
        <b>{t(ready ? 'import.drop' : 'import.dropNoProject')}</b>
        {ready && <span>{t('import.dropText')}</span>}
      </div>
    </div>
  )
}
