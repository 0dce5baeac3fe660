import { languages, type Message, type UiLanguage } from './define.ts'
import type { MessageParams } from './format.ts'
import { messages } from './index.ts'

const all: Readonly<Record<string, Message>> = messages

const blanks = new Map<string, readonly string[]>()

/** The blanks of a text in all its languages. */
export const blanksOf = (key: string): readonly string[] => {
  let found = blanks.get(key)
  if (!found) {
    const message = all[key]
    const names = languages.flatMap((it: UiLanguage) =>
      [...(message?.[it] ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1]!),
    )
    found = [...new Set(names)]
    blanks.set(key, found)
  }
  return found
}

/** Whether there is such a text and something to put into each of its blanks. */
export const canFill = (key: string, params: MessageParams): boolean =>
  Object.hasOwn(all, key) && blanksOf(key).every((it) => params[it] !== undefined && params[it] !== '')
