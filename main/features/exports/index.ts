export { type Comparison, compareInOrder, type Difference, differencesOf } from './comparison.ts'
export type * from './format.ts'
export { exportFormats } from './formats/index.ts'
export {
  type DatasetHeader,
  type DatasetLine,
  datasetLine,
  datasetVersion,
  headerLine,
} from './formats/ligature-jsonl/lines.ts'
export { exportHandlers } from './handlers.ts'
export { exportJob, exportLossesJob, staticLosses, writeRows } from './job.ts'
export { type ArticlePortrait, createPortrait, type Fact, type Loss, type Portrait } from './portrait.ts'
export { openSource } from './repository.ts'
export { countEvidence, countScope, fillScope, narrowScope, type ScopeCounts } from './scope.ts'
export { createExports, type Exports, findFormat, lossesOf } from './service.ts'
export { type Losses, lossList, type Output, openOutput, shortened } from './sink.ts'
export { frontMatter, importedCard } from './support/datasetCard.ts'
export { colourOf } from './support/hexColours.ts'
export { mentionRelations } from './support/mentionRelations.ts'
export { tokensOf } from './support/tokens.ts'
export { createXmlText } from './support/xml.ts'
export { createZip } from './support/zip.ts'
