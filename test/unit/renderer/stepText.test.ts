import { describe, expect, test } from 'vitest'
import { failureText } from '../../../renderer/state/failureText.ts'
import { type Translate, useLanguage } from '../../../renderer/state/i18n.ts'
import { stepText } from '../../../renderer/state/stepText.ts'
import type { Endpoint } from '../../../shared/contract/define.ts'
import { contract } from '../../../shared/contract/index.ts'
import { errorCode } from '../../../shared/contract/reply.ts'
import { languages } from '../../../shared/messages/define.ts'
import { formatMessage } from '../../../shared/messages/format.ts'
import { messages } from '../../../shared/messages/index.ts'

const inLanguage =
  (language: (typeof languages)[number]): Translate =>
  (key, params) =>
    formatMessage(messages[key], language, params)
const en = inLanguage('en')

const codes = [
  ...Object.entries(contract).flatMap(([namespace, methods]) =>
    Object.entries(methods as Record<string, Endpoint>)
      .filter(([, endpoint]) => endpoint.kind === 'command')
      .map(([name]) => `${namespace}.${name}`),
  ),
  'imports.commit',
  'imports.dataset',
]

const samples: Record<string, string | number>[] = [
  {},
  { count: 1 },
  { count: 7 },
  { field: 'nonsense', count: 3 },
  { by: 'drag' },
]

describe('texts of steps', () => {
  test.each(codes)('%s is told in every language, whatever its params hold', (code) => {
    for (const language of languages) {
      for (const params of samples) {
        const told = stepText({ code, params }, inLanguage(language))
        expect(told).not.toMatch(/[{}]/)
        expect(told).not.toContain(code)
      }
    }
  })

  test('the most telling text that can be filled is taken', () => {
    const tell = (code: string, params: Record<string, string | number>) => stepText({ code, params }, en)
    expect(tell('mentions.create', { quote: 'JD.com', type: 'Company', entity: '' })).toBe(
      'Tagged “JD.com” as Company',
    )
    expect(
      tell('mentions.update', { count: 1, quote: 'JD', field: 'entityId', entity: 'JD.com', type: '' }),
    ).toBe('Linked “JD” to JD.com')
    expect(tell('mentions.update', { count: 1, quote: 'JD', field: 'entityId', entity: '', type: '' })).toBe(
      'Unlinked “JD”',
    )
    expect(tell('mentions.update', { count: 4, quote: 'JD', field: 'entityId', entity: '', type: '' })).toBe(
      'Unlinked 4 mentions',
    )
    expect(tell('mentions.update', { count: 1, quote: 'JD', field: 'note', entity: '', type: '' })).toBe(
      'Changed the note of “JD”',
    )
    expect(tell('articles.update', { count: 2, title: 'A', field: 'status', status: 'set_aside' })).toBe(
      'Marked 2 articles set aside',
    )
    expect(tell('articles.remove', { count: 1, title: 'A' })).toBe('Deleted the article “A”')
    expect(tell('network.moveNodes', { by: 'layout', count: 90 })).toBe('Laid out the network')
    expect(tell('relations.state', { source: 'Google', relation: 'invests in', target: 'JD.com' })).toBe(
      'Stated: Google invests in JD.com',
    )
    expect(tell('imports.commit', { count: 12, title: 'A' })).toBe('Imported 12 articles')
  })

  test('a code nobody knows is still told', () => {
    expect(stepText({ code: 'future.command', params: {} }, en)).toBe('Change (future.command)')
  })
})

describe('texts of failures', () => {
  test.each(errorCode.options)('%s says something in every language without details', (code) => {
    for (const language of languages) {
      useLanguage.setState({ language })
      const told = failureText({ code }, inLanguage(language))
      expect(told.length).toBeGreaterThan(5)
      expect(told).not.toMatch(/[{}]/)
    }
  })

  test('details choose the text that says most', () => {
    useLanguage.setState({ language: 'de' })
    const de = inLanguage('de')
    expect(failureText({ code: 'not_allowed', details: { name: 'Firma', uses: 3 } }, de)).toContain(
      '„Firma“ wird noch verwendet (3-mal)',
    )
    expect(failureText({ code: 'conflict', details: { key: 'company' } }, de)).toContain(
      'Schlüssel „company“',
    )
    expect(failureText({ code: 'conflict', details: { path: '/a', foreign: 'x.txt' } }, de)).toContain(
      'x.txt',
    )
  })

  test('in English the sentence of the core is shown where no text fits the details, but never a bare defect', () => {
    useLanguage.setState({ language: 'en' })
    expect(
      failureText({ code: 'not_found', message: 'There is no draft 7 in this project (any more).' }, en),
    ).toContain('draft 7')
    expect(failureText({ code: 'internal', message: 'x is undefined' }, en)).not.toContain('undefined')
  })
})
