export { fillSample } from './fillSample.ts'
