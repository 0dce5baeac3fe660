import { defineMessages } from './define.ts'

/**
 * Steps of the history, by the command that made them. Of `step.<code>…` the first text is shown whose blanks can all
 * be filled (renderer/state/stepText.ts): the changed field first, then several, then one, then `.plain`.
 */
export const stepMessages = defineMessages({
  'step.unknown': { en: 'Change ({code})', de: 'Änderung ({code})', zh: '更改（{code}）' },

  'step.projects.update': {
    en: 'Renamed the project “{name}”',
    de: 'Projekt in „{name}“ umbenannt',
    zh: '将项目重命名为“{name}”',
  },
  'step.projects.update.note': {
    en: 'Changed the project’s note',
    de: 'Notiz des Projekts geändert',
    zh: '修改了项目备注',
  },
  'step.projects.update.plain': { en: 'Changed the project', de: 'Projekt geändert', zh: '修改了项目' },

  'step.articles.update.status.many': {
    en: 'Marked {count} articles {status}',
    de: '{count} Artikel als {status} markiert',
    zh: '将 {count} 篇文章标为{status}',
  },
  'step.articles.update.status': {
    en: 'Marked “{title}” {status}',
    de: '„{title}“ als {status} markiert',
    zh: '将《{title}》标为{status}',
  },
  'step.articles.update.field.many': {
    en: 'Changed the {field} of {count} articles',
    de: '{count} Artikel geändert: {field}',
    zh: '修改了 {count} 篇文章的{field}',
  },
  'step.articles.update.field': {
    en: 'Changed the {field} of “{title}”',
    de: '„{title}“ geändert: {field}',
    zh: '修改了《{title}》的{field}',
  },
  'step.articles.update.many': {
    en: 'Changed {count} articles',
    de: '{count} Artikel geändert',
    zh: '修改了 {count} 篇文章',
  },
  'step.articles.update': { en: 'Changed “{title}”', de: '„{title}“ geändert', zh: '修改了《{title}》' },
  'step.articles.update.plain': { en: 'Changed an article', de: 'Artikel geändert', zh: '修改了文章' },
  'step.articles.remove.many': {
    en: 'Deleted {count} articles',
    de: '{count} Artikel gelöscht',
    zh: '删除了 {count} 篇文章',
  },
  'step.articles.remove': {
    en: 'Deleted the article “{title}”',
    de: 'Artikel „{title}“ gelöscht',
    zh: '删除了文章《{title}》',
  },
  'step.articles.remove.plain': { en: 'Deleted an article', de: 'Artikel gelöscht', zh: '删除了文章' },

  'step.mentions.create': {
    en: 'Tagged “{quote}” as {type}',
    de: '„{quote}“ als {type} markiert',
    zh: '将“{quote}”标注为{type}',
  },
  'step.mentions.create.plain': {
    en: 'Tagged a passage',
    de: 'Textstelle markiert',
    zh: '标注了一处文字',
  },
  'step.mentions.update.entityId.many': {
    en: 'Linked {count} mentions to {entity}',
    de: '{count} Erwähnungen mit {entity} verknüpft',
    zh: '将 {count} 处提及关联到{entity}',
  },
  'step.mentions.update.entityId.many.plain': {
    en: 'Unlinked {count} mentions',
    de: 'Verknüpfung von {count} Erwähnungen gelöst',
    zh: '取消了 {count} 处提及的关联',
  },
  'step.mentions.update.entityId': {
    en: 'Linked “{quote}” to {entity}',
    de: '„{quote}“ mit {entity} verknüpft',
    zh: '将“{quote}”关联到{entity}',
  },
  'step.mentions.update.entityId.plain': {
    en: 'Unlinked “{quote}”',
    de: 'Verknüpfung von „{quote}“ gelöst',
    zh: '取消了“{quote}”的关联',
  },
  'step.mentions.update.typeId.many': {
    en: 'Changed {count} mentions to {type}',
    de: '{count} Erwähnungen in {type} geändert',
    zh: '将 {count} 处提及改为{type}',
  },
  'step.mentions.update.typeId': {
    en: 'Changed “{quote}” to {type}',
    de: '„{quote}“ in {type} geändert',
    zh: '将“{quote}”改为{type}',
  },
  'step.mentions.update.field.many': {
    en: 'Changed the {field} of {count} mentions',
    de: '{count} Erwähnungen geändert: {field}',
    zh: '修改了 {count} 处提及的{field}',
  },
  'step.mentions.update.field': {
    en: 'Changed the {field} of “{quote}”',
    de: '„{quote}“ geändert: {field}',
    zh: '修改了“{quote}”的{field}',
  },
  'step.mentions.update.many': {
    en: 'Changed {count} mentions',
    de: '{count} Erwähnungen geändert',
    zh: '修改了 {count} 处提及',
  },
  'step.mentions.update': {
    en: 'Changed the mention “{quote}”',
    de: 'Erwähnung „{quote}“ geändert',
    zh: '修改了提及“{quote}”',
  },
  'step.mentions.update.plain': { en: 'Changed a mention', de: 'Erwähnung geändert', zh: '修改了提及' },
  'step.mentions.move': {
    en: 'Moved the boundaries of “{quote}”',
    de: 'Grenzen von „{quote}“ verschoben',
    zh: '调整了“{quote}”的边界',
  },
  'step.mentions.move.plain': {
    en: 'Moved the boundaries of a mention',
    de: 'Grenzen einer Erwähnung verschoben',
    zh: '调整了提及的边界',
  },
  'step.mentions.linkToNewEntity.many': {
    en: 'New {type} “{entity}” for {count} mentions',
    de: 'Neu: {type} „{entity}“ für {count} Erwähnungen',
    zh: '新建{type}“{entity}”，关联 {count} 处提及',
  },
  'step.mentions.linkToNewEntity': {
    en: 'New {type} “{entity}”',
    de: 'Neu: {type} „{entity}“',
    zh: '新建{type}“{entity}”',
  },
  'step.mentions.linkToNewEntity.plain': {
    en: 'Linked to a new entity',
    de: 'Mit neuer Entität verknüpft',
    zh: '关联到新实体',
  },
  'step.mentions.tagOccurrences': {
    en: 'Tagged {count} more occurrence of “{quote}” | Tagged {count} more occurrences of “{quote}”',
    de: '{count} weitere Stelle mit „{quote}“ markiert | {count} weitere Stellen mit „{quote}“ markiert',
    zh: '又标注了 {count} 处“{quote}”',
  },
  'step.mentions.tagOccurrences.plain': {
    en: 'Tagged all occurrences',
    de: 'Alle Vorkommen markiert',
    zh: '标注了所有出现处',
  },
  'step.mentions.remove.many': {
    en: 'Deleted {count} mentions',
    de: '{count} Erwähnungen gelöscht',
    zh: '删除了 {count} 处提及',
  },
  'step.mentions.remove': {
    en: 'Deleted the mention “{quote}”',
    de: 'Erwähnung „{quote}“ gelöscht',
    zh: '删除了提及“{quote}”',
  },
  'step.mentions.remove.plain': { en: 'Deleted a mention', de: 'Erwähnung gelöscht', zh: '删除了提及' },

  'step.entities.create': {
    en: 'New entity “{entity}”',
    de: 'Neue Entität „{entity}“',
    zh: '新建实体“{entity}”',
  },
  'step.entities.create.plain': { en: 'New entity', de: 'Neue Entität', zh: '新建实体' },
  'step.entities.update.name': {
    en: 'Renamed “{entity}” “{name}”',
    de: '„{entity}“ in „{name}“ umbenannt',
    zh: '将“{entity}”重命名为“{name}”',
  },
  'step.entities.update.typeId': {
    en: 'Changed the type of “{entity}”',
    de: 'Typ von „{entity}“ geändert',
    zh: '修改了“{entity}”的类型',
  },
  'step.entities.update.field': {
    en: 'Changed the {field} of “{entity}”',
    de: '„{entity}“ geändert: {field}',
    zh: '修改了“{entity}”的{field}',
  },
  'step.entities.update': { en: 'Changed “{entity}”', de: '„{entity}“ geändert', zh: '修改了“{entity}”' },
  'step.entities.update.plain': { en: 'Changed an entity', de: 'Entität geändert', zh: '修改了实体' },
  'step.entities.remove': {
    en: 'Deleted the entity “{entity}”',
    de: 'Entität „{entity}“ gelöscht',
    zh: '删除了实体“{entity}”',
  },
  'step.entities.remove.plain': { en: 'Deleted an entity', de: 'Entität gelöscht', zh: '删除了实体' },
  'step.entities.addAlias': {
    en: 'Added the alias “{name}” to {entity}',
    de: 'Alias „{name}“ zu {entity} hinzugefügt',
    zh: '为{entity}添加别名“{name}”',
  },
  'step.entities.addAlias.plain': { en: 'Added an alias', de: 'Alias hinzugefügt', zh: '添加了别名' },
  'step.entities.updateAlias': {
    en: 'Changed an alias of {entity} to “{name}”',
    de: 'Alias von {entity} in „{name}“ geändert',
    zh: '将{entity}的别名改为“{name}”',
  },
  'step.entities.updateAlias.plain': { en: 'Changed an alias', de: 'Alias geändert', zh: '修改了别名' },
  'step.entities.removeAlias': {
    en: 'Removed the alias “{name}” from {entity}',
    de: 'Alias „{name}“ von {entity} entfernt',
    zh: '移除了{entity}的别名“{name}”',
  },
  'step.entities.removeAlias.plain': { en: 'Removed an alias', de: 'Alias entfernt', zh: '移除了别名' },
  'step.entities.addOutsideId': {
    en: 'Added the identifier {name} to {entity}',
    de: 'Kennung {name} zu {entity} hinzugefügt',
    zh: '为{entity}添加外部标识 {name}',
  },
  'step.entities.addOutsideId.plain': {
    en: 'Added an identifier',
    de: 'Kennung hinzugefügt',
    zh: '添加了外部标识',
  },
  'step.entities.removeOutsideId': {
    en: 'Removed the identifier {name} from {entity}',
    de: 'Kennung {name} von {entity} entfernt',
    zh: '移除了{entity}的外部标识 {name}',
  },
  'step.entities.removeOutsideId.plain': {
    en: 'Removed an identifier',
    de: 'Kennung entfernt',
    zh: '移除了外部标识',
  },

  'step.relations.state': {
    en: 'Stated: {source} {relation} {target}',
    de: 'Beziehung angelegt: {source} {relation} {target}',
    zh: '建立关系：{source} {relation} {target}',
  },
  'step.relations.state.plain': {
    en: 'Stated a relation',
    de: 'Beziehung angelegt',
    zh: '建立了关系',
  },
  'step.relations.update.swap': {
    en: 'Turned round: {source} {relation} {target}',
    de: 'Richtung umgekehrt: {source} {relation} {target}',
    zh: '反转方向：{source} {relation} {target}',
  },
  'step.relations.update.field': {
    en: 'Changed the {field}: {source} {relation} {target}',
    de: 'Geändert ({field}): {source} {relation} {target}',
    zh: '修改了{field}：{source} {relation} {target}',
  },
  'step.relations.update': {
    en: 'Changed: {source} {relation} {target}',
    de: 'Geändert: {source} {relation} {target}',
    zh: '修改：{source} {relation} {target}',
  },
  'step.relations.update.plain': {
    en: 'Changed a relation',
    de: 'Beziehung geändert',
    zh: '修改了关系',
  },
  'step.relations.remove.many': {
    en: 'Deleted {count} relations',
    de: '{count} Beziehungen gelöscht',
    zh: '删除了 {count} 条关系',
  },
  'step.relations.remove': {
    en: 'Deleted: {source} {relation} {target}',
    de: 'Beziehung gelöscht: {source} {relation} {target}',
    zh: '删除关系：{source} {relation} {target}',
  },
  'step.relations.remove.plain': {
    en: 'Deleted a relation',
    de: 'Beziehung gelöscht',
    zh: '删除了关系',
  },
  'step.relations.addEvidence': {
    en: 'Added evidence: {source} {relation} {target}',
    de: 'Beleg hinzugefügt: {source} {relation} {target}',
    zh: '添加证据：{source} {relation} {target}',
  },
  'step.relations.addEvidence.plain': {
    en: 'Added evidence',
    de: 'Beleg hinzugefügt',
    zh: '添加了证据',
  },
  'step.relations.moveEvidence': {
    en: 'Moved the boundaries of evidence: {source} {relation} {target}',
    de: 'Grenzen des Belegs verschoben: {source} {relation} {target}',
    zh: '调整证据边界：{source} {relation} {target}',
  },
  'step.relations.moveEvidence.plain': {
    en: 'Moved the boundaries of evidence',
    de: 'Grenzen eines Belegs verschoben',
    zh: '调整了证据边界',
  },
  'step.relations.removeEvidence.many': {
    en: 'Removed {count} pieces of evidence',
    de: '{count} Belege entfernt',
    zh: '移除了 {count} 条证据',
  },
  'step.relations.removeEvidence': {
    en: 'Removed evidence: {source} {relation} {target}',
    de: 'Beleg entfernt: {source} {relation} {target}',
    zh: '移除证据：{source} {relation} {target}',
  },
  'step.relations.removeEvidence.plain': { en: 'Removed evidence', de: 'Beleg entfernt', zh: '移除了证据' },

  'step.schema.addEntityType': {
    en: 'New type “{name}”',
    de: 'Neuer Typ „{name}“',
    zh: '新建类型“{name}”',
  },
  'step.schema.addEntityType.plain': { en: 'New type', de: 'Neuer Typ', zh: '新建类型' },
  'step.schema.updateEntityType': {
    en: 'Changed the type “{name}”',
    de: 'Typ „{name}“ geändert',
    zh: '修改了类型“{name}”',
  },
  'step.schema.updateEntityType.plain': { en: 'Changed a type', de: 'Typ geändert', zh: '修改了类型' },
  'step.schema.removeEntityType': {
    en: 'Removed the type “{name}”',
    de: 'Typ „{name}“ entfernt',
    zh: '移除了类型“{name}”',
  },
  'step.schema.removeEntityType.plain': { en: 'Removed a type', de: 'Typ entfernt', zh: '移除了类型' },
  'step.schema.addRelationType': {
    en: 'New relation type “{name}”',
    de: 'Neuer Beziehungstyp „{name}“',
    zh: '新建关系类型“{name}”',
  },
  'step.schema.addRelationType.plain': {
    en: 'New relation type',
    de: 'Neuer Beziehungstyp',
    zh: '新建关系类型',
  },
  'step.schema.updateRelationType': {
    en: 'Changed the relation type “{name}”',
    de: 'Beziehungstyp „{name}“ geändert',
    zh: '修改了关系类型“{name}”',
  },
  'step.schema.updateRelationType.plain': {
    en: 'Changed a relation type',
    de: 'Beziehungstyp geändert',
    zh: '修改了关系类型',
  },
  'step.schema.removeRelationType': {
    en: 'Removed the relation type “{name}”',
    de: 'Beziehungstyp „{name}“ entfernt',
    zh: '移除了关系类型“{name}”',
  },
  'step.schema.removeRelationType.plain': {
    en: 'Removed a relation type',
    de: 'Beziehungstyp entfernt',
    zh: '移除了关系类型',
  },
  'step.schema.setRules': {
    en: 'Changed what “{name}” may join',
    de: 'Erlaubte Enden von „{name}“ geändert',
    zh: '修改了“{name}”允许连接的类型',
  },
  'step.schema.setRules.plain': {
    en: 'Changed what a relation may join',
    de: 'Erlaubte Enden einer Beziehung geändert',
    zh: '修改了关系允许连接的类型',
  },

  'step.network.moveNodes.layout': {
    en: 'Laid out the network',
    de: 'Netzwerk neu angeordnet',
    zh: '重新布局了网络',
  },
  'step.network.moveNodes.pin': {
    en: 'Pinned or released {entity}',
    de: '{entity} festgehalten oder gelöst',
    zh: '固定或释放了{entity}',
  },
  'step.network.moveNodes.pin.plain': {
    en: 'Pinned or released nodes',
    de: 'Knoten festgehalten oder gelöst',
    zh: '固定或释放了节点',
  },
  'step.network.moveNodes.many': {
    en: 'Moved {count} nodes',
    de: '{count} Knoten verschoben',
    zh: '移动了 {count} 个节点',
  },
  'step.network.moveNodes': {
    en: 'Moved {entity} in the network',
    de: '{entity} im Netzwerk verschoben',
    zh: '在网络中移动了{entity}',
  },
  'step.network.moveNodes.plain': {
    en: 'Moved a node',
    de: 'Knoten verschoben',
    zh: '移动了节点',
  },

  'step.releases.saveRecipe.new': {
    en: 'New recipe “{name}”',
    de: 'Neues Rezept „{name}“',
    zh: '新建配方“{name}”',
  },
  'step.releases.saveRecipe': {
    en: 'Changed the recipe “{name}”',
    de: 'Rezept „{name}“ geändert',
    zh: '修改了配方“{name}”',
  },
  'step.releases.saveRecipe.plain': { en: 'Changed a recipe', de: 'Rezept geändert', zh: '修改了配方' },
  'step.releases.removeRecipe': {
    en: 'Deleted the recipe “{name}”',
    de: 'Rezept „{name}“ gelöscht',
    zh: '删除了配方“{name}”',
  },
  'step.releases.removeRecipe.plain': { en: 'Deleted a recipe', de: 'Rezept gelöscht', zh: '删除了配方' },

  'step.imports.commit.many': {
    en: 'Imported {count} articles',
    de: '{count} Artikel importiert',
    zh: '导入了 {count} 篇文章',
  },
  'step.imports.commit': {
    en: 'Imported “{title}”',
    de: '„{title}“ importiert',
    zh: '导入了《{title}》',
  },
  'step.imports.commit.plain': { en: 'Imported articles', de: 'Artikel importiert', zh: '导入了文章' },
  'step.imports.commit.set': {
    en: 'Imported {name} ({count} document) | Imported {name} ({count} documents)',
    de: '{name} importiert ({count} Dokument) | {name} importiert ({count} Dokumente)',
    zh: '导入了 {name}（{count} 篇文档）',
  },
  'step.imports.commit.set.plain': {
    en: 'Imported annotated data',
    de: 'Annotierte Daten importiert',
    zh: '导入了标注数据',
  },
  'step.imports.commit.several': {
    en: 'Imported {name} and more ({count} document) | Imported {name} and more ({count} documents)',
    de: '{name} und anderes importiert ({count} Dokument) | {name} und anderes importiert ({count} Dokumente)',
    zh: '导入了 {name} 等（{count} 篇文档）',
  },
  'step.imports.commit.dataset': {
    en: 'Imported a dataset of {count} article | Imported a dataset of {count} articles',
    de: 'Datensatz mit {count} Artikel importiert | Datensatz mit {count} Artikeln importiert',
    zh: '导入了含 {count} 篇文章的数据集',
  },
  'step.imports.commit.references': {
    en: 'Completed {count} article from {name} | Completed {count} articles from {name}',
    de: '{count} Artikel aus {name} ergänzt | {count} Artikel aus {name} ergänzt',
    zh: '根据 {name} 补全了 {count} 篇文章的信息',
  },
  'step.imports.commit.references.plain': {
    en: 'Completed articles from references',
    de: 'Artikel aus Literaturangaben ergänzt',
    zh: '根据文献信息补全了文章',
  },
  'step.imports.dataset': {
    en: 'Imported a dataset of {count} article | Imported a dataset of {count} articles',
    de: 'Datensatz mit {count} Artikel importiert | Datensatz mit {count} Artikeln importiert',
    zh: '导入了含 {count} 篇文章的数据集',
  },
  'step.imports.dataset.plain': {
    en: 'Imported a dataset',
    de: 'Datensatz importiert',
    zh: '导入了数据集',
  },

  'step.field.title': { en: 'title', de: 'Titel', zh: '标题' },
  'step.field.language': { en: 'language', de: 'Sprache', zh: '语言' },
  'step.field.publishedOn': { en: 'date', de: 'Datum', zh: '日期' },
  'step.field.publisher': { en: 'publisher', de: 'Herausgeber', zh: '发布者' },
  'step.field.sourceUrl': { en: 'address', de: 'Adresse', zh: '网址' },
  'step.field.status': { en: 'status', de: 'Status', zh: '状态' },
  'step.field.note': { en: 'note', de: 'Notiz', zh: '备注' },
  'step.field.name': { en: 'name', de: 'Name', zh: '名称' },
  'step.field.typeId': { en: 'type', de: 'Typ', zh: '类型' },
  'step.field.entityId': { en: 'entity', de: 'Entität', zh: '实体' },
  'step.field.value': { en: 'value', de: 'Wert', zh: '值' },
  'step.field.certainty': { en: 'certainty', de: 'Sicherheit', zh: '确定程度' },
  'step.field.validFrom': { en: 'start date', de: 'Beginn', zh: '起始日期' },
  'step.field.validTo': { en: 'end date', de: 'Ende', zh: '结束日期' },
  'step.field.amount': { en: 'amount', de: 'Betrag', zh: '金额' },
  'step.field.currency': { en: 'currency', de: 'Währung', zh: '货币' },
  'step.field.share': { en: 'share', de: 'Anteil', zh: '份额' },

  'step.status.unread': { en: 'unread', de: 'ungelesen', zh: '未读' },
  'step.status.in_progress': { en: 'in progress', de: 'in Arbeit', zh: '进行中' },
  'step.status.done': { en: 'done', de: 'erledigt', zh: '已完成' },
  'step.status.reviewed': { en: 'reviewed', de: 'geprüft', zh: '已复核' },
  'step.status.set_aside': { en: 'set aside', de: 'beiseitegelegt', zh: '已搁置' },
})
