import type { Probe } from '../format.ts'

/** Compound files of Microsoft hold mails, too (MSG); those name their streams so. */
export const isMsg = ({ bytes, name }: Pick<Probe, 'bytes' | 'name'>): boolean =>
  Buffer.from(bytes.subarray(0, 8)).toString('hex') === 'd0cf11e0a1b11ae1' &&
  (/\.(?:msg|oft)$/i.test(name) || Buffer.from(bytes).includes(Buffer.from('__substg1.0_', 'utf16le')))
