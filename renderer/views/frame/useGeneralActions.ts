import type { ProjectInfo } from '@shared/contract/projects.ts'
import type { ArticleStatus } from '@shared/model/article.ts'
import { useActions } from '../../actions/useActions.ts'
import { call } from '../../api/client.ts'
import { setAppearance, stepReadingSize, useAppearance } from '../../state/appearance.ts'
import { redo, undo } from '../../state/history.ts'
import { useOverlays } from '../../state/overlays.ts'
import { activeArticleId, useSelection } from '../../state/selection.ts'
import { createProject, openProject, openSample, saveCopy } from '../projects/doing.ts'
import { closePanel, focusOrZoom, focusPanel, resetLayout, toggleReadingMode, zoomPanel } from './dock.ts'

const { open } = useOverlays.getState()

const markActive = (status: ArticleStatus) => () => {
  const id = activeArticleId(useSelection.getState())
  return id === null ? undefined : call('articles.update', { ids: [id], patch: { status } })
}

/** Everything that can be done with or without a project. */
export const useAlwaysActions = (): void =>
  useActions({
    'project.new': () => createProject(),
    'project.open': openProject,
    'project.sample': () => openSample(false),
    'palette.open': () => open('palette'),
    'help.shortcuts': () => open('shortcuts'),
    'view.settings': () => open('settings'),
    'view.theme': () =>
      setAppearance({ theme: useAppearance.getState().shown === 'dark' ? 'light' : 'dark' }),
    'view.largerText': () => stepReadingSize(1),
    'view.smallerText': () => stepReadingSize(-1),
  })

/** Everything that needs an open project but no view of its own. */
export const useProjectActions = (project: ProjectInfo): void => {
  const article = useSelection((it) => activeArticleId(it) !== null)
  const write = !project.readOnly
  useActions({
    'import.open': write && (() => open('import')),
    'export.open': () => open('export'),
    'releases.open': () => open('releases'),
    'schema.open': () => open('schema'),
    'project.rename': write && (() => open('projects', { mode: 'rename' })),
    'project.saveCopy': () => saveCopy(project),
    'project.reveal': () => call('host.reveal', { path: project.path }),
    'project.check': () => call('projects.check', {}),
    'project.resetSample': project.isSample && (() => openSample(true)),
    'project.close': () => call('projects.close', {}),
    // The core knows what there is to undo; this window may learn of a step a moment after it was taken.
    'edit.undo': write && undo,
    'edit.redo': write && redo,
    'article.inProgress': article && write && markActive('in_progress'),
    'article.reviewed': article && write && markActive('reviewed'),
    'article.setAside': article && write && markActive('set_aside'),
    'article.unread': article && write && markActive('unread'),
    'article.inspect':
      article &&
      (() => {
        const id = activeArticleId(useSelection.getState())
        if (id === null) return
        useSelection.getState().inspectArticle(id)
        focusPanel('inspector')
      }),
    'panel.corpus': () => focusOrZoom('corpus'),
    'panel.source': () => focusOrZoom('source'),
    'panel.reader': () => focusOrZoom('reader'),
    'panel.network': () => focusOrZoom('network'),
    'panel.inspector': () => focusOrZoom('inspector'),
    'panel.reader2': () => focusOrZoom('reader2'),
    'panel.history': () => focusOrZoom('history'),
    'panel.overview': () => focusOrZoom('overview'),
    'panel.zoom': () => zoomPanel(),
    'panel.close': () => closePanel(),
    'view.readingMode': toggleReadingMode,
    'view.resetLayout': resetLayout,
  })
}
