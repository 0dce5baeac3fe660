import type { ErrorCode, Failure } from '../../shared/contract/reply.ts'

type Details = NonNullable<Failure['details']>

/** A failure the program expects and explains. Everything else that is thrown is a defect and becomes `internal`. */
export class LigatureError extends Error {
  readonly code: ErrorCode
  readonly details: Details | undefined
  constructor(code: ErrorCode, message: string, details?: Details) {
    super(message)
    this.name = 'LigatureError'
    this.code = code
    this.details = details
  }
}

export const notFound = (what: string, id: number | string): LigatureError =>
  new LigatureError('not_found', `There is no ${what} ${id} in this project (any more).`, { what, id })

const systemCodes: Record<string, { code: ErrorCode; sentence: string }> = {
  ENOSPC: {
    code: 'disk_full',
    sentence: 'The disk is full. Free some space and try again; nothing was lost.',
  },
  SQLITE_FULL: {
    code: 'disk_full',
    sentence: 'The disk is full. Free some space and try again; nothing was lost.',
  },
  EACCES: { code: 'io', sentence: 'Permission was denied. Check who may read and write there.' },
  EPERM: { code: 'io', sentence: 'Permission was denied. Check who may read and write there.' },
  EROFS: { code: 'io', sentence: 'The disk is read-only. Choose another place.' },
  ENOENT: { code: 'io', sentence: 'There is no such file or folder.' },
  EISDIR: { code: 'io', sentence: 'This is a folder; a file is needed.' },
  SQLITE_READONLY: { code: 'project.read_only', sentence: 'The project file is read-only.' },
  SQLITE_CORRUPT: {
    code: 'project.damaged',
    sentence: 'The project file is damaged. Open the latest backup.',
  },
  SQLITE_NOTADB: { code: 'project.not_a_project', sentence: 'The file is not a Ligature project.' },
  SQLITE_IOERR: { code: 'io', sentence: 'The disk reported an error. Check that it is still connected.' },
  SQLITE_CANTOPEN: {
    code: 'io',
    sentence: 'The file cannot be opened. Check the folder and who may read and write it.',
  },
  SQLITE_BUSY: { code: 'busy', sentence: 'The project is busy with a long write. Try again in a moment.' },
}

/** Turns anything thrown into data that may cross a process: code, sentence, details; never a stack. */
export const toFailure = (thrown: unknown): Failure => {
  if (thrown instanceof LigatureError) {
    return thrown.details
      ? { code: thrown.code, message: thrown.message, details: thrown.details }
      : { code: thrown.code, message: thrown.message }
  }
  const error = thrown as { code?: unknown; message?: unknown; path?: unknown }
  const code = typeof error?.code === 'string' ? error.code : ''
  const known = Object.entries(systemCodes).find(([prefix]) => code.startsWith(prefix))?.[1]
  if (known) {
    const path = typeof error.path === 'string' ? error.path : ''
    return {
      code: known.code,
      message: path ? `${path}: ${known.sentence}` : known.sentence,
      details: { path, system: code },
    }
  }
  return { code: 'internal', message: String(error?.message ?? thrown) }
}
