/** Front matter longer than this is none. */
const longestFrontMatter = 4 << 20

/** The YAML between the two `---` of a card; null where there is none. */
export const frontMatterText = (text: string): string | null => {
  const start = /^\uFEFF?---[ \t]*\r?\n/.exec(text)
  if (!start) return null
  const end = /\r?\n---[ \t]*(\r?\n|$)/.exec(text.slice(start[0].length - 1, longestFrontMatter))
  return end && text.slice(start[0].length, start[0].length - 1 + end.index)
}
