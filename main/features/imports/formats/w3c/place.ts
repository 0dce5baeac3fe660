import { createOffsetMap, type OffsetMap } from '../../../../../shared/text/offsets.ts'
import type { ReadFragment } from '../records.ts'
import type { Selected } from './selectors.ts'

type Unit = 'codepoint' | 'utf16'

const cut = (map: OffsetMap, text: string, unit: Unit, { start, end }: Selected): string | null => {
  try {
    return text.slice(map.from(unit, start!), map.from(unit, end!))
  } catch {
    return null
  }
}

/** The unit that explains more of the quotes; the standard's where both do. */
const unitIn = (map: OffsetMap, text: string, selections: readonly Selected[]): Unit => {
  const checked = selections.filter((it) => it.start !== null && it.quote !== undefined)
  const fits = (unit: Unit): number => checked.filter((it) => cut(map, text, unit, it) === it.quote).length
  return fits('utf16') > fits('codepoint') ? 'utf16' : 'codepoint'
}

/** The most places a quote may have before it is no use. */
const mostPlaces = 1000

/** Where the quote stands with its context, if that is one place only (UTF-16). */
const placeOf = (text: string, { quote = '', prefix, suffix }: Selected): number | null => {
  if (quote === '') return null
  const places: number[] = []
  for (
    let at = text.indexOf(quote);
    at !== -1 && places.length < mostPlaces;
    at = text.indexOf(quote, at + 1)
  )
    places.push(at)
  if (places.length === 1) return places[0]!
  const fitting = places.filter(
    (at) => text.slice(0, at).endsWith(prefix) && text.startsWith(suffix, at + quote.length),
  )
  return fitting.length === 1 ? fitting[0]! : null
}

/**
 * Places in a text: positions as they are, quotes without one where they stand, in the unit of the other positions.
 * Null for a quote that is not there or in more than one place.
 */
export const createPlaces = (
  text: string,
  selections: readonly Selected[],
): ((selected: Selected) => ReadFragment | null) => {
  const map = createOffsetMap(text)
  const unit = unitIn(map, text, selections)
  return (selected) => {
    const { start, end, quote } = selected
    if (start !== null && end !== null) {
      if (start >= end) return null
      return { start, end, ...(quote === undefined || quote === '' ? {} : { quote }) }
    }
    const at = placeOf(text, selected)
    if (at === null) return null
    return { start: map.to(unit, at), end: map.to(unit, at + quote!.length), quote: quote! }
  }
}
