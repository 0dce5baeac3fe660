import { type Endpoint, findEndpoint } from '../../shared/contract/define.ts'
import { hostContract } from '../../shared/contract/index.ts'
import type { Reply } from '../../shared/contract/reply.ts'
import { toFailure } from '../core/errors.ts'
import type { Handlers } from '../core/handlers.ts'

export type HostHandlers = Handlers<(typeof hostContract)['host']>

/**
 * Answers one request of a window, `host.…` by the shell itself, everything else by the core. The answer is a Reply as
 * JSON text: the shells only pass it on.
 */
export type Answer = (method: string, input: unknown) => Promise<string>

/** Puts the shell's own methods before the core's. Input is validated here as the core does it there. */
export const createAnswer = (host: HostHandlers, core: { callText: Answer }): Answer => {
  const ask = async (endpoint: Endpoint, method: string, input: unknown): Promise<Reply> => {
    const parsed = endpoint.input.safeParse(input)
    if (!parsed.success) {
      const message = `${method}: ${parsed.error.issues[0]?.message ?? 'invalid input'}`
      return { ok: false, error: { code: 'invalid_input', message, details: { method } } }
    }
    try {
      const handler = host[method.slice('host.'.length) as keyof HostHandlers] as (input: unknown) => unknown
      return { ok: true, value: await handler(parsed.data) }
    } catch (thrown) {
      return { ok: false, error: toFailure(thrown) }
    }
  }

  return async (method, input) => {
    const endpoint = findEndpoint(hostContract, method)
    return endpoint ? JSON.stringify(await ask(endpoint, method, input)) : core.callText(method, input)
  }
}
