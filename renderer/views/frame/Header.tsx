import type { ProjectInfo } from '@shared/contract/projects.ts'
import {
  Check,
  ChevronDown,
  CloudOff,
  Lock,
  Menu as MenuIcon,
  Moon,
  Redo2,
  Search,
  Sun,
  Undo2,
} from 'lucide-react'
import { useBindings } from '../../actions/bindings.ts'
import { runAction } from '../../actions/run.ts'
import { useAnswer } from '../../api/queries.ts'
import { useAppearance } from '../../state/appearance.ts'
import { useConnection } from '../../state/connection.ts'
import { useText } from '../../state/i18n.ts'
import { stepText } from '../../state/stepText.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { menuOf, wholeMenu } from './menus.ts'

/** That everything is saved, as a fact; or that it cannot be known now. */
function Saved({ readOnly }: { readOnly: boolean }) {
  const t = useText()
  const connected = useConnection((it) => it.connected)
  if (!connected)
    return (
      <span className="frame-saved frame-saved-lost">
        <CloudOff size={14} aria-hidden />
        {t('frame.connectionLost')}
      </span>
    )
  if (readOnly)
    return (
      <span className="frame-saved frame-saved-lost">
        <Lock size={14} aria-hidden />
        {t('frame.readOnly')}
      </span>
    )
  return (
    <Tooltip text={t('frame.savedHint')}>
      <span className="frame-saved">
        <Check size={14} aria-hidden />
        {t('frame.saved')}
      </span>
    </Tooltip>
  )
}

function UndoRedo() {
  const t = useText()
  const { undo, redo } = useAnswer('history.state', {}).data ?? { undo: null, redo: null }
  return (
    <>
      <IconButton
        icon={Undo2}
        label={undo ? t('frame.undo', { step: stepText(undo, t) }) : t('frame.nothingToUndo')}
        shortcut={undo ? 'Mod+Z' : undefined}
        disabled={!undo}
        onClick={() => runAction('edit.undo')}
      />
      <IconButton
        icon={Redo2}
        label={redo ? t('frame.redo', { step: stepText(redo, t) }) : t('frame.nothingToRedo')}
        shortcut={redo ? 'Mod+Shift+Z' : undefined}
        disabled={!redo}
        onClick={() => runAction('edit.redo')}
      />
    </>
  )
}

export function Header({ project }: { project: ProjectInfo | null }) {
  const t = useText()
  const shown = useAppearance((it) => it.shown)
  // Drawn anew when what can be done changes, so that the menus show it.
  useBindings((it) => it.stacks)
  return (
    <header className="frame-header">
      <div className="frame-header-side">
        <b className="frame-brand">Ligature</b>
        {project && (
          <Menu
            trigger={
              <button
                type="button"
                className="frame-project"
                aria-label={`${t('frame.projectMenu')}: ${project.name}`}
              >
                <span>{project.name}</span>
                <ChevronDown size={14} aria-hidden />
              </button>
            }
            items={menuOf('project')}
          />
        )}
      </div>
      <button type="button" className="frame-search" onClick={() => runAction('palette.open')}>
        <Search size={14} aria-hidden />
        <span>{t('frame.search')}</span>
        <Kbd shortcut="Mod+K" />
      </button>
      <div className="frame-header-side frame-header-end">
        {project && <Saved readOnly={project.readOnly} />}
        {project && <UndoRedo />}
        <IconButton
          icon={shown === 'dark' ? Sun : Moon}
          label={t('action.view.theme')}
          shortcut="Mod+Shift+L"
          onClick={() => runAction('view.theme')}
        />
        <Menu
          align="end"
          trigger={
            <button type="button" className="ui-icon-button" aria-label={t('frame.menu')}>
              <MenuIcon size={16} aria-hidden />
            </button>
          }
          items={wholeMenu()}
        />
      </div>
    </header>
  )
}
