import { z } from 'zod'

/**
 * What can go wrong, as the program tells it. The code is stable and chooses the text shown; `message` is an English
 * sentence naming file, place and remedy for logs and scripts; `details` fills the text's blanks.
 */
export const errorCode = z.enum([
  'invalid_input',
  'unknown_method',
  'no_project',
  'not_found',
  'conflict',
  'not_allowed',
  'busy',
  'cancelled',
  'io',
  'disk_full',
  'project.missing',
  'project.exists',
  'project.not_a_project',
  'project.newer',
  'project.locked',
  'project.damaged',
  'project.read_only',
  'span.invalid',
  'import.unreadable',
  'connection',
  'internal',
])
export type ErrorCode = z.infer<typeof errorCode>

export const failure = z.strictObject({
  code: errorCode,
  message: z.string(),
  details: z.record(z.string(), z.json()).optional(),
})
export type Failure = z.infer<typeof failure>

export type Reply<T = unknown> = { ok: true; value: T } | { ok: false; error: Failure }
