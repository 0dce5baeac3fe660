import { collator, languageName } from '../../state/i18n.ts'

/** The languages of articles that come first, and those that a person may well meet. */
const usual = ['de', 'en', 'zh']
const others = [
  'ar',
  'cs',
  'da',
  'es',
  'fi',
  'fr',
  'hi',
  'hu',
  'id',
  'it',
  'ja',
  'ko',
  'nl',
  'no',
  'pl',
  'pt',
  'ru',
  'sv',
  'th',
  'tr',
  'uk',
  'vi',
]

/** Languages to choose from, the usual ones first; `also` is there even when it is a rare one, '' is "unknown". */
export const languageChoices = (also: string): { value: string; label: string }[] => {
  const known = [...usual, ...others]
  const rest = [...others, ...(also !== '' && !known.includes(also) ? [also] : [])]
  const named = rest.map((it) => ({ value: it, label: languageName(it) }))
  named.sort((a, b) => collator().compare(a.label, b.label))
  return [
    ...usual.map((it) => ({ value: it, label: languageName(it) })),
    ...named,
    { value: '', label: languageName('') },
  ]
}
