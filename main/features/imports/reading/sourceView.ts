import { type Aligned, alignLines } from './align.ts'
import { type CutMap, cutMap, spanToFinal } from './cuts.ts'
import { decodeBytes } from './decode.ts'
import { preparePage } from './html/article.ts'
import { escapeHtml, type PageItem, pageItems } from './html/page.ts'
import type { Cut } from './types.ts'

export type SourceViewInput = {
  bytes: Uint8Array
  mediaType: string
  /** The encoding the article was imported with. */
  encoding: string
  /** The extracted text before cuts, and the cuts: UTF-16 offsets in it. */
  fullText: string
  cuts: readonly Cut[]
}

/** Longer sources are shown up to here; the rest would only slow the pane down. UTF-16 code units. */
const maxShown = 5_000_000

/**
 * The original of an article as inert HTML for a sandboxed frame: structure and text only, no script, style, address
 * or attribute but `data-start`/`data-end` (UTF-16 offsets in the final text, half-open), `data-reason` and `class`
 * (`cut`: removed as residue; `outside`: not part of the article; `picture`: the description of a picture).
 * A source that cannot be decoded any more gives an empty page.
 */
export function sourceView(input: SourceViewInput): { html: string; truncated: boolean } {
  const decoded = decodeBytes(input.bytes, { charset: input.encoding, maxBytes: Number.MAX_SAFE_INTEGER })
  if (!decoded.ok) return { html: page(''), truncated: false }
  const source = decoded.text.slice(0, maxShown)
  const items =
    input.mediaType === 'text/html' ? pageItems(preparePage(source).scan.light) : lineItems(source)
  const isMarkdown = input.mediaType === 'text/markdown'
  return {
    html: page(render(items, input, isMarkdown ? withoutAddresses : (line) => line)),
    truncated: source.length < decoded.text.length,
  }
}

const page = (body: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`

/** A text file: every line a run of its own. */
function lineItems(source: string): PageItem[] {
  return source.split('\n').flatMap((line): PageItem[] => [
    { kind: 'open', name: 'p' },
    { kind: 'run', text: line, html: escapeHtml(line), row: 0, cell: 0, table: 0, list: 0 },
    { kind: 'close', name: 'p' },
  ])
}

/** A line of Markdown without link targets, which its text does not hold. */
const withoutAddresses = (line: string) => line.replace(/\]\([^()\s]{0,2000}\)/g, ']')

/** Blocks that carry the attributes of their first run themselves; other runs get a `<div>` of their own. */
const carriers = new Set(
  'p h1 h2 h3 h4 h5 h6 li dt dd td th caption figcaption blockquote pre address summary'.split(' '),
)

function render(items: readonly PageItem[], input: SourceViewInput, clean: (line: string) => string): string {
  const spans = runSpans(items, input.fullText, clean)
  const map = cutMap(input.fullText, input.cuts)
  const cuts = input.cuts.filter((cut) => cut.on).sort((a, b) => a.start - b.start)
  let out = ''
  let run = 0
  items.forEach((item, index) => {
    if (item.kind === 'rule') out += '<hr>'
    else if (item.kind === 'run') {
      const before = items[index - 1]
      const carried = before?.kind === 'open' && carriers.has(before.name)
      out += carried ? item.html : `<div${attributes(spans[run], map, cuts)}>${item.html}</div>`
      run++
    } else if (item.kind === 'close') out += `</${item.name}>`
    else {
      const next = items[index + 1]
      const carries = next?.kind === 'run' && next.text.trim() !== '' && carriers.has(item.name)
      out += `<${item.name}${carries ? attributes(spans[run], map, cuts) : ''}>`
    }
  })
  return out
}

/** For every run the span of its text in the full text. A run of several lines is where its lines are. */
function runSpans(items: readonly PageItem[], fullText: string, clean: (line: string) => string): Aligned[] {
  const lines: string[] = []
  const owners: number[] = []
  let run = 0
  for (const item of items) {
    if (item.kind !== 'run') continue
    for (const line of item.text.split(/[\n\t]/)) {
      lines.push(clean(line))
      owners.push(run)
    }
    run++
  }
  const spans: Aligned[] = new Array(run).fill(undefined)
  alignLines(lines, fullText).forEach((span, index) => {
    if (span === undefined) return
    const owner = owners[index]!
    const known = spans[owner]
    spans[owner] = known ? { start: known.start, end: span.end } : span
  })
  return spans
}

function attributes(span: Aligned, map: CutMap, cuts: readonly Cut[]): string {
  if (span === undefined) return ' class="outside"'
  const final = spanToFinal(map, span.start, span.end)
  if (final) return ` data-start="${final.start}" data-end="${final.end}"`
  const cut = cuts.find(({ start, end }) => start < span.end && end > span.start)
  return ` class="cut"${cut ? ` data-reason="${escapeHtml(cut.reason)}"` : ''}`
}
