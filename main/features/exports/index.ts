export {
  type DatasetHeader,
  type DatasetLine,
  datasetLine,
  datasetVersion,
  headerLine,
} from './formats/ligature-jsonl/lines.ts'
export { exportHandlers } from './handlers.ts'
export { exportJob, exportLossesJob, lossesOf, writeScope } from './job.ts'
export { createExports, type Exports } from './service.ts'
