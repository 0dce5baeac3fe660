import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Passed } from '../fuzz/door.ts'
import { limits } from '../fuzz/player.ts'
import { hostileFiles } from '../support/samples/hostile.ts'

/*
 * Encrypted, damaged, image-only and bomb-like files get a clear line and cost bounded time and memory. In a process of
 * its own, so that its time and memory are those of the files.
 */

interface Line extends Passed {
  readonly number: number
  /** Of the processor's time. */
  readonly ms: number
  readonly mb: number
}

const child = fileURLToPath(new URL('../support/hostileChild.ts', import.meta.url))
const lines = new Map<number, Line>()
let errors = ''

beforeAll(async () => {
  const numbers = hostileFiles.map((_, index) => String(index))
  const running = spawn(process.execPath, ['--expose-gc', child, ...numbers], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.stderr.on('data', (piece) => {
    errors += piece
  })
  createInterface({ input: running.stdout }).on('line', (it) => {
    const line = JSON.parse(it) as Line
    lines.set(line.number, line)
  })
  await new Promise((resolve) => running.once('close', resolve))
}, 600_000)

describe('hostile files', () => {
  test.each(hostileFiles.map((it, number) => ({ ...it, number })))(
    '$name',
    ({ number, told, mayImport = false }) => {
      const line = lines.get(number)
      expect(line, errors).toBeDefined()
      const { imported, codes, faults, ms, mb } = line!
      expect(faults).toEqual([])
      if (!mayImport) expect(imported).toBe(false)
      if (told.length > 0) {
        expect(codes.length).toBeGreaterThan(0)
        expect(told).toEqual(expect.arrayContaining([...codes]))
      }
      expect(ms).toBeLessThan(limits.ms)
      expect(mb).toBeLessThan(limits.mb)
    },
  )
})
