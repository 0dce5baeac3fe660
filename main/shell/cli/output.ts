import type { JobState } from '../../../shared/contract/jobs.ts'
import type { Message, UiLanguage } from '../../../shared/messages/define.ts'
import { formatMessage, type MessageParams } from '../../../shared/messages/format.ts'
import { type MessageKey, messages } from '../../../shared/messages/index.ts'
import type { Notice } from '../../../shared/model/notice.ts'
import type { ExitCode } from './exitCodes.ts'
import { plainJson, plainLine } from './plain.ts'
import type { World } from './world.ts'

const all: Readonly<Record<string, Message>> = messages

export interface OutputChoice {
  readonly language: UiLanguage
  /** One JSON document on stdout, everything else on stderr. */
  readonly json: boolean
  /** Nothing but results and errors. */
  readonly quiet: boolean
}

/** Everything a command says. */
export interface Output extends OutputChoice {
  /** A text of the program. */
  t(key: MessageKey, params?: MessageParams): string
  /** The same with a key that comes from data; a key without a text is shown itself. */
  textOf(key: string, params?: MessageParams): string
  /** A remark on something named, in the program's language where it has the text, else as the core tells it. */
  noticeText(about: string, notice: Notice): string
  /** A line of the result; not with `--json`, whose document holds it. */
  line(text: string): void
  /** A line on the way to it; on stderr with `--json`. */
  note(text: string): void
  /** From now on stdout belongs to the data: lines go to stderr. */
  leaveStdout(): void
  /** Ends the command, with the result as JSON where that was asked for. */
  ended(command: string, exit: ExitCode, result: object): void
  /** Why it did not work, on stderr, and as JSON on stdout where that was asked for. */
  failed(command: string, exit: ExitCode, code: string, message: string): void
  progress(job: JobState): void
}

/** The beginning of a text that a line of so many columns holds. */
const fitted = (text: string, columns: number): string =>
  text.length < columns ? text : `${text.slice(0, Math.max(0, columns - 2)).toWellFormed()}…`

/** Where a remark of the core finds its text. */
const prefixes = ['import.notice.', '']

export const createOutput = (world: World, choice: OutputChoice): Output => {
  const { language, json, quiet } = choice
  let onTerminal = false
  let stdoutIsFree = !json
  const textOf: Output['textOf'] = (key, params) =>
    Object.hasOwn(all, key) ? formatMessage(all[key]!, language, params) : key
  const clear = (): void => {
    if (onTerminal) world.err('\r\u001b[2K')
    onTerminal = false
  }
  const print = (text: string): void => {
    clear()
    const line = `${plainLine(text)}\n`
    if (stdoutIsFree) world.out(line)
    else world.err(line)
  }
  return {
    ...choice,
    t: textOf,
    textOf,
    noticeText: (about, { code, message, params }) => {
      const key = prefixes.map((it) => it + code).find((it) => Object.hasOwn(all, it))
      const text = language === 'en' || key === undefined ? message : textOf(key, params)
      return about === '' || text.includes(about) ? text : `${about}: ${text}`
    },
    line: (text) => {
      if (!json) print(text)
    },
    note: (text) => {
      if (!quiet) print(text)
    },
    leaveStdout: () => {
      stdoutIsFree = false
    },
    ended: (command, exit, result) => {
      clear()
      if (json) world.out(`${plainJson({ command, exit, result })}\n`)
    },
    failed: (command, exit, code, message) => {
      clear()
      if (json) world.out(`${plainJson({ command, exit, error: { code, message } })}\n`)
      const [first = '', ...more] = message.split('\n')
      world.err(`${world.program}: ${plainLine(first)}\n`)
      for (const it of more) world.err(`${plainLine(it)}\n`)
    },
    progress: ({ kind, state, done, total, note }) => {
      if (quiet || world.columns === 0) return
      clear()
      if (state !== 'running') return
      const far = total > 0 ? `${done}/${total}` : done > 0 ? String(done) : ''
      const line = [textOf(`frame.job.${kind}`), far, plainLine(note)].filter((it) => it !== '').join('  ')
      world.err(fitted(line, world.columns))
      onTerminal = true
    },
  }
}
