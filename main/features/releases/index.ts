export { releaseDiffJob } from './diff/index.ts'
export { releaseHandlers } from './handlers.ts'
export { releaseJob, releasePreviewJob } from './job.ts'
export { createReleases, type Releases } from './service.ts'
