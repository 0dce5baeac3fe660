import './gate.css'
import { FileClock } from 'lucide-react'
import { useAnswer } from '../../api/queries.ts'
import { useText } from '../../state/i18n.ts'
import { useOverlays } from '../../state/overlays.ts'
import { Tooltip } from '../../ui/Tooltip.tsx'

/** A quiet reminder of drafts that were read but not imported; a press brings them back. */
export function DraftsWaiting() {
  const t = useText()
  const project = useAnswer('projects.current', {}).data
  const drafts = useAnswer('imports.drafts', { offset: 0, limit: 1 }, { enabled: Boolean(project) }).data
  const sets = useAnswer('imports.sets', {}, { enabled: Boolean(project) }).data?.length ?? 0
  const open = useOverlays((it) => it.stack.some((overlay) => overlay.id === 'import'))
  const count = project && drafts ? drafts.total - drafts.failed : 0
  if ((count === 0 && sets === 0) || open) return null
  return (
    <Tooltip text={t('import.waitingHint')} side="top">
      <button type="button" className="import-waiting" onClick={() => useOverlays.getState().open('import')}>
        <FileClock size={14} aria-hidden />
        {[
          ...(count > 0 ? [t('import.waiting', { count })] : []),
          ...(sets > 0 ? [t('import.waitingSets', { count: sets })] : []),
        ].join(' · ')}
      </button>
    </Tooltip>
  )
}
