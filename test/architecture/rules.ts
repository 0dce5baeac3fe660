import type { Dependency } from './sources.ts'

/** A rule about who may import whom, with violations that it must catch when they are planted. */
export interface Rule {
  readonly name: string
  forbids(it: Dependency): boolean
  readonly planted: readonly (readonly [path: string, source: string])[]
}

const folders = ['shared', 'main', 'renderer', 'assets', 'test', 'docs'] as const
type Folder = (typeof folders)[number]

const under = (folder: string, path: string): boolean => path.startsWith(`${folder}/`)
const isFile = (path: string): boolean =>
  path.includes('/') && !path.startsWith('@') && !path.startsWith('node:')
const isOutside = (path: string, ...allowed: Folder[]): boolean =>
  isFile(path) && !allowed.some((folder) => under(folder, path))
const isPackage = (path: string): boolean => !isFile(path) && !path.startsWith('node:')
const isProduct = (path: string): boolean => !under('test', path)

/** `main/features/<name>/<layer>` of a path, or null. */
const featureOf = (path: string): { name: string; rest: string } | null => {
  const found = /^main\/features\/([^/]+)\/(.+)$/.exec(path)
  return found ? { name: found[1]!, rest: found[2]! } : null
}
const layerOf = (path: string): string | undefined =>
  /(?:^|\/)(handlers|service|repository)\.ts$/.exec(featureOf(path)?.rest ?? '')?.[1]
const isConfig = (path: string): boolean => path.endsWith('/vite.config.ts')

/** What a service may have of the database for itself, and why. */
const servicesOnDatabase: Readonly<Record<string, string>> = {
  projects: 'it opens and closes project files',
  history: 'the journal is its repository',
  settings: 'it is told which database, if any, is open',
}

const network = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises'].map(
  (it) => `node:${it}`,
)

export const rules: readonly Rule[] = [
  {
    name: 'shared imports itself and zod',
    forbids: ({ from, to }) => under('shared', from) && !under('shared', to) && to !== 'zod',
    planted: [
      ['shared/planted.ts', "import { readFileSync } from 'node:fs'"],
      ['shared/planted.ts', "import type { Core } from '../main/core/createCore.ts'"],
      ['shared/planted.ts', "import { v7 } from 'uuid'"],
      ['shared/planted.ts', "export type { Client } from '../renderer/api/client.ts'"],
    ],
  },
  {
    name: 'main imports itself, shared and packages',
    forbids: ({ from, to }) => under('main', from) && isOutside(to, 'main', 'shared'),
    planted: [
      ['main/core/planted.ts', "import type { Transport } from '../../renderer/api/transport.ts'"],
      ['main/core/planted.ts', "const it = await import('../../test/run.ts')"],
    ],
  },
  {
    name: 'renderer imports itself, shared and packages, and nothing of Node',
    forbids: ({ from, to }) =>
      under('renderer', from) &&
      !isConfig(from) &&
      (isOutside(to, 'renderer', 'shared') || to.startsWith('node:')),
    planted: [
      ['renderer/planted.ts', "import type { Core } from '../main/core/createCore.ts'"],
      ['renderer/planted.ts', "type Core = import('../main/core/createCore.ts').Core"],
      ['renderer/planted.tsx', "import { join } from 'path'"],
    ],
  },
  {
    name: 'electron only in main/shell/electron',
    forbids: ({ from, to }) =>
      (to === 'electron' || to.startsWith('@electron')) &&
      isProduct(from) &&
      !under('main/shell/electron', from),
    planted: [
      ['main/core/planted.ts', "import { app } from 'electron'"],
      ['main/shell/browser/planted.ts', "type App = import('electron').App"],
      ['renderer/planted.ts', "import type { IpcRenderer } from 'electron/renderer'"],
    ],
  },
  {
    name: 'better-sqlite3 only in main/db',
    forbids: ({ from, to }) =>
      (to === 'better-sqlite3' || to === 'node:sqlite') && isProduct(from) && !under('main/db', from),
    planted: [
      ['main/features/articles/planted.ts', "import Database from 'better-sqlite3'"],
      ['main/shell/planted.ts', "import type { Database } from 'better-sqlite3'"],
    ],
  },
  {
    name: 'the network only in the browser shell',
    forbids: ({ from, to }) => isProduct(from) && network.includes(to) && !under('main/shell/browser', from),
    planted: [
      ['main/core/planted.ts', "import { request } from 'node:https'"],
      ['main/shell/electron/planted.ts', "import dns from 'dns'"],
    ],
  },
  {
    name: 'the product does not import tests',
    forbids: ({ from, to }) => isProduct(from) && under('test', to),
    planted: [['shared/planted.ts', "import '../test/run.ts'"]],
  },
  {
    name: 'handlers → service → repository → db inside a feature',
    forbids: ({ from, to }) => {
      const own = featureOf(from)
      if (!own) return false
      const above = { handlers: ['repository'], service: ['handlers'], repository: ['service', 'handlers'] }[
        layerOf(from) ?? ''
      ]
      if (above?.includes(layerOf(to) ?? '')) return true
      if (!under('main/db', to)) return false
      return (
        layerOf(from) === 'handlers' || (layerOf(from) === 'service' && !(own.name in servicesOnDatabase))
      )
    },
    planted: [
      ['main/features/articles/handlers.ts', "import { createArticleRepository } from './repository.ts'"],
      ['main/features/articles/handlers.ts', "import type { Database } from '../../db/index.ts'"],
      ['main/features/articles/service.ts', "import type { Database } from '../../db/index.ts'"],
      ['main/features/articles/repository.ts', "import type { Articles } from './service.ts'"],
    ],
  },
  {
    name: 'a feature sees another through its index',
    forbids: ({ from, to }) => {
      const target = featureOf(to)
      return (
        target !== null &&
        target.rest !== 'index.ts' &&
        featureOf(from)?.name !== target.name &&
        isProduct(from)
      )
    },
    planted: [
      ['main/features/articles/planted.ts', "import type { Mentions } from '../mentions/service.ts'"],
      ['main/core/planted.ts', "import { articleHandlers } from '../features/articles/handlers.ts'"],
    ],
  },
  {
    name: 'db knows no feature, core and features know no shell',
    forbids: ({ from, to }) =>
      (under('main/db', from) && (under('main/features', to) || under('main/shell', to))) ||
      ((under('main/core', from) || under('main/features', from)) && under('main/shell', to)),
    planted: [
      ['main/db/planted.ts', "import { createArticles } from '../features/articles/index.ts'"],
      ['main/core/planted.ts', "import type { Answer } from '../shell/hostDispatch.ts'"],
    ],
  },
  {
    name: 'one shell does not see the other',
    forbids: ({ from, to }) =>
      (under('main/shell/electron', from) && under('main/shell/browser', to)) ||
      (under('main/shell/browser', from) && under('main/shell/electron', to)),
    planted: [['main/shell/electron/planted.ts', "import { startServer } from '../browser/server.ts'"]],
  },
]

/** Packages a file names that package.json does not. */
export const isUndeclared = ({ to }: Dependency, declared: ReadonlySet<string>): boolean =>
  isPackage(to) && !declared.has(to)
