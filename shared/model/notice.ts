import { z } from 'zod'

/** A finding about a file, as data: the code chooses the text shown, `message` is the English sentence for logs. */
export const notice = z.strictObject({
  code: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type Notice = z.infer<typeof notice>
