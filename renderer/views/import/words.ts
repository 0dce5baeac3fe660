import { whyIn } from '@shared/messages/formatWhys.ts'
import { hasText, language, textOf } from '../../state/i18n.ts'

/** Why a passage is proposed for cutting. */
export const reasonText = (reason: string): string => {
  const key = `import.reason.${reason}`
  return textOf(hasText(key) ? key : 'import.reason.other')
}

/** Where a guess was found: a place in words where there are such, else as the file names it (`og:title`). */
export const placeText = (from: string): string => {
  const key = `import.place.${from.replace(/ /g, '_')}`
  return hasText(key) ? textOf(key) : from
}

/** What says that a file is of a format: in words where they are known, else as the core says it. */
export const whyText = (why: string): string => whyIn(why, language())

/** A remark on a file: told in the program's language where its code is known, else as the core tells it. */
export const remarkText = (
  remark: string | { code: string; message: string; params?: Record<string, string | number> },
): string => {
  if (typeof remark === 'string') return remark
  const key = `import.notice.${remark.code}`
  if (!hasText(key)) return remark.message
  const said = textOf(key, remark.params)
  const place = remark.params?.place
  return typeof place === 'string' && !said.includes(place) ? `${place}: ${said}` : said
}
