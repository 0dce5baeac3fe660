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
  const read = reader.read(decoded.text, { fileName: file.name })
  if (read.text.trim() === '') {
    return {
      ok: false,
      error: { code: 'import.empty', message: 'The file holds no text to read. Leave it out.' },
    }
  }
  const input = { text: read.text, stated: read.guesses, fileName: file.name }
  const language = guessLanguage(input)
  const cuts = findResidue(read.text, language?.value, read.guesses.title?.value)
  const guesses: Guesses = {
    ...guessMetadata(input, language?.value, cuts),
    ...(language && { language }),
  }
  const text = applyCuts(read.text, cuts)
  return {
    ok: true,
    draft: {
      name: file.name,
      mediaType: reader.mediaTypes[0]!,
      reader: reader.id,
      encoding: decoded.encoding,
      fullText: read.text,
      cuts,
      text,
      title: guesses.title?.value ?? '',
      language: language?.value ?? null,
      publishedOn: guesses.publishedOn?.value ?? null,
      publisher: guesses.publisher?.value ?? null,
      sourceUrl: guesses.sourceUrl?.value ?? null,
      guesses,
      warnings: [...decoded.warnings, ...read.warnings],
      ...identifyText(text),
    },
  }
}
