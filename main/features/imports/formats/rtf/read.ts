import { propertyGuesses } from '../../files/documentFacts.ts'
import { htmlText } from '../../files/htmlText.ts'
import type { SetFile } from '../../files/setFile.ts'
import type { Notice } from '../../reading/types.ts'
import type { ReadArticle } from '../format.ts'
import { parseRtf } from './parse.ts'

/** The document as HTML. @throws Unreadable `import.rtf_damaged` */
export const rtfHtml = (bytes: Uint8Array, path: string): string => parseRtf(bytes, path).html

/** @throws Unreadable `import.rtf_damaged` */
export const readRtf = (file: SetFile): ReadArticle => {
  const { html, properties, isCutOff, unknownCodePage } = parseRtf(file.bytes(), file.path)
  const { text } = htmlText(html)
  const warnings: Notice[] = []
  if (isCutOff)
    warnings.push({
      code: 'import.rtf_cut_off',
      message: `${file.path} ends in the middle of a group; what stands before was read.`,
    })
  if (unknownCodePage !== null)
    warnings.push({
      code: 'import.rtf_code_page',
      message: `${file.path} uses code page ${unknownCodePage}, which is not known here; some characters may be wrong.`,
      params: { codePage: unknownCodePage },
    })
  return { text, guesses: propertyGuesses(properties, text), warnings }
}
