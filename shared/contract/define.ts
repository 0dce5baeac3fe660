import type { z } from 'zod'

/** The journalled tables whose rows a query's answer is made of: when one changes, the answer is stale. */
export const journalledTables = [
  'project',
  'entity_type',
  'relation_type',
  'relation_rule',
  'article',
  'entity',
  'alias',
  'outside_id',
  'mention',
  'fragment',
  'relation',
  'evidence',
  'node_position',
  'recipe',
] as const
export type JournalledTable = (typeof journalledTables)[number]

/** Everything a query can depend on: journalled tables, and the state outside the journal. */
export type Dependency =
  | JournalledTable
  | 'history'
  | 'projects'
  | 'import_draft'
  | 'release'
  | 'setting'
  | 'job'

/**
 * - `query` asks and changes nothing;
 * - `command` changes journalled data in one synchronous transaction and becomes one step of the history;
 * - `action` does what is not journalled: opens projects, starts jobs, walks the history, keeps settings.
 */
export type EndpointKind = 'query' | 'command' | 'action'

export interface Endpoint<
  K extends EndpointKind = EndpointKind,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly kind: K
  /** One sentence: what it does, in the words of the field. */
  readonly doc: string
  readonly input: I
  readonly output: O
  /** What the answer of a query is made of; empty for commands and actions. */
  readonly reads: readonly Dependency[]
}

interface Shape<I, O> {
  doc: string
  input: I
  output: O
}

export const query = <I extends z.ZodType, O extends z.ZodType>(
  shape: Shape<I, O> & { reads: readonly Dependency[] },
): Endpoint<'query', I, O> => Object.freeze({ kind: 'query', ...shape })

export const command = <I extends z.ZodType, O extends z.ZodType>(
  shape: Shape<I, O>,
): Endpoint<'command', I, O> => Object.freeze({ kind: 'command', reads: [], ...shape })

export const action = <I extends z.ZodType, O extends z.ZodType>(
  shape: Shape<I, O>,
): Endpoint<'action', I, O> => Object.freeze({ kind: 'action', reads: [], ...shape })

export type Namespace = Record<string, Endpoint>
export type Contract = Record<string, Namespace>

export type Input<E extends Endpoint> = z.input<E['input']>
export type Output<E extends Endpoint> = z.output<E['output']>

/** `articles.page`, `mentions.create` …: every method name of a contract. */
export type MethodName<C extends Contract> = {
  [N in keyof C & string]: { [M in keyof C[N] & string]: `${N}.${M}` }[keyof C[N] & string]
}[keyof C & string]

export type EndpointOf<C extends Contract, Name extends MethodName<C>> = Name extends `${infer N}.${infer M}`
  ? C[N][M]
  : never

/** Finds an endpoint by its wire name; undefined for an unknown one (own properties only). */
export const findEndpoint = (contract: Contract, name: string): Endpoint | undefined => {
  const dot = name.indexOf('.')
  const namespace = name.slice(0, dot)
  const method = name.slice(dot + 1)
  if (dot < 1 || !Object.hasOwn(contract, namespace)) return undefined
  const methods = contract[namespace]!
  return Object.hasOwn(methods, method) ? methods[method] : undefined
}
