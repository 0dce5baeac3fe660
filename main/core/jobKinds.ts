import { exportJob, exportLossesJob } from '../features/exports/index.ts'
import {
  commitImportJob,
  importDatasetJob,
  prepareDraftsJob,
  rereadJob,
  surveySetJob,
} from '../features/imports/index.ts'
import { checkProjectJob } from '../features/projects/index.ts'
import { releaseDiffJob, releaseJob, releasePreviewJob } from '../features/releases/index.ts'
import type { JobDefinition } from './jobs.ts'

/** Every kind of long work. */
export const jobKinds: readonly JobDefinition[] = [
  prepareDraftsJob,
  surveySetJob,
  rereadJob,
  commitImportJob,
  importDatasetJob,
  exportLossesJob,
  exportJob,
  releasePreviewJob,
  releaseJob,
  releaseDiffJob,
  checkProjectJob,
]
