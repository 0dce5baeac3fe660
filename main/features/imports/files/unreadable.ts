import type { Notice } from '../reading/types.ts'

/** A file, or a part of one, that cannot be read: one clear line for the analyst. Never a defect of the program. */
export class Unreadable extends Error {
  readonly notice: Notice
  /** `code` chooses the text shown (`import.notice.<code>`), `message` is the English sentence with place and remedy. */
  constructor(code: string, message: string, params?: Record<string, string | number>) {
    super(message)
    this.name = 'Unreadable'
    this.notice = { code, message, ...(params && { params }) }
  }
  static of({ code, message, params }: Notice): Unreadable {
    return new Unreadable(code, message, params)
  }
}
