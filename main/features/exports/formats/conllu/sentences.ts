import type { Span } from '../../../../../shared/text/span.ts'
import { coveringTokens } from '../../support/coveringTokens.ts'
import type { Brackets } from './brackets.ts'
import { plainRow, type Row, type Sentence } from './model.ts'

const words = /[^\s\p{Cc}\u200b]+/gu

/** Sentences of words without columns; a word never holds white space. */
export const plainSentences = (text: string, spans: readonly Span[], language: string): Sentence[] =>
  coveringTokens(text, spans, language, false).flatMap(({ tokens }) => {
    const pieces = tokens.flatMap((it) =>
      [...text.slice(it.start, it.end).matchAll(words)].map(({ index, 0: form }) => ({
        start: it.start + index,
        end: it.start + index + form.length,
        form,
      })),
    )
    if (pieces.length === 0) return []
    return [
      {
        comments: [],
        leading: [],
        tokens: pieces.map(({ start, end, form }, index) => ({
          start,
          end,
          rows: [plainRow(index + 1, form)],
          trailing: [],
        })),
      },
    ]
  })

const signs: Readonly<Record<string, string>> = {
  ' ': '\\s',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '|': '\\p',
  '\\': '\\\\',
}

/** As UDPipe writes white space; what it has no sign for stands as it is. */
export const escapeSpaces = (text: string): string => text.replace(/[ \t\n\r|\\]/g, (it) => signs[it]!)

const spacesAfter = (gap: string, isLast: boolean): string[] => {
  if (gap === '') return ['SpaceAfter=No']
  return gap === ' ' && !isLast ? [] : [`SpacesAfter=${escapeSpaces(gap)}`]
}

const line = ({ cells }: Row, misc: readonly string[]): string =>
  `${cells.join('\t')}\t${misc.length === 0 ? '_' : misc.join('|')}\n`

/** The lines of a sentence. `firstToken`: index of its first token in the document. */
export const sentenceLines = (
  text: string,
  { comments, leading, tokens }: Sentence,
  firstToken: number,
  after: number,
  isLastOfDocument: boolean,
  id: string,
  { opening, closing, misc }: Brackets,
): string => {
  const [start, end] = [tokens[0]!.start, tokens.at(-1)!.end]
  const shown = text.slice(start, end).replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
  let lines = comments.map((it) => `${it}\n`).join('')
  if (!comments.some((it) => /^#\s*sent_id\b/.test(it))) lines += `# sent_id = ${id}\n`
  lines += `# text = ${shown}\n`
  for (const row of leading) lines += line(row, row.misc)
  tokens.forEach((token, index) => {
    const order = firstToken + index
    const next = tokens[index + 1]?.start ?? after
    const isLast = index === tokens.length - 1
    const spaces = spacesAfter(text.slice(token.end, next), isLast && isLastOfDocument)
    if (order === 0 && token.start > 0)
      spaces.unshift(`SpacesBefore=${escapeSpaces(text.slice(0, token.start))}`)
    // Of a range the first line is the surface, the words are behind it.
    const [firstWord, lastWord] = [token.rows.length > 1 ? 1 : 0, token.rows.length - 1]
    token.rows.forEach((row, number) => {
      const closes = number === lastWord ? (closing.get(order) ?? '') : ''
      const opens = number === firstWord ? (opening.get(order) ?? '') : ''
      const entity = closes + opens
      const extra = number === firstWord ? (misc.get(order) ?? []) : []
      lines += line(row, [
        ...(entity === '' ? [] : [`Entity=${entity}`]),
        ...row.misc,
        ...extra.filter((it) => !row.misc.includes(it)),
        ...(number === 0 ? spaces : []),
      ])
    })
    for (const row of token.trailing) lines += line(row, row.misc)
  })
  return lines
}
