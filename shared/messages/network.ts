import { defineMessages } from './define.ts'

export const networkMessages = defineMessages({
  'action.network.search': { en: 'Find in the network', de: 'Im Netzwerk suchen', zh: '在网络中查找' },
  'action.network.fit': { en: 'Show the whole network', de: 'Ganzes Netzwerk zeigen', zh: '显示整个网络' },
  'action.network.zoomIn': { en: 'Zoom in', de: 'Vergrößern', zh: '放大' },
  'action.network.zoomOut': { en: 'Zoom out', de: 'Verkleinern', zh: '缩小' },
  'action.network.centre': {
    en: 'Centre the neighbourhood',
    de: 'Nachbarschaft in die Mitte',
    zh: '居中显示邻域',
  },
  'action.network.layout': { en: 'Lay out again', de: 'Neu anordnen', zh: '重新布局' },
  'action.network.pin': {
    en: 'Pin or unpin the node',
    de: 'Knoten feststecken oder lösen',
    zh: '固定或松开节点',
  },
  'action.network.nextEdge': {
    en: 'Next relation of the node',
    de: 'Nächste Beziehung des Knotens',
    zh: '节点的下一条关系',
  },
  'action.network.previousEdge': {
    en: 'Previous relation of the node',
    de: 'Vorige Beziehung des Knotens',
    zh: '节点的上一条关系',
  },
  'action.network.table': { en: 'Graph or table', de: 'Graph oder Tabelle', zh: '切换图或表格' },
  'action.network.everything': {
    en: 'Show everything in the network',
    de: 'Alles im Netzwerk zeigen',
    zh: '显示网络中的全部内容',
  },
  'action.network.png': {
    en: 'Save network as picture',
    de: 'Netzwerk als Bild speichern',
    zh: '将网络保存为图片',
  },
  'action.network.copyPng': {
    en: 'Copy network as picture',
    de: 'Netzwerk als Bild kopieren',
    zh: '将网络复制为图片',
  },

  'network.label': {
    en: 'Network. Arrow keys left and right turn from neighbour to neighbour, down goes there, up goes back, Enter shows it in the inspector, T opens the table.',
    de: 'Netzwerk. Pfeil links und rechts wandern von Nachbar zu Nachbar, Pfeil ab geht hin, Pfeil auf zurück, Eingabe zeigt es im Inspektor, T öffnet die Tabelle.',
    zh: '网络。左右方向键在相邻节点间切换，下方向键前往该节点，上方向键返回，回车键在检查器中显示，T 键打开表格。',
  },
  'network.tools': { en: 'Network tools', de: 'Werkzeuge des Netzwerks', zh: '网络工具' },
  'network.view': { en: 'View', de: 'Ansicht', zh: '视图' },
  'network.view.graph': { en: 'Graph', de: 'Graph', zh: '图' },
  'network.view.table': { en: 'Table', de: 'Tabelle', zh: '表格' },
  'network.search': { en: 'Find an entity', de: 'Entität suchen', zh: '查找实体' },

  'network.shown': { en: '{shown} of {total}', de: '{shown} von {total}', zh: '{shown}/{total}' },
  'network.shownHint': {
    en: '{shown} of {total} entities, those with the most mentions first. Choose how many.',
    de: '{shown} von {total} Entitäten, die meisterwähnten zuerst. Wählen Sie, wie viele.',
    zh: '显示 {total} 个实体中的 {shown} 个，提及最多者优先。可选择数量。',
  },
  'network.limit': {
    en: 'At most {count} entities',
    de: 'Höchstens {count} Entitäten',
    zh: '最多 {count} 个实体',
  },
  'network.limitHeading': { en: 'Most mentioned first', de: 'Meisterwähnte zuerst', zh: '提及最多者优先' },
  'network.large': {
    en: 'Large networks are slow to move and hard to read. The table shows the same entities.',
    de: 'Große Netzwerke bewegen sich träge und lesen sich schwer. Die Tabelle zeigt dieselben Entitäten.',
    zh: '大型网络移动缓慢且难以阅读。表格显示相同的实体。',
  },

  'network.filter': { en: 'Filter', de: 'Filter', zh: '筛选' },
  'network.filterActive': {
    en: 'Filter, something is hidden',
    de: 'Filter, etwas ist ausgeblendet',
    zh: '筛选，有内容被隐藏',
  },
  'network.articles': { en: 'Articles', de: 'Artikel', zh: '文章' },
  'network.articles.all': { en: 'All articles', de: 'Alle Artikel', zh: '所有文章' },
  'network.articles.open': { en: 'The open article', de: 'Der offene Artikel', zh: '当前文章' },
  'network.articles.listed': {
    en: 'Articles listed in the corpus',
    de: 'Im Korpus gelistete Artikel',
    zh: '语料列表中的文章',
  },
  'network.articles.status': { en: 'Articles by status', de: 'Artikel nach Status', zh: '按状态选文章' },
  'network.relations': { en: 'Relations', de: 'Beziehungen', zh: '关系' },
  'network.entities': { en: 'Entities', de: 'Entitäten', zh: '实体' },
  'network.onlyRelated': {
    en: 'Only entities with relations',
    de: 'Nur Entitäten mit Beziehungen',
    zh: '仅显示有关系的实体',
  },
  'network.everything': { en: 'Show everything', de: 'Alles zeigen', zh: '显示全部' },
  'network.legend': { en: 'Legend and filter', de: 'Legende und Filter', zh: '图例与筛选' },

  'network.layout': { en: 'Layout', de: 'Anordnung', zh: '布局' },
  'network.layout.automatic': { en: 'Automatic', de: 'Automatisch', zh: '自动' },
  'network.layout.fcose': { en: 'Force-directed', de: 'Kräftebasiert', zh: '力导向' },
  'network.layout.forceAtlas': {
    en: 'Force-directed, for large networks',
    de: 'Kräftebasiert, für große Netzwerke',
    zh: '力导向（适用于大型网络）',
  },
  'network.layout.concentric': { en: 'Rings around the centre', de: 'Ringe um die Mitte', zh: '同心环' },
  'network.layout.grid': { en: 'Grid', de: 'Raster', zh: '网格' },
  'network.layingOut': { en: 'Laying out…', de: 'Wird angeordnet …', zh: '正在布局…' },
  'network.cancel': { en: 'Cancel', de: 'Abbrechen', zh: '取消' },
  'network.laidOutInstead': {
    en: 'That layout took too long; “{name}” was used.',
    de: 'Diese Anordnung dauerte zu lange; „{name}“ wurde verwendet.',
    zh: '该布局耗时过长，已改用“{name}”。',
  },
  'network.unpinAll': { en: 'Unpin all nodes', de: 'Alle Knoten lösen', zh: '松开所有节点' },

  'network.picture': { en: 'Picture', de: 'Bild', zh: '图片' },
  'network.picture.save': {
    en: 'Save as PNG, {scale}×',
    de: 'Als PNG speichern, {scale}×',
    zh: '保存为 PNG，{scale}×',
  },
  'network.picture.copy': { en: 'Copy picture', de: 'Bild kopieren', zh: '复制图片' },
  'network.picture.copied': {
    en: 'The picture is on the clipboard.',
    de: 'Das Bild ist in der Zwischenablage.',
    zh: '图片已复制到剪贴板。',
  },
  'network.picture.saved': { en: 'Saved {name}', de: '{name} gespeichert', zh: '已保存 {name}' },
  'network.picture.name': { en: 'network', de: 'netzwerk', zh: '网络' },

  'network.tip.passages': {
    en: '{count} passage | {count} passages',
    de: '{count} Textstelle | {count} Textstellen',
    zh: '{count} 处文字',
  },
  'network.tip.unproved': { en: 'no evidence yet', de: 'noch ohne Beleg', zh: '尚无证据' },
  'network.tip.mentions': {
    en: '{count} mention | {count} mentions',
    de: '{count} Erwähnung | {count} Erwähnungen',
    zh: '{count} 处提及',
  },
  'network.tip.relations': {
    en: '{count} relation | {count} relations',
    de: '{count} Beziehung | {count} Beziehungen',
    zh: '{count} 条关系',
  },

  'network.say.node': {
    en: '{name}, {type}, {count} relation | {name}, {type}, {count} relations',
    de: '{name}, {type}, {count} Beziehung | {name}, {type}, {count} Beziehungen',
    zh: '{name}，{type}，{count} 条关系',
  },
  'network.say.spoke': {
    en: '{place} of {total}: {relation} {name}, {count} passage | {place} of {total}: {relation} {name}, {count} passages',
    de: '{place} von {total}: {relation} {name}, {count} Textstelle | {place} von {total}: {relation} {name}, {count} Textstellen',
    zh: '第 {place} 条，共 {total} 条：{relation} {name}，{count} 处文字',
  },
  'network.say.pinned': { en: '{name} pinned', de: '{name} festgesteckt', zh: '已固定 {name}' },
  'network.say.unpinned': { en: '{name} unpinned', de: '{name} gelöst', zh: '已松开 {name}' },
  'network.say.alone': {
    en: '{name} has no relations',
    de: '{name} hat keine Beziehungen',
    zh: '{name} 没有关系',
  },

  'network.table.name': { en: 'Name', de: 'Name', zh: '名称' },
  'network.table.type': { en: 'Type', de: 'Typ', zh: '类型' },
  'network.table.mentions': { en: 'Mentions', de: 'Erwähnungen', zh: '提及' },
  'network.table.relations': { en: 'Relations', de: 'Beziehungen', zh: '关系' },
  'network.table.source': { en: 'From', de: 'Von', zh: '从' },
  'network.table.target': { en: 'To', de: 'Zu', zh: '到' },
  'network.table.status': { en: 'Status', de: 'Stand', zh: '状态' },
  'network.table.evidence': { en: 'Evidence', de: 'Belege', zh: '证据' },
  'network.table.entities': {
    en: 'Entities of the network',
    de: 'Entitäten des Netzwerks',
    zh: '网络中的实体',
  },
  'network.table.edges': {
    en: 'Relations of the network',
    de: 'Beziehungen des Netzwerks',
    zh: '网络中的关系',
  },

  'network.empty': { en: 'No entities yet', de: 'Noch keine Entitäten', zh: '尚无实体' },
  'network.emptyText': {
    en: 'Select a name in the text and press the key of its type, then Enter to link it. R relates it to another one. Every entity and relation appears here.',
    de: 'Wählen Sie im Text einen Namen und drücken Sie die Taste seines Typs, dann Eingabe zum Verknüpfen. R setzt ihn zu einem anderen in Beziehung. Alle Entitäten und Beziehungen erscheinen hier.',
    zh: '在正文中选中一个名称，按下其类型键，再按回车键关联。按 R 键可与另一实体建立关系。所有实体和关系都会显示在这里。',
  },
  'network.noRelations': {
    en: 'No relations yet: in the text, stand on a mention and press',
    de: 'Noch keine Beziehungen: Im Text auf eine Erwähnung gehen und drücken:',
    zh: '尚无关系：在正文中将光标放到提及处并按',
  },
  'network.nothing': {
    en: 'Nothing passes the filter',
    de: 'Nichts passt zum Filter',
    zh: '没有符合筛选条件的内容',
  },
  'network.nothingText': {
    en: 'Show more types, other articles, or search for something else.',
    de: 'Zeigen Sie mehr Typen oder andere Artikel, oder suchen Sie etwas anderes.',
    zh: '请显示更多类型、其他文章，或搜索其他内容。',
  },
})
