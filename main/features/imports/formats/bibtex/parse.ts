export interface BibEntry {
  /** Lower case: `article`, `online` … */
  readonly type: string
  readonly key: string
  /** Raw values (with their LaTeX) by name in lower case. */
  readonly fields: ReadonlyMap<string, string>
  /** Line it begins in, from 1. */
  readonly line: number
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const deepestBraces = 100

/**
 * The entries of a BibTeX or BibLaTeX file: `@type{key, name = value, …}` with braces or parentheses; values in braces or
 * quotes, numbers and `@string` names, joined by `#`. What stands between entries is comment. `broken` hears of an entry
 * that does not close; reading goes on with the next `@` at the beginning of a line.
 */
export function* parseBibtex(text: string, broken: (line: number) => void): Generator<BibEntry> {
  const strings = new Map<string, string>(months.map((it) => [it, it]))
  let at = 0
  let line = 1
  let counted = 0
  const lineAt = (to: number): number => {
    for (; counted < to; counted += 1) if (text.charCodeAt(counted) === 10) line += 1
    return line
  }
  const blanks = (): void => {
    for (;;) {
      while (at < text.length && /\s/.test(text[at]!)) at += 1
      if (text[at] !== '%') return
      const end = text.indexOf('\n', at)
      at = end < 0 ? text.length : end
    }
  }
  /** Content between the delimiters; null where they do not close. */
  const delimited = (): string | null => {
    const isQuoted = text[at] === '"'
    const start = ++at
    for (let depth = isQuoted ? 0 : 1; at < text.length; at += 1) {
      const unit = text[at]!
      if (unit === '\\') at += 1
      else if (unit === '{') depth += 1
      else if (unit === '}') depth -= 1
      if (depth > deepestBraces || depth < 0) return null
      // The next entry at the beginning of a line: this value never closed.
      if (unit === '@' && text[at - 1] === '\n' && /^@[a-z]{3,20}\s?[{(]/i.test(text.slice(at, at + 24)))
        return null
      if ((isQuoted && unit === '"' && depth === 0) || (!isQuoted && depth === 0))
        return text.slice(start, at++)
    }
    return null
  }
  const value = (): string | null => {
    let whole = ''
    for (;;) {
      blanks()
      if (text[at] === '{' || text[at] === '"') {
        const piece = delimited()
        if (piece === null) return null
        whole += piece
      } else {
        const word = /^[^\s,#{}()"=%]{1,200}/.exec(text.slice(at, at + 200))?.[0]
        if (word === undefined) return null
        at += word.length
        whole += /^\d+$/.test(word) ? word : (strings.get(word.toLowerCase()) ?? word)
      }
      blanks()
      if (text[at] !== '#') return whole
      at += 1
    }
  }
  const fields = (): Map<string, string> | null => {
    const found = new Map<string, string>()
    for (;;) {
      blanks()
      if (text[at] === '}' || text[at] === ')') {
        at += 1
        return found
      }
      if (text[at] === ',') {
        at += 1
        continue
      }
      const name = /^[^\s,=#{}()"%]{1,100}/.exec(text.slice(at, at + 100))?.[0]
      if (name === undefined) return null
      at += name.length
      blanks()
      if (text[at] !== '=') return null
      at += 1
      const read = value()
      if (read === null) return null
      if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), read)
    }
  }
  for (;;) {
    const start = text.indexOf('@', at)
    if (start < 0) return
    const head = /^@([A-Za-z]{1,40})\s{0,20}([{(])/.exec(text.slice(start, start + 70))
    at = start + (head?.[0].length ?? 1)
    if (!head) continue
    const type = head[1]!.toLowerCase()
    if (type === 'comment') continue
    if (type === 'preamble') {
      at -= 1
      delimited()
      continue
    }
    let key = ''
    if (type !== 'string') {
      key = /^\s{0,20}([^,\s{}()]{0,300})\s{0,20}(?=[,})])/.exec(text.slice(at, at + 400))?.[0] ?? ''
      at += key.length
    }
    const read = fields()
    if (read === null) {
      broken(lineAt(start))
      const next = text.indexOf('\n@', start + 1)
      at = next < 0 ? text.length : next
    } else if (type === 'string') for (const [name, it] of read) strings.set(name, it)
    else yield { type, key: key.trim(), fields: read, line: lineAt(start) }
  }
}
