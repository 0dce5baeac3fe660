import { BookOpenText, FilePlus2, FolderOpen, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { runAction } from '../../actions/run.ts'
import { call } from '../../api/client.ts'
import { useAnswer } from '../../api/queries.ts'
import { formatMoment, useText } from '../../state/i18n.ts'
import { showFailure } from '../../state/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import './projects.css'

/** What stands where no project is open. */
export function StartScreen() {
  const t = useText()
  const recent = useAnswer('projects.recent', {}).data
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <div className="projects-start">
      <div className="projects-start-sheet">
        <h1>{t('projects.start')}</h1>
        <p className="projects-start-text">{t('projects.startText')}</p>
        <div className="projects-start-ways">
          <Button ref={first} variant="primary" icon={FilePlus2} onClick={() => runAction('project.new')}>
            {t('projects.new')}
          </Button>
          <Button icon={FolderOpen} shortcut="Mod+O" onClick={() => runAction('project.open')}>
            {t('projects.open')}
          </Button>
          <Button icon={BookOpenText} onClick={() => runAction('project.sample')}>
            {t('projects.sample')}
          </Button>
        </div>
        <h2>{t('projects.recent')}</h2>
        {recent?.length === 0 && <p className="projects-start-text">{t('projects.noRecent')}</p>}
        <ul className="projects-recent">
          {recent?.map((it) => (
            <li key={it.path}>
              <button
                type="button"
                className="projects-recent-open"
                disabled={it.missing}
                onClick={() => call('projects.open', { path: it.path }).catch(showFailure)}
              >
                <span className="projects-recent-name">{it.name}</span>
                <span className="projects-recent-when">
                  {it.missing ? t('projects.missing') : formatMoment(it.openedAt)}
                </span>
                <span className="projects-recent-path">{it.path}</span>
              </button>
              <IconButton
                compact
                icon={X}
                label={t('projects.forget')}
                onClick={() => call('projects.forget', { path: it.path }).catch(showFailure)}
              />
            </li>
          ))}
        </ul>
        <ol className="projects-start-steps">
          {(['import', 'tag', 'relate', 'export'] as const).map((it) => (
            <li key={it}>
              <b>{t(`projects.step.${it}`)}</b> {t(`projects.step.${it}Text`)}
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}
