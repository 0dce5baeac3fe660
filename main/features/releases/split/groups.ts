/** Members joined with members joined with … : connected components. Indexes of `size` things, from 0. */
export const createGroups = (size: number) => {
  const parent = new Int32Array(size).map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (parent[root] !== root) root = parent[root]!
    for (let at = index; parent[at] !== root; ) {
      const next = parent[at]!
      parent[at] = root
      at = next
    }
    return root
  }
  return {
    /** The smaller index stays the root, so that groups are named alike however they came about. */
    join: (a: number, b: number): void => {
      const [one, other] = [rootOf(a), rootOf(b)]
      if (one < other) parent[other] = one
      else parent[one] = other
    },
    /** Every thing is in exactly one group; groups in order of their first members. */
    list: (): number[][] => {
      const groups = new Map<number, number[]>()
      for (let index = 0; index < size; index += 1) {
        const root = rootOf(index)
        const known = groups.get(root)
        if (known) known.push(index)
        else groups.set(root, [index])
      }
      return [...groups.values()]
    },
  }
}

/** Members of a class, of those classes that have several. */
export const classesOf = (
  count: number,
  keysOf: (index: number) => Iterable<string>,
): Map<string, number[]> => {
  const classes = new Map<string, number[]>()
  for (let index = 0; index < count; index += 1) {
    for (const key of keysOf(index)) {
      const known = classes.get(key)
      if (!known) classes.set(key, [index])
      else if (known.at(-1) !== index) known.push(index)
    }
  }
  for (const [key, members] of classes) if (members.length < 2) classes.delete(key)
  return classes
}
