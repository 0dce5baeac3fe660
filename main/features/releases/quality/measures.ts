/*
 * Measures of agreement between two annotators. Both are numbers for any counts, never NaN: what each says where its
 * formula divides by nothing is told below.
 */

/**
 * F1, the harmonic mean of precision and recall (van Rijsbergen 1979, "Information Retrieval"), of which it does not
 * matter whose mentions are taken for the truth: 2·alike / (a + b). 0 where neither has any. As a measure of agreement on
 * spans, where the number of things both left out is unknown: Hripcsak and Rothschild 2005, "Agreement, the F-measure,
 * and reliability in information retrieval", JAMIA 12(3).
 */
export const f1 = (alike: number, a: number, b: number): number => (a + b === 0 ? 0 : (2 * alike) / (a + b))

export interface Kappa {
  /** What the two annotators called one thing. */
  add(a: string, b: string): void
  /** -1 … 1. */
  value(): number
}

/**
 * Cohen's κ (Cohen 1960, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement
 * 20(1)): (pₒ − pₑ) / (1 − pₑ), where pₒ is the share of things called alike and pₑ = Σ pₐ(l)·p_b(l) over all labels is
 * the share to be expected by chance. 0 where there is nothing to call; 1 where both only ever used one and the same
 * label, for then they never differed.
 */
export const createKappa = (): Kappa => {
  let count = 0
  let alike = 0
  const [ofA, ofB] = [new Map<string, number>(), new Map<string, number>()]
  return {
    add: (a, b) => {
      count += 1
      if (a === b) alike += 1
      ofA.set(a, (ofA.get(a) ?? 0) + 1)
      ofB.set(b, (ofB.get(b) ?? 0) + 1)
    },
    value: () => {
      if (count === 0) return 0
      // Whole numbers as long as possible: pₒ·n² and pₑ·n².
      let chance = 0
      for (const [label, times] of ofA) chance += times * (ofB.get(label) ?? 0)
      const all = count * count
      return chance === all ? 1 : (alike * count - chance) / (all - chance)
    },
  }
}
