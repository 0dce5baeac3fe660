/**
 * One pass over raw HTML before any parser sees it. Saved pages carry megabytes of scripts, styles and data URIs,
 * and hostile ones are built to make tree builders quadratic; here every character is read once.
 */
export type PageScan = {
  /** The page without scripts, styles, comments, vector graphics and oversized attributes. */
  light: string
  /** Number of start tags in `light`. */
  tags: number
  /** Deepest nesting in `light`. */
  depth: number
  /** Raw start tags of html, meta, link, base and time, for the metadata. */
  factTags: string[]
  /** Raw content of the first title element. */
  title: string
  /** JSON-LD scripts, raw. */
  jsonLd: string[]
  /** The address a browser left in a comment when it saved the page. */
  savedFrom: string | undefined
}

const dropped = new Set(
  'script style svg math template iframe object embed applet noscript noembed noframes xmp plaintext textarea select canvas audio video'.split(
    ' ',
  ),
)
/** Elements whose content is text up to their own end tag (HTML Standard, §13.2.5). */
const rawText = new Set(
  'script style textarea title xmp iframe noembed noframes noscript plaintext'.split(' '),
)
const facts = new Set(['html', 'meta', 'link', 'time'])
const voidTags = new Set(
  'area base br col embed hr img input keygen link meta param source track wbr'.split(' '),
)
/** A start tag of these closes an open one of the same name. */
const selfClosing = new Set('p li td th tr dt dd option'.split(' '))

const maxTag = 4000
const blocks = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

/** The index behind the `>` of a tag that starts at `at`, quotes respected; the text's length if it never ends. */
function tagEnd(html: string, at: number): number {
  let quote = 0
  let afterEquals = false
  for (let index = at + 1; index < html.length; index++) {
    const code = html.charCodeAt(index)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 62) return index + 1
    else if (afterEquals && (code === 34 || code === 39)) quote = code
    if (code > 32) afterEquals = code === 61
  }
  return html.length
}

function tagName(html: string, at: number): string {
  let end = at
  while (end < html.length && end - at < 40) {
    const code = html.charCodeAt(end)
    if (!isLetter(code) && !(code >= 48 && code <= 57) && code !== 45 && code !== 58) break
    end++
  }
  return html.slice(at, end).toLowerCase()
}

/** A tag with only its short attributes: data URIs and style sheets in attributes go. */
function shorten(tag: string): string {
  if (tag.length <= maxTag) return tag
  return `<${tagName(tag, 1)}>`
}

export function scanPage(html: string): PageScan {
  const parts: string[] = []
  const scan: PageScan = {
    light: '',
    tags: 0,
    depth: 0,
    factTags: [],
    title: '',
    jsonLd: [],
    savedFrom: undefined,
  }
  const open: string[] = []
  /** Where no further end tag of a raw element exists, so that it is not looked for again. */
  const noEnd = new Set<string>()
  let skipping: { name: string; depth: number } | undefined
  let at = 0

  const endOf = (name: string, from: number): number => {
    if (noEnd.has(name)) return -1
    const pattern = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
    pattern.lastIndex = from
    const found = pattern.exec(html)
    if (found === null) noEnd.add(name)
    return found === null ? -1 : found.index
  }

  while (at < html.length) {
    const next = html.indexOf('<', at)
    const textEnd = next < 0 ? html.length : next
    if (textEnd > at && !skipping) parts.push(html.slice(at, textEnd))
    if (next < 0) break
    const second = html.charCodeAt(next + 1)
    if (second === 33 || second === 63) {
      const comment = html.startsWith('<!--', next)
      const close = html.indexOf(comment ? '-->' : '>', next + (comment ? 4 : 2))
      const end = close < 0 ? html.length : close + (comment ? 3 : 1)
      if (comment && scan.savedFrom === undefined && next < 4096) {
        scan.savedFrom = savedAddress(html.slice(next, Math.min(end, next + 2100)))
      }
      at = end
    } else if (second === 47 && isLetter(html.charCodeAt(next + 2))) {
      const end = tagEnd(html, next)
      const name = tagName(html, next + 2)
      if (skipping) {
        if (name === skipping.name && --skipping.depth === 0) skipping = undefined
      } else {
        for (let index = open.length - 1; index >= 0 && open.length - index <= 60; index--) {
          if (open[index] === name) open.length = index
        }
        parts.push(`</${name}>`)
      }
      at = end
    } else if (isLetter(second)) {
      const end = tagEnd(html, next)
      const raw = html.slice(next, Math.min(end, next + 20_000))
      const name = tagName(html, next + 1)
      at = end
      if (skipping) {
        if (name === skipping.name && !raw.endsWith('/>')) skipping.depth++
      } else if (rawText.has(name)) {
        const close = endOf(name, end)
        const content = html.slice(end, close < 0 ? html.length : close)
        if (name === 'title' && scan.title === '') scan.title = content.slice(0, 2000)
        if (name === 'script' && /type\s*=\s*["']?application\/ld\+json/i.test(raw)) scan.jsonLd.push(content)
        // A raw element that never ends would swallow the page; a browser does so, a reader need not.
        if (close >= 0) at = tagEnd(html, close)
      } else if (dropped.has(name)) {
        if (!raw.endsWith('/>') && !voidTags.has(name) && endOf(name, end) >= 0) skipping = { name, depth: 1 }
      } else {
        if (facts.has(name)) scan.factTags.push(raw)
        if (!voidTags.has(name)) {
          if (selfClosing.has(name) && open.at(-1) === name) open.pop()
          open.push(name)
          scan.depth = Math.max(scan.depth, open.length)
        }
        scan.tags++
        parts.push(shorten(raw))
      }
    } else {
      if (!skipping) parts.push('&lt;')
      at = next + 1
    }
  }
  scan.light = parts.join('')
  return scan
}

const savedAddress = (comment: string) =>
  /saved from url=\(\d{1,6}\)(https?:\/\/[^\s<>]{1,2000})/i.exec(comment)?.[1]

/** A page too deep or too large for a tree, as plain paragraphs: every block tag becomes a paragraph break. */
export function flatten(light: string): string {
  return light.replace(/<\/?([a-zA-Z][a-zA-Z0-9]*)(?![a-zA-Z0-9])[^<>]*>/g, (_, raw: string) => {
    const name = raw.toLowerCase()
    return name === 'br' ? '<br>' : blocks.has(name) ? '<p>' : ''
  })
}
