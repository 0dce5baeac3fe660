import { cleanText } from '../files/charset.ts'
import { applyCuts } from './cuts.ts'
import { decodeBytes } from './decode.ts'
import { identifyText, type TextIdentity } from './fingerprint.ts'
import { guessLanguage, guessMetadata } from './metadata.ts'
import { chooseReader, readerById } from './readers.ts'
import { findResidue } from './residue.ts'
import type { Cut, Failure, Guesses, Notice } from './types.ts'

export type ArticleFile = {
  /** File name or path; '' for pasted text. */
  name: string
  bytes: Uint8Array
  mediaType?: string
}

export type ReadOptions = {
  /** Encoding the person chose. */
  charset?: string
  /** Reader the person chose, by id. */
  reader?: string
  maxBytes?: number
}

/** An article as it would be imported. JSON-safe. Offsets: UTF-16 code units in `fullText`, half-open. */
export type ArticleDraft = {
  name: string
  mediaType: string
  reader: string
  encoding: string
  fullText: string
  cuts: Cut[]
  /** The text after the switched-on cuts: what would be stored. */
  text: string
  title: string
  /** ISO 639-1; null when unknown. */
  language: string | null
  /** ISO date; null when unknown. */
  publishedOn: string | null
  publisher: string | null
  sourceUrl: string | null
  /** Where each guess came from. */
  guesses: Guesses
  warnings: Notice[]
} & TextIdentity

/** Bytes → article draft, or one clear line why not. Pure and bounded in time; never throws on bad input. */
export function readArticle(
  file: ArticleFile,
  options: ReadOptions = {},
): { ok: true; draft: ArticleDraft } | Failure {
  const decoded = decodeBytes(file.bytes, {
    ...(options.charset !== undefined && { charset: options.charset }),
    ...(options.maxBytes !== undefined && { maxBytes: options.maxBytes }),
  })
  if (!decoded.ok) return decoded
  const reader =
    (options.reader !== undefined && readerById(options.reader)) ||
    chooseReader(decoded.text, file.name, file.mediaType)
  const { text, guesses, warnings } = reader.read(decoded.text, { fileName: file.name })
  const article = { text, guesses, warnings: [...decoded.warnings, ...warnings], encoding: decoded.encoding }
  const draft = completeDraft(article, file, reader.id)
  return draft
    ? { ok: true, draft: { ...draft, mediaType: reader.mediaTypes[0]! } }
    : {
        ok: false,
        error: { code: 'import.empty', message: 'The file holds no text to read. Leave it out.' },
      }
}

/** What a format's reader gives of one article, as `ReadArticle` of the list of formats. */
type Given = {
  readonly name?: string
  readonly text: string
  readonly guesses: Guesses
  readonly warnings: readonly Notice[]
  readonly cuts?: readonly Cut[]
  readonly encoding?: string
}

/** Adds what the format does not state: metadata guessed from the text, residue to cut. Null for an article without text. */
export function completeDraft(
  read: Given,
  file: { readonly name: string; readonly address?: string },
  reader: string,
): Omit<ArticleDraft, 'mediaType'> | null {
  // What a format writes as a number (`&#13;`, `\'00`) gets past the decoding that keeps texts clean.
  const fullText = /[\0\r]/.test(read.text) || !read.text.isWellFormed() ? cleanText(read.text) : read.text
  if (fullText.trim() === '') return null
  const stated: Guesses =
    file.address !== undefined && !read.guesses.sourceUrl
      ? { ...read.guesses, sourceUrl: { value: file.address, from: 'archive', confidence: 'certain' } }
      : read.guesses
  const input = { text: fullText, stated, fileName: read.name ?? file.name }
  const language = guessLanguage(input)
  const cuts = withoutOverlaps([
    ...(fullText.length === read.text.length ? (read.cuts ?? []) : []),
    ...findResidue(fullText, language?.value, stated.title?.value),
  ])
  const guesses: Guesses = {
    ...guessMetadata(input, language?.value, cuts),
    ...(language && { language }),
  }
  const text = applyCuts(fullText, cuts)
  return {
    name: read.name ?? file.name,
    reader,
    encoding: read.encoding ?? '',
    fullText,
    cuts,
    text,
    title: guesses.title?.value ?? '',
    language: language?.value ?? null,
    publishedOn: guesses.publishedOn?.value ?? null,
    publisher: guesses.publisher?.value ?? null,
    sourceUrl: guesses.sourceUrl?.value ?? null,
    guesses,
    warnings: [...read.warnings],
    ...identifyText(text),
  }
}

/** Cuts in text order; of two that touch the same place the one proposed first stays. */
function withoutOverlaps(cuts: readonly Cut[]): Cut[] {
  const kept: Cut[] = []
  for (const cut of cuts) {
    if (!kept.some((it) => cut.start < it.end && it.start < cut.end)) kept.push(cut)
  }
  return kept.sort((a, b) => a.start - b.start)
}
