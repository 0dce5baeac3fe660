import type { MenuPlace } from '@shared/actions/define.ts'
import { type ActionId, actions } from '@shared/actions/index.ts'
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

/** The actions before which a menu draws a line. */
const groupsBegin: ReadonlySet<ActionId> = new Set<ActionId>([
  'import.open',
  'export.open',
  'project.rename',
  'project.check',
  'project.close',
  'article.done',
  'article.openBeside',
  'reader.cycleCertainty',
  'reader.growEnd',
  'reader.nextMention',
  'reader.find',
  'network.fit',
  'network.layout',
  'network.nextEdge',
  'network.table',
  'network.png',
  'panel.corpus',
  'panel.zoom',
  'view.readingMode',
  'view.theme',
  'view.settings',
])

/** The actions of one place of the menu, as they can be done now. */
export const menuOf = (place: MenuPlace): MenuItem[] =>
  actions
    .filter((it) => it.menu === place)
    .flatMap((it, index): MenuItem[] => [
      ...(index > 0 && groupsBegin.has(it.id) ? [{ kind: 'separator' } as const] : []),
      {
        label: textOf(it.titleKey),
        shortcut: it.shortcut,
        disabled: !handlerOf(it.id),
        run: () => void runAction(it.id),
      },
    ])

/** The whole menu: one sub-menu for each place. */
export const wholeMenu = (): MenuItem[] =>
  menuPlaces
    .map((place): MenuItem => ({ kind: 'menu', label: text(`frame.menu.${place}`), items: menuOf(place) }))
    .filter((it) => it.kind === 'menu' && it.items.length > 0)
