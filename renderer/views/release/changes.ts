import type { ReleaseChange } from '@shared/model/recipe.ts'

export type How = ReleaseChange['how']
export type What = ReleaseChange['what']

export const hows: readonly How[] = ['added', 'changed', 'removed']

/** The sign of a kind of change, told apart without colour. */
export const signs: Readonly<Record<How, string>> = { added: '+', changed: '~', removed: '−' }

export interface ChangeFilter {
  /** Words of the thing, its article, its fields. */
  text: string
  /** Empty = all. */
  hows: readonly How[]
  whats: readonly What[]
}

const textOfChange = (it: ReleaseChange): string =>
  [it.about, it.article, ...it.fields.flatMap(({ before, after }) => [before, after])]
    .join('\n')
    .toLowerCase()

/** The changes that pass, in their order. Every word typed must occur. */
export const filterChanges = (
  changes: readonly ReleaseChange[],
  { text, hows: wanted, whats }: ChangeFilter,
): ReleaseChange[] => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return changes.filter((it) => {
    if (wanted.length > 0 && !wanted.includes(it.how)) return false
    if (whats.length > 0 && !whats.includes(it.what)) return false
    if (words.length === 0) return true
    const all = textOfChange(it)
    return words.every((word) => all.includes(word))
  })
}
