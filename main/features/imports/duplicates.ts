import type { DraftRow } from '../../../shared/contract/imports.ts'
import type { Database } from '../../db/index.ts'
import { bandProbes, bands, fingerprint, nearDuplicate } from './reading/fingerprint.ts'
import { createDuplicateRepository } from './repository.ts'

type Duplicate = DraftRow['duplicate']

export interface Duplicates {
  /** What a text repeats: an article of the project or a draft seen before it. Remembers the text for the next. */
  check(text: { title: string; contentHash: string; fingerprint: string }): Duplicate
}

/** Texts that came in bulk have no fingerprint yet; they get one before the first comparison. */
export const completeFingerprints = (db: Database, onStep: (done: number, total: number) => void): void => {
  const repository = createDuplicateRepository(db)
  const missing = repository.textsWithoutFingerprint()
  for (let done = 0; done < missing.length; done += 500) {
    onStep(done, missing.length)
    db.transaction(() => {
      for (const textId of missing.slice(done, done + 500)) {
        const print = fingerprint(repository.content(textId))
        repository.addFingerprint(textId, print, bands(print))
      }
    })
  }
}

/** The 64-bit fingerprint of every text that has one, by the text's row; 16 hexadecimal digits. */
export const textFingerprints = (db: Database): Map<number, string> =>
  new Map(
    createDuplicateRepository(db)
      .fingerprints()
      .map((it) => [it.textId, it.fingerprint]),
  )

/** One number for a band (0 to 3) and its 16 bits. */
const keyOf = (band: number, bits: number): number => (band << 16) | bits

/** `except`: drafts that are about to go. */
export const createDuplicates = (db: Database, except: readonly number[] = []): Duplicates => {
  const repository = createDuplicateRepository(db)
  const byHash = new Map<string, string>()
  const byBand = new Map<number, { title: string; fingerprint: string }[]>()
  const remember = (title: string, hash: string, print: string): void => {
    if (!byHash.has(hash)) byHash.set(hash, title)
    bands(print).forEach((bits, band) => {
      const key = keyOf(band, bits)
      const known = byBand.get(key)
      if (known) known.push({ title, fingerprint: print })
      else byBand.set(key, [{ title, fingerprint: print }])
    })
  }
  for (const draft of repository.drafts(except))
    remember(draft.title || draft.name, draft.hash, draft.fingerprint)

  const nearArticle = (print: string): Duplicate => {
    for (const [band, probes] of bandProbes(print).entries()) {
      for (const found of repository.fingerprintsInBand(band, probes)) {
        if (!nearDuplicate(print, found.fingerprint)) continue
        const article = repository.articleOfText(found.textId)
        if (article) return { how: 'near', of: article.title, articleId: article.id }
      }
    }
    return null
  }

  const nearDraft = (print: string): Duplicate => {
    for (const [band, probes] of bandProbes(print).entries()) {
      for (const bits of probes) {
        const found = byBand.get(keyOf(band, bits))?.find((it) => nearDuplicate(print, it.fingerprint))
        if (found) return { how: 'near', of: found.title, articleId: null }
      }
    }
    return null
  }

  return {
    check: ({ title, contentHash, fingerprint: print }) => {
      const article = repository.exactArticle(contentHash)
      const earlier = byHash.get(contentHash)
      const duplicate: Duplicate = article
        ? { how: 'exact', of: article.title, articleId: article.id }
        : earlier !== undefined
          ? { how: 'exact', of: earlier, articleId: null }
          : (nearArticle(print) ?? nearDraft(print))
      remember(title, contentHash, print)
      return duplicate
    },
  }
}
