import type { Database, Journal } from '../db/index.ts'

/** What every service of an open project stands on. Clock and ids are replaceable, so that tests repeat exactly. */
export interface ProjectContext {
  readonly db: Database
  readonly journal: Journal
  /** The person at the keyboard: row of `person`. */
  readonly personId: number
  /** ISO 8601, UTC. */
  now(): string
  newUid(): string
}
