import { defineActions } from './define.ts'

/** Ways to a project, and the first thing to do in one. */
export const projectActions = defineActions([
  {
    id: 'project.new',
    titleKey: 'action.project.new',
    shortcut: 'Mod+Alt+N',
    when: 'always',
    menu: 'project',
    icon: 'FilePlus2',
  },
  {
    id: 'project.open',
    titleKey: 'action.project.open',
    shortcut: 'Mod+O',
    when: 'always',
    menu: 'project',
    icon: 'FolderOpen',
  },
  {
    id: 'project.sample',
    titleKey: 'action.project.sample',
    when: 'always',
    menu: 'project',
    icon: 'BookOpenText',
  },
  {
    id: 'import.open',
    titleKey: 'action.import.open',
    shortcut: 'Mod+I',
    when: 'project',
    menu: 'project',
    icon: 'FileInput',
  },
])
