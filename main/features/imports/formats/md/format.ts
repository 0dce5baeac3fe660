import { textFormat } from '../textFormat.ts'

const signs: readonly RegExp[] = [
  /^---\n(?:[\w-]+:.*\n){1,40}---\n/,
  /^#{1,6} \S/m,
  /\[[^\]\n]{1,200}\]\((?:https?:|\/|#)[^)\n]{1,500}\)/,
  /\*\*[^*\n]{1,200}\*\*/,
  /^(?:```|~~~)/m,
  /^> \S/m,
]

/** Markdown, read as the text it shows. */
export const md = textFormat(
  {
    id: 'md',
    name: 'Markdown',
    extensions: ['md', 'markdown', 'mdown', 'mkd'],
    mediaTypes: ['text/markdown', 'text/x-markdown'],
  },
  {
    recognise: ({ name, text }) => {
      const sample = text.slice(0, 16_000).replaceAll('\r\n', '\n')
      const count = signs.filter((sign) => sign.test(sample)).length
      if (/\.(md|markdown|mdown|mkd)$/i.test(name) && text !== '')
        return { score: 0.4 + count * 0.05, why: 'its name' }
      return count >= 2
        ? { score: 0.15 + count * 0.05, why: 'its headings and links are marked as in Markdown' }
        : null
    },
  },
)
