/**
 * Escapes of WebAnno TSV, undone in one pass from left to right (a chain of replacements would read `\\n` as a line
 * end). Rules: the tool's own `Escaping` class, 3.0 and 3.1 with Java's, since 3.2 with a smaller set.
 */

const simple: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', b: '\b', '\\': '\\' }

const isControl = (sign: string): boolean => sign < ' '

/** A backslash before anything else is a backslash. */
const newText = (text: string): string =>
  text.replace(/\\([\s\S])/g, (all, sign: string) => simple[sign] ?? (isControl(sign) ? sign : all))

/** `\uXXXX` and octal too; a backslash before anything else is dropped. */
const javaText = (text: string): string =>
  text.replace(
    /\\(?:u+\+?([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|([\s\S]))/g,
    (_, hex: string | undefined, octal: string | undefined, sign: string | undefined) =>
      hex !== undefined
        ? String.fromCharCode(Number.parseInt(hex, 16))
        : octal !== undefined
          ? String.fromCharCode(Number.parseInt(octal, 8))
          : (simple[sign!] ?? sign!),
  )

/** Text of a `#Text=` or `#Sentence.id=` line; `minor` is the second number of the version. */
export const unescapeText = (text: string, minor: number): string =>
  text.includes('\\') ? (minor <= 1 ? javaText(text) : newText(text)) : text

/** A value of a cell, its suffix taken off. */
export const unescapeValue = (value: string): string =>
  value.includes('\\')
    ? value.replace(/\\(->|[[\]|_;*\\tn])/g, (_, it: string) => (it === 't' ? '\t' : it === 'n' ? '\n' : it))
    : value

/** Parts between separators that no backslash stands before. */
export const splitCell = (cell: string, separator: string): string[] => {
  if (!cell.includes(separator)) return [cell]
  const parts: string[] = []
  let start = 0
  for (let at = 0; at < cell.length; at += 1) {
    if (cell[at] === '\\') at += 1
    else if (cell[at] === separator) {
      parts.push(cell.slice(start, at))
      start = at + 1
    }
  }
  parts.push(cell.slice(start))
  return parts
}

/** A value and the numbers in brackets behind it: `PER[3]`, `1-1[2_0]`; brackets that are escaped belong to the value. */
export const splitSuffix = (cell: string): { value: string; numbers: readonly number[] } => {
  const found = /\[(\d{1,9})(?:_(\d{1,9}))?\]$/.exec(cell)
  if (!found || isEscaped(cell, found.index)) return { value: cell, numbers: [] }
  return {
    value: cell.slice(0, found.index),
    numbers: [found[1], found[2]].flatMap((it) => (it === undefined ? [] : [Number(it)])),
  }
}

/** `*->2-1`: the kind of link, the chain and the place in it; null where there is none. */
export const splitChain = (cell: string): { value: string; chain: number; link: number } | null => {
  const found = /->(\d{1,9})-(\d{1,9})$/.exec(cell)
  if (!found || isEscaped(cell, found.index)) return null
  return { value: cell.slice(0, found.index), chain: Number(found[1]), link: Number(found[2]) }
}

const isEscaped = (cell: string, at: number): boolean => {
  let backslashes = 0
  while (cell[at - 1 - backslashes] === '\\') backslashes += 1
  return backslashes % 2 === 1
}
