/** Ids of one document: those it came with where they are unique, else the next free number of the kind. */
export interface Ids {
  /** Keeps an id from being given to something else. */
  reserve(id: string): void
  /** The foreign id if it is one of this kind and still free, else a new one. */
  give(kind: string, foreign?: unknown): string
}

export const createIds = (): Ids => {
  const reserved = new Set<string>()
  const given = new Set<string>()
  const next = new Map<string, number>()
  return {
    reserve: (id) => void reserved.add(id),
    give: (kind, foreign) => {
      if (
        typeof foreign === 'string' &&
        foreign[0] === kind &&
        /^.\d{1,12}$/.test(foreign) &&
        !given.has(foreign)
      ) {
        given.add(foreign)
        return foreign
      }
      let number = next.get(kind) ?? 1
      while (reserved.has(`${kind}${number}`) || given.has(`${kind}${number}`)) number += 1
      next.set(kind, number + 1)
      const id = `${kind}${number}`
      given.add(id)
      return id
    },
  }
}
