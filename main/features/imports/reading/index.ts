export { applyCuts, type CutMap, cutMap, spanToFinal, toFinal, toFull } from './cuts.ts'
export { type DecodeHint, decodeBytes, defaultMaxBytes } from './decode.ts'
export {
  type ArticleDraft,
  type ArticleFile,
  identifyText,
  type ReadOptions,
  readArticle,
  type TextIdentity,
} from './draft.ts'
export {
  bandProbes,
  bands,
  contentHash,
  distance,
  fingerprint,
  nearDistance,
  nearDuplicate,
} from './fingerprint.ts'
export { readers } from './readers.ts'
export { findResidue } from './residue.ts'
export { sourceView } from './sourceView.ts'
export type { Confidence, Cut, Decoded, Failure, Guess, Guesses, GuessKey, Notice, Reader } from './types.ts'
