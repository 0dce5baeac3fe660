import { globalOptions } from './command.ts'

/**
 * Whether arguments are meant for the command line rather than for the window: they begin with a plain word or with an
 * option of all commands. A project to open has an ending, and the options of a browser have other names.
 */
export const isCommandLine = ([first = '']: readonly string[]): boolean =>
  /^[a-z]+$/.test(first) ||
  first === '-h' ||
  globalOptions.some((it) => first.split('=')[0] === `--${it.name}`)
