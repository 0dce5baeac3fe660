import { decoded } from '../../files/charset.ts'
import type { SetFile } from '../../files/setFile.ts'
import { Unreadable } from '../../files/unreadable.ts'
import { type XmlElement, xmlTree } from '../../files/xml.ts'
import { plainText } from '../../reading/html/page.ts'

const most = 128 << 20

/** What XML knows without a declaration. */
const ownReferences = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/

/**
 * Feeds are written by templates: names of HTML (`&nbsp;`), bare `&`, control characters. They are turned into what they
 * stand for; CDATA stays as it is.
 */
const repaired = (text: string): string =>
  text
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((piece) =>
      piece.startsWith('<![CDATA[')
        ? piece
        : piece.replace(/&(?:([a-z][a-z\d]{1,30});)?/gi, (found, name: string | undefined, at: number) => {
            if (!ownReferences.test(piece.slice(at, at + 12))) return found
            const character = name === undefined ? '' : plainText(`x${found}x`).slice(1, -1)
            return character !== '' && character !== found ? character : `&amp;${found.slice(1)}`
          }),
    )
    .join('')
    .replace(/<!DOCTYPE[^>[]{0,2000}(?:\[[^\]]{0,20000}\]\s*)?>/i, '')

/** The tree of a feed and whether it had to be repaired first. @throws Unreadable `import.xml` · `import.too_large` */
export const feedTree = (file: SetFile): { root: XmlElement; wasRepaired: boolean } => {
  if (file.size > most) {
    throw new Unreadable('import.too_large', `${file.path} is larger than any feed is. Split it first.`, {
      megabytes: Math.round(file.size / 1_048_576),
      limit: most >> 20,
    })
  }
  const { text: whole } = decoded(file.bytes(), file.charset)
  const text = whole.trimStart()
  try {
    return { root: xmlTree(text, file.path), wasRepaired: false }
  } catch (thrown) {
    const again = repaired(text)
    if (!(thrown instanceof Unreadable) || again === text) throw thrown
    return { root: xmlTree(again, file.path), wasRepaired: true }
  }
}
