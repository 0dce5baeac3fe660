/**
 * Text of `format=flowed` (RFC 3676): a line that ends in a blank goes on in the next of the same quoting depth. With
 * `delSp` that blank was added for the break alone.
 */
export const unflowed = (text: string, delSp: boolean): string => {
  const paragraphs: { depth: number; text: string; isOpen: boolean }[] = []
  for (const line of text.split('\n')) {
    const depth = /^>*/.exec(line)![0].length
    const content = line.slice(depth).replace(/^ /, '')
    const isSignature = content === '-- '
    const isOpen = content.endsWith(' ') && !isSignature
    const before = paragraphs.at(-1)
    const shown = isOpen && delSp ? content.slice(0, -1) : content
    if (before?.isOpen && before.depth === depth && !isSignature) {
      before.text += shown
      before.isOpen = isOpen
    } else paragraphs.push({ depth, text: shown, isOpen })
  }
  return paragraphs.map((it) => (it.depth > 0 ? `${'>'.repeat(it.depth)} ${it.text}` : it.text)).join('\n')
}
