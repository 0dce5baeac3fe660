import { extractArticle } from '../html/article.ts'
import { pageFacts } from '../html/facts.ts'
import type { Guesses, Reader } from '../types.ts'

const pageStart =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i
const pageTags =
  /<\/?(?:p|div|span|br|a|h[1-6]|ul|ol|li|table|tr|td|img|meta|link|script|article|section|strong|em|b|i)(?:\s[^<>]{0,500})?\/?>/gi

/** A web page: its article by Readability, its metadata from its own statements. */
export const html: Reader = {
  id: 'html',
  name: 'Web page',
  extensions: ['html', 'htm', 'xhtml', 'shtml'],
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  recognise: (sample) => {
    if (pageStart.test(sample)) return 1
    const tags = sample.match(pageTags)?.length ?? 0
    return tags < 2 ? 0 : Math.min(0.9, (tags * 60) / sample.length + (/^\s*</.test(sample) ? 0.4 : 0))
  },
  read: (source) => {
    const { scan, text, title, warnings } = extractArticle(source)
    const guesses: Guesses = pageFacts(scan)
    // og:title and headline name the article; the title element names the page, which Readability trims better.
    if (title && (guesses.title === undefined || guesses.title.from === 'title'))
      guesses.title = { value: title, from: 'page', confidence: 'likely' }
    const { headline, rest } = splitHeadline(text, guesses.title?.value)
    if (headline && guesses.title) guesses.title.value = headline
    return { text: rest, guesses, warnings }
  },
}

const comparable = (line: string) => line.replace(/\s+/g, ' ').trim().toLowerCase()

/**
 * The headline is the title field; the text does not open with it a second time. A first line that is the page's
 * title but for the name of the site ("Deal closed - The Paper") is the headline.
 */
function splitHeadline(text: string, title: string | undefined): { headline?: string; rest: string } {
  const end = text.indexOf('\n')
  if (title === undefined || end < 0) return { rest: text }
  const first = text.slice(0, end).trim()
  const behind = comparable(title).slice(comparable(first).length)
  const same = comparable(title).startsWith(comparable(first)) && /^(?:\s*[|–—·»_:-].*)?$/.test(behind)
  return same && first.length > 3
    ? { headline: first, rest: text.slice(end).replace(/^\n+/, '') }
    : { rest: text }
}
