import type { Message, UiLanguage } from './define.ts'

export type MessageParams = Readonly<Record<string, string | number>>

const plurals: Readonly<Record<UiLanguage, Intl.PluralRules>> = {
  en: new Intl.PluralRules('en'),
  de: new Intl.PluralRules('de'),
  zh: new Intl.PluralRules('zh'),
}
const numbers: Readonly<Record<UiLanguage, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en'),
  de: new Intl.NumberFormat('de'),
  zh: new Intl.NumberFormat('zh'),
}

const choose = (text: string, language: UiLanguage, params: MessageParams): string => {
  if (params.count === undefined) return text
  const forms = text.split(' | ')
  if (forms.length < 2) return text
  return plurals[language].select(Number(params.count)) === 'one' ? forms[0]! : forms[1]!
}

/** Letters and marks that turn the direction of what stands around them. */
const turns = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/

/** Keeps a foreign text's direction to itself (Unicode isolates), whatever overrides it brings. */
const isolated = (text: string): string => (turns.test(text) ? `\u2068${text}\u2069` : text)

/** Fills the blanks of a message; numbers are written as the language writes them. An unknown blank stays visible. */
export const formatMessage = (message: Message, language: UiLanguage, params: MessageParams = {}): string =>
  choose(message[language], language, params).replace(/\{(\w+)\}/g, (blank, name: string) => {
    const value = params[name]
    if (value === undefined) return blank
    return typeof value === 'number' ? numbers[language].format(value) : isolated(value)
  })
