import { defineMessages } from './define.ts'

export const paletteMessages = defineMessages({
  'palette.results': { en: 'Results', de: 'Treffer', zh: '结果' },
  'palette.actions': { en: 'Actions', de: 'Aktionen', zh: '操作' },
  'palette.articles': { en: 'Articles', de: 'Artikel', zh: '文章' },
  'palette.entities': { en: 'Entities', de: 'Entitäten', zh: '实体' },
  'palette.allArticles': {
    en: 'Show all {count} articles in the corpus list',
    de: 'Alle {count} Artikel in der Korpusliste zeigen',
    zh: '在语料列表中显示全部 {count} 篇文章',
  },
  'palette.nothing': {
    en: 'Nothing fits. Try a shorter word, or a name in another language.',
    de: 'Nichts passt. Versuchen Sie ein kürzeres Wort oder einen Namen in anderer Sprache.',
    zh: '没有匹配项。请尝试更短的词，或换一种语言的名称。',
  },
  'palette.choose': { en: 'choose', de: 'wählen', zh: '选择' },
  'shortcuts.find': { en: 'Find a shortcut…', de: 'Kürzel suchen …', zh: '查找快捷键…' },
  'shortcuts.everywhere': { en: 'Everywhere', de: 'Überall', zh: '任意位置' },
  'shortcuts.corpus': { en: 'Corpus list', de: 'Korpusliste', zh: '语料列表' },
  'shortcuts.reader': { en: 'Text', de: 'Text', zh: '正文' },
  'shortcuts.network': { en: 'Network', de: 'Netzwerk', zh: '网络' },
  'shortcuts.inspector': { en: 'Inspector', de: 'Inspektor', zh: '检查器' },
  'shortcuts.tag': { en: 'Tag as {type}', de: 'Als {type} markieren', zh: '标注为{type}' },
})
