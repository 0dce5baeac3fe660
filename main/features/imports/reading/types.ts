/** A finding that travels to the screen as data: the code selects a translated sentence, `message` is the English one. */
export type Notice = {
  code: string
  message: string
  params?: Record<string, string | number>
}

export type Failure = { ok: false; error: Notice }

/** How sure a guess is: stated by the file itself, found by a rule that rarely errs, or the best of several. */
export type Confidence = 'certain' | 'likely' | 'guess'

/** A guessed value and the place it was found in (`og:title`, `first line`, `file name` …). */
export type Guess = { value: string; from: string; confidence: Confidence }

export type GuessKey = 'title' | 'language' | 'publishedOn' | 'publisher' | 'sourceUrl' | 'author'

export type Guesses = Partial<Record<GuessKey, Guess>>

/** Decoded text: no byte order mark, no NUL, `\n` line ends. */
export type Decoded = {
  ok: true
  text: string
  /** Name of the encoding in lower case (`utf-8`, `utf-16le`, `windows-1252`, `gb18030` …). */
  encoding: string
  confidence: Confidence
  warnings: Notice[]
}

/** What a format reader makes of decoded text. `guesses` are what the format itself states; the rest is guessed later. */
export type ReadText = {
  text: string
  guesses: Guesses
  warnings: Notice[]
}

/** A span of whole lines proposed for cutting: UTF-16 code units in the full text, half-open [start, end). */
export type Cut = { start: number; end: number; reason: string; on: boolean }

/** A format articles are read from. One declaration per format, one line in the list below. */
export type Reader = {
  id: string
  name: string
  /** Lower case, without the dot. */
  extensions: string[]
  /** The first is the one stored with the article. */
  mediaTypes: string[]
  /** How much the first 16,000 UTF-16 code units look like this format: 0 to 1. */
  recognise: (sample: string) => number
  /** Decoded text → the article's text, with whatever the format states about it. Never throws on bad input. */
  read: (text: string, context: { fileName: string }) => ReadText
}
