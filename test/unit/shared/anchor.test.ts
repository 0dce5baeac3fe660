import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeAnchor, reanchor } from '../../../shared/text/anchor.ts'
import { textAndSpan } from './texts.ts'

const anchorOn = (text: string, quote: string, from = 0) => {
  const start = text.indexOf(quote, from)
  return makeAnchor(text, { start, end: start + quote.length })
}

test('an unchanged text answers with the position', () => {
  fc.assert(
    fc.property(textAndSpan, ({ text, span }) => {
      fc.pre(span.start < span.end)
      expect(reanchor(text, makeAnchor(text, span))).toEqual({ span, how: 'position', score: 1 })
    }),
  )
})

test('words put before the quote move the anchor with it', () => {
  const text = 'Google invests in JD.com. JD.com grows.'
  const second = anchorOn(text, 'JD.com', 20)
  const changed = `Breaking: ${text}`
  const found = reanchor(changed, second)
  expect(found.how).toBe('quote')
  expect(found.span).toEqual({ start: second.start + 10, end: second.end + 10 })
})

test('the same quote by chance at the old position loses to the one in its context', () => {
  const text = 'aaaa X bbbb'
  const anchor = anchorOn(text, 'X')
  expect(reanchor('11111X2222 aaaa X bbbb', anchor)).toMatchObject({
    span: { start: 16, end: 17 },
    how: 'quote',
  })
})

test('where the context is gone, the nearest quote is taken; where the quote is gone, none', () => {
  const anchor = { start: 10, end: 12, quote: 'JD', prefix: '', suffix: '' }
  expect(reanchor(`JD${' '.repeat(10)}JD`, anchor)).toMatchObject({
    span: { start: 12, end: 14 },
    how: 'quote',
  })
  expect(reanchor('nothing here', anchor)).toEqual({ span: null, how: 'none', score: 0 })
  expect(reanchor('x', { ...anchor, quote: '' }).how).toBe('none')
})

test('context never holds half a surrogate pair', () => {
  const text = `${'😀'.repeat(20)}x${'😀'.repeat(20)}`
  const anchor = makeAnchor(`a${text}`, { start: 41, end: 42 })
  expect(anchor.prefix.isWellFormed() && anchor.suffix.isWellFormed()).toBe(true)
})
