import type { Notice } from '../reading/types.ts'

/* What may be wrong with single records of JSON formats; the texts stand in shared/messages/formats/json-records.ts. */

export const damagedRecord = (why: string): Notice => ({
  code: 'import.record.damaged',
  message: `The record could not be read: ${why} It was left out; repair it in the file and import again.`,
})

export const recordWithoutText = (key: string): Notice => ({
  code: 'import.record.no_text',
  message: `The record has no text under "${key}" and was left out.`,
  params: { key },
})

export const badSpan = (id: string): Notice => ({
  code: 'import.record.span',
  message: `The annotation ${id} has no usable offsets (whole numbers, start before end) and was left out.`,
  params: { id },
})

export const looseRelation = (id: string): Notice => ({
  code: 'import.record.relation',
  message: `The relation ${id} points to an annotation that is not there, and was left out.`,
  params: { id },
})
