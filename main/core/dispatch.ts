import { type Contract, findEndpoint } from '../../shared/contract/define.ts'
import type { Reply } from '../../shared/contract/reply.ts'
import type { Step } from '../db/index.ts'
import { LigatureError, toFailure } from './errors.ts'
import type { UntypedHandlers } from './handlers.ts'
import { log } from './log.ts'

export type Dispatch = (method: string, input: unknown) => Promise<Reply>

export interface DispatchOptions {
  contract: Contract
  /** Handlers of what is open right now; a namespace that needs a project is absent while none is open. */
  handlers(): UntypedHandlers
  /** Runs a command as one journalled transaction and tells every window what changed. */
  runCommand(method: string, work: (step: Step) => unknown): unknown
  /** Resolves when no job holds the project for itself. */
  whenWritable(): Promise<void>
}

/** Replies are checked against the contract too where this is set: in tests and development. */
const checkOutput = process.env.LIGATURE_CHECK_OUTPUT === '1'

/** Requests slower than this are logged; milliseconds. */
const slowMilliseconds = 50

const invalid = (
  method: string,
  issues: readonly { path: PropertyKey[]; message: string }[],
): LigatureError => {
  const first = issues[0]
  const place = first?.path.map(String).join('.') ?? ''
  return new LigatureError(
    'invalid_input',
    `${method}: ${place ? `${place}: ` : ''}${first?.message ?? 'invalid input'}`,
    {
      method,
      place,
    },
  )
}

/** The one door into the core: name and input in, reply out. Validates, runs, times, and never throws. */
export const createDispatch = (options: DispatchOptions): Dispatch => {
  const perform = async (method: string, input: unknown): Promise<unknown> => {
    const endpoint = findEndpoint(options.contract, method)
    if (!endpoint) throw new LigatureError('unknown_method', `There is no method "${method}".`, { method })
    const parsed = endpoint.input.safeParse(input)
    if (!parsed.success) throw invalid(method, parsed.error.issues)

    const [namespace, name] = method.split('.') as [string, string]
    if (endpoint.kind === 'command') await options.whenWritable()
    const handler = options.handlers()[namespace]?.[name] as
      | ((input: unknown, step?: Step) => unknown)
      | undefined
    if (!handler) throw new LigatureError('no_project', 'No project is open.', { method })
    const output =
      endpoint.kind === 'command'
        ? options.runCommand(method, (step) => handler(parsed.data, step))
        : await handler(parsed.data)
    return checkOutput ? endpoint.output.parse(output) : output
  }

  return async (method, input) => {
    const started = performance.now()
    try {
      const value = await perform(method, input)
      const took = performance.now() - started
      if (took > slowMilliseconds) log.info('slow request', { method, ms: Math.round(took) })
      return { ok: true, value }
    } catch (thrown) {
      const error = toFailure(thrown)
      if (error.code === 'internal')
        log.error('defect', { method, message: error.message, stack: (thrown as Error)?.stack })
      return { ok: false, error }
    }
  }
}
