import type { OptionField, OptionValues } from '../../../shared/model/option.ts'
import { createOffsetMap, type OffsetMap, type OffsetUnit, spanTo } from '../../../shared/text/offsets.ts'
import type { Span } from '../../../shared/text/span.ts'
import type { ExportSource } from './format.ts'

/** The option of every format that can count its offsets in more than one unit. */
export const unitField: OptionField = {
  kind: 'choice',
  id: 'offsetUnit',
  labelKey: 'exports.option.offsetUnit',
  initial: 'utf16',
  choices: [
    { value: 'utf16', labelKey: 'exports.unit.utf16' },
    { value: 'codepoint', labelKey: 'exports.unit.codepoint' },
    { value: 'byte', labelKey: 'exports.unit.byte' },
  ],
}

export const unitOf = (options: OptionValues): OffsetUnit => options.offsetUnit as OffsetUnit

/** Conversion tables kept, for spans that come in another order than the articles. */
const mapsKept = 50

/** Turns UTF-16 spans of articles into another unit; for `utf16` no text is read at all. */
export const createConverter = (
  source: ExportSource,
  unit: OffsetUnit,
): ((articleId: number, span: Span) => Span) => {
  if (unit === 'utf16') return (_, { start, end }) => ({ start, end })
  const maps = new Map<number, OffsetMap>()
  return (articleId, span) => {
    let map = maps.get(articleId)
    if (!map) {
      map = createOffsetMap(source.text(articleId))
      if (maps.size >= mapsKept) maps.delete(maps.keys().next().value!)
      maps.set(articleId, map)
    }
    return spanTo(map, unit, span)
  }
}
