export { type DatasetReport, importDataset, importDatasetJob } from './job.ts'
