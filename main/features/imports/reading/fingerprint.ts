import { textHash } from '../../articles/index.ts'

/** Hamming distance up to which two texts are taken for copies of each other. */
export const nearDistance = 7

/**
 * 64-bit SimHash (Charikar 2002) of a text as 16 hexadecimal digits, over its words and, in scripts without spaces,
 * its character pairs. Case, punctuation and white space do not count; repeated words count less each time.
 */
export function fingerprint(text: string): string {
  const counts = new Map<string, number>()
  for (const feature of features(text)) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  // Weights of the features that have the bit set; the bit is 1 where they outweigh the others.
  const sums = new Float64Array(64)
  let total = 0
  for (const [feature, count] of counts) {
    const weight = Math.min(3, 1 + Math.log2(count))
    total += weight
    const halves = hash64(feature)
    for (let half = 0; half < 2; half++) {
      for (let bits = halves[half]!; bits !== 0; ) {
        const bit = Math.clz32(bits)
        sums[32 * half + bit]! += weight
        bits ^= 0x80000000 >>> bit
      }
    }
  }
  let out = ''
  for (let digit = 0; digit < 16; digit++) {
    let value = 0
    for (let bit = 0; bit < 4; bit++) value = (value << 1) | (2 * sums[digit * 4 + bit]! > total ? 1 : 0)
    out += value.toString(16)
  }
  return out
}

/** Number of differing bits of two fingerprints: 0 to 64. */
export function distance(a: string, b: string): number {
  let bits = 0
  for (let at = 0; at < 16; at += 8) {
    let differing = Number.parseInt(a.slice(at, at + 8), 16) ^ Number.parseInt(b.slice(at, at + 8), 16)
    for (; differing !== 0; differing &= differing - 1) bits++
  }
  return bits
}

/** Whether two fingerprints are those of copies with small edits. */
export const nearDuplicate = (a: string, b: string) => distance(a, b) <= nearDistance

/** A fingerprint's four 16-bit bands, for an index each. */
export const bands = (print: string): [number, number, number, number] => [
  Number.parseInt(print.slice(0, 4), 16),
  Number.parseInt(print.slice(4, 8), 16),
  Number.parseInt(print.slice(8, 12), 16),
  Number.parseInt(print.slice(12, 16), 16),
]

/**
 * Band values under which every near duplicate of a fingerprint is found: its own and those one bit away. Two
 * fingerprints at most 7 bits apart differ in at most one bit in one of their four bands, so equality on any of
 * these 4 × 17 values misses none.
 */
export function bandProbes(print: string): number[][] {
  return bands(print).map((band) => [band, ...Array.from({ length: 16 }, (_, bit) => band ^ (1 << bit))])
}

const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu

function* features(text: string): Iterable<string> {
  for (const [word] of text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]+/gu)) {
    const runs = word.match(spaceless)
    if (!runs) {
      yield word
      continue
    }
    for (const run of runs) {
      const characters = [...run]
      if (characters.length === 1) yield run
      for (let index = 1; index < characters.length; index++)
        yield characters[index - 1]! + characters[index]!
    }
    for (const rest of word.split(spaceless)) if (rest !== '') yield rest
  }
}

/** Two independent 32-bit FNV-1a hashes with the finaliser of MurmurHash3, which spreads short words over all bits. */
function hash64(feature: string): [number, number] {
  let a = 0x811c9dc5
  let b = 0x9747b28c
  for (let index = 0; index < feature.length; index++) {
    const code = feature.charCodeAt(index)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x85ebca6b)
  }
  return [mix(a), mix(b)]
}

function mix(hash: number): number {
  let value = hash ^ (hash >>> 16)
  value = Math.imul(value, 0x85ebca6b)
  value ^= value >>> 13
  value = Math.imul(value, 0xc2b2ae35)
  return value ^ (value >>> 16)
}

/** What exact and near duplicates are found by: SHA-256, 64-bit SimHash and its four bands. */
export type TextIdentity = {
  contentHash: string
  fingerprint: string
  bands: [number, number, number, number]
}

/** The identity of a final text; to be computed again when the cuts change. */
export function identifyText(text: string): TextIdentity {
  const print = fingerprint(text)
  return { contentHash: textHash(text), fingerprint: print, bands: bands(print) }
}
