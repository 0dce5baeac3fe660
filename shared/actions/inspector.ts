import { defineActions } from './define.ts'

/** The inspector, on whatever it shows. */
export const inspectorActions = defineActions([
  {
    id: 'inspector.rename',
    titleKey: 'action.inspector.rename',
    shortcut: 'F2',
    when: 'inspector',
    menu: 'annotate',
    icon: 'PencilLine',
  },
  {
    id: 'inspector.addAlias',
    titleKey: 'action.inspector.addAlias',
    shortcut: 'A',
    when: 'inspector',
    icon: 'Plus',
  },
  {
    id: 'inspector.note',
    titleKey: 'action.inspector.note',
    shortcut: 'M',
    when: 'inspector',
    icon: 'StickyNote',
  },
  {
    id: 'inspector.swap',
    titleKey: 'action.inspector.swap',
    shortcut: 'S',
    when: 'inspector',
    icon: 'ArrowLeftRight',
  },
  {
    id: 'inspector.remove',
    titleKey: 'action.inspector.remove',
    shortcut: 'Shift+Delete',
    when: 'inspector',
    icon: 'Trash2',
  },
])
