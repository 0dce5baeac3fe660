import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, extname, join, posix, relative, sep } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

/** Code by path from the repository's root, with `/` on every platform. */
export type Sources = ReadonlyMap<string, string>

/** One import, re-export, dynamic import or import type. */
export interface Dependency {
  readonly from: string
  /** A path from the root for files of the repository, `node:…` for Node's own modules, else a package's name. */
  readonly to: string
}

const isCode = (name: string): boolean => ['.ts', '.tsx', '.mjs'].includes(extname(name))

export const readSources = (root: string, folders: readonly string[]): Map<string, string> => {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((it) => it.isFile() && isCode(it.name))
      .map((it) => join(it.parentPath, it.name)),
  )
  return new Map(files.map((file) => [relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8')]))
}

const resolve = (from: string, specifier: string): string => {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(dirname(from), specifier.split('?')[0]!))
  if (specifier.startsWith('@shared/')) return `shared/${specifier.slice('@shared/'.length)}`
  if (isBuiltin(specifier)) return specifier.startsWith('node:') ? specifier : `node:${specifier}`
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

/** Every module a file names, types included. */
export const dependenciesOf = (path: string, source: string): Dependency[] => {
  const { module, program, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`)
  const specifiers = module.staticImports.map((it) => it.moduleRequest.value)
  for (const exported of module.staticExports) {
    for (const { moduleRequest } of exported.entries) if (moduleRequest) specifiers.push(moduleRequest.value)
  }
  new Visitor({
    ImportExpression: ({ source: named }) => {
      if (named.type === 'Literal' && typeof named.value === 'string') specifiers.push(named.value)
    },
    TSImportType: ({ source: named }) => {
      specifiers.push(named.value)
    },
  }).visit(program)
  return [...new Set(specifiers)].map((it) => ({ from: path, to: resolve(path, it) }))
}

export const dependencies = (sources: Sources): Dependency[] =>
  [...sources].flatMap(([path, source]) => dependenciesOf(path, source))

/** Groups of files that import each other in a circle (strongly connected components, after Tarjan 1972). */
export const cycles = (edges: readonly Dependency[]): string[][] => {
  const next = Map.groupBy(edges, (it) => it.from)
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []
  const visit = (file: string): void => {
    order.set(file, order.size)
    low.set(file, order.get(file)!)
    stack.push(file)
    for (const { to } of next.get(file) ?? []) {
      if (!order.has(to)) visit(to)
      if (stack.includes(to)) low.set(file, Math.min(low.get(file)!, low.get(to)!))
    }
    if (low.get(file) !== order.get(file)) return
    const group = stack.splice(stack.indexOf(file))
    const alone = group.length === 1 && !next.get(file)?.some((it) => it.to === file)
    if (!alone) found.push(group.toSorted())
  }
  for (const file of next.keys()) if (!order.has(file)) visit(file)
  return found
}
