import type { z } from 'zod'
import type { Contract, Endpoint, Namespace } from '../../shared/contract/define.ts'
import type { Step } from '../db/index.ts'

type Handler<E extends Endpoint> = E['kind'] extends 'command'
  ? (input: z.output<E['input']>, step: Step) => z.input<E['output']>
  : (input: z.output<E['input']>) => z.input<E['output']> | Promise<z.input<E['output']>>

/** One function per method of a namespace; a missing or surplus one does not compile. Commands must not be async. */
export type Handlers<N extends Namespace> = { [M in keyof N]: Handler<N[M]> }

export type ContractHandlers<C extends Contract> = { [N in keyof C]: Handlers<C[N]> }

/** The same, after types have done their work: what dispatch looks methods up in. */
export type UntypedHandlers = Record<string, Record<string, (input: never, step: Step) => unknown>>
