import type { ProjectInfo } from '@shared/contract/projects.ts'
import { call } from '../../api/client.ts'
import { announce } from '../../state/announce.ts'
import { text } from '../../state/i18n.ts'
import { useNotices } from '../../state/notices.ts'
import { useOverlays } from '../../state/overlays.ts'
import { pickToOpen, pickToSave } from '../../state/pickFiles.ts'

/** Asks for a name and makes a new project. */
export const createProject = (): void => useOverlays.getState().open('projects', { mode: 'new' })

/** Asks for a project file and opens it. */
export const openProject = async (): Promise<void> => {
  const [path] = await pickToOpen('project')
  if (path) await call('projects.open', { path })
}

export const openSample = async (reset: boolean): Promise<void> => {
  await call('projects.openSample', { reset })
  if (reset) announce(text('projects.resetDone'))
}

/** A project name as a file name: what no file system likes is left out. */
export const fileName = (name: string): string =>
  `${
    name
      .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim() || 'project'
  }.ligature`

/** Writes a copy where asked and offers to open it. */
export const saveCopy = async (project: ProjectInfo): Promise<void> => {
  const chosen = await pickToSave('project', fileName(text('projects.copyName', { name: project.name })))
  if (!chosen) return
  const { path } = await call('projects.saveCopy', {
    path: chosen.endsWith('.ligature') ? chosen : `${chosen}.ligature`,
  })
  useNotices.getState().show({
    tone: 'success',
    text: text('projects.copySaved', { path }),
    action: { label: text('projects.openCopy'), run: () => void call('projects.open', { path }) },
  })
}
