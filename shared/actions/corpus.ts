import { defineActions } from './define.ts'

/** The corpus list. Digits set the status; letters are left to type-ahead. */
export const corpusActions = defineActions([
  {
    id: 'corpus.search',
    titleKey: 'action.corpus.search',
    shortcut: 'Mod+Shift+F',
    when: 'project',
    menu: 'article',
    icon: 'TextSearch',
  },
  {
    id: 'corpus.clearFilter',
    titleKey: 'action.corpus.clearFilter',
    shortcut: 'Alt+0',
    when: 'corpus',
    icon: 'FilterX',
  },
  { id: 'corpus.selectAll', titleKey: 'action.corpus.selectAll', shortcut: 'Mod+A', when: 'corpus' },
  { id: 'corpus.unread', titleKey: 'action.article.unread', shortcut: '1', when: 'corpus' },
  { id: 'corpus.inProgress', titleKey: 'action.article.inProgress', shortcut: '2', when: 'corpus' },
  { id: 'corpus.done', titleKey: 'action.corpus.done', shortcut: '3', when: 'corpus' },
  { id: 'corpus.reviewed', titleKey: 'action.article.reviewed', shortcut: '4', when: 'corpus' },
  { id: 'corpus.setAside', titleKey: 'action.article.setAside', shortcut: '5', when: 'corpus' },
  { id: 'corpus.openBeside', titleKey: 'action.article.openBeside', shortcut: 'Shift+Enter', when: 'corpus' },
  { id: 'corpus.export', titleKey: 'action.corpus.export', when: 'corpus', icon: 'FileOutput' },
  {
    id: 'corpus.remove',
    titleKey: 'action.corpus.remove',
    shortcut: 'Delete',
    when: 'corpus',
    icon: 'Trash2',
  },
])
