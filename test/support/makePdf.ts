/* Small PDF files for tests: written by hand, uncompressed, one standard font. */

/** A line of text; points from the lower left corner of the page. */
export interface PdfText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
  /** Degrees counter-clockwise. */
  readonly angle?: number
}

export interface PdfOptions {
  readonly info?: Readonly<Record<string, string>>
  /** Degrees every page is turned clockwise for showing. */
  readonly rotate?: number
  /** Instead of the number of pages there are. */
  readonly count?: number
  /** Entries of the trailer, as written. */
  readonly trailer?: string
  /** Further objects, as written; the first of them has the number 5 + 2 × pages. */
  readonly objects?: readonly string[]
}

const literal = (text: string): string =>
  `(${[...text]
    .map((it) => {
      const code = it.charCodeAt(0)
      return '()\\'.includes(it) ? `\\${it}` : code > 126 ? `\\${code.toString(8).padStart(3, '0')}` : it
    })
    .join('')})`

const content = (texts: readonly PdfText[]): string =>
  texts
    .map(({ text, x, y, size = 10, angle = 0 }) => {
      const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)].map((it) =>
        it.toFixed(4),
      )
      return `BT /F1 ${size} Tf ${cos} ${sin} -${sin} ${cos} ${x} ${y} Tm ${literal(text)} Tj ET`.replace(
        '--',
        '',
      )
    })
    .join('\n')

/** A4 pages with the given lines, in WinAnsi. */
export const makePdf = (pages: readonly (readonly PdfText[])[], options: PdfOptions = {}): Buffer => {
  const kids = pages.map((_, index) => `${5 + 2 * index} 0 R`).join(' ')
  const info = Object.entries(options.info ?? {})
    .map(([key, value]) => `/${key} ${literal(value)}`)
    .join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${options.count ?? pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< ${info} >>`,
    ...pages.flatMap((texts, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${options.rotate ?? 0} ` +
        `/Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + 2 * index} 0 R >>`,
      `<< /Length ${content(texts).length} >>\nstream\n${content(texts)}\nendstream`,
    ]),
    ...(options.objects ?? []),
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((it, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${it}\nendobj\n`
    return at
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const at of offsets) file += `${String(at).padStart(10, '0')} 00000 n \n`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${options.trailer ?? ''} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
