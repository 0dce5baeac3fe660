import { describe, expect, it } from 'vitest'
import { languages, type Message } from '../../../shared/messages/define.ts'
import { formatMessage } from '../../../shared/messages/format.ts'
import { messages } from '../../../shared/messages/index.ts'

const all = Object.entries(messages) as [string, Message][]
const blanks = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

describe('texts', () => {
  it('are there in all languages', () => {
    expect(
      all.filter(([, it]) => languages.some((language) => !it[language]?.trim())).map(([key]) => key),
    ).toEqual([])
  })

  it('have the same blanks in all languages', () => {
    const uneven = all.filter(([, it]) =>
      languages.some((language) => blanks(it[language]).join() !== blanks(it.en).join()),
    )
    expect(uneven.map(([key]) => key)).toEqual([])
  })

  it('have plural forms only where something is counted, and never in Chinese', () => {
    const plural = all.filter(([, it]) => languages.some((language) => it[language].includes(' | ')))
    expect(plural.filter(([, it]) => !it.en.includes('{count}')).map(([key]) => key)).toEqual([])
    expect(plural.filter(([, it]) => it.zh.includes(' | ')).map(([key]) => key)).toEqual([])
  })

  it('say what they say in Chinese with Chinese signs', () => {
    // A text that is the same in all languages (OK, a unit, a name) may be Latin.
    const latin = all.filter(([, it]) => it.zh !== it.en && !/\p{Script=Han}|[{}]/u.test(it.zh))
    expect(latin.map(([key]) => key)).toEqual([])
  })

  it('fill their blanks and choose the plural', () => {
    const text: Message = {
      en: '{count} file | {count} files',
      de: '{count} Datei | {count} Dateien',
      zh: '{count} 个文件',
    }
    expect(formatMessage(text, 'en', { count: 1 })).toBe('1 file')
    expect(formatMessage(text, 'en', { count: 1200 })).toBe('1,200 files')
    expect(formatMessage(text, 'de', { count: 1200 })).toBe('1.200 Dateien')
    expect(formatMessage(text, 'zh', { count: 1 })).toBe('1 个文件')
    expect(formatMessage({ en: 'a {b} c', de: '', zh: '' }, 'en')).toBe('a {b} c')
  })
})

it('a name that turns the writing direction turns nothing but itself', () => {
  const message = { en: 'Linked to {name}.', de: 'Mit {name} verknüpft.', zh: '已关联到 {name}。' }
  const override = '\u202egoogle'
  expect(formatMessage(message, 'en', { name: override })).toBe(`Linked to \u2068${override}\u2069.`)
  expect(formatMessage(message, 'en', { name: 'Google' })).toBe('Linked to Google.')
})
