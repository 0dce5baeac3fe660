import { bandProbes, bands, nearDuplicate } from '../../imports/index.ts'
import { createGroups } from './groups.ts'

/**
 * Groups of several texts that are copies of each other but for small edits, by their 64-bit fingerprints (16
 * hexadecimal digits); indexes of the given list. A copy of a copy belongs to the group.
 */
export const nearDuplicateGroups = (prints: readonly string[]): number[][] => {
  const groups = createGroups(prints.length)
  /** The first text of every fingerprint, by the values of its bands: only different fingerprints are compared. */
  const firsts = new Map<string, number>()
  const byBand = bands('0'.repeat(16)).map(() => new Map<number, number[]>())
  for (const [index, print] of prints.entries()) {
    const first = firsts.get(print)
    if (first !== undefined) {
      groups.join(first, index)
      continue
    }
    for (const [band, probes] of bandProbes(print).entries()) {
      for (const bits of probes) {
        for (const other of byBand[band]!.get(bits) ?? [])
          if (nearDuplicate(print, prints[other]!)) groups.join(other, index)
      }
    }
    firsts.set(print, index)
    for (const [band, bits] of bands(print).entries()) {
      const known = byBand[band]!.get(bits)
      if (known) known.push(index)
      else byBand[band]!.set(bits, [index])
    }
  }
  return groups.list().filter((it) => it.length > 1)
}
