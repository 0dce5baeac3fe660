import * as core from './202611200900_core.ts'
import * as derived from './202611200910_derived.ts'
import * as views from './202611200920_views.ts'
import * as interchange from './202611211500_interchange.ts'
import * as draftReading from './202611211700_draft_reading.ts'

/** One step of the file's shape. A merged step is never edited (its checksum is in every project); add another. */
export interface Migration {
  /** UTC `YYYYMMDDHHMM_name`; applied in list order. */
  readonly id: string
  readonly sql: string
}

export const migrations: readonly Migration[] = [core, derived, views, interchange, draftReading]
