import { expect, test } from 'vitest'
import type { ActionContext } from '../../shared/actions/define.ts'
import { actions } from '../../shared/actions/index.ts'
import type { Message } from '../../shared/messages/define.ts'
import { messages } from '../../shared/messages/index.ts'

const places: readonly [ActionContext, string][] = [
  ['always', 'Anywhere'],
  ['project', 'With a project open'],
  ['article', 'With an article open'],
  ['reader', 'In the text'],
  ['mention', 'On a mention'],
  ['corpus', 'In the corpus list'],
  ['network', 'In the network'],
  ['inspector', 'In the inspector'],
]

const name = (key: string): string => (messages as Record<string, Message>)[key]!.en
const keys = (shortcut: string | undefined): string =>
  shortcut === undefined ? '' : `\`${shortcut.replace('Mod', 'Ctrl')}\``

const render = (): string => {
  const parts = [
    '# Keyboard',
    '',
    'Every action, with its shortcut where it has one; all of them are in the palette (`Ctrl+K`). Made from',
    '`shared/actions` by `npx vitest -u test/unit/keyboardDocument.test.ts`. On a Mac, `Ctrl` is `⌘`.',
    'Type keys (`1` … `0` in the default schema) are set in the schema.',
  ]
  for (const [when, heading] of places) {
    const rows = actions.filter((it) => it.when === when)
    if (rows.length === 0) continue
    parts.push('', `## ${heading}`, '', '| action | key |', '|---|---|')
    for (const row of rows)
      parts.push(`| ${name(row.titleKey).replaceAll('|', '\\|')} | ${keys(row.shortcut)} |`)
  }
  return `${parts.join('\n')}\n`
}

test('docs/keyboard.md lists every action there is', async () => {
  await expect(render()).toMatchFileSnapshot('../../docs/keyboard.md')
})

test('every action has a name in every language', () => {
  for (const { titleKey } of actions) {
    const message = (messages as Record<string, Message>)[titleKey]
    expect(message, titleKey).toBeDefined()
    for (const text of Object.values(message!)) expect(text.trim(), titleKey).not.toBe('')
  }
})
