/** Half-open span of token indexes with its label. */
export interface TokenSpan {
  readonly start: number
  readonly end: number
  readonly label: string
}

const scheme = /^([BIESLUM])[-_:](.+)$/s

const isOutside = (tag: string): boolean =>
  tag === '' || tag === 'O' || tag === 'o' || tag === '_' || tag === '-'

/**
 * Spans of tags: BIO, IOB, BIOES, BILOU, BMES, or bare labels (IO). A tag that continues nothing begins a span, as every
 * evaluation script has it.
 */
export const tagSpans = (tags: readonly string[]): TokenSpan[] => {
  const isBare = !tags.some((it) => scheme.test(it))
  const spans: { start: number; end: number; label: string }[] = []
  let open: (typeof spans)[number] | null = null
  tags.forEach((tag, at) => {
    if (isOutside(tag)) {
      open = null
      return
    }
    const [, sign = 'I', label = tag] = isBare ? [] : (scheme.exec(tag) ?? [])
    const continues = open !== null && open.label === label && 'IELM'.includes(sign)
    if (continues) open!.end = at + 1
    else {
      open = { start: at, end: at + 1, label }
      spans.push(open)
    }
    if ('ESLU'.includes(sign)) open = null
  })
  return spans
}
