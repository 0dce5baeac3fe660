import { describe, expect, it } from 'vitest'
import { probeOf } from '../../../../main/features/imports/files/probe.ts'
import { memoryFile } from '../../../../main/features/imports/files/setFile.ts'
import { importFormats } from '../../../../main/features/imports/formats/index.ts'
import { processorMs } from '../../../support/processorMs.ts'

/*
 * Runs of one character are what makes a pattern that may match in several ways try them all. Every reader looks at a
 * file's head; none may take more than a moment for it, whatever it is filled with.
 */

const length = 1 << 18
const units = [
  '\n',
  ' ',
  '\t',
  'a',
  '1',
  '#',
  '<',
  '<!---->',
  '<!--',
  '[',
  '"',
  '{"a":',
  '-',
  '|',
  '交',
  'a\t',
  ': ',
  '1-1\t',
]
const starts = ['', '<', '{"@context"', '#T_SP=', 'T1\t', '<html><a ']

describe('a file of one character over and over', () => {
  it.each(units)('is looked at by every reader in no time: %j', { timeout: 60_000 }, (unit) => {
    for (const start of starts) {
      const file = memoryFile('a.txt', Buffer.from(start + unit.repeat(length / unit.length)))
      const probe = probeOf(file, new Set())
      for (const format of importFormats) {
        const started = processorMs()
        format.recognise(probe)
        const took = processorMs() - started
        // A pattern that tries everything takes minutes here; a busy machine does not.
        if (took > 3000)
          expect.fail(`${format.id} took ${Math.round(took)} ms for ${JSON.stringify(start + unit)}…`)
      }
    }
  })
})
