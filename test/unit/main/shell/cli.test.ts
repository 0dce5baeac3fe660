import { describe, expect, it, test } from 'vitest'
import { globalOptions } from '../../../../main/shell/cli/command.ts'
import { commands } from '../../../../main/shell/cli/commands/index.ts'
import { formatNamed, optionsByFormat, optionsOf } from '../../../../main/shell/cli/formatOptions.ts'
import { listedFormats } from '../../../../main/shell/cli/formats.ts'
import { commandHelp, formatHelp, programHelp } from '../../../../main/shell/cli/help.ts'
import { mergedMapping } from '../../../../main/shell/cli/intake.ts'
import { isCommandLine } from '../../../../main/shell/cli/isCommandLine.ts'
import { nearest } from '../../../../main/shell/cli/nearest.ts'
import { createOutput } from '../../../../main/shell/cli/output.ts'
import { plainJson, plainLine } from '../../../../main/shell/cli/plain.ts'
import { runCommandLine } from '../../../../main/shell/cli/run.ts'
import type { World } from '../../../../main/shell/cli/world.ts'
import type { JobState } from '../../../../shared/contract/jobs.ts'
import { languages } from '../../../../shared/messages/define.ts'
import type { ImportMapping } from '../../../../shared/model/importSet.ts'
import { documentSection, writesDocuments } from '../../../support/documentSection.ts'
import { silentWorld } from '../../../support/silentWorld.ts'

const english = { language: 'en', json: false, quiet: false } as const
const say = createOutput(silentWorld().world, english)

const run = async (args: readonly string[], more: Partial<World> = {}) => {
  const { world, said } = silentWorld(more)
  return { exit: await runCommandLine(args, world), ...said }
}

const fenced = (lines: readonly string[]): string => ['```text', ...lines, '```'].join('\n')

const render = (): string => {
  const parts = [fenced(programHelp(commands, 'ligature', say))]
  for (const it of commands) parts.push(`### ${it.name}`, fenced(commandHelp(it, 'ligature', say)))
  for (const of of ['read', 'written'] as const) {
    const withOptions = listedFormats[of].filter((it) => it.options.length > 0)
    parts.push(`### Options of formats that are ${of}`)
    parts.push(
      fenced(withOptions.flatMap((it, index) => [...(index > 0 ? [''] : []), ...formatHelp(it, say)])),
    )
  }
  return parts.join('\n\n')
}

test('docs/command-line.md says what --help says (LIGATURE_WRITE_DOCS=1 writes it)', () => {
  const section = documentSection('command-line.md', 'commands')
  if (writesDocuments) section.write(render())
  expect(section.read()).toBe(render())
})

describe('help', () => {
  it.each(languages)('has every text and no line wider than a terminal in %s', (language) => {
    const texts = createOutput(silentWorld().world, { ...english, language })
    const all = [
      ...programHelp(commands, 'ligature', texts),
      ...commands.flatMap((it) => commandHelp(it, 'ligature', texts)),
      ...[...listedFormats.read, ...listedFormats.written].flatMap((it) => formatHelp(it, texts)),
    ]
    expect(all.filter((it) => /\b(cli|format|exports)\.\w+\.\w+|\{\w+\}/.test(it))).toEqual([])
    // A text without spaces cannot be broken between words, nor a list of choices.
    const wide = all.filter((it) => it.length > 100 && /\S \S.* \S/.test(it.trim()) && language !== 'zh')
    expect(wide.filter((it) => !/^\s*(ligature )?\S+[ =]\S*\|/.test(it))).toEqual([])
  })

  it('is for the program, for a command, and for a format of it', async () => {
    for (const args of [[], ['--help'], ['-h']])
      expect(await run(args)).toMatchObject({ exit: 0, out: expect.stringContaining('Commands') })
    const own = await run(['export', '--help'])
    expect(own.out).toContain('ligature export --format <id>')
    for (const { id } of listedFormats.written) expect(own.out).toMatch(new RegExp(`^  ${id} `, 'm'))
    const conll = await run(['--language', 'de', 'export', '--help', '--format', 'conll'])
    expect(conll.out).toContain('scheme=bio|')
    expect(conll.out).toContain('BIO: Anfang, innen, außen')
    expect(await run(['export', '--help', '--format', 'conl'])).toMatchObject({
      exit: 2,
      err: expect.stringContaining('Did you mean conll?'),
    })
  })

  it('names each option once', () => {
    for (const { name, options } of commands) {
      const names = options.map((it) => it.name)
      expect(new Set(names).size, name).toBe(names.length)
    }
  })
})

describe('what is not understood', () => {
  const cases: [string[], RegExp][] = [
    [['exprot'], /no command “exprot”.*Did you mean export\?/],
    [['stats', '--jsno', 'p'], /no option --jsno.*Did you mean --json\?/],
    [['export', '--format'], /--format needs a value/],
    [['export', '--json=yes', 'p'], /--json needs a value, or takes none/],
    [['stats'], /stats \[options\] <project>/],
    [['stats', 'a', 'b'], /stats \[options\] <project>/],
    [['--language', 'fr', 'stats', 'p'], /“fr”/],
    [['export', 'p', 't'], /--format is needed/],
    [['export', '--format', 'conll', 'p'], /either a target or --losses/],
    [['export', '--format', 'conll', '--losses', 'p', 't'], /either a target or --losses/],
    [['export', '--format', 'conll', '--option', 'schema=bio', 'p', 't'], /Did you mean scheme\?/],
    [['export', '--format', 'conll', '--option', 'scheme', 'p', 't'], /key=value/],
    [['export', '--format', 'conll', '--option', 'scheme=x', 'p', 't'], /takes bio\|/],
    [['import', '--option', 'scheme.x=1', 'p', 'f'], /No format “scheme” is read/],
    [['import', '--option', 'nonsense=1', 'p', 'f'], /No format that is read has an option/],
    [['import', '--format', 'nope', 'p', 'f'], /No format “nope” is read/],
    [['convert', 'a', 'b'], /--to is needed/],
    [['release', 'list'], /release list <project>/],
    [['release', 'a', 'b'], /release \[options\]/],
  ]
  it.each(cases)('%j ends with 2 and says why', async (args, why) => {
    const { exit, out, err } = await run(args)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toMatch(why)
    expect(err.startsWith('ligature: ')).toBe(true)
  })

  it('is told in JSON too, and in the language asked for', async () => {
    const { out, err } = await run(['--language=de', 'stats', '--json', '--nope', 'p'])
    expect(JSON.parse(out)).toEqual({
      command: 'stats',
      exit: 2,
      error: { code: 'usage', message: 'Eine Option --nope gibt es hier nicht.' },
    })
    expect(err).toBe('ligature: Eine Option --nope gibt es hier nicht.\n')
  })

  it('has 3 for input that is not there, before anything is touched', async () => {
    for (const args of [
      ['check', 'p.ligature'],
      ['import', 'p.ligature', 'f'],
      ['import', '--map', 'm.json', 'p.ligature', '/'],
      ['convert', '--to', 'conll', 'f', 't'],
      ['release', 'diff', 'a', 'b'],
    ])
      expect(await run(args)).toMatchObject({ exit: 3, out: '' })
  })
})

describe('options of formats', () => {
  it('take values as their fields say', () => {
    const csv = formatNamed('written', 'csv', say)
    const toggles = csv.options.filter((it) => it.kind === 'toggle').map((it) => it.id)
    for (const [text, value] of [
      ['true', true],
      ['yes', true],
      ['off', false],
      ['0', false],
    ] as const)
      expect(optionsOf([`${toggles[0]}=${text}`], csv, say)).toEqual({ [toggles[0]!]: value })
    expect(() => optionsOf([`${toggles[0]}=maybe`], csv, say)).toThrow('true|false')
  })

  it('reach every format that has them, or the one named', () => {
    const all = optionsByFormat(['scheme=bio'], undefined, say)
    expect(all.conll).toEqual({ scheme: 'bio' })
    expect(optionsByFormat(['conll.scheme=bio'], undefined, say)).toEqual({ conll: { scheme: 'bio' } })
    expect(optionsByFormat(['scheme=bio'], 'conll', say)).toEqual({ conll: { scheme: 'bio' } })
    expect(optionsByFormat([], undefined, say)).toEqual({})
  })
})

describe('a mapping from a file', () => {
  const proposed: ImportMapping = {
    labels: [
      { of: 'entity', label: 'ORG', target: { to: 'new', name: 'Org', key: 'org', colour: 'blue' } },
      { of: 'relation', label: 'ORG', target: { to: 'none' } },
    ],
    annotators: [],
    unit: null,
    repair: false,
    suggestions: false,
    rejected: false,
    linkByName: false,
    matchEntities: true,
    existing: 'add',
  }

  it('replaces what it says and leaves the rest as proposed', () => {
    const given = {
      repair: true,
      labels: [{ of: 'entity', label: 'ORG', target: { to: 'new', name: 'Organisation' } }],
    }
    const merged = mergedMapping(proposed, given, say)
    expect(merged).toEqual({
      ...proposed,
      repair: true,
      labels: [
        {
          of: 'entity',
          label: 'ORG',
          target: { to: 'new', name: 'Organisation', key: 'org', colour: 'blue' },
        },
        proposed.labels[1],
      ],
    })
    expect(mergedMapping(proposed, {}, say)).toEqual(proposed)
  })

  it('names the place of what is wrong', () => {
    const wrong: [unknown, RegExp][] = [
      [{ existing: 'maybe' }, /At existing/],
      [{ repare: true }, /repare/],
      [{ labels: [{ of: 'x', label: 'ORG', target: { to: 'none' } }] }, /At labels\.0\.of/],
      [[], /mapping cannot be used/],
    ]
    for (const [given, why] of wrong) expect(() => mergedMapping(proposed, given, say)).toThrow(why)
  })
})

describe('what is said', () => {
  it('never commands a terminal', () => {
    expect(plainLine('a\u001b[31mb\u0007\r\nc\u009b\u202e\u0000')).toBe(
      'a\\x1b[31mb\\x07\\x0d\\x0ac\\x9b\\u202e\\x00',
    )
    expect(plainLine('京东 é 👩‍👩‍👧')).toBe('京东 é 👩‍👩‍👧')
    const value = { 'a\u001b': 'b\u009b31m\u2028\u007f' }
    expect(plainJson(value)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028]/)
    expect(JSON.parse(plainJson(value))).toEqual(value)
  })

  it('goes to stdout, or to stderr once stdout belongs to the data', () => {
    const { world, said } = silentWorld()
    const output = createOutput(world, english)
    output.line('one')
    output.leaveStdout()
    output.note('two')
    expect(said).toEqual({ out: 'one\n', err: 'two\n' })
  })

  it('has one line of progress on a terminal and none elsewhere', () => {
    const job: JobState = {
      ...{ id: 'x', kind: 'imports.prepare', state: 'running', done: 1, total: 2, startedAt: '' },
      note: 'a\u001b.txt',
    }
    const on = silentWorld({ columns: 30 })
    createOutput(on.world, english).progress(job)
    expect(on.said).toEqual({ out: '', err: 'Reading files  1/2  a\\x1b.txt' })
    for (const [choice, columns] of [
      [english, 0],
      [{ ...english, quiet: true }, 80],
    ] as const) {
      const off = silentWorld({ columns })
      createOutput(off.world, choice).progress(job)
      expect(off.said).toEqual({ out: '', err: '' })
    }
  })
})

it('finds the word that was probably meant', () => {
  const known = ['export', 'import', 'stats', 'ligature-jsonl']
  expect(nearest('exprot', known)).toBe('export')
  expect(nearest('STATS', known)).toBe('stats')
  expect(nearest('ligature', known)).toBe('ligature-jsonl')
  expect(nearest('release', known)).toBeNull()
  expect(nearest('x'.repeat(5000), known)).toBeNull()
})

it('tells commands from what a window is opened with', () => {
  for (const it of commands) expect(isCommandLine([it.name])).toBe(true)
  for (const { name } of globalOptions) expect(isCommandLine([`--${name}`])).toBe(true)
  expect(isCommandLine(['--language=de', 'stats'])).toBe(true)
  for (const args of [
    [],
    ['deals.ligature'],
    ['/a/b'],
    ['./stats'],
    ['C:\\stats'],
    ['--smoke'],
    ['--no-sandbox'],
    [''],
  ])
    expect(isCommandLine(args)).toBe(false)
})
