import { CallError } from '../api/client.ts'
import { hasText, text } from './i18n.ts'

/** The sentence that tells a person why something failed and what to do: by its code where there is such a text. */
export const failureText = (thrown: unknown): string => {
  if (!(thrown instanceof CallError)) return thrown instanceof Error ? thrown.message : String(thrown)
  const { code, message, details } = thrown.failure
  const key = `failure.${code}`
  if (!hasText(key)) return message
  const blanks = Object.fromEntries(
    Object.entries(details ?? {}).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
    ),
  )
  const filled = text(key, blanks)
  // A blank that was not given would read as a riddle; the plain message has it all.
  return /\{\w+\}/.test(filled) ? message : filled
}
