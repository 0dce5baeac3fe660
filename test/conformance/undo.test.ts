import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../main/db/index.ts'
import { type JournalledTable, journalledTables } from '../../shared/contract/define.ts'
import { contract } from '../../shared/contract/index.ts'
import { type CommandName, commandNames, commands, createPicker } from '../support/commands.ts'
import { startTestCore, type TestCore } from '../support/core.ts'
import { recipeOf } from '../support/releases.ts'
import { derivedFaults, journalledRows, lookInto, textIndexFaults } from '../support/tables.ts'
import { importTexts, startWorkbench } from '../support/workedProject.ts'

/*
 * The promise of the journal: whatever was done, in whatever order, taking it back gives the project before, byte for
 * byte, and bringing it again the project after. Checked against a model that knows only which rows stood there after
 * each step.
 */

type Rows = Record<JournalledTable, string>
/** One move of a walk; `seeds` decide what a command is about. */
type Move = { kind: CommandName | 'undo' | 'redo' | 'goTo' | 'reopen'; seeds: number[] }

let t: TestCore
let db: Database
let path: string
let dataset: string
const folder = mkdtempSync(join(tmpdir(), 'ligature-undo-'))

/** Rows after each step that can be reached, by its number; 0 is the beginning. */
const known = new Map<number, Rows>()
/** Steps done and undone, oldest first, as the history must have them. */
let done: number[] = []
let undone: number[] = []

const here = (): number => done.at(-1) ?? 0

const checkRows = (wanted: Rows, what: string): void => {
  const found = journalledRows(db)
  for (const table of journalledTables) expect(found[table], `${what}: ${table}`).toBe(wanted[table])
  expect(derivedFaults(db), what).toEqual([])
}

const checkHistory = async (): Promise<void> => {
  const state = await t.ask('history.state', {})
  expect([state.undo?.seq ?? 0, state.redo?.seq ?? 0]).toEqual([here(), undone[0] ?? 0])
}

/** Every table whose rows changed was named in the event of the change. */
const checkEvents = (before: Rows, after: Rows, from: number): void => {
  const named = new Set(
    t.events.slice(from).flatMap((it) => (it.event === 'changed' ? Object.keys(it.payload.touched) : [])),
  )
  for (const table of journalledTables)
    if (before[table] !== after[table]) expect([...named]).toContain(table)
}

/** Takes a new step (or one merged into the latest) into the model. */
const learn = async (before: Rows, events: number): Promise<void> => {
  const { undo } = await t.ask('history.state', {})
  const after = journalledRows(db)
  checkEvents(before, after, events)
  const seq = undo?.seq ?? 0
  if (seq !== here()) {
    done.push(seq)
    undone = []
  } else if (undone.length > 0) expect(after).toEqual(before)
  known.set(seq, after)
  expect(derivedFaults(db)).toEqual([])
  await checkHistory()
}

const run = async (name: CommandName, seeds: readonly number[]): Promise<boolean> => {
  const before = journalledRows(db)
  const events = t.events.length
  const input = commands[name](createPicker(db, seeds))
  const reply = await t.core.dispatch(name, input)
  if (!reply.ok) {
    // A refusal is one the program explains, never a defect that came to light.
    expect(reply.error.code, `${name} ${JSON.stringify(input)}: ${reply.error.message}`).not.toBe('internal')
    checkRows(before, `${name} refused`)
    expect(t.events.length).toBe(events)
    await checkHistory()
    return false
  }
  await learn(before, events)
  return journalledTables.some((table) => known.get(here())![table] !== before[table])
}

const undo = async (): Promise<boolean> => {
  const step = await t.ask('history.undo', {})
  expect(step?.seq).toBe(done.at(-1))
  if (!step) return false
  undone.unshift(done.pop()!)
  checkRows(known.get(here())!, `undo of ${step.code}`)
  return true
}

const redo = async (): Promise<boolean> => {
  const step = await t.ask('history.redo', {})
  expect(step?.seq).toBe(undone[0])
  if (!step) return false
  done.push(undone.shift()!)
  checkRows(known.get(here())!, `redo of ${step.code}`)
  return true
}

const goTo = async (seed: number): Promise<void> => {
  const all = [0, ...done, ...undone]
  const seq = all[seed % all.length]!
  await t.ask('history.goTo', { seq })
  const steps = [...done, ...undone]
  done = steps.filter((it) => it <= seq)
  undone = steps.filter((it) => it > seq)
  checkRows(known.get(seq)!, 'goTo')
}

const reopen = async (): Promise<void> => {
  db.close()
  await t.ask('projects.close', {})
  expect(statSync(`${path}-wal`, { throwIfNoEntry: false })).toBeUndefined()
  await t.ask('projects.open', { path })
  db = lookInto(path)
  checkRows(known.get(here())!, 'reopen')
}

const move = async ({ kind, seeds }: Move): Promise<void> => {
  if (kind === 'undo') await undo()
  else if (kind === 'redo') await redo()
  else if (kind === 'goTo') await goTo(seeds[0]!)
  else if (kind === 'reopen') await reopen()
  else await run(kind, seeds)
  await checkHistory()
}

/** All the way back and all the way forth, looking at every step. */
const backAndForth = async (): Promise<void> => {
  while (await undo());
  expect(done).toEqual([])
  while (await redo());
  expect(undone).toEqual([])
}

/** The beginning of a walk: the project as it came out of `beforeAll`. */
const rewind = async (): Promise<void> => {
  while (await undo());
  undone = []
  await t.ask('projects.update', { name: 'a fresh branch' })
  done = [(await t.ask('history.state', {})).undo!.seq]
  known.set(done[0]!, journalledRows(db))
}

/** Starts the history of what is open now: nothing before it is looked at again. */
const begin = async (): Promise<void> => {
  known.clear()
  undone = []
  for (let seq = (await t.ask('history.state', {})).undo; seq; ) {
    await t.ask('history.undo', {})
    seq = (await t.ask('history.state', {})).undo
  }
  known.set(0, journalledRows(db))
  done = []
  for (;;) {
    const step = await t.ask('history.redo', {})
    if (!step) break
    done.push(step.seq)
    known.set(step.seq, journalledRows(db))
  }
}

beforeAll(async () => {
  t = startTestCore()
  dataset = join(folder, 'sample.jsonl')
  await t.ask('projects.openSample', { reset: false })
  await t.job('exports.run', {
    formatId: 'ligature-jsonl',
    scope: { articles: {}, setAside: true, suggestions: true },
    options: {},
    path: dataset,
  })
  const bench = await startWorkbench(t, 'Walk')
  path = (await t.ask('projects.current', {}))!.path
  db = lookInto(path)
  await begin()
  // Something of everything, so that short walks already meet cascades.
  const entities: number[] = []
  for (const [name, alias] of [
    ['Google', '谷歌'],
    ['JD.com', '京东'],
    ['Tencent', '腾讯'],
  ] as const) {
    const { id } = await t.ask('entities.create', {
      typeId: bench.type.company!,
      name,
      aliases: [{ text: alias, language: 'zh' }],
    })
    entities.push(id)
    await t.ask('entities.addOutsideId', { entityId: id, scheme: 'wikidata', value: `Q${id}` })
  }
  const tag = (article: 'de' | 'zh', quote: string, entityId?: number, type = 'company') =>
    t.ask('mentions.create', {
      articleId: bench.articles[article],
      typeId: bench.type[type]!,
      fragments: [bench.span(article, quote)],
      ...(entityId ? { entityId } : {}),
    })
  const google = await tag('de', 'Google', entities[0])
  const jd = await tag('de', 'JD.com', entities[1])
  await tag('de', '550 Millionen Dollar', undefined, 'money')
  await tag('zh', '京东', entities[1])
  await tag('zh', '腾讯', entities[2])
  await tag('zh', '腾讯控股有限公司')
  await t.ask('relations.state', {
    typeId: bench.relationType.invests_in!,
    sourceId: entities[0]!,
    targetId: entities[1]!,
    evidence: {
      articleId: bench.articles.de,
      span: bench.span('de', 'Google investiert 550 Millionen Dollar in JD.com'),
      sourceMentionId: google.id,
      targetMentionId: jd.id,
    },
  })
  await t.ask('relations.state', {
    typeId: bench.relationType.partners_with!,
    sourceId: entities[1]!,
    targetId: entities[2]!,
    evidence: { articleId: bench.articles.zh, span: bench.span('zh', '京东和腾讯合作') },
  })
  await t.ask('network.moveNodes', {
    nodes: entities.map((entityId, x) => ({ entityId, x, y: 1, pinned: false })),
    by: 'layout',
  })
  await t.ask('releases.saveRecipe', { name: 'Recipe', data: recipeOf() })
  await begin()
})
afterAll(async () => {
  db.close()
  await t.close()
  rmSync(folder, { recursive: true, force: true })
})

test('every command of the contract has a generator', () => {
  const methods = Object.entries(contract).flatMap(([namespace, endpoints]) =>
    Object.entries(endpoints)
      .filter(([, it]) => it.kind === 'command')
      .map(([name]) => `${namespace}.${name}`),
  )
  expect([...commandNames].sort()).toEqual(methods.sort())
})

test.each(commandNames)('%s: undone is before, redone is after', async (name) => {
  let seed = 0
  let changed = false
  for (; !changed && seed < 400; seed += 1) changed = await run(name, [seed * 31, seed * 17 + 3, seed])
  expect(changed, 'one of 400 inputs changes something').toBe(true)
  await undo()
  await redo()
  await undo()
})

test('any walk of commands, undo, redo, jumps and reopening', { timeout: 120_000 }, async () => {
  const seeds = fc.array(fc.nat(), { minLength: 6, maxLength: 6 })
  const moves = fc.array(
    fc.record({
      kind: fc.oneof(
        { weight: 24, arbitrary: fc.constantFrom(...commandNames) },
        { weight: 5, arbitrary: fc.constant('undo' as const) },
        { weight: 3, arbitrary: fc.constant('redo' as const) },
        { weight: 1, arbitrary: fc.constant('goTo' as const) },
        { weight: 1, arbitrary: fc.constant('reopen' as const) },
      ),
      seeds,
    }),
    { minLength: 5, maxLength: 40 },
  )
  const base = known.get(0)!
  await fc.assert(
    fc.asyncProperty(moves, async (walk) => {
      await rewind()
      for (const it of walk) await move(it)
      await backAndForth()
    }),
    { numRuns: 40, endOnFailure: true },
  )
  while (await undo());
  checkRows(base, 'the beginning')
  expect(textIndexFaults(db)).toEqual([])
})

test('imports of drafts and of a dataset are steps like any other', { timeout: 60_000 }, async () => {
  await rewind()
  let before = journalledRows(db)
  let events = t.events.length
  const ids = await importTexts(t, [
    { name: 'one.txt', text: 'JD.com opens a store in Paris.\nGoogle follows in 2019.' },
    { name: 'two.txt', text: '京东在巴黎开店🛒。' },
  ])
  expect(ids).toHaveLength(2)
  await learn(before, events)
  for (let seed = 0; seed < 25; seed += 1) await run('mentions.create', [seed, seed * 5, seed * 11 + 1])
  before = journalledRows(db)
  events = t.events.length
  const { result } = await t.job('imports.dataset', { path: dataset })
  expect(result).toMatchObject({ articles: 18, left: [] })
  await learn(before, events)
  for (const [at, name] of ['articles.remove', 'entities.remove', 'relations.update'].entries())
    for (let seed = 0; seed < 4; seed += 1)
      await run(name as CommandName, [seed + at, seed * 3 + 1, seed * 7])
  await backAndForth()
  await goTo(0)
  await reopen()
  while (await redo());
  expect(textIndexFaults(db)).toEqual([])
})

test('a dataset taken into an empty project, schema and all, can be taken back', async () => {
  db.close()
  await t.ask('projects.create', { name: 'Empty' })
  path = (await t.ask('projects.current', {}))!.path
  db = lookInto(path)
  await begin()
  const before = journalledRows(db)
  const events = t.events.length
  await t.job('imports.dataset', { path: dataset })
  await learn(before, events)
  await backAndForth()
  await undo()
  checkRows(before, 'the empty project')
})
