/** What a reader of an export format gives, written from the format's description alone. */

export interface ReadSpan {
  /** Start and end in `unit`, half-open, in the text of the article that has this uid. */
  article: string
  start: number
  end: number
  quote: string
  textHash: string
}

export interface ReadDataset {
  unit: string
  /** Texts by article uid, where the format holds them. */
  texts: Map<string, string>
  spans: ReadSpan[]
}
