/** Controls, line breaks and overrides of direction: names from files must not command the terminal. */
const commanding = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\ufeff]/gu

const escaped = (sign: string): string => {
  const code = sign.codePointAt(0)!
  return code < 0x100
    ? `\\x${code.toString(16).padStart(2, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`
}

/** One line that a terminal shows as it is: every sign that would command it is written out (`\x1b`). */
export const plainLine = (text: string): string => text.toWellFormed().replace(commanding, escaped)

/** JSON as it is, with what terminals might obey (DEL and C1) as escapes too. */
export const plainJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
