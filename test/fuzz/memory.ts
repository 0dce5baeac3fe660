import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/*
 * The most memory this process had, in MB. `maxRSS` would be no answer: on Linux a process starts with that of the one
 * it was forked from.
 */

const [status, reset] = ['/proc/self/status', '/proc/self/clear_refs']

/** From here on the most is counted anew, where the system can do that. */
export const forgetPeak = (): void => {
  try {
    if (existsSync(reset)) writeFileSync(reset, '5')
  } catch {
    // Then it is the most of the whole process.
  }
}

export const peakMemory = (): number => {
  const found = existsSync(status) ? /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(status, 'utf8')) : null
  return (found ? Number(found[1]) : process.resourceUsage().maxRSS) / 1024
}
