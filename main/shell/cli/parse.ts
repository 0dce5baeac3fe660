import { parseArgs } from 'node:util'
import { languages, type UiLanguage } from '../../../shared/messages/define.ts'
import { type CliOption, type Command, type Given, globalOptions } from './command.ts'
import { nearest } from './nearest.ts'
import type { Output, OutputChoice } from './output.ts'
import { misuse, unknown } from './refusal.ts'

export interface Parsed extends OutputChoice {
  readonly command: Command | null
  readonly help: boolean
  readonly words: readonly string[]
  readonly given: Given
}

interface Split {
  readonly head: readonly string[]
  readonly name: string | null
  readonly rest: readonly string[]
}

/** Parts what stands before the command's name from what stands behind it. */
export const splitArguments = (args: readonly string[]): Split => {
  const taking = globalOptions.filter((it) => it.takes).map((it) => `--${it.name}`)
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at]!
    if (taking.includes(arg)) at += 1
    else if (!arg.startsWith('-')) return { head: args.slice(0, at), name: arg, rest: args.slice(at + 1) }
  }
  return { head: args, name: null, rest: [] }
}

type Values = Readonly<Record<string, readonly (string | boolean)[]>>

const parseWith = (
  args: readonly string[],
  options: readonly CliOption[],
  t: Output['t'],
): { words: string[]; values: Values } => {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(
        options.map(({ name, takes }) => [
          name,
          {
            type: takes ? ('string' as const) : ('boolean' as const),
            multiple: true as const,
            ...(name === 'help' && { short: 'h' }),
          },
        ]),
      ),
    })
    return { words: positionals, values: values as Values }
  } catch (thrown) {
    const { code, message } = thrown as { code?: string; message: string }
    const option = /'(?:-\w, )?(--?[^' ]+)/.exec(message)?.[1] ?? ''
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
      throw unknown(
        t('cli.error.unknownOption', { option }),
        nearest(
          option,
          options.map((it) => `--${it.name}`),
        ),
        t,
      )
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw misuse(t('cli.error.optionValue', { option }))
    throw thrown
  }
}

const parted = (it: string): string[] =>
  it
    .split(',')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')

const givenIn = (values: Values): Given => {
  const list: Given['list'] = (name, how) => {
    const all = (values[name] ?? []).map(String)
    return how === 'parted' ? all.flatMap(parted) : all
  }
  return { text: (name) => list(name).at(-1), list, on: (name) => (values[name]?.length ?? 0) > 0 }
}

/** What `--language`, `--json` and `--quiet` say, however little of the rest is understood. */
export const roughChoice = (args: readonly string[], language: UiLanguage): OutputChoice => {
  const { head } = splitArguments(args)
  const at = head.lastIndexOf('--language')
  const named = at >= 0 ? head[at + 1] : head.findLast((it) => it.startsWith('--language='))?.slice(11)
  return {
    language: languages.find((it) => it === named) ?? language,
    json: args.includes('--json'),
    quiet: args.includes('--quiet'),
  }
}

const commandNamed = (name: string | null, commands: readonly Command[], t: Output['t']): Command | null => {
  if (name === null) return null
  const command = commands.find((it) => it.name === name)
  if (command) return command
  const known = commands.map((it) => it.name)
  throw unknown(t('cli.error.unknownCommand', { name, known: known.join(', ') }), nearest(name, known), t)
}

/** @throws Refusal of exit code 2 */
export const parseCommandLine = (
  args: readonly string[],
  commands: readonly Command[],
  system: UiLanguage,
  t: Output['t'],
): Parsed => {
  const { head, name, rest } = splitArguments(args)
  const before = givenIn(parseWith(head, globalOptions, t).values)
  const command = commandNamed(name, commands, t)
  const own = command?.options ?? []
  const isOwn = (option: string): boolean => own.some((it) => it.name === option)
  const shared = globalOptions.filter((it) => !isOwn(it.name))
  const { words, values } = parseWith(rest, [...own, ...shared], t)
  const given = givenIn(values)
  const switched = (option: string): boolean => before.on(option) || (!isOwn(option) && given.on(option))
  const named = (isOwn('language') ? undefined : given.text('language')) ?? before.text('language')
  const language = named === undefined ? system : languages.find((it) => it === named)
  if (language === undefined) throw misuse(t('cli.error.language', { language: named ?? '' }))
  const help = switched('help') || command === null
  if (command && !help && (words.length < command.words[0] || words.length > command.words[1]))
    throw misuse(t('cli.error.words', { command: command.name, form: command.forms.join(' · ') }))
  return { command, help, language, words, given, json: switched('json'), quiet: switched('quiet') }
}
