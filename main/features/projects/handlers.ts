import type { contract } from '../../../shared/contract/index.ts'
import type { Handlers } from '../../core/handlers.ts'
import type { Projects } from './service.ts'

export const projectHandlers = (projects: Projects): Handlers<typeof contract.projects> => ({
  current: () => projects.current(),
  recent: () => projects.recent(),
  create: ({ name, language, path, remember }) => projects.create(name, language, path, remember),
  open: ({ path, remember }) => projects.open(path, remember),
  openSample: ({ reset }) => projects.openSample(reset),
  saveCopy: ({ path, from }) => projects.saveCopy(path, from),
  close: async () => {
    await projects.close()
    return {}
  },
  forget: ({ path }) => {
    projects.forget(path)
    return {}
  },
  update: (patch, step) => {
    step.describe({ name: patch.name ?? '', field: patch.name === undefined ? 'note' : 'name' })
    if (patch.name === undefined) step.mergeWith('note')
    projects.update(patch)
    return {}
  },
  check: ({ path }) => ({ jobId: projects.startCheck(path) }),
})
