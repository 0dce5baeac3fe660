import type { Failure } from '@shared/contract/reply.ts'
import { failureTextIn } from '@shared/messages/failure.ts'
import { language, type Translate } from './i18n.ts'

/** What went wrong and what to do, in the program's language. */
export const failureText = (
  failure: Pick<Failure, 'code' | 'details'> & { message?: string },
  t: Translate,
): string => failureTextIn(failure, language(), t)
