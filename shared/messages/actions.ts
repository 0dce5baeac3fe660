import { defineMessages } from './define.ts'

/** Titles of the general actions and of the corpus list's. */
export const actionMessages = defineMessages({
  'action.project.new': { en: 'New project…', de: 'Neues Projekt …', zh: '新建项目…' },
  'action.project.open': { en: 'Open project…', de: 'Projekt öffnen …', zh: '打开项目…' },
  'action.project.sample': {
    en: 'Open the sample project',
    de: 'Beispielprojekt öffnen',
    zh: '打开示例项目',
  },
  'action.import.open': { en: 'Import articles…', de: 'Artikel importieren …', zh: '导入文章…' },
  'action.export.open': { en: 'Export dataset…', de: 'Datensatz exportieren …', zh: '导出数据集…' },
  'action.releases.open': { en: 'Releases…', de: 'Ausgaben …', zh: '发布版…' },
  'action.schema.open': { en: 'Edit schema…', de: 'Schema bearbeiten …', zh: '编辑标注体系…' },
  'action.project.rename': { en: 'Rename project…', de: 'Projekt umbenennen …', zh: '重命名项目…' },
  'action.project.saveCopy': { en: 'Save a copy…', de: 'Kopie speichern …', zh: '另存副本…' },
  'action.project.reveal': {
    en: 'Show in file manager',
    de: 'Im Dateimanager zeigen',
    zh: '在文件管理器中显示',
  },
  'action.project.check': { en: 'Check project file', de: 'Projektdatei prüfen', zh: '检查项目文件' },
  'action.project.resetSample': {
    en: 'Reset the sample project',
    de: 'Beispielprojekt zurücksetzen',
    zh: '重置示例项目',
  },
  'action.project.close': { en: 'Close project', de: 'Projekt schließen', zh: '关闭项目' },

  'action.edit.undo': { en: 'Undo', de: 'Rückgängig', zh: '撤销' },
  'action.edit.redo': { en: 'Redo', de: 'Wiederholen', zh: '重做' },

  'action.article.next': { en: 'Next article', de: 'Nächster Artikel', zh: '下一篇文章' },
  'action.article.previous': { en: 'Previous article', de: 'Vorheriger Artikel', zh: '上一篇文章' },
  'action.article.done': {
    en: 'Mark done and go to the next',
    de: 'Als erledigt markieren und weiter',
    zh: '标为已完成并转到下一篇',
  },
  'action.article.inProgress': { en: 'Mark in progress', de: 'Als in Arbeit markieren', zh: '标为进行中' },
  'action.article.reviewed': { en: 'Mark reviewed', de: 'Als geprüft markieren', zh: '标为已复核' },
  'action.article.setAside': { en: 'Set aside', de: 'Beiseitelegen', zh: '搁置' },
  'action.article.unread': { en: 'Mark unread', de: 'Als ungelesen markieren', zh: '标为未读' },
  'action.article.openBeside': { en: 'Open beside', de: 'Daneben öffnen', zh: '并排打开' },
  'action.article.inspect': {
    en: 'Show article in inspector',
    de: 'Artikel im Inspektor zeigen',
    zh: '在检查器中显示文章',
  },

  'action.palette.open': {
    en: 'Search or do anything…',
    de: 'Suchen oder etwas tun …',
    zh: '搜索或执行操作…',
  },
  'action.panel.corpus': { en: 'Go to corpus', de: 'Zum Korpus', zh: '转到语料' },
  'action.panel.source': { en: 'Go to source', de: 'Zur Quelle', zh: '转到原文件' },
  'action.panel.reader': { en: 'Go to text', de: 'Zum Text', zh: '转到正文' },
  'action.panel.network': { en: 'Go to network', de: 'Zum Netzwerk', zh: '转到网络' },
  'action.panel.inspector': { en: 'Go to inspector', de: 'Zum Inspektor', zh: '转到检查器' },
  'action.panel.reader2': { en: 'Go to second text', de: 'Zum zweiten Text', zh: '转到第二篇正文' },
  'action.panel.history': { en: 'Go to history', de: 'Zum Verlauf', zh: '转到历史记录' },
  'action.panel.overview': { en: 'Go to overview', de: 'Zur Übersicht', zh: '转到概览' },
  'action.panel.zoom': {
    en: 'Zoom panel in or out',
    de: 'Bereich vergrößern oder zurück',
    zh: '放大或还原面板',
  },
  'action.panel.close': { en: 'Close panel', de: 'Bereich schließen', zh: '关闭面板' },
  'action.view.readingMode': {
    en: 'Reading mode on or off',
    de: 'Lesemodus ein oder aus',
    zh: '开启或关闭阅读模式',
  },
  'action.view.resetLayout': {
    en: 'Reset panel layout',
    de: 'Anordnung zurücksetzen',
    zh: '重置面板布局',
  },
  'action.view.theme': { en: 'Light or dark', de: 'Hell oder dunkel', zh: '切换浅色或深色' },
  'action.view.largerText': { en: 'Larger reading text', de: 'Größere Leseschrift', zh: '放大正文字号' },
  'action.view.smallerText': { en: 'Smaller reading text', de: 'Kleinere Leseschrift', zh: '缩小正文字号' },
  'action.view.settings': { en: 'Settings…', de: 'Einstellungen …', zh: '设置…' },
  'action.help.shortcuts': { en: 'Keyboard shortcuts', de: 'Tastenkürzel', zh: '键盘快捷键' },

  'action.corpus.search': { en: 'Search the corpus', de: 'Korpus durchsuchen', zh: '搜索语料' },
  'action.corpus.clearFilter': { en: 'Clear all filters', de: 'Alle Filter aufheben', zh: '清除所有筛选' },
  'action.corpus.selectAll': {
    en: 'Select all listed',
    de: 'Alle gelisteten auswählen',
    zh: '全选列表中的文章',
  },
  'action.corpus.done': { en: 'Mark done', de: 'Als erledigt markieren', zh: '标为已完成' },
  'action.corpus.export': { en: 'Export these…', de: 'Diese exportieren …', zh: '导出这些…' },
  'action.corpus.remove': { en: 'Delete', de: 'Löschen', zh: '删除' },
})
