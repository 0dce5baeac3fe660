export const languages = ['en', 'de', 'zh'] as const
export type UiLanguage = (typeof languages)[number]

/**
 * One text in the three languages of the program. `{name}` is a blank. A text with `{count}` may give the plural as
 * `one form | other form`; Chinese needs one form only.
 */
export type Message = Readonly<Record<UiLanguage, string>>

export const defineMessages = <const T extends Record<string, Message>>(messages: T): T => messages
