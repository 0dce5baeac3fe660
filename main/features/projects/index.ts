export { checkProjectJob } from './checkJob.ts'
export { projectHandlers } from './handlers.ts'
export { createProjectRepository } from './repository.ts'
export { createProjects, type OpenProject } from './service.ts'
