export interface Bucket {
  /** `2018-06`, `2018` or `2018-06-18`. */
  key: string
  count: number
}

/** More months than this are counted by year: a bar needs some pixels. */
const mostMonths = 72

const monthNumber = (key: string): number => Number(key.slice(0, 4)) * 12 + Number(key.slice(5, 7)) - 1
const monthKey = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`

/** Months in order without gaps, so that distance on the axis is distance in time; years where months are too many. */
export const timeline = (months: readonly Bucket[]): { unit: 'month' | 'year'; buckets: Bucket[] } => {
  if (months.length === 0) return { unit: 'month', buckets: [] }
  const counts = new Map(months.map((it) => [it.key, it.count]))
  const numbers = months.map((it) => monthNumber(it.key))
  const first = Math.min(...numbers)
  const last = Math.max(...numbers)
  if (last - first + 1 <= mostMonths) {
    const buckets = Array.from({ length: last - first + 1 }, (_, index) => {
      const key = monthKey(first + index)
      return { key, count: counts.get(key) ?? 0 }
    })
    return { unit: 'month', buckets }
  }
  const from = Math.floor(first / 12)
  const years = Array.from({ length: Math.floor(last / 12) - from + 1 }, (_, index) => ({
    key: String(from + index).padStart(4, '0'),
    count: 0,
  }))
  for (const { key, count } of months) years[Number(key.slice(0, 4)) - from]!.count += count
  return { unit: 'year', buckets: years }
}

/** Indices of the buckets that get a label under their bar: first, last, and some between, evenly. */
export const labelled = (count: number, most: number): number[] => {
  if (count === 0) return []
  if (count <= most) return Array.from({ length: count }, (_, index) => index)
  const step = (count - 1) / (most - 1)
  return Array.from({ length: most }, (_, index) => Math.round(index * step))
}
