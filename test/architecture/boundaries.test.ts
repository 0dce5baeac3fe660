import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isUndeclared, rules } from './rules.ts'
import { cycles, dependencies, dependenciesOf, readSources } from './sources.ts'

const root = join(import.meta.dirname, '..', '..')
const sources = readSources(root, ['shared', 'main', 'renderer', 'test'])
const all = dependencies(sources)
const shown = (it: { from: string; to: string }): string => `${it.from} → ${it.to}`

/** Files that may be longer than 400 lines, and why. */
const longFiles: Readonly<Record<string, string>> = {}

it('reads the whole house', () => {
  expect(sources.size).toBeGreaterThan(100)
  expect(all.filter((it) => it.to === 'zod').length).toBeGreaterThan(10)
})

it('finds every way of naming a module', () => {
  const source = `
    import type { A } from './a.ts'
    import { type B } from './b.ts'
    import './c.css'
    export * from './d.ts'
    export type { E } from '@shared/e.ts'
    const f = await import('./f.ts')
    type G = import('./g.ts').G
    type H = typeof import('@scope/h/part')
    import fs from 'fs'
    // import './not.ts'
  `
  const found = dependenciesOf('main/x.ts', source).map((it) => it.to)
  const expected = ['main/a.ts', 'main/b.ts', 'main/c.css', 'main/d.ts', 'main/f.ts', 'main/g.ts']
  expect(found.toSorted()).toEqual([...expected, '@scope/h', 'node:fs', 'shared/e.ts'].toSorted())
})

describe.each(rules)('$name', ({ forbids, planted }) => {
  it('holds', () => {
    expect(all.filter(forbids).map(shown)).toEqual([])
  })

  it.each(planted)('catches %s: %s', (path, source) => {
    expect(dependenciesOf(path, source).filter(forbids)).toHaveLength(1)
  })
})

describe('imports in a circle', () => {
  it('do not exist', () => {
    expect(cycles(all)).toEqual([])
  })

  it('are caught, of types only and over several files too', () => {
    const planted = new Map([
      ['main/a.ts', "import type { B } from './b.ts'"],
      ['main/b.ts', "export type { C } from './c.ts'"],
      ['main/c.ts', "type A = import('./a.ts').A"],
      ['main/d.ts', "import './a.ts'"],
      ['main/e.ts', "import './e.ts'"],
    ])
    expect(cycles(dependencies(planted)).toSorted()).toEqual([
      ['main/a.ts', 'main/b.ts', 'main/c.ts'],
      ['main/e.ts'],
    ])
  })
})

describe('packages', () => {
  const { dependencies: runtime, devDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  const declared = new Set(Object.keys({ ...runtime, ...devDependencies }))

  it('are all declared', () => {
    expect(all.filter((it) => isUndeclared(it, declared)).map(shown)).toEqual([])
  })

  it('that are not declared are caught', () => {
    expect(
      dependenciesOf('main/x.ts', "import 'left-pad'").filter((it) => isUndeclared(it, declared)),
    ).toHaveLength(1)
  })

  it('only the native one travels unbundled', () => {
    expect(Object.keys(runtime)).toEqual(['better-sqlite3'])
  })
})

it('a file over 400 lines is a question to answer', () => {
  // Lists of texts are as long as the program has texts.
  const counted = [...sources].filter(([path]) => !path.startsWith('shared/messages/'))
  const long = counted.filter(([, source]) => source.split('\n').length > 401).map(([path]) => path)
  expect(long.filter((path) => !(path in longFiles))).toEqual([])
  expect(Object.keys(longFiles).filter((path) => !long.includes(path))).toEqual([])
})
