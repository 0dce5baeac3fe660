import { commands } from './commands/index.ts'
import { type ExitCode, exitCodes } from './exitCodes.ts'
import { helpFor } from './help.ts'
import { createOutput } from './output.ts'
import { parseCommandLine, roughChoice, splitArguments } from './parse.ts'
import { Refusal } from './refusal.ts'
import type { World } from './world.ts'

/** Runs one command line to its end; `args` are without the program. Throws nothing. */
export const runCommandLine = async (args: readonly string[], world: World): Promise<ExitCode> => {
  let say = createOutput(world, roughChoice(args, world.language))
  const name = splitArguments(args).name ?? ''
  try {
    const { command, help, words, given, ...choice } = parseCommandLine(args, commands, world.language, say.t)
    say = createOutput(world, choice)
    if (help || command === null) {
      const lines = helpFor(command, commands, { given, say, world })
      for (const it of lines) say.line(it)
      say.ended(name, exitCodes.ok, { help: lines })
      return exitCodes.ok
    }
    const { exit, result } = await command.run({ words, given, say, world })
    say.ended(name, exit, result)
    return exit
  } catch (thrown) {
    const refusal =
      thrown instanceof Refusal
        ? thrown
        : new Refusal(
            exitCodes.internal,
            'internal',
            `${say.t('error.internal')} (${(thrown as Error).message})`,
          )
    say.failed(name, refusal.exit, refusal.code, refusal.message)
    return refusal.exit
  }
}
