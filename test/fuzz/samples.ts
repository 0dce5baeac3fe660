import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportedSamples, writtenSamples } from '../support/sampleFiles.ts'
import type { Sample } from './cases.ts'

/** What cases are made of, and the folder it was written in, for the caller to remove. */
export const samplesOf = async (): Promise<{ samples: Sample[]; folder: string }> => {
  const folder = mkdtempSync(join(tmpdir(), 'ligature-fuzz-'))
  return { samples: [...(await exportedSamples(folder)), ...writtenSamples], folder }
}
