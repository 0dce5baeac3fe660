/** A key for a type made from a label: lower-case letters, digits and underscores, not among those taken. */
export const uniqueKey = (label: string, taken: ReadonlySet<string>): string => {
  const base =
    label
      .normalize('NFC')
      .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1_$2')
      .toLowerCase()
      .replace(/[^\p{Ll}\p{Lo}\d]+/gu, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 50)
      .toWellFormed()
      .replace(/\uFFFD$/u, '') || 'type'
  if (!taken.has(base)) return base
  for (let number = 2; ; number += 1) if (!taken.has(`${base}_${number}`)) return `${base}_${number}`
}
