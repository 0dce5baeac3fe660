import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { startTestCore, type TestCore } from '../../../support/core.ts'

let t: TestCore
beforeEach(() => {
  t = startTestCore()
  return () => t.close()
})

const app = () => t.ask('settings.get', { scope: 'app' })
const project = () => t.ask('settings.get', { scope: 'project' })

test('settings of the machine stay, null forgets them, and a broken file costs no work', async () => {
  expect(await app()).toEqual({})
  await t.ask('settings.set', { scope: 'app', key: 'theme', value: 'dark' })
  await t.ask('settings.set', { scope: 'app', key: '__proto__', value: { deep: [1, null] } })
  expect(JSON.parse(readFileSync(join(t.folder, 'settings.json'), 'utf8'))).toMatchObject({ theme: 'dark' })
  expect(t.events.at(-1)).toEqual({ event: 'refreshed', payload: { what: ['setting'] } })
  await t.ask('settings.set', { scope: 'app', key: 'theme', value: null })
  expect((await app()).theme).toBeUndefined()
  writeFileSync(join(t.folder, 'settings.json'), '{ half')
  expect(await app()).toEqual({})
  await t.ask('settings.set', { scope: 'app', key: 'language', value: 'zh' })
  expect(await app()).toEqual({ language: 'zh' })
})

test('settings of a project travel with it, are no step of its history, and hide its own marks', async () => {
  expect(await project()).toEqual({})
  const { path } = await t.ask('projects.create', { name: 'One' })
  await t.ask('settings.set', { scope: 'project', key: 'layout', value: { panels: [1, 2] } })
  await t.ask('settings.set', { scope: 'project', key: 'clean', value: 'mine' })
  expect(await project()).toEqual({ clean: 'mine', layout: { panels: [1, 2] } })
  expect((await t.ask('history.state', {})).undo).toBeNull()
  await t.ask('projects.create', { name: 'Two' })
  expect(await project()).toEqual({})
  await t.ask('projects.open', { path })
  expect(await project()).toEqual({ clean: 'mine', layout: { panels: [1, 2] } })
  await t.ask('settings.set', { scope: 'project', key: 'layout', value: null })
  expect(await project()).toEqual({ clean: 'mine' })
})
