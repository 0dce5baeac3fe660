import type { ExportSink, ExportSource } from '../../exports/index.ts'
import { drawFigures } from './figures/index.ts'
import { type QualityInput, reportJson, reportText } from './report.ts'
import { collectStatistics } from './statistics.ts'

export { collectAgreements } from './agreement.ts'
export { collectFindings } from './findings.ts'

/**
 * Writes `quality/report.md`, `quality/report.json` and the figures `quality/*.svg`. The same scope gives the same bytes.
 * @throws what source and sink throw
 */
export const writeQuality = (
  { source, ...input }: QualityInput & { readonly source: ExportSource },
  sink: ExportSink,
): void => {
  const put = (name: string, text: string): void => {
    const file = sink.file(`quality/${name}`)
    file.write(text)
    sink.done(file)
  }
  const statistics = collectStatistics(source)
  const figures = drawFigures(source, statistics, input.split)
  const typeNames = new Map(source.entityTypes.map((it) => [it.key, it.name]))
  put('report.md', reportText(input, statistics, figures, typeNames))
  put('report.json', reportJson(input, statistics))
  for (const { name, svg } of figures) put(name, svg)
}
