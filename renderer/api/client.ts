import type { EndpointOf, Input, MethodName, Output } from '@shared/contract/define.ts'
import { type AnyContract, type Client, contract, hostContract } from '@shared/contract/index.ts'
import type { Failure } from '@shared/contract/reply.ts'
import { transport } from './transport.ts'

/** A failure the core told us, thrown on this side so that queries and handlers can catch it. */
export class CallError extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'CallError'
    this.failure = failure
  }
}

export type AnyMethod = MethodName<AnyContract>
export type MethodInput<M extends AnyMethod> = Input<EndpointOf<AnyContract, M>>
export type MethodOutput<M extends AnyMethod> = Output<EndpointOf<AnyContract, M>>

/** Asks the core. @throws CallError */
export const call = async <M extends AnyMethod>(
  method: M,
  input: MethodInput<M>,
): Promise<MethodOutput<M>> => {
  const reply = await transport.call(method, input)
  if (!reply.ok) throw new CallError(reply.error)
  return reply.value as MethodOutput<M>
}

export const allEndpoints = { ...contract, ...hostContract }

/** `client.articles.page({…})`: every method of the contract as a function. */
export const client = Object.fromEntries(
  Object.entries(allEndpoints).map(([namespace, methods]) => [
    namespace,
    Object.fromEntries(
      Object.keys(methods).map((name) => [
        name,
        (input: never) => call(`${namespace}.${name}` as AnyMethod, input),
      ]),
    ),
  ]),
) as unknown as Client<AnyContract>
