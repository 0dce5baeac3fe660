import type { ActionId } from '@shared/actions/index.ts'
import { showFailure } from '../state/notices.ts'
import { handlerOf } from './bindings.ts'
import { rememberAction } from './recent.ts'

/** Does an action if it can be done now; failures are shown. Says whether it could. */
export const runAction = (id: ActionId): boolean => {
  const handler = handlerOf(id)
  if (!handler) return false
  rememberAction(id)
  try {
    const result = handler()
    if (result instanceof Promise) result.catch(showFailure)
  } catch (thrown) {
    showFailure(thrown)
  }
  return true
}
