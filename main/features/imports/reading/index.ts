export { applyCuts, type CutMap, cutMap, spanToFinal, toFinal, toFull } from './cuts.ts'
export { type DecodeHint, decodeBytes } from './decode.ts'
export {
  type ArticleDraft,
  type ArticleFile,
  completeDraft,
  type ReadOptions,
  readArticle,
} from './draft.ts'
export {
  bandProbes,
  bands,
  distance,
  fingerprint,
  identifyText,
  nearDistance,
  nearDuplicate,
  type TextIdentity,
} from './fingerprint.ts'
export { defaultMaxBytes } from './limits.ts'
export { pagesOf, pdfView } from './pdfView.ts'
export { readers } from './readers.ts'
export { findResidue } from './residue.ts'
export { sourceView } from './sourceView.ts'
export type { Confidence, Cut, Decoded, Failure, Guess, Guesses, GuessKey, Notice, Reader } from './types.ts'
