import { createHash } from 'node:crypto'

/** What a reader of an export format gives, written from the format's description alone. */

export interface ReadSpan {
  /**
   * Start and end in `unit`, half-open, in the text of the article that has this uid (or, where the format has no place for
   * it, whose text has this hash).
   */
  article: string
  start: number
  end: number
  quote: string
  textHash: string
}

export interface ReadDataset {
  unit: string
  /** Texts by article uid (or hash), where the format holds them. */
  texts: Map<string, string>
  spans: ReadSpan[]
}

/** SHA-256 of the text's UTF-8 bytes. */
export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
