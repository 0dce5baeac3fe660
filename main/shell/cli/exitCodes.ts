import type { ErrorCode } from '../../../shared/contract/reply.ts'

/** What the process answers its caller with; docs/command-line.md. */
export const exitCodes = {
  ok: 0,
  /** Something is wrong with the data, something stayed out, or a loss was refused. */
  findings: 1,
  usage: 2,
  input: 3,
  cannotWrite: 4,
  /** A defect of the program. */
  internal: 5,
  cancelled: 130,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

const byFailure: Readonly<Record<ErrorCode, keyof typeof exitCodes>> = {
  invalid_input: 'usage',
  unknown_method: 'internal',
  no_project: 'internal',
  not_found: 'usage',
  conflict: 'cannotWrite',
  not_allowed: 'cannotWrite',
  busy: 'cannotWrite',
  cancelled: 'cancelled',
  io: 'input',
  disk_full: 'cannotWrite',
  'project.missing': 'input',
  'project.exists': 'cannotWrite',
  'project.not_a_project': 'input',
  'project.newer': 'input',
  'project.locked': 'cannotWrite',
  'project.damaged': 'input',
  'project.read_only': 'cannotWrite',
  'span.invalid': 'input',
  'import.unreadable': 'input',
  connection: 'internal',
  internal: 'internal',
}

const writes: readonly string[] = ['exports.run', 'releases.run', 'projects.create']

/** The exit code of a failure; a file that cannot be used is the target where the method writes one. */
export const exitCodeOf = (code: ErrorCode, method: string): ExitCode =>
  exitCodes[code === 'io' && writes.includes(method) ? 'cannotWrite' : byFailure[code]]
