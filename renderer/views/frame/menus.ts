import type { MenuPlace } from '@shared/actions/define.ts'
import { actions } from '@shared/actions/index.ts'
import { handlerOf } from '../../actions/bindings.ts'
import { runAction } from '../../actions/run.ts'
import { text, textOf } from '../../state/i18n.ts'
import type { MenuItem } from '../../ui/Menu.tsx'

export const menuPlaces: readonly MenuPlace[] = [
  'project',
  'edit',
  'article',
  'annotate',
  'network',
  'view',
  'help',
]

/** The actions of one place of the menu, as they can be done now. */
export const menuOf = (place: MenuPlace): MenuItem[] =>
  actions
    .filter((it) => it.menu === place)
    .map((it) => ({
      label: textOf(it.titleKey),
      shortcut: it.shortcut,
      disabled: !handlerOf(it.id),
      run: () => void runAction(it.id),
    }))

/** The whole menu: one sub-menu for each place. */
export const wholeMenu = (): MenuItem[] =>
  menuPlaces
    .map((place): MenuItem => ({ kind: 'menu', label: text(`frame.menu.${place}`), items: menuOf(place) }))
    .filter((it) => it.kind === 'menu' && it.items.length > 0)
