import { afterAll, beforeAll, expect, it } from 'vitest'
import { languages } from '../../../../shared/messages/define.ts'
import { startTestCore, type TestCore } from '../../../support/core.ts'

let t: TestCore
beforeAll(() => {
  t = startTestCore()
})
afterAll(() => t.close())

it('a new project speaks the language of who makes it; its keys are the same in all', async () => {
  const schemas = []
  for (const language of languages) {
    await t.ask('projects.create', { name: `Deals ${language}`, language })
    schemas.push(await t.ask('schema.get', {}))
  }
  const [en, de, zh] = schemas.map((it) =>
    it.entityTypes.map(({ key, name, shortcut }) => ({ key, name, shortcut })),
  )
  expect(en![0]).toEqual({ key: 'company', name: 'Company', shortcut: '1' })
  expect(de![0]).toEqual({ key: 'company', name: 'Unternehmen', shortcut: '1' })
  expect(zh!.at(-1)).toEqual({ key: 'quantity', name: '数量', shortcut: '0' })
  for (const schema of schemas) {
    expect(schema.entityTypes.map((it) => it.key)).toEqual(schemas[0]!.entityTypes.map((it) => it.key))
    expect(new Set(schema.entityTypes.map((it) => it.shortcut)).size).toBe(schema.entityTypes.length)
    expect(schema.relationTypes.map((it) => it.key)).toEqual(schemas[0]!.relationTypes.map((it) => it.key))
    expect(schema.rules).toHaveLength(schemas[0]!.rules.length)
  }
})

it('a type in use is not removed, and says how often it is used', async () => {
  const { entityTypes } = await t.ask('schema.get', {})
  await t.ask('entities.create', { typeId: entityTypes[0]!.id, name: 'JD.com' })
  await expect(t.ask('schema.removeEntityType', { id: entityTypes[0]!.id })).rejects.toThrow(
    /not_allowed: .* used 1 times/,
  )
  await t.ask('schema.removeEntityType', { id: entityTypes[1]!.id })
  expect((await t.ask('schema.get', {})).rules.some((it) => it.sourceTypeId === entityTypes[1]!.id)).toBe(
    false,
  )
})
