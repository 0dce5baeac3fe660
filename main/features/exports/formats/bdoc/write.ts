import { createOffsetMap } from '../../../../../shared/text/offsets.ts'
import type { ExportSink, ExportSource } from '../../format.ts'
import { createDocumentNames } from '../../support/documentNames.ts'
import { buildGate } from '../gate/build.ts'

/** One .bdocjs per article, as gatenlp writes them: offsets in code points (`offset_type` p), ids unique in the document. */
export const write = (source: ExportSource, sink: ExportSink): void => {
  const nameOf = createDocumentNames()
  for (const article of source.articles()) {
    const { text, features, sets } = buildGate(
      source,
      article,
      'bdoc',
      (it) => createOffsetMap(it).toCodePoint,
    )
    const map = createOffsetMap(text)
    const next = Math.max(-1, ...[...sets.values()].flatMap((it) => it.map(({ id }) => id))) + 1
    const annotationSets = Object.fromEntries(
      [...sets].map(([name, annotations]) => [
        name,
        {
          name,
          annotations: annotations.map(({ type, start, end, id, features: given }) => ({
            type,
            start: map.toCodePoint(start),
            end: map.toCodePoint(end),
            id,
            features: given,
          })),
          next_annid: next,
        },
      ]),
    )
    const file = sink.file(`${nameOf(article)}.bdocjs`)
    file.write(
      `${JSON.stringify({ annotation_sets: annotationSets, text, features, offset_type: 'p', name: article.title })}\n`,
    )
    sink.done(file)
  }
}
