import { z } from 'zod'
import { action, query } from './define.ts'
import { failure } from './reply.ts'

/** A long piece of work: what it is, how far, how it ended. */
export const jobState = z.strictObject({
  id: z.string(),
  kind: z.enum([
    'imports.prepare',
    'imports.survey',
    'imports.reread',
    'imports.commit',
    'imports.dataset',
    'exports.losses',
    'exports.run',
    'releases.preview',
    'releases.run',
    'releases.diff',
    'projects.check',
  ]),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.int(),
  /** 0 while the total is unknown. */
  total: z.int(),
  /** What is being worked on, e.g. a file name. */
  note: z.string(),
  startedAt: z.string(),
  /** The job's own result once done; its shape is said where the job is started. */
  result: z.json().optional(),
  error: failure.optional(),
})
export type JobState = z.infer<typeof jobState>

export const jobStarted = z.strictObject({ jobId: z.string() })

export const jobs = {
  list: query({
    doc: 'Jobs of this session, newest first.',
    input: z.strictObject({}),
    output: z.array(jobState),
    reads: ['job'],
  }),
  cancel: action({
    doc: 'Asks a job to stop; it leaves nothing half done.',
    input: z.strictObject({ jobId: z.string() }),
    output: z.strictObject({}),
  }),
}
