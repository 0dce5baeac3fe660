import type { MenuItemConstructorOptions } from 'electron'
import type { ActionRecord, MenuPlace } from '../../../shared/actions/define.ts'
import { parseShortcut } from '../../../shared/actions/shortcut.ts'
import type { Message, UiLanguage } from '../../../shared/messages/define.ts'

const places: readonly MenuPlace[] = ['project', 'edit', 'article', 'annotate', 'network', 'view', 'help']

export interface MenuOptions {
  actions: readonly ActionRecord[]
  messages: Readonly<Record<string, Message>>
  language: UiLanguage
  mac: boolean
  /** Told when an item is chosen. */
  choose(actionId: string): void
}

/** A shortcut as Electron writes it: `CmdOrCtrl+Shift+Z`. */
export const accelerator = (written: string): string => {
  const { mod, alt, shift, key } = parseShortcut(written)
  const held = [mod && 'CmdOrCtrl', alt && 'Alt', shift && 'Shift', key === '+' ? 'Plus' : key]
  return held.filter(Boolean).join('+')
}

/** What text fields need and no action of ours does. */
const textItems: MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
]

/** The native menu from the one list of actions. Shortcuts are shown here and heard in the page, so none is heard twice. */
export const menuTemplate = ({
  actions,
  messages,
  language,
  mac,
  choose,
}: MenuOptions): MenuItemConstructorOptions[] => {
  const text = (key: string): string => messages[key]?.[language] ?? key
  const menus = places.map((place): MenuItemConstructorOptions => {
    const items = actions
      .filter((it) => it.menu === place)
      .map(
        ({ id, titleKey, shortcut }): MenuItemConstructorOptions => ({
          id,
          label: text(titleKey),
          ...(shortcut && { accelerator: accelerator(shortcut), registerAccelerator: false }),
          click: () => choose(id),
        }),
      )
    const more =
      place === 'edit'
        ? textItems
        : place === 'project' && !mac
          ? ([{ type: 'separator' }, { role: 'quit' }] as const)
          : []
    return { label: text(`frame.menu.${place}`), submenu: [...items, ...more] }
  })
  const filled = menus.filter((it) => (it.submenu as unknown[]).length > 0)
  return mac ? [{ role: 'appMenu' }, ...filled, { role: 'windowMenu' }] : filled
}
