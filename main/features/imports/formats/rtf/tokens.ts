/** What the tokens of an RTF file are told to. */
export interface RtfHandlers {
  open(): void
  close(): void
  /** A control word with its number; null without one. `\bin` never comes here: its bytes are skipped. */
  word(name: string, parameter: number | null): void
  /** A control symbol but `\'`: the character behind the backslash. */
  symbol(character: string): void
  /** One byte of text, in whatever encoding holds there; line breaks of the file are none. */
  byte(value: number): void
}

const isLetter = (byte: number): boolean => (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90)
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57

const hex = (byte: number): number =>
  isDigit(byte)
    ? byte - 48
    : byte >= 97 && byte <= 102
      ? byte - 87
      : byte >= 65 && byte <= 70
        ? byte - 55
        : -1

/** The longest control word and number the specification allows. */
const longest = { word: 32, digits: 10 }

/** Reads the bytes of an RTF file once, in order. Broken control words are passed over. */
export const readTokens = (bytes: Uint8Array, handlers: RtfHandlers): void => {
  let at = 0
  const word = (): void => {
    const start = at
    while (at < bytes.length && at - start < longest.word && isLetter(bytes[at]!)) at += 1
    const name = String.fromCharCode(...bytes.subarray(start, at))
    const negative = bytes[at] === 45 && isDigit(bytes[at + 1] ?? 0)
    if (negative) at += 1
    const digits = at
    let value = 0
    while (at < bytes.length && at - digits < longest.digits && isDigit(bytes[at]!)) {
      value = value * 10 + bytes[at]! - 48
      at += 1
    }
    const parameter = at > digits ? (negative ? -value : value) : null
    if (bytes[at] === 32) at += 1
    if (name === 'bin') at += Math.max(0, parameter ?? 0)
    else handlers.word(name, parameter)
  }
  while (at < bytes.length) {
    const byte = bytes[at]!
    at += 1
    if (byte === 123) handlers.open()
    else if (byte === 125) handlers.close()
    else if (byte === 92) {
      const next = bytes[at]
      if (next === undefined) return
      if (isLetter(next)) word()
      else {
        at += 1
        if (next !== 39) handlers.symbol(String.fromCharCode(next))
        else {
          const [high, low] = [hex(bytes[at] ?? 0), hex(bytes[at + 1] ?? 0)]
          if (high < 0 || low < 0) continue
          at += 2
          handlers.byte(high * 16 + low)
        }
      }
    } else if (byte !== 10 && byte !== 13 && byte !== 0) handlers.byte(byte)
  }
}
