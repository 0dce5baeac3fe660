export {
  type DatasetHeader,
  type DatasetLine,
  datasetLine,
  datasetVersion,
  headerLine,
} from './formats/ligature-jsonl/lines.ts'
export { exportHandlers } from './handlers.ts'
export { exportJob, exportLossesJob, writeScope } from './job.ts'
export { createExports, type Exports, lossesOf } from './service.ts'
