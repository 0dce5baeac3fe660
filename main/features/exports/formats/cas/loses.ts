import type { Aspect } from '../../format.ts'

/** What a CAS of one article has no place for, in either serialisation. */
export const casLoses: readonly Aspect[] = [
  'originals',
  'unmentionedEntities',
  'unprovedRelations',
  'positions',
  'provenance',
  'schema',
]
