export const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]

/** How many fields the records at the beginning of a text have; quoted ones may hold separators and line ends. */
export const fieldCounts = (text: string, separator: Separator, quoting: boolean, most = 200): number[] => {
  const counts: number[] = []
  let fields = 1
  let inQuotes = false
  let isFieldStart = true
  let isEmpty = true
  for (let at = 0; at < text.length && counts.length < most; at += 1) {
    const unit = text[at]!
    if (inQuotes) {
      if (unit === '"' && text[at + 1] === '"') at += 1
      else if (unit === '"') inQuotes = false
      continue
    }
    if (unit === '"' && isFieldStart && quoting) {
      inQuotes = true
      isEmpty = false
    } else if (unit === separator) {
      fields += 1
      isEmpty = false
    } else if (unit === '\n') {
      if (!isEmpty) counts.push(fields)
      fields = 1
      isEmpty = true
    } else if (unit !== '\r') isEmpty = false
    isFieldStart = unit === separator || unit === '\n'
  }
  // The last record may be cut off; a single one counts all the same.
  if (!isEmpty && !inQuotes && counts.length < 2) counts.push(fields)
  return counts
}

export interface Dialect {
  readonly separator: Separator
  /** Fields may be in quotes; in TAB files a quote is often nothing but a sign. */
  readonly quoting: boolean
  /** Fields of most records. */
  readonly columns: number
  /** Share of the records that have as many. */
  readonly share: number
}

/** The separator that gives most records the same number of fields, at least two; null where none does. */
export const sniffDialect = (text: string, only?: Separator): Dialect | null => {
  const candidates = (only ? [only] : separators).flatMap((separator) =>
    (separator === '\t' ? [true, false] : [true]).flatMap((quoting): Dialect[] => {
      const counts = fieldCounts(text, separator, quoting)
      const often = new Map<number, number>()
      for (const it of counts) if (it > 1) often.set(it, (often.get(it) ?? 0) + 1)
      const [best] = [...often].sort((a, b) => b[1] - a[1] || b[0] - a[0])
      return best ? [{ separator, quoting, columns: best[0], share: best[1] / counts.length }] : []
    }),
  )
  const ranked = candidates.sort((a, b) => b.share - a.share || b.columns - a.columns)
  return ranked[0] ?? null
}
