/** What one tool read of one format of one project, as a check prints it on a line. */
export interface Line {
  readonly tool: string
  readonly version: string
  readonly format: string
  /** What of the format the tool does not take, or what was done before it could; '' for nothing. */
  readonly note: string
  readonly documents?: number
  readonly entities?: number
  readonly spans?: number
  readonly quotes?: number
  readonly relations?: number
  readonly problemCount: number
  readonly problems: readonly string[]
}

/** One tool and one format, over all projects. */
export interface Row {
  readonly tool: string
  readonly version: string
  readonly format: string
  readonly lines: readonly Line[]
}

export const rowsOf = (lines: readonly Line[]): Row[] =>
  [...Map.groupBy(lines, (it) => `${it.tool} ${it.format}`).values()].map((group) => {
    const [{ tool, version, format }] = group as [Line]
    return { tool, version, format, lines: group }
  })

const counted = ['documents', 'entities', 'spans', 'quotes', 'relations'] as const

/** `8 + 5 documents, 120 + 25 spans`: what was found in each project. */
export const readOf = ({ lines }: Row): string =>
  counted
    .filter((it) => lines.some((line) => line[it] !== undefined))
    .map((it) => `${lines.map((line) => line[it] ?? 0).join(' + ')} ${it}`)
    .join(', ')

export const problemCount = ({ lines }: Row): number => lines.reduce((sum, it) => sum + it.problemCount, 0)

export const notesOf = ({ lines }: Row): string =>
  [...new Set(lines.map((it) => it.note).filter((it) => it !== ''))].join('; ')

export const tell = (row: Row): string => {
  const count = problemCount(row)
  const verdict = count === 0 ? 'agrees' : `DISAGREES in ${count}`
  const note = notesOf(row)
  const line = `${row.tool} ${row.version} · ${row.format}: ${readOf(row)}; ${verdict}${note && ` (${note})`}`
  return [line, ...row.lines.flatMap((it) => it.problems).map((it) => `    ${it}`)].join('\n')
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const heads = ['tool', 'version', 'format', 'read', 'agrees', 'limits']

/** The rows as a Markdown table. */
const table = (rows: readonly Row[]): string =>
  [
    heads,
    heads.map(() => '---'),
    ...rows.map((row) => {
      const count = problemCount(row)
      return [
        ...[row.tool, row.version, row.format, readOf(row)],
        ...[count === 0 ? 'yes' : `no: ${count}`, notesOf(row) || '–'],
      ].map(cell)
    }),
  ]
    .map((it) => `| ${it.join(' | ')} |`)
    .join('\n')

const readings = (count: number): string => (count === 1 ? '1 reading' : `${count} readings`)

/** The section of docs/formats.md. */
export const section = (rows: readonly Row[], pythonVersion: string): string => {
  const wrong = rows.filter((it) => problemCount(it) > 0).length
  return [
    'Two projects are written and read: the sample, and a small one of everything that makes exports go wrong (emoji and',
    'other characters of two UTF-16 units, combined characters, four scripts, control characters, mentions that overlap,',
    'are nested, discontinuous, blank or inside a word, an empty article, names full of markup). Numbers are what the tool',
    'found in either, `sample + small`; `agrees` means that all the row counts is equal to the project: whole texts, spans with',
    'their types, quotes cut by the tool’s own offsets, relations with both ends. `limits` is what the tool does not take, or',
    'what was done before it could. Characters that XML cannot hold are compared as the blanks they became.',
    '',
    `Python ${pythonVersion}: ${readings(rows.length)}, ${wrong === 0 ? 'all agree' : `${wrong} disagree`}.`,
    '',
    table(rows),
  ].join('\n')
}
