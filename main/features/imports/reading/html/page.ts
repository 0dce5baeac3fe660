import sanitizeHtml from 'sanitize-html'

/** One line of running text between two block boundaries, with its inline markup. */
export type Run = {
  kind: 'run'
  /** As a browser would show it: white space collapsed, `\n` for br. */
  text: string
  /** Inline markup of the allow-list, balanced, all text escaped. */
  html: string
  /** Counters of the row, cell and list item the run stands in; 0 outside. */
  row: number
  cell: number
  table: number
  list: number
}

export type PageItem =
  | { kind: 'open'; name: string }
  | { kind: 'close'; name: string }
  | { kind: 'rule' }
  | Run

const structure =
  'p div section article aside header footer main nav h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table thead tbody tfoot tr td th caption figure figcaption address details summary hr'.split(
    ' ',
  )
const inline = 'b strong i em u s sub sup small code mark q cite ins del'.split(' ')
const inlineSet = new Set(inline)
const structureSet = new Set(structure)

/** Deeper markup than this says nothing to a reader. */
const maxDepth = 60

const sanitizeOptions: sanitizeHtml.IOptions = {
  allowedTags: [...structure, ...inline, 'br', 'img'],
  allowedAttributes: { img: ['alt'] },
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'select',
    'noscript',
    'template',
    'title',
    'iframe',
    'object',
    'svg',
    'math',
    'button',
    'noembed',
    'noframes',
  ],
  parseStyleAttributes: false,
  disallowedTagsMode: 'discard',
  exclusiveFilter: ({ attribs, tag }) =>
    tag !== 'body' &&
    tag !== 'html' &&
    ('hidden' in attribs || (attribs.style !== undefined && /display\s*:\s*none/i.test(attribs.style))),
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** The sanitiser leaves exactly these four references. */
const decodeFour = (text: string) => text.replace(/&(?:amp|lt|gt|quot);/g, (entity) => entities[entity]!)

/** Text → HTML text, safe in content and in double-quoted attributes. */
export const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** The text of a snippet of HTML: character references decoded, tags dropped. */
export const plainText = (html: string) =>
  decodeFour(sanitizeHtml(html, { allowedTags: [], allowedAttributes: {} }))
    .replace(/\s+/g, ' ')
    .trim()

/**
 * HTML → a flat list of block boundaries and runs of text. Markup passes the sanitiser, is cut into tokens, and only
 * names of the allow-list come back: what is rebuilt from the list can hold no script, no address and no attribute.
 */
export function pageItems(html: string): PageItem[] {
  const clean = sanitizeHtml(html, sanitizeOptions)
  const items: PageItem[] = []
  const open: string[] = []
  let run = newRun()
  let rows = 0
  let cells = 0
  let tables = 0
  let lists = 0
  let listDepth = 0
  const tableStack: { table: number; row: number; cell: number }[] = []

  const endRun = () => {
    const finished = run.finish(open.includes('pre'))
    if (finished) {
      const place = tableStack.at(-1)
      items.push({
        kind: 'run',
        ...finished,
        row: place?.row ?? 0,
        cell: place?.cell ?? 0,
        table: place?.table ?? 0,
        list: listDepth > 0 ? lists : 0,
      })
    }
    run = newRun()
  }

  const openBlock = (name: string) => {
    endRun()
    if (name === 'table') tableStack.push({ table: ++tables, row: 0, cell: 0 })
    const place = tableStack.at(-1)
    if (place && name === 'tr') {
      place.row = ++rows
      cells = 0
    }
    if (place && (name === 'td' || name === 'th')) place.cell = ++cells
    if ((name === 'ul' || name === 'ol' || name === 'dl') && listDepth++ === 0) lists++
    open.push(name)
    if (open.length <= maxDepth) items.push({ kind: 'open', name })
  }

  const closeBlock = (name: string) => {
    endRun()
    if (!open.includes(name)) return
    for (;;) {
      const last = open.pop()!
      if (last === 'table') tableStack.pop()
      if (last === 'ul' || last === 'ol' || last === 'dl') listDepth--
      if (open.length < maxDepth) items.push({ kind: 'close', name: last })
      if (last === name) return
    }
  }

  for (const [, close, name, attribute, text] of clean.matchAll(
    /<(\/?)([a-z][a-z0-9]*)(?: alt="([^"]*)")?[^>]*>|([^<]+)/g,
  )) {
    if (text !== undefined) run.addText(decodeFour(text))
    else if (name === undefined) continue
    else if (name === 'br') run.addBreak()
    else if (name === 'img') run.addPicture(decodeFour(attribute ?? ''))
    else if (name === 'hr') {
      endRun()
      if (!close) items.push({ kind: 'rule' })
    } else if (structureSet.has(name)) close ? closeBlock(name) : openBlock(name)
    else if (inlineSet.has(name)) close ? run.closeInline(name) : run.openInline(name)
  }
  endRun()
  while (open.length > 0) closeBlock(open.at(-1)!)
  return items
}

type Piece = { text: string } | { mark: 'break' } | { tag: string } | { end: string } | { picture: string }

/** Collects one run; inline elements that are still open at its end are closed. */
function newRun() {
  const pieces: Piece[] = []
  const open: string[] = []
  let filled = false
  return {
    addText(text: string) {
      pieces.push({ text })
      filled ||= /\S/.test(text)
    },
    addBreak() {
      pieces.push({ mark: 'break' })
    },
    addPicture(alt: string) {
      if (alt.trim() === '') return
      pieces.push({ picture: alt })
      filled = true
    },
    openInline(name: string) {
      if (open.length >= 8) return
      open.push(name)
      pieces.push({ tag: name })
    },
    closeInline(name: string) {
      while (open.includes(name)) {
        const last = open.pop()!
        pieces.push({ end: last })
        if (last === name) return
      }
    },
    finish(preserve: boolean): { text: string; html: string } | undefined {
      if (!filled) return undefined
      while (open.length > 0) pieces.push({ end: open.pop()! })
      return {
        text: runText(pieces, preserve),
        html: pieces.map((piece) => pieceHtml(piece, preserve)).join(''),
      }
    },
  }
}

function runText(pieces: Piece[], preserve: boolean): string {
  const lines: string[] = ['']
  for (const piece of pieces) {
    if ('mark' in piece) lines.push('')
    else if ('text' in piece) lines[lines.length - 1] += piece.text
  }
  const shown = lines.map((line) => visible(line, preserve)).join('\n')
  const kept: string[] = []
  for (const raw of shown.split('\n')) {
    const line = preserve ? raw.trimEnd() : raw.trim()
    // Of several empty lines one remains.
    if (line !== '' || (kept.length > 0 && kept.at(-1) !== '')) kept.push(line)
  }
  if (kept.at(-1) === '') kept.pop()
  return kept.join('\n')
}

function pieceHtml(piece: Piece, preserve: boolean): string {
  if ('text' in piece) return escapeHtml(visible(piece.text, preserve))
  if ('mark' in piece) return '<br>'
  if ('tag' in piece) return `<${piece.tag}>`
  if ('end' in piece) return `</${piece.end}>`
  return `<span class="picture">${escapeHtml(visible(piece.picture, false).trim())}</span>`
}

/** White space as a browser shows it; no-break spaces become spaces, soft hyphens and zero-width spaces go. */
function visible(text: string, preserve: boolean): string {
  const plain = text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '').replace(/[\u00a0\u202f]/g, ' ')
  return preserve ? plain : plain.replace(/[ \t\f\n]{2,}|[\t\f\n]/g, ' ')
}
