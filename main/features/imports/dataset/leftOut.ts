/** A row that did not come in: its line and uid, and why. */
export type LeftOut = { name: string; reason: string }

/** A row that was left out, and how many rows hang on it and stay out too. */
export interface Skipped {
  readonly name: string
  readonly reason: string
  hanging: number
}

/** Rows listed one by one; of the others only the number is told. */
const listed = 1000

export const createLeftOut = () => {
  const rows: Skipped[] = []
  let more = 0
  return {
    add: (name: string, reason: string): Skipped => {
      const skipped = { name, reason, hanging: 0 }
      if (rows.length < listed) rows.push(skipped)
      else more += 1
      return skipped
    },
    list: (): LeftOut[] => {
      const list = rows.map(({ name, reason, hanging }) => ({
        name,
        reason: hanging === 0 ? reason : `${reason}; ${hanging} rows that hang on it were left out too`,
      }))
      return more === 0 ? list : [...list, { name: `… ${more} more`, reason: 'not listed one by one' }]
    },
  }
}
