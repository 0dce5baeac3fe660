import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Endpoint, findEndpoint } from '../../shared/contract/define.ts'
import { contract, hostContract } from '../../shared/contract/index.ts'
import { errorCode } from '../../shared/contract/reply.ts'
import { startTestCore, type TestCore } from '../support/core.ts'

/* What every endpoint promises, whatever it does. */

const endpointsOf = (of: Record<string, Record<string, Endpoint>>): [string, Endpoint][] =>
  Object.entries(of).flatMap(([namespace, methods]) =>
    Object.entries(methods).map(([name, it]): [string, Endpoint] => [`${namespace}.${name}`, it]),
  )
const own = endpointsOf(contract)
const all = [...own, ...endpointsOf(hostContract)]

let t: TestCore
const folder = mkdtempSync(join(tmpdir(), 'ligature-contract-'))

beforeAll(async () => {
  t = startTestCore()
  await t.ask('projects.create', { name: 'Contract' })
})
afterAll(async () => {
  await t.close()
  rmSync(folder, { recursive: true, force: true })
})

type Json = z.core.JSONSchema.BaseSchema

/** Values of the shape a JSON schema describes; constraints it cannot say are left to the schema itself. */
const valuesOf = (schema: Json, root: Json = schema): fc.Arbitrary<unknown> => {
  const of = (it: unknown): fc.Arbitrary<unknown> => valuesOf(it as Json, root)
  if (schema.$ref) return fc.constantFrom(null, 1, 'text', true)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map(of))
  switch (schema.type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.integer({
        min: Math.max(schema.minimum ?? 0, Number(schema.exclusiveMinimum ?? -1) + 1),
        max: 40,
      })
    case 'number':
      return fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((it) => (it === 0 ? 0 : it))
    case 'string':
      if (schema.format === 'date') return fc.constant('2018-06-18')
      if (schema.pattern?.includes('A-Z')) return fc.constant('USD')
      if (schema.pattern) return fc.constantFrom('2018', '2018-06', '2018-06-18', 'abc')
      return fc.string({
        unit: 'binary',
        minLength: schema.minLength ?? 0,
        maxLength: Math.min(schema.maxLength ?? 12, 12),
      })
    case 'array':
      return fc.array(of(schema.items), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, 3),
      })
    case 'object': {
      if (!schema.properties) return fc.constant({})
      const required = new Set(schema.required ?? [])
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties).map(([key, it]) => [
            key,
            // Never a place outside the test's own folder.
            key === 'path' ? fc.constant(join(folder, 'nothing here')) : of(it),
          ]),
        ),
        { requiredKeys: [...required] as never[] },
      )
    }
    default:
      return fc.constantFrom(null, 1, 'text')
  }
}

const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** Actions that leave the project, the machine or the test's patience. */
const notFuzzed = /^(projects\.(?!current|recent|update)|imports\.(prepare|commit|dataset)|exports\.run)/

describe.each(all)('%s', (_, endpoint) => {
  test('says in a sentence what it does', () => {
    expect(endpoint.doc).toMatch(/^[A-Z“].{10,}[.”)]$/)
  })

  test('is frozen, refuses what it does not know, and depends on something only if it asks', () => {
    expect(Object.isFrozen(endpoint)).toBe(true)
    expect(endpoint.input.safeParse({ surplus: 1 }).success).toBe(false)
    for (const value of [null, undefined, 1, 'x', []])
      expect(endpoint.input.safeParse(value).success).toBe(false)
    if (endpoint.kind !== 'query') expect(endpoint.reads).toEqual([])
  })

  test.each(['input', 'output'] as const)('its %s crosses as JSON and means the same', (side) => {
    const schema = endpoint[side]
    const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'throw' })
    let understood = 0
    fc.assert(
      fc.property(valuesOf(described), (value) => {
        const parsed = schema.safeParse(value)
        if (!parsed.success) return
        understood += 1
        const again = schema.parse(overTheWire(parsed.data))
        expect(overTheWire(again)).toEqual(overTheWire(parsed.data))
        expect(again).toEqual(parsed.data)
      }),
      { numRuns: 60 },
    )
    expect(understood).toBeGreaterThan(0)
  })
})

describe.each(own)('%s', (method, endpoint) => {
  test('refuses a surplus key as data', async () => {
    expect(await t.core.dispatch(method, { surplus: 1 })).toMatchObject({
      ok: false,
      error: { code: 'invalid_input', message: expect.stringContaining(method) },
    })
  })

  test.skipIf(notFuzzed.test(method))('answers anything of its shape, without a defect', async () => {
    const described = z.toJSONSchema(endpoint.input, { io: 'input' })
    await fc.assert(
      fc.asyncProperty(valuesOf(described), async (input) => {
        const reply = await t.core.dispatch(method, input)
        if (reply.ok) {
          expect(endpoint.output.parse(overTheWire(reply.value))).toEqual(reply.value)
        } else {
          expect(errorCode.options).toContain(reply.error.code)
          expect(['internal', 'unknown_method', 'no_project'], reply.error.message).not.toContain(
            reply.error.code,
          )
          expect(reply.error.message.length).toBeGreaterThan(10)
          expect(overTheWire(reply.error)).toEqual(reply.error)
        }
      }),
      { numRuns: 25 },
    )
  })
})

test('actions that were not fuzzed have handlers too', async () => {
  const path = join(folder, 'nothing here')
  const inputs: Record<string, unknown> = {
    'projects.open': { path },
    'projects.saveCopy': { path: 'relative' },
    'projects.forget': { path },
    'projects.check': {},
    'imports.prepare': { items: [{ path }] },
    'imports.commit': {},
    'imports.dataset': { path },
    'exports.run': { formatId: 'no such format', scope: { articles: {} }, options: {}, path },
    'projects.create': { name: 'Another' },
    'projects.openSample': {},
    'projects.close': {},
  }
  expect(Object.keys(inputs).sort()).toEqual(
    own
      .map(([it]) => it)
      .filter((it) => notFuzzed.test(it))
      .sort(),
  )
  for (const [method, input] of Object.entries(inputs)) {
    const reply = await t.core.dispatch(method, input)
    if (!reply.ok)
      expect(['internal', 'unknown_method', 'no_project'], method).not.toContain(reply.error.code)
  }
  expect(await t.core.dispatch('articles.facets', {})).toMatchObject({
    ok: false,
    error: { code: 'no_project' },
  })
  expect(await t.core.dispatch('projects.update', { name: 'x' })).toMatchObject({
    ok: false,
    error: { code: 'no_project' },
  })
})

test.each([
  'articles',
  'articles.',
  '.page',
  '',
  'articles.nothing',
  'nothing.page',
  'articles.page.more',
  'constructor.name',
  '__proto__.toString',
  'articles.__proto__',
  'articles.constructor',
  'toString.call',
  'articles.hasOwnProperty',
  'host.info',
])('"%s" is no method', async (method) => {
  expect(findEndpoint(contract, method)).toBeUndefined()
  expect(await t.core.dispatch(method, {})).toMatchObject({ ok: false, error: { code: 'unknown_method' } })
})

test('keys of prototypes in an input are refused like any other', async () => {
  for (const text of ['{"__proto__":{"x":1}}', '{"constructor":1}', '{"toString":1}']) {
    expect(await t.core.dispatch('articles.facets', JSON.parse(text))).toMatchObject({
      ok: false,
      error: { code: 'invalid_input' },
    })
  }
  expect(({} as { x?: number }).x).toBeUndefined()
})
