import { defineMessages } from './define.ts'

export const historyMessages = defineMessages({
  'history.title': { en: 'History', de: 'Verlauf', zh: '历史记录' },
  'history.list': {
    en: 'Steps, newest first',
    de: 'Schritte, neueste zuerst',
    zh: '步骤，最新的在前',
  },
  'history.empty': { en: 'Nothing has been done yet', de: 'Noch ist nichts geschehen', zh: '尚无任何操作' },
  'history.emptyHint': {
    en: 'Every step you take is kept here and can be taken back, even weeks later.',
    de: 'Jeder Schritt wird hier festgehalten und lässt sich zurücknehmen, auch nach Wochen.',
    zh: '您的每一步操作都会记录在这里，即使数周之后也可以撤回。',
  },
  'history.beginning': {
    en: 'Beginning of the project',
    de: 'Anfang des Projekts',
    zh: '项目的起点',
  },
  'history.now': { en: 'current', de: 'aktuell', zh: '当前' },
  'history.nowHere': {
    en: 'The project stands here',
    de: 'Hier steht das Projekt',
    zh: '项目当前处于此处',
  },
  'history.undone': { en: 'undone', de: 'rückgängig gemacht', zh: '已撤销' },
  'history.goBack': { en: 'Go back to here', de: 'Hierher zurück', zh: '回到此处' },
  'history.goForward': { en: 'Go forward to here', de: 'Bis hierher wiederholen', zh: '前进到此处' },
  'history.showChanges': { en: 'Show changes', de: 'Änderungen zeigen', zh: '显示更改' },
  'history.hideChanges': { en: 'Hide changes', de: 'Änderungen ausblenden', zh: '隐藏更改' },
  'history.changes': {
    en: '{count} change | {count} changes',
    de: '{count} Änderung | {count} Änderungen',
    zh: '{count} 项更改',
  },
  'history.more': {
    en: 'and {count} more change | and {count} more changes',
    de: 'und {count} weitere Änderung | und {count} weitere Änderungen',
    zh: '以及另外 {count} 项更改',
  },
  'history.travelled': {
    en: 'Went {count} step through the history | Went {count} steps through the history',
    de: '{count} Schritt durch den Verlauf gegangen | {count} Schritte durch den Verlauf gegangen',
    zh: '已在历史记录中移动 {count} 步',
  },
  'history.loadingChanges': {
    en: 'Loading changes…',
    de: 'Änderungen werden geladen …',
    zh: '正在加载更改…',
  },

  'history.operation.insert': { en: 'added', de: 'neu', zh: '新增' },
  'history.operation.update': { en: 'changed', de: 'geändert', zh: '修改' },
  'history.operation.delete': { en: 'deleted', de: 'gelöscht', zh: '删除' },

  'history.table.project': { en: 'project', de: 'Projekt', zh: '项目' },
  'history.table.entity_type': { en: 'type', de: 'Typ', zh: '类型' },
  'history.table.relation_type': { en: 'relation type', de: 'Beziehungstyp', zh: '关系类型' },
  'history.table.relation_rule': { en: 'rule', de: 'Regel', zh: '规则' },
  'history.table.article': { en: 'article', de: 'Artikel', zh: '文章' },
  'history.table.entity': { en: 'entity', de: 'Entität', zh: '实体' },
  'history.table.alias': { en: 'alias', de: 'Alias', zh: '别名' },
  'history.table.outside_id': { en: 'identifier', de: 'Kennung', zh: '外部标识' },
  'history.table.mention': { en: 'mention', de: 'Erwähnung', zh: '提及' },
  'history.table.fragment': { en: 'passage', de: 'Textstelle', zh: '文字片段' },
  'history.table.relation': { en: 'relation', de: 'Beziehung', zh: '关系' },
  'history.table.evidence': { en: 'evidence', de: 'Beleg', zh: '证据' },
  'history.table.node_position': { en: 'node position', de: 'Knotenposition', zh: '节点位置' },
})
