import {
  known,
  offsetOf,
  type Structure,
  shortName,
  textOfFeature,
} from '../../../../../shared/formats/cas.ts'
import { articleFactsIn, factBag } from '../featureFacts.ts'

/** A structure kept for export, with its offsets in the text as it will be stored. */
export const shiftStructure = (it: Structure, moved: (offset: number) => number): Structure => {
  const [begin, end] = [offsetOf(it.features.begin), offsetOf(it.features.end)]
  if (begin === null || end === null) return it
  return { ...it, features: { ...it.features, begin: moved(begin), end: moved(end) } }
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
