import { z } from 'zod'
import { action, query } from './define.ts'

/** `app`: this machine's user. `project`: travels with the project file. Neither is journalled. */
export const settingScope = z.enum(['app', 'project'])

export const settings = {
  get: query({
    doc: 'All settings of a scope by key; an empty object without a project.',
    input: z.strictObject({ scope: settingScope }),
    output: z.record(z.string(), z.json()),
    reads: ['setting', 'projects'],
  }),
  set: action({
    doc: 'Keeps a setting; null forgets it.',
    input: z.strictObject({
      scope: settingScope,
      key: z.string().min(1).max(100),
      value: z.json().nullable(),
    }),
    output: z.strictObject({}),
  }),
}
