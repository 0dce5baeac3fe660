/** Actions done in this window, newest first; the palette shows them first. */
let recent: string[] = []

export const rememberAction = (id: string): void => {
  recent = [id, ...recent.filter((it) => it !== id)].slice(0, 30)
}

/** 0 for the action done last, higher the longer ago; Infinity for one not done yet. */
export const recency = (id: string): number => {
  const at = recent.indexOf(id)
  return at < 0 ? Number.POSITIVE_INFINITY : at
}
