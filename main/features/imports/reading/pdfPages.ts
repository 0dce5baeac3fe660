/** Where a stretch of an article's full text stands on a page; UTF-16 offsets, points from the page's upper left corner. */
export type PdfRun = [
  start: number,
  end: number,
  x: number,
  y: number,
  width: number,
  height: number,
  fontSize: number,
]

/** A page as kept with the source: `extraction.pages`. */
export type PdfPage = {
  /** Points, turned so that most of its text runs to the right. */
  width: number
  height: number
  /** Degrees its text is turned counter-clockwise in the file. */
  rotation: number
  runs: readonly PdfRun[]
}
