import type { ArticleRow } from '../format.ts'

/** What some file system forbids or a shell would trip over. */
const forbidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*\s.,;#%&{}$!'`@+=~^()[\]]+/gu
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** Bytes of a name, so that it fits everywhere with a number and an extension. */
const longestName = 80

const shortened = (name: string): string => {
  let result = ''
  let bytes = 0
  for (const character of name) {
    bytes += Buffer.byteLength(character)
    if (bytes > longestName) break
    result += character
  }
  return result
}

/**
 * Names for files of one article each, without extension: a running number (so that files stand in the project's order)
 * and the title. Unique, safe on every file system, the same for the same project.
 */
export const createDocumentNames = (): ((article: Pick<ArticleRow, 'title'>) => string) => {
  let number = 0
  return ({ title }) => {
    number += 1
    const name = shortened(title.toWellFormed().replace(forbidden, '-')).replace(/^-+|-+$/g, '')
    const numbered = String(number).padStart(5, '0')
    return name === '' || reserved.test(name) ? numbered : `${numbered}-${name}`
  }
}
