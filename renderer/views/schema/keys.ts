/** A key from a name: `Product or service` → `product_or_service`; empty when nothing of the name can stay. */
export const keyFrom = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/ß/g, 'ss')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{Ll}\p{Lo}\d]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60)

/** The key, or the key with the first number that makes it new. */
export const freeKey = (key: string, taken: readonly string[]): string => {
  if (!taken.includes(key)) return key
  for (let number = 2; ; number++) {
    const numbered = `${key.slice(0, 56)}_${number}`
    if (!taken.includes(numbered)) return numbered
  }
}
