/** Escapes of WebAnno TSV 3.2 and later, each in one pass; the rules are the tool's own (`Escaping`). */

const signs: Readonly<Record<string, string>> = {
  '\t': 't',
  '\n': 'n',
  '\f': 'f',
  '\r': 'r',
  '\b': 'b',
  '\\': '\\',
}

/** One line of a `#Text=`. VT stays as it is. */
export const escapeText = (text: string): string =>
  text.replace(/[\x00-\x0a\x0c-\x1f\\]/g, (it) => `\\${signs[it] ?? it}`)

/** A value of a cell; a CR would end the line for other readers and becomes a blank. */
export const escapeValue = (value: string): string =>
  value
    .replace(/\r\n?/g, ' ')
    .replace(/->|[\\[\]|_;*\t\n]/g, (it) => (it === '\t' ? '\\t' : it === '\n' ? '\\n' : `\\${it}`))

/** The word of a row is not escaped, and no reader relies on it: what would break the row becomes a blank. */
export const plainForm = (form: string): string => form.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]/g, ' ')
