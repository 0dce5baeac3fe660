/**
 * What a table says of a word of a file; undefined for words it does not have, and so also for those that every object
 * answers to (`constructor`, `__proto__`).
 */
export const entryOf = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined
