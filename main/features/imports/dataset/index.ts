export { type DatasetReport, importDatasetJob } from './job.ts'
