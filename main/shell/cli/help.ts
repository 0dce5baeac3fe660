import type { Message } from '../../../shared/messages/define.ts'
import { messages } from '../../../shared/messages/index.ts'
import { type Call, type CliOption, type Command, globalOptions } from './command.ts'
import { exitCodes } from './exitCodes.ts'
import { formatNamed, takenBy } from './formatOptions.ts'
import { type ListedFormat, listedFormats } from './formats.ts'
import type { Output } from './output.ts'

/** Columns a line of help has at most. */
const width = 100

/** Breaks a text between words; text without spaces stays in one line. */
const wrapped = (text: string, indent: number): string[] => {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && indent + last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

type Row = readonly [left: string, right: string]

/** Two columns; what is too long for the left one gets a line of its own. */
const table = (rows: readonly Row[]): string[] => {
  const left = Math.min(30, Math.max(...rows.map(([it]) => it.length)))
  return rows.flatMap(([name, text]) => {
    const indent = left + 4
    const lines = wrapped(text, indent)
    const first = name.length > left ? [`  ${name}`] : [`  ${name.padEnd(left)}  ${lines.shift() ?? ''}`]
    return [...first, ...lines.map((it) => ' '.repeat(indent) + it)].map((it) => it.trimEnd())
  })
}

type Texts = Pick<Output, 't' | 'textOf'>

const optionRow =
  ({ t }: Texts) =>
  ({ name, takes, textKey }: CliOption): Row => [`--${name}${takes ? ` ${takes}` : ''}`, t(textKey)]

const hasText = (key: string): boolean => Object.hasOwn(messages as Record<string, Message>, key)

const formatRows = ({ options }: ListedFormat, { t, textOf }: Texts): Row[] =>
  options.flatMap((field): Row[] => {
    const initial =
      field.initial === '' ? '' : ` (${t('cli.help.initial', { value: String(field.initial) })})`
    const own: Row = [`${field.id}=${takenBy(field)}`, textOf(field.labelKey) + initial]
    const choices =
      field.kind === 'choice'
        ? field.choices
            .filter((it) => hasText(it.labelKey))
            .map(({ value, labelKey }): Row => [`  ${value}`, textOf(labelKey)])
        : []
    return [own, ...choices]
  })

/** What one format is and which options it has. */
export const formatHelp = (format: ListedFormat, texts: Texts): string[] => {
  const about = `${format.id}: ${format.name}. ${texts.textOf(format.textKey)}`
  const rows = formatRows(format, texts)
  if (rows.length === 0) return [...wrapped(about, 0), '', texts.t('cli.help.noOptions')]
  return [...wrapped(about, 0), '', ...table(rows)]
}

const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', heading, ...lines]

/** Everything about one command. */
export const commandHelp = (command: Command, program: string, texts: Texts): string[] => {
  const { t, textOf } = texts
  const own = command.options.map(optionRow(texts))
  const shared = globalOptions.filter((it) => !command.options.some(({ name }) => name === it.name))
  return [
    ...wrapped(t(command.textKey), 0),
    ...section(
      t('cli.help.usage'),
      command.forms.map((it) => `  ${program} ${it}`),
    ),
    ...section(t('cli.help.options'), table([...own, ...shared.map(optionRow(texts))])),
    ...command.formats.flatMap(({ of, chosenBy }) =>
      section(t(`cli.help.formats.${of}`, { option: chosenBy }), [
        ...table(listedFormats[of].map((it): Row => [it.id, `${it.name}. ${textOf(it.textKey)}`])),
      ]),
    ),
    ...section(
      t('cli.help.examples'),
      command.examples.map((it) => `  ${program} ${it}`),
    ),
  ]
}

/** What the program does without a window. */
export const programHelp = (commands: readonly Command[], program: string, texts: Texts): string[] => {
  const { t } = texts
  return [
    ...wrapped(t('cli.help.about'), 0),
    ...section(t('cli.help.usage'), [`  ${program} [--json] [--quiet] [--language <en|de|zh>] <command> …`]),
    ...section(t('cli.help.commands'), table(commands.map((it): Row => [it.name, t(it.textKey)]))),
    ...section(t('cli.help.options'), table(globalOptions.map(optionRow(texts)))),
    ...section(
      t('cli.help.exitCodes'),
      table(
        (Object.entries(exitCodes) as [keyof typeof exitCodes, number][]).map(
          ([name, code]): Row => [String(code), t(`cli.exit.${name}`)],
        ),
      ),
    ),
    '',
    t('cli.help.more', { program }),
  ]
}

/** Help for what was asked: all, one command, or one format of it. @throws Refusal for an unknown format */
export const helpFor = (
  command: Command | null,
  commands: readonly Command[],
  { given, say, world }: Omit<Call, 'words'>,
): string[] => {
  if (!command) return programHelp(commands, world.program, say)
  const chosen = command.formats.flatMap(({ of, chosenBy }) => {
    const id = given.text(chosenBy)
    return id === undefined ? [] : [formatHelp(formatNamed(of, id, say), say)]
  })
  if (chosen.length === 0) return commandHelp(command, world.program, say)
  return chosen.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))
}
