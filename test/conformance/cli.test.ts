import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../../main/db/index.ts'
import type { ExportReport } from '../../shared/contract/exports.ts'
import type { ImportReport } from '../../shared/contract/imports.ts'
import { bytesOf, commandLineIn } from '../support/commandLine.ts'
import { startTestCore } from '../support/core.ts'
import { fillFixture } from '../support/fixtureProject.ts'
import { freshProject } from '../support/interchange.ts'
import { recipeOf } from '../support/releases.ts'

/* The command line as a script calls it: real processes, real files. */

const folder = mkdtempSync(join(tmpdir(), 'ligature-cli-'))
const at = (...parts: string[]): string => join(folder, ...parts)
const { run, start } = commandLineIn(folder)
const sample = fileURLToPath(new URL('../../assets/sample/articles', import.meta.url))

/** Each test starts several processes, on a machine that may have other work; ms. */
const patience = 120_000

const contentOf = (path: string): string => (statSync(path).isFile() ? readFileSync(path, 'latin1') : '')

/** A copy of the fixture project under a name of its own. */
const project = (name: string): string => {
  cpSync(at('fixture', 'fixture.ligature'), at(name))
  return name
}

beforeAll(async () => {
  const made = freshProject(at('fixture'), 'fixture')
  fillFixture(made.db)
  made.close()
  const core = startTestCore(at('core'))
  cpSync(made.path, at('recipes.ligature'))
  await core.ask('projects.open', { path: at('recipes.ligature') })
  await core.ask('releases.saveRecipe', { name: 'Öffentlich', data: recipeOf({ card: { title: 'Deals' } }) })
  await core.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Counts {
  articles: number
  mentions: number
  relations: number
  drafts: number
}

const countsOf = (name: string): Counts => {
  const db = connect(at(name), { readOnly: true })
  const count = (table: string): number => db.value<number>(`SELECT count(*) FROM ${table}`)!
  const [articles, mentions] = [count('article'), count('mention')]
  const [relations, drafts] = [count('relation'), count('import_draft')]
  db.close()
  return { articles, mentions, relations, drafts }
}

describe('what only reads', () => {
  it(
    'leaves every byte of a project another program has open; what writes says who has it',
    async () => {
      project('held.ligature')
      const script = fileURLToPath(new URL('../support/holdProject.ts', import.meta.url))
      mkdirSync(at('home', 'locks'), { recursive: true })
      const holder = spawn(process.execPath, [script, at('held.ligature'), at('home', 'locks')])
      try {
        await once(holder.stdout, 'data')
        const held = bytesOf(at('held.ligature'))
        const [words, json, schema, sound, listed, tried, refused] = await Promise.all([
          run('stats', 'held.ligature'),
          run('stats', '--json', 'held.ligature'),
          run('schema', '--out', 'schema.json', 'held.ligature'),
          run('check', '--json', 'held.ligature'),
          run('release', 'list', '--json', 'held.ligature'),
          run('import', '--dry-run', 'held.ligature', sample),
          run('import', '--json', 'held.ligature', sample),
        ])
        expect(bytesOf(at('held.ligature'))).toEqual(held)
        for (const { exit, err } of [words, json, schema, sound, listed, tried])
          expect({ exit, err }).toEqual({ exit: 0, err: '' })
        const { articles } = countsOf('held.ligature')
        expect(words.out).toContain(`${articles} articles`)
        expect(json.json().result).toMatchObject({ articles })
        expect(JSON.parse(readFileSync(at('schema.json'), 'utf8'))).toHaveProperty('entityTypes')
        expect(sound.json().result).toEqual({ ok: true, findings: [] })
        expect(refused.json()).toMatchObject({ exit: 4, error: { code: 'project.locked' } })
        expect(refused.err).toContain('Ada on desk-3')
      } finally {
        holder.kill('SIGKILL')
      }
    },
    patience,
  )

  it(
    'finds what is wrong in a project',
    async () => {
      project('wrong.ligature')
      const db = connect(at('wrong.ligature'))
      db.exec("UPDATE fragment SET quote = 'x' WHERE id = (SELECT min(id) FROM fragment)")
      db.close()
      writeFileSync(at('text.ligature'), 'no project')
      const [wrong, text] = await Promise.all([
        run('--language', 'de', 'check', 'wrong.ligature'),
        run('check', '--json', 'text.ligature'),
      ])
      expect(wrong).toMatchObject({ exit: 1, err: '', out: expect.stringContaining('nennt „x“') })
      expect(text.json()).toMatchObject({ exit: 3, error: { code: 'project.not_a_project' } })
    },
    patience,
  )
})

describe('import', () => {
  it(
    'makes a project, takes articles in, and leaves out what is there',
    async () => {
      const name = 'neue artikel 新.ligature'
      const made = await run('import', '--new', '--json', name, sample)
      expect(made.json()).toMatchObject({
        exit: 0,
        result: { report: { imported: readdirSync(sample).length, left: [] } },
      })
      const again = await run('import', name, sample)
      expect(again).toMatchObject({ exit: 0, err: '', out: expect.stringContaining('the same text as') })
      expect(countsOf(name)).toMatchObject({ articles: readdirSync(sample).length, drafts: 0 })
    },
    patience,
  )

  it(
    'makes no type without consent, and tells which it needs',
    async () => {
      for (const it of ['refused', 'mapped', 'agreed']) project(`${it}.ligature`)
      writeFileSync(at('types.conll'), 'Angela B-ZORG\nMerkel I-ZORG\nsprach O\n. O\n')
      const labels = [{ of: 'entity', label: 'ZORG', target: { to: 'type', key: 'company' } }]
      writeFileSync(at('map.json'), JSON.stringify({ labels }))
      const before = countsOf('refused.ligature')
      const [refused, mapped, agreed] = await Promise.all([
        run('import', 'refused.ligature', 'types.conll'),
        run('import', '--json', '--map', 'map.json', 'mapped.ligature', 'types.conll'),
        run('import', '--create-types', 'agreed.ligature', 'types.conll'),
      ])
      expect(refused.exit).toBe(2)
      expect(refused.err).toMatch(/lacks 1 type: “ZORG”.*--create-types/)
      expect(countsOf('refused.ligature')).toEqual(before)
      const sets = [{ mentions: 1, newTypes: [] }]
      expect(mapped.json()).toMatchObject({ exit: 0, result: { report: { sets } } })
      expect(agreed).toMatchObject({ exit: 0, out: expect.stringContaining('New types: ZORG') })
      expect(countsOf('agreed.ligature').mentions).toBe(before.mentions + 1)
    },
    patience,
  )

  it(
    'takes the rest in where a part cannot be read, and nothing where nothing can',
    async () => {
      mkdirSync(at('mixed'))
      writeFileSync(at('mixed', 'good.txt'), 'A title\n\nA text about a company that buys another company.\n')
      const bad = join('mixed', 'bad\u001b[31m.zip')
      writeFileSync(at(bad), 'PK\u0003\u0004 broken')
      writeFileSync(at('-dash.txt'), 'A title\n\nA name that looks like an option.\n')
      const [partly, none, dashed] = await Promise.all([
        run('import', '--new', 'mixed.ligature', 'mixed'),
        run('import', '--json', '--new', 'none.ligature', bad),
        run('import', '--new', 'dashed.ligature', '--', '-dash.txt'),
      ])
      expect(partly).toMatchObject({ exit: 1, err: '', out: expect.stringContaining('1 article imported') })
      expect(partly.out).toContain('bad\\x1b[31m.zip')
      expect(none.json()).toMatchObject({ exit: 3, error: { code: 'import.unreadable' } })
      expect(partly.out + none.out + none.err).not.toContain('\u001b')
      expect(existsSync(at('none.ligature'))).toBe(false)
      expect(dashed).toMatchObject({ exit: 0, err: '' })
    },
    patience,
  )

  it(
    'leaves what waits in the project alone, unless it is told not to',
    async () => {
      project('waiting.ligature')
      const core = startTestCore(at('core'))
      await core.ask('projects.open', { path: at('waiting.ligature') })
      await core.job('imports.prepare', {
        items: [{ name: 'draft', text: 'Something that waits for a word.' }],
      })
      await core.close()
      writeFileSync(at('new.txt'), 'New\n\nSomething new about a deal between two companies.')
      const before = countsOf('waiting.ligature')
      const refused = await run('import', 'waiting.ligature', 'new.txt')
      expect(refused).toMatchObject({ exit: 4, err: expect.stringContaining('--discard-drafts') })
      expect(countsOf('waiting.ligature')).toEqual(before)
      expect((await run('import', '--discard-drafts', 'waiting.ligature', 'new.txt')).exit).toBe(0)
      expect(countsOf('waiting.ligature')).toEqual({ ...before, articles: before.articles + 1, drafts: 0 })
    },
    patience,
  )

  it(
    'leaves the project as it was when it is ended with Ctrl+C',
    async () => {
      mkdirSync(at('many'))
      for (let n = 0; n < 3000; n += 1)
        writeFileSync(
          at('many', `${n}.txt`),
          `Title ${n}\n\n${`Company ${n} buys company ${n + 1}. `.repeat(20)}`,
        )
      project('cancelled.ligature')
      const before = countsOf('cancelled.ligature')
      const { child, ended } = start('import', '--json', 'cancelled.ligature', 'many')
      while (!existsSync(at('cancelled.ligature-wal')) && child.exitCode === null)
        await new Promise((resolve) => setTimeout(resolve, 5))
      child.kill('SIGINT')
      // npm passes it on a second time.
      child.kill('SIGINT')
      const cancelled = await ended
      expect(cancelled.json()).toMatchObject({ exit: 130, error: { code: 'cancelled' } })
      expect(existsSync(at('cancelled.ligature-wal'))).toBe(false)
      expect(countsOf('cancelled.ligature')).toEqual(before)
      expect((await run('check', 'cancelled.ligature')).exit).toBe(0)
    },
    patience,
  )
})

describe('export and convert', () => {
  it(
    'writes what is asked for, and turns one format into another',
    async () => {
      project('source.ligature')
      const { articles } = countsOf('source.ligature')
      const formats = [
        ['brat', 'dataset-brat'],
        ['webanno-tsv', 'dataset-tsv'],
        ['ligature-jsonl', 'dataset.jsonl'],
      ] as const
      const all = ['--json', '--quiet', '--set-aside', '--suggestions', 'source.ligature']
      const written = await Promise.all(
        formats.map(([id, target]) => run('export', '--format', id, ...all, target)),
      )
      for (const it of written) {
        expect(it).toMatchObject({ exit: 0, err: '' })
        expect(it.json()).toMatchObject({ result: { report: { articles } } })
      }
      const converted = await Promise.all(
        formats.map(([, target], index) => {
          const [to] = formats[(index + 1) % formats.length]!
          return run('convert', '--json', '--quiet', '--to', to, target, `converted-${to}`)
        }),
      )
      for (const it of converted) {
        const { report, imported } = it.json<{ report: ExportReport; imported: ImportReport }>().result
        expect(report).toMatchObject({
          articles,
          mentions: imported.sets.reduce((sum, { mentions }) => sum + mentions, 0),
        })
        expect(existsSync(report.path)).toBe(true)
      }
    },
    patience,
  )

  it(
    'keeps to the scope, and replaces nothing unasked, the project never',
    async () => {
      project('scope.ligature')
      writeFileSync(at('there.jsonl'), 'mine')
      const before = bytesOf(at('scope.ligature'))
      const to = ['export', '--format', 'ligature-jsonl']
      const [done, wrong, there, over, nowhere] = await Promise.all([
        run(...to, '--losses', '--json', '--status', 'done', '--type', 'company', 'scope.ligature'),
        run(...to, '--losses', '--type', 'compnay', 'scope.ligature'),
        run(...to, 'scope.ligature', 'there.jsonl'),
        run(...to, '--overwrite', 'scope.ligature', './scope.ligature'),
        run(...to, 'scope.ligature', 'no/such/folder.jsonl'),
      ])
      const { report } = done.json<{ report: ExportReport }>().result
      expect(report.articles).toBeGreaterThan(0)
      expect(report.articles).toBeLessThan(countsOf('scope.ligature').articles)
      expect(wrong).toMatchObject({ exit: 2, err: expect.stringContaining('Did you mean company?') })
      expect([there.exit, over.exit, nowhere.exit]).toEqual([4, 4, 4])
      expect(readFileSync(at('there.jsonl'), 'utf8')).toBe('mine')
      expect(bytesOf(at('scope.ligature'))).toEqual(before)
    },
    patience,
  )

  it(
    'writes one file to stdout, and stands a reader that goes',
    async () => {
      project('stdout.ligature')
      const to = ['export', '--format', 'ligature-jsonl', 'stdout.ligature', '-']
      const gone = start(...to)
      gone.child.stdout!.destroy()
      const [{ exit, out, err }, left] = await Promise.all([run(...to), gone.ended])
      expect(exit).toBe(0)
      for (const line of out.trimEnd().split('\n')) JSON.parse(line)
      expect(err).toContain('Nothing is lost.')
      expect(left.exit).toBe(0)
    },
    patience,
  )
})

describe('release', () => {
  it(
    'is made of a recipe of the project or of a file, listed, checked and compared',
    async () => {
      expect((await run('release', '--quiet', 'recipes.ligature', 'Öffentlich', 'release-1')).exit).toBe(0)
      const before = bytesOf(at('recipes.ligature'))
      const recipe = join('release-1', 'recipe.json')
      const [listed, again, there] = await Promise.all([
        run('release', 'list', '--json', 'recipes.ligature'),
        run('release', '--json', 'recipes.ligature', recipe, 'release-2'),
        run('release', 'recipes.ligature', recipe, 'release-1'),
      ])
      expect(bytesOf(at('recipes.ligature'))).toEqual(before)
      const made = [{ path: at('release-1') }]
      expect(listed.json().result).toMatchObject({ recipes: [{ name: 'Öffentlich' }], made })
      expect(again.exit).toBe(0)
      expect(there.exit).toBe(4)
      for (const name of readdirSync(at('release-1'), { recursive: true, encoding: 'utf8' }))
        expect(contentOf(at('release-2', name)), name).toEqual(contentOf(at('release-1', name)))

      const [same, sound, unknown] = await Promise.all([
        run('release', 'diff', '--json', 'release-1', 'release-2'),
        run('check', 'release-1'),
        run('release', 'recipes.ligature', 'Öffentlihc', 'release-3'),
      ])
      expect(same.json()).toMatchObject({ exit: 0, result: { changes: [] } })
      expect(sound.exit).toBe(0)
      expect(unknown).toMatchObject({ exit: 2, err: expect.stringContaining('Did you mean Öffentlich?') })
      appendFileSync(at('release-2', 'README.md'), 'more')
      const changed = await run('check', '--json', 'release-2')
      expect(changed.json()).toMatchObject({
        exit: 1,
        result: { findings: [{ code: 'check.file_changed' }] },
      })
      expect(existsSync(at('release-3'))).toBe(false)
    },
    patience,
  )
})
