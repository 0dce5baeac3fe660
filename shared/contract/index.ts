import { z } from 'zod'
import { articles } from './articles.ts'
import type { Contract, Endpoint, Input, MethodName, Output } from './define.ts'
import { entities } from './entities.ts'
import { exports } from './exports.ts'
import { history } from './history.ts'
import { host } from './host.ts'
import { imports } from './imports.ts'
import { jobs } from './jobs.ts'
import { mentions } from './mentions.ts'
import { network } from './network.ts'
import { overview } from './overview.ts'
import { projects } from './projects.ts'
import { relations } from './relations.ts'
import { releases } from './releases.ts'
import { schema } from './schema.ts'
import { settings } from './settings.ts'

/** Everything a window may ask of the core. Both ends, both shells and the tests follow from this object. */
export const contract = {
  projects,
  articles,
  mentions,
  entities,
  relations,
  schema,
  network,
  history,
  imports,
  exports,
  releases,
  overview,
  settings,
  jobs,
} as const satisfies Contract

/** The few methods a shell answers itself. */
export const hostContract = { host } as const satisfies Contract

export type CoreContract = typeof contract
export type HostContract = typeof hostContract
export type AnyContract = CoreContract & HostContract
export type Method = MethodName<CoreContract>

/** Typed calls, as the renderer and the tests make them: `client.articles.page({…})`. */
export type Client<C extends Contract> = {
  [N in keyof C]: { [M in keyof C[N]]: (input: Input<C[N][M]>) => Promise<Output<C[N][M]>> }
}

export type { Endpoint }

/** One request on the wire. */
export const request = z.strictObject({ method: z.string().max(100), input: z.json() })
