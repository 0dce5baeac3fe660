import { defineMessages } from './define.ts'

export const overviewMessages = defineMessages({
  'overview.title': { en: 'Overview', de: 'Übersicht', zh: '概览' },
  'overview.empty': { en: 'Nothing to count yet', de: 'Noch nichts zu zählen', zh: '暂无可统计的内容' },
  'overview.emptyHint': {
    en: 'Import articles and tag in them; the numbers follow by themselves.',
    de: 'Importieren Sie Artikel und markieren Sie darin; die Zahlen folgen von selbst.',
    zh: '导入文章并进行标注，数字会自动更新。',
  },
  'overview.articles': { en: 'Articles', de: 'Artikel', zh: '文章' },
  'overview.entities': { en: 'Entities', de: 'Entitäten', zh: '实体' },
  'overview.mentions': { en: 'Mentions', de: 'Erwähnungen', zh: '提及' },
  'overview.relations': { en: 'Relations', de: 'Beziehungen', zh: '关系' },
  'overview.evidence': { en: 'Evidence', de: 'Belege', zh: '证据' },
  'overview.number': { en: 'Number', de: 'Anzahl', zh: '数量' },
  'overview.byStatus': { en: 'Articles by status', de: 'Artikel nach Status', zh: '按状态划分的文章' },
  'overview.byLanguage': { en: 'Articles by language', de: 'Artikel nach Sprache', zh: '按语言划分的文章' },
  'overview.byMonth': {
    en: 'Articles by month of publication',
    de: 'Artikel nach Erscheinungsmonat',
    zh: '按发布月份划分的文章',
  },
  'overview.byYear': {
    en: 'Articles by year of publication',
    de: 'Artikel nach Erscheinungsjahr',
    zh: '按发布年份划分的文章',
  },
  'overview.byDay': {
    en: 'Mentions made by hand, per day with work',
    de: 'Von Hand gesetzte Erwähnungen je Arbeitstag',
    zh: '每个工作日手动标注的提及',
  },
  'overview.entitiesByType': { en: 'Entities by type', de: 'Entitäten nach Typ', zh: '按类型划分的实体' },
  'overview.mentionsByType': {
    en: 'Mentions by type',
    de: 'Erwähnungen nach Typ',
    zh: '按类型划分的提及',
  },
  'overview.relationsByType': {
    en: 'Relations by type',
    de: 'Beziehungen nach Typ',
    zh: '按类型划分的关系',
  },
  'overview.strongest': {
    en: 'Most mentioned entities',
    de: 'Meistgenannte Entitäten',
    zh: '被提及最多的实体',
  },
  'overview.toCheck': { en: 'To check', de: 'Zu klären', zh: '待确认' },
  'overview.unlinked': {
    en: 'Mentions without an entity',
    de: 'Erwähnungen ohne Entität',
    zh: '未关联实体的提及',
  },
  'overview.doubtful': {
    en: 'Mentions marked doubtful',
    de: 'Als zweifelhaft markierte Erwähnungen',
    zh: '标为存疑的提及',
  },
  'overview.unproved': {
    en: 'Relations without evidence',
    de: 'Beziehungen ohne Beleg',
    zh: '缺少证据的关系',
  },
  'overview.allClear': { en: 'Nothing is open', de: 'Nichts ist offen', zh: '没有待处理事项' },
  'overview.finished': {
    en: '{done} of {total} articles finished ({percent})',
    de: '{done} von {total} Artikeln fertig ({percent})',
    zh: '已完成 {done}/{total} 篇文章（{percent}）',
  },
  'overview.share': { en: 'Share', de: 'Anteil', zh: '占比' },
  'overview.showArticles': {
    en: 'Show these articles in the corpus list',
    de: 'Diese Artikel im Korpus zeigen',
    zh: '在语料列表中显示这些文章',
  },
  'overview.showInNetwork': {
    en: 'Show only this type in the network',
    de: 'Nur diesen Typ im Netzwerk zeigen',
    zh: '在网络中仅显示此类型',
  },
  'overview.showEntity': {
    en: 'Show in the inspector',
    de: 'Im Inspektor zeigen',
    zh: '在检查器中显示',
  },
  'overview.month': { en: 'Month', de: 'Monat', zh: '月份' },
  'overview.year': { en: 'Year', de: 'Jahr', zh: '年份' },
  'overview.day': { en: 'Day', de: 'Tag', zh: '日期' },
  'overview.histogram': {
    en: '{title}: {from} to {to}, at most {max}',
    de: '{title}: {from} bis {to}, höchstens {max}',
    zh: '{title}：{from} 至 {to}，最多 {max}',
  },
  'overview.undated': {
    en: '{count} article without a date | {count} articles without a date',
    de: '{count} Artikel ohne Datum | {count} Artikel ohne Datum',
    zh: '{count} 篇文章无日期',
  },
})
