import { isObject, type JsonObject, type JsonValue } from '../../../../../shared/model/json.ts'
import type { Span } from '../../../../../shared/text/span.ts'

interface Kept {
  readonly tokens: readonly JsonObject[]
  readonly startAt: ReadonlyMap<number, number>
  readonly endAt: ReadonlyMap<number, number>
}

/**
 * The tokens a record came with, if they still are the text and every span is made of whole ones; else null. `points` is
 * the text by code points, spans too.
 */
export const usableTokens = (
  value: JsonValue | undefined,
  points: readonly string[],
  spans: readonly Span[],
): Kept | null => {
  if (!Array.isArray(value) || value.length === 0) return null
  const startAt = new Map<number, number>()
  const endAt = new Map<number, number>()
  const tokens: JsonObject[] = []
  let at = 0
  for (const it of value) {
    if (!isObject(it) || typeof it.start !== 'number' || typeof it.end !== 'number') return null
    if (it.start !== at || it.end <= it.start || points.slice(it.start, it.end).join('') !== it.text)
      return null
    startAt.set(it.start, tokens.length)
    endAt.set(it.end, tokens.length)
    tokens.push({ ...it, id: tokens.length })
    at = it.end + (it.ws === true ? 1 : 0)
    if (it.ws === true && points[it.end] !== ' ') return null
  }
  const covers = at === points.length && spans.every((it) => startAt.has(it.start) && endAt.has(it.end))
  return covers ? { tokens, startAt, endAt } : null
}
