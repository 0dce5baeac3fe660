import { languages, type Message, type UiLanguage } from '@shared/messages/define.ts'
import { formatMessage, type MessageParams } from '@shared/messages/format.ts'
import { type MessageKey, messages } from '@shared/messages/index.ts'
import { create } from 'zustand'

/** The language the program speaks. Set by state/appearance.ts from the settings. */
export const useLanguage = create<{ language: UiLanguage }>()(() => ({ language: systemLanguage() }))

/** The first of the system's languages that the program speaks; English otherwise. */
export function systemLanguage(): UiLanguage {
  for (const tag of globalThis.navigator?.languages ?? []) {
    const primary = tag.slice(0, 2).toLowerCase()
    const found = languages.find((it) => it === primary)
    if (found) return found
  }
  return 'en'
}

export const language = (): UiLanguage => useLanguage.getState().language

/** A text in the program's language, for code outside components. */
export const text = (key: MessageKey, params?: MessageParams): string =>
  formatMessage((messages as Record<string, Message>)[key] ?? missing(key), language(), params)

const missing = (key: string): Message => ({ en: key, de: key, zh: key })

/** Whether there is a text for a key that comes from data (error codes, option labels). */
export const hasText = (key: string): key is MessageKey => Object.hasOwn(messages, key)

/** A text whose key comes from data: an action's title, a format's option, a command's code. */
export const textOf = (key: string, params?: MessageParams): string => text(key as MessageKey, params)

export type Translate = (key: MessageKey, params?: MessageParams) => string

/** One function per language, so that what was computed with one is computed anew with the other. */
const translators = Object.fromEntries(
  languages.map((it) => [it, ((key, params) => text(key, params)) satisfies Translate]),
) as Record<UiLanguage, Translate>

/** The text function of a component; the component is drawn again when the language changes. */
export const useText = (): Translate => translators[useLanguage((it) => it.language)]

const dateFormats = new Map<string, Intl.DateTimeFormat>()
const dateFormat = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = language() + JSON.stringify(options)
  let format = dateFormats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : language(), options)
    dateFormats.set(key, format)
  }
  return format
}

/** A partial date (`2018`, `2018-06`, `2018-06-18`) as people write it; empty stays empty. */
export const formatDate = (partial: string): string => {
  const [year, month, day] = partial.split('-').map(Number)
  if (!year) return ''
  const date = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1))
  return dateFormat({
    year: 'numeric',
    ...(month ? { month: 'short' } : {}),
    ...(day ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(date)
}

/** A moment (ISO 8601) as date and time in the local zone. */
export const formatMoment = (iso: string): string =>
  dateFormat({ dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))

export const formatNumber = (value: number, options: Intl.NumberFormatOptions = {}): string =>
  new Intl.NumberFormat(language(), options).format(value)

/** A size in bytes, written in kB, MB or GB (powers of 1000). */
export const formatBytes = (bytes: number): string => {
  const [unit, size] =
    bytes < 1000
      ? ['byte', 1]
      : bytes < 1e6
        ? ['kilobyte', 1e3]
        : bytes < 1e9
          ? ['megabyte', 1e6]
          : ['gigabyte', 1e9]
  return formatNumber(bytes / size, { style: 'unit', unit, maximumFractionDigits: size < 1e6 ? 0 : 1 })
}

const languageNames = new Map<UiLanguage, Intl.DisplayNames>()
/** The name of a language by its tag, in the program's language. */
export const languageName = (tag: string): string => {
  if (tag === '') return text('frame.unknownLanguage')
  let names = languageNames.get(language())
  if (!names) {
    names = new Intl.DisplayNames(language(), { type: 'language' })
    languageNames.set(language(), names)
  }
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}

/** Sorts as the language sorts, numbers by value. */
export const collator = (): Intl.Collator =>
  new Intl.Collator(language(), { numeric: true, sensitivity: 'base' })
