export { commitImportJob } from './commitJob.ts'
export { importDatasetJob } from './dataset/index.ts'
export { completeFingerprints, textFingerprints } from './duplicates.ts'
export { archiveMembers, DamagedZip, unpackMember } from './files/archive.ts'
export { readLines } from './files/lines.ts'
export { diskFile, type SetFile } from './files/setFile.ts'
export { Unreadable } from './files/unreadable.ts'
export { importFormats } from './formats/index.ts'
export { importHandlers } from './handlers.ts'
export { prepareDraftsJob } from './prepareJob.ts'
export { bandProbes, bands, fingerprint, nearDuplicate } from './reading/fingerprint.ts'
export { renderSource } from './renderSource.ts'
export { rereadJob } from './rereadJob.ts'
export { createImports } from './service.ts'
export { surveySetJob } from './surveyJob.ts'

/** The readers of articles, loaded when first needed: they bring a DOM and a sanitiser, which no start should wait for. */
export const loadReading = () => import('./reading/index.ts')
export type Reading = Awaited<ReturnType<typeof loadReading>>
