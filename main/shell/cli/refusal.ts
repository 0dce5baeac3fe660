import type { MessageKey } from '../../../shared/messages/index.ts'
import { type ExitCode, exitCodes } from './exitCodes.ts'

/** An end that is explained in a sentence or a few lines; everything else that is thrown is a defect. */
export class Refusal extends Error {
  readonly exit: ExitCode
  /** An error code of the contract, or `usage`. */
  readonly code: string
  constructor(exit: ExitCode, code: string, message: string) {
    super(message)
    this.exit = exit
    this.code = code
  }
}

export const misuse = (message: string): Refusal => new Refusal(exitCodes.usage, 'usage', message)

/** A word nobody knows, with the one that was probably meant. */
export const unknown = (
  message: string,
  meant: string | null,
  t: (key: MessageKey, params: { meant: string }) => string,
): Refusal => misuse(meant === null ? message : `${message} ${t('cli.error.meant', { meant })}`)
