/**
 * Moves UTF-16 offsets of a text as a file has it to the text as it will be stored, where CR LF is one LF. For offsets
 * that readers keep for export; those of mentions are moved by the intake.
 */
export const canonicalOffsets = (text: string): ((offset: number) => number) => {
  if (!text.includes('\r\n')) return (offset) => offset
  const before = new Uint32Array(text.length + 1)
  for (let at = 0; at < text.length; at += 1)
    before[at + 1] = before[at]! + (text[at] === '\r' && text[at + 1] === '\n' ? 1 : 0)
  return (offset) => {
    const inside = offset > 0 && text[offset - 1] === '\r' && text[offset] === '\n'
    return offset - before[Math.min(offset, text.length)]! + (inside ? 1 : 0)
  }
}
