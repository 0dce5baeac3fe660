import type { Aspect } from '../../format.ts'

/** What a GATE document has no place for, in either serialisation. */
export const gateLoses: readonly Aspect[] = [
  'originals',
  'unmentionedEntities',
  'unprovedRelations',
  'positions',
  'provenance',
  'schema',
]
