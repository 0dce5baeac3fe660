import type { MessageKey } from '../../../shared/messages/index.ts'
import type { ExitCode } from './exitCodes.ts'
import type { Output } from './output.ts'
import type { World } from './world.ts'

export interface CliOption {
  readonly name: string
  /** What it takes, as help shows it: `<id>`, `<key=value>`; absent for a switch. */
  readonly takes?: string
  readonly textKey: MessageKey
}

/** What was given on the command line, by names of options. */
export interface Given {
  /** The last value; undefined where there is none. */
  text(name: string): string | undefined
  /** All values; each may also be several, parted by commas, where `parted`. */
  list(name: string, parted?: 'parted'): string[]
  on(name: string): boolean
}

export interface Call {
  readonly words: readonly string[]
  readonly given: Given
  readonly say: Output
  readonly world: World
}

/** How a command ended, and what `--json` tells of it. */
export interface Ended {
  readonly exit: ExitCode
  readonly result: object
}

/** One command: everything its parsing, its help and its documentation are made of. */
export interface Command {
  readonly name: string
  /** What it does. */
  readonly textKey: MessageKey
  /** Ways to call it, without the program's name. */
  readonly forms: readonly string[]
  /** Fewest and most words beside the options. */
  readonly words: readonly [number, number]
  readonly options: readonly CliOption[]
  readonly examples: readonly string[]
  /** The formats its help lists, and the option whose value chooses one: `--help --<option> <id>` tells its options. */
  readonly formats: readonly { readonly of: 'read' | 'written'; readonly chosenBy: string }[]
  /** @throws Refusal */
  run(call: Call): Promise<Ended>
}

/** Options of every command, before or after its name. */
export const globalOptions: readonly CliOption[] = [
  { name: 'json', textKey: 'cli.option.json' },
  { name: 'quiet', textKey: 'cli.option.quiet' },
  { name: 'language', takes: '<en|de|zh>', textKey: 'cli.option.language' },
  { name: 'help', textKey: 'cli.option.help' },
]
