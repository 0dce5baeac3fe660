import type { Failure } from '../contract/reply.ts'
import { blanksOf, canFill } from './bestText.ts'
import type { UiLanguage } from './define.ts'
import type { MessageParams } from './format.ts'
import { type MessageKey, messages } from './index.ts'

const paramsOf = (details: Failure['details']): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(details ?? {}).filter(
      (it): it is [string, string | number] => typeof it[1] === 'string' || typeof it[1] === 'number',
    ),
  )

/** The text of a failure's code that says most of what its details hold. */
const bestKey = ({ code }: Pick<Failure, 'code'>, params: MessageParams): MessageKey => {
  const base = `error.${code}`
  const fitting = Object.keys(messages).filter(
    (it) => (it === base || it.startsWith(`${base}.`)) && canFill(it, params),
  )
  fitting.sort((a, b) => blanksOf(b).length - blanksOf(a).length)
  return (fitting[0] ?? 'error.internal') as MessageKey
}

/**
 * What went wrong and what to do, in the given language. The core's own sentence is English and often knows more than
 * the general text of its code: in English it is shown where no text fits the details.
 */
export const failureTextIn = (
  failure: Pick<Failure, 'code' | 'details'> & { message?: string },
  language: UiLanguage,
  t: (key: MessageKey, params?: MessageParams) => string,
): string => {
  const params = paramsOf(failure.details)
  const key = bestKey(failure, params)
  const general = blanksOf(key).length === 0
  if (general && language === 'en' && failure.code !== 'internal' && failure.message) return failure.message
  return t(key, params)
}
