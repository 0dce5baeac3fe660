import { defineActions } from './define.ts'

/** Ways in beside the import dialog itself. */
export const importActions = defineActions([
  {
    id: 'import.paste',
    titleKey: 'action.import.paste',
    shortcut: 'Mod+Shift+V',
    when: 'project',
    menu: 'project',
    icon: 'ClipboardPaste',
  },
  {
    id: 'import.folder',
    titleKey: 'action.import.folder',
    when: 'project',
    menu: 'project',
    icon: 'FolderInput',
  },
  {
    id: 'import.dataset',
    titleKey: 'action.import.dataset',
    when: 'project',
    menu: 'project',
    icon: 'DatabaseBackup',
  },
])
