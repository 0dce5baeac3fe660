import { articleFactsIn, factBag } from '../featureFacts.ts'
import { known, offsetOf, type Structure, shortName, textOfFeature } from './model.ts'

/**
 * Offsets of structures that are kept for export, moved to the text as it will be stored: CR LF is one character there.
 * Others come back as they are.
 */
export const canonicalOffsets = (text: string): ((it: Structure) => Structure) => {
  if (!text.includes('\r\n')) return (it) => it
  const before = new Uint32Array(text.length + 1)
  for (let at = 0; at < text.length; at += 1)
    before[at + 1] = before[at]! + (text[at] === '\r' && text[at + 1] === '\n' ? 1 : 0)
  const moved = (offset: number): number => {
    const inside = offset > 0 && text[offset - 1] === '\r' && text[offset] === '\n'
    return offset - before[Math.min(offset, text.length)]! + (inside ? 1 : 0)
  }
  return (it) => {
    const [begin, end] = [offsetOf(it.features.begin), offsetOf(it.features.end)]
    if (begin === null || end === null) return it
    return { ...it, features: { ...it.features, begin: moved(begin), end: moved(end) } }
  }
}

/** What DocumentMetaData and its string fields say of the article. */
export const metadataOf = (structures: readonly Structure[]) => {
  const texts = new Map<string, string>()
  for (const it of structures) {
    const text = (name: string): string => textOfFeature(it.features[name]) ?? ''
    const name = shortName(it.type)
    if (name === 'DocumentMetaData' || name === 'DocumentAnnotation') {
      if (text('documentTitle')) texts.set('title', text('documentTitle'))
      if (text('language')) texts.set('language', text('language'))
      if (text('documentUri')) texts.set('sourceUrl', text('documentUri'))
    }
    if (it.type === known.metadataField && text('key')) texts.set(text('key'), text('value'))
  }
  return articleFactsIn(factBag((name) => texts.get(name), new Set()))
}
