/** A line of a sentence, without what is written anew (Entity, white space). */
export interface Row {
  /** ID to DEPS: nine cells. */
  readonly cells: readonly string[]
  /** MISC pairs to keep. */
  readonly misc: readonly string[]
}

/** A piece of the text with the lines that stand for it: one, or a range and its words. UTF-16. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly rows: readonly Row[]
  /** Lines of empty nodes behind it. */
  readonly trailing: readonly Row[]
}

export interface Sentence {
  /** With their `#`; `# text` is written anew. */
  readonly comments: readonly string[]
  /** Lines of empty nodes before the first token. */
  readonly leading: readonly Row[]
  readonly tokens: readonly Token[]
}

export const plainRow = (id: number, form: string): Row => ({
  cells: [String(id), form, '_', '_', '_', '_', '_', '_', '_'],
  misc: [],
})

/** What a reader would take for white space between words. */
export const isBlank = (sign: string | undefined): boolean =>
  sign !== undefined && /^[\s\p{Cc}\u200b]$/u.test(sign)
