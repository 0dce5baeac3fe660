import { german } from './words/de.ts'
import { english } from './words/en.ts'
import type { ValueLanguage } from './words/language.ts'
import { chinese } from './words/zh.ts'

/** The rules of a BCP 47 tag; English for one without rules. */
export const valueLanguage = (tag: string | undefined): ValueLanguage =>
  tag?.startsWith('de') ? german : tag?.startsWith('zh') ? chinese : english

/** All languages, the text's own last, so that its reading of a word ("Billion") wins. */
export const languagesFor = (tag: string | undefined): ValueLanguage[] => {
  const own = valueLanguage(tag)
  return [...[chinese, german, english].filter((language) => language !== own), own]
}
