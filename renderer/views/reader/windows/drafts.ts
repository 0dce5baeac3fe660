/** What was typed into a little window before it was left: it opens with it again. Kept while the program runs. */
const drafts = new Map<string, unknown>()

export const draftOf = <T>(key: string, initial: T): T => (drafts.has(key) ? (drafts.get(key) as T) : initial)

export const keepDraft = (key: string, value: unknown): void => {
  drafts.set(key, value)
}

export const forgetDraft = (key: string): void => {
  drafts.delete(key)
}
