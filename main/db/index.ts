export type { ConnectOptions, Database, Parameters } from './database.ts'
export { connect } from './database.ts'
export { createJournal, type Journal, type Step, type StepRow } from './journal.ts'
export { applicationId, connectToProject, openProjectFile, type ProjectFile } from './projectFile.ts'
