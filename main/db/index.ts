export type { ConnectOptions, Database, Parameters } from './database.ts'
export { connect } from './database.ts'
export { createJournal, type Journal, type Step, type StepRow } from './journal.ts'
export { likePattern } from './like.ts'
export { pendingMigrations } from './migrate.ts'
export {
  applicationId,
  connectToProject,
  damageIn,
  openEmptyProject,
  openProjectFile,
  openToRead,
  type ProjectFile,
} from './projectFile.ts'
