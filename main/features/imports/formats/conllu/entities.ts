/** One bracket of an `Entity=` cell (CorefUD 1.x). */
export interface Bracket {
  readonly opens: boolean
  readonly closes: boolean
  readonly eid: string
  /** `[2/3]` of a discontinuous mention; null for whole ones. */
  readonly part: readonly [number, number] | null
  /** By name, as `# global.Entity` lists them; those that are empty left out. */
  readonly fields: Readonly<Record<string, string>>
  readonly raw: string
}

export const defaultFields = ['eid', 'etype', 'head', 'other']

const idNames = new Set(['eid', 'GRP', 'id'])

/** The pieces of a cell: each ends behind `)` or before `(`. */
const pieces = (cell: string): string[] => {
  const result: string[] = []
  let from = 0
  for (let at = 0; at < cell.length; at += 1) {
    if (cell[at] === ')') {
      result.push(cell.slice(from, at + 1))
      from = at + 1
    } else if (cell[at] === '(' && at > from) {
      result.push(cell.slice(from, at))
      from = at
    }
  }
  if (from < cell.length) result.push(cell.slice(from))
  return result
}

const idAndPart = (text: string): Pick<Bracket, 'eid' | 'part'> => {
  const found = /^(.*)\[(\d{1,4})\/(\d{1,4})\]$/.exec(text)
  return found ? { eid: found[1]!, part: [Number(found[2]), Number(found[3])] } : { eid: text, part: null }
}

/** Brackets of a cell in their order. A piece that is none has neither `opens` nor `closes`. */
export const readBrackets = (cell: string, names: readonly string[]): Bracket[] =>
  pieces(cell).map((raw) => {
    const opens = raw.startsWith('(')
    const closes = raw.endsWith(')')
    const inner = raw.slice(opens ? 1 : 0, closes ? -1 : undefined)
    const idAt = Math.max(
      0,
      names.findIndex((it) => idNames.has(it)),
    )
    const parts = inner.split('-')
    // A closing bracket names the id alone, in older files with the fields before it.
    if (!opens) return { opens, closes, ...idAndPart(parts[idAt] ?? parts.at(-1)!), fields: {}, raw }
    const values = [...parts.slice(0, names.length - 1), parts.slice(names.length - 1).join('-')]
    const fields: Record<string, string> = {}
    names.forEach((name, index) => {
      if (index !== idAt && values[index]) fields[name] = values[index]!
    })
    return { opens, closes, ...idAndPart(parts[idAt] ?? ''), fields, raw }
  })
