import { z } from 'zod'
import { action, query } from './define.ts'

/** A step of the history. `code` is the command's method name; `params` fill the blanks of its text. */
export const step = z.strictObject({
  seq: z.int(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  madeBy: z.string(),
  madeAt: z.string(),
  /** Rows it changed. */
  changes: z.int(),
  state: z.enum(['done', 'undone', 'dropped']),
})
export type Step = z.infer<typeof step>

const nothing = z.strictObject({})

export const history = {
  state: query({
    doc: 'The step undo would take back and the one redo would bring again.',
    input: nothing,
    output: z.strictObject({ undo: step.nullable(), redo: step.nullable() }),
    reads: ['history'],
  }),
  list: query({
    doc: 'Steps, newest first, from below `before`.',
    input: z.strictObject({ before: z.int().optional(), limit: z.int().min(1).max(500) }),
    output: z.array(step),
    reads: ['history'],
  }),
  changes: query({
    doc: 'What a step changed, row by row: the audit trail of one step.',
    input: z.strictObject({ seq: z.int(), limit: z.int().min(1).max(500) }),
    output: z.array(
      z.strictObject({
        table: z.string(),
        rowId: z.int(),
        operation: z.enum(['insert', 'update', 'delete']),
        before: z.json().nullable(),
        after: z.json().nullable(),
      }),
    ),
    reads: ['history'],
  }),
  undo: action({
    doc: 'Takes the latest step back; null when there is none.',
    input: nothing,
    output: step.nullable(),
  }),
  redo: action({
    doc: 'Brings the latest step taken back again; null when there is none.',
    input: nothing,
    output: step.nullable(),
  }),
  goTo: action({
    doc: 'Undoes or redoes until the given step is the latest one done; 0 is the beginning.',
    input: z.strictObject({ seq: z.int().nonnegative() }),
    output: z.strictObject({ steps: z.int() }),
  }),
}
