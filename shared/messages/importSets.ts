import { defineMessages } from './define.ts'

/** Annotated data, references and datasets on their way in. */
export const importSetMessages = defineMessages({
  'frame.job.imports.survey': {
    en: 'Looking through a set again',
    de: 'Bestand wird neu durchgesehen',
    zh: '正在重新查看数据集',
  },

  'frame.job.imports.reread': {
    en: 'Reading a file again',
    de: 'Datei wird neu gelesen',
    zh: '正在重新读取文件',
  },

  'import.together': { en: 'Dropped files', de: 'Abgelegte Dateien', zh: '拖入的文件' },
  'import.known': { en: 'What can be read', de: 'Was gelesen werden kann', zh: '可读取的格式' },
  'import.known.articles': { en: 'Articles', de: 'Artikel', zh: '文章' },
  'import.known.annotations': {
    en: 'Annotations and graphs',
    de: 'Annotationen und Graphen',
    zh: '标注与图',
  },
  'import.known.references': { en: 'References', de: 'Literaturangaben', zh: '参考文献' },
  'import.known.container': { en: 'Archives', de: 'Archive', zh: '压缩包' },
  'import.known.dataset': { en: 'Datasets', de: 'Datensätze', zh: '数据集' },

  'import.sets': { en: 'Sets', de: 'Bestände', zh: '数据集' },
  'import.setsIncluded': {
    en: '{count} of {total} sets to import',
    de: '{count} von {total} Beständen zu importieren',
    zh: '将导入 {count}/{total} 个数据集',
  },
  'import.waitingSets': {
    en: '{count} set waiting | {count} sets waiting',
    de: '{count} Bestand wartet | {count} Bestände warten',
    zh: '{count} 个数据集待处理',
  },
  'import.set.include': { en: 'Import this set', de: 'Diesen Bestand importieren', zh: '导入此数据集' },
  'import.set.why': { en: 'Recognised by: {why}', de: 'Erkannt an: {why}', zh: '识别依据：{why}' },
  'import.set.files': {
    en: '{count} file | {count} files',
    de: '{count} Datei | {count} Dateien',
    zh: '{count} 个文件',
  },
  'import.set.documents': {
    en: '{count} document | {count} documents',
    de: '{count} Dokument | {count} Dokumente',
    zh: '{count} 篇文档',
  },
  'import.set.mentions': {
    en: '{count} mention | {count} mentions',
    de: '{count} Erwähnung | {count} Erwähnungen',
    zh: '{count} 处提及',
  },
  'import.set.relations': {
    en: '{count} relation | {count} relations',
    de: '{count} Beziehung | {count} Beziehungen',
    zh: '{count} 条关系',
  },
  'import.set.entities': {
    en: '{count} entity | {count} entities',
    de: '{count} Entität | {count} Entitäten',
    zh: '{count} 个实体',
  },
  'import.set.entityRelations': {
    en: '{count} relation between entities | {count} relations between entities',
    de: '{count} Beziehung zwischen Entitäten | {count} Beziehungen zwischen Entitäten',
    zh: '{count} 条实体间关系',
  },
  'import.set.entries': {
    en: '{count} entry | {count} entries',
    de: '{count} Eintrag | {count} Einträge',
    zh: '{count} 个条目',
  },
  'import.set.matches': {
    en: '{count} matches an article | {count} match an article',
    de: '{count} passt zu einem Artikel | {count} passen zu einem Artikel',
    zh: '{count} 个与文章匹配',
  },
  'import.set.nothing': { en: 'nothing in it', de: 'nichts darin', zh: '没有内容' },
  'import.set.referencesHint': {
    en: 'References fill gaps in date, publisher, address and language of articles that are in the project already. They change nothing that is stated, and they make no articles.',
    de: 'Literaturangaben füllen Lücken bei Datum, Herausgeber, Adresse und Sprache von Artikeln, die schon im Projekt sind. Sie ändern nichts, was dort steht, und legen keine Artikel an.',
    zh: '参考文献用于补全项目中已有文章的日期、发布者、网址和语言，不会更改已有信息，也不会新建文章。',
  },
  'import.set.datasetHint': {
    en: 'A dataset comes with its own types, people and relations. Nothing has to be mapped; what is in the project already stays as it is.',
    de: 'Ein Datensatz bringt seine Typen, Personen und Beziehungen mit. Zuzuordnen ist nichts; was schon im Projekt ist, bleibt, wie es ist.',
    zh: '数据集自带类型、人员和关系，无需映射；项目中已有的内容保持不变。',
  },

  'import.set.offsets': { en: 'Positions', de: 'Positionen', zh: '位置' },
  'import.set.offsetsFit': {
    en: 'Counted in {unit}: {fits} of {checked} quotes fit; {decisive} of them tell the units apart',
    de: 'Gezählt in {unit}: {fits} von {checked} Zitaten passen; {decisive} davon unterscheiden die Einheiten',
    zh: '按{unit}计数：{checked} 处引文中 {fits} 处相符，其中 {decisive} 处可区分计数单位',
  },
  'import.set.offsetsSame': {
    en: 'Counted in {unit}, as the format says: {fits} of {checked} quotes fit, and every unit says the same here',
    de: 'Gezählt in {unit}, wie es das Format sagt: {fits} von {checked} Zitaten passen, und alle Einheiten sagen hier dasselbe',
    zh: '按格式规定以{unit}计数：{checked} 处引文中 {fits} 处相符，此处各单位结果相同',
  },
  'import.set.offsetsUnchecked': {
    en: 'Counted in {unit}, as the format says; the files state no quotes to check it by',
    de: 'Gezählt in {unit}, wie es das Format sagt; die Dateien nennen keine Zitate, um es zu prüfen',
    zh: '按格式规定以{unit}计数；文件未给出可供核对的引文',
  },
  'import.set.offsetsUnlike': {
    en: 'The rules of the format say {unit}; the quotes say otherwise.',
    de: 'Die Regeln des Formats nennen {unit}; die Zitate sagen anderes.',
    zh: '格式规定为{unit}，但引文与此不符。',
  },
  'import.set.crlf': {
    en: 'Line ends of two characters count as one.',
    de: 'Zeilenenden aus zwei Zeichen zählen als eines.',
    zh: '由两个字符组成的换行按一个计算。',
  },
  'import.set.unit': { en: 'Read positions in', de: 'Positionen lesen in', zh: '读取位置的单位' },
  'import.set.unitFound': { en: 'as found: {unit}', de: 'wie gefunden: {unit}', zh: '按所发现的：{unit}' },
  'import.set.unitOwn': {
    en: 'The figures here are those of the unit that was found.',
    de: 'Die Zahlen hier gelten für die gefundene Einheit.',
    zh: '此处数字对应所发现的单位。',
  },
  'import.unit.utf16': { en: 'UTF-16 units', de: 'UTF-16-Einheiten', zh: 'UTF-16 单元' },
  'import.unit.codepoint': { en: 'code points', de: 'Codepunkten', zh: '码位' },
  'import.unit.byte': { en: 'bytes', de: 'Bytes', zh: '字节' },
  'import.unit.grapheme': { en: 'visible characters', de: 'sichtbaren Zeichen', zh: '可见字符' },

  'import.set.mismatches': {
    en: '{count} mention does not stand where the file says | {count} mentions do not stand where the file says',
    de: '{count} Erwähnung steht nicht, wo die Datei sagt | {count} Erwähnungen stehen nicht, wo die Datei sagt',
    zh: '{count} 处提及不在文件所述位置',
  },
  'import.set.repair': {
    en: 'Move them to their wording where it is near and clear',
    de: 'An ihren Wortlaut verschieben, wo er nah und eindeutig ist',
    zh: '若其引文就在附近且明确，则移至该处',
  },
  'import.set.repairHint': {
    en: '{count} of those listed can be moved; the others stay out. | {count} of those listed can be moved; the others stay out.',
    de: '{count} der gezeigten lässt sich verschieben; die anderen bleiben draußen. | {count} der gezeigten lassen sich verschieben; die anderen bleiben draußen.',
    zh: '所列之中 {count} 处可移动，其余不导入。',
  },
  'import.set.noRepairHint': {
    en: 'None of those listed can be moved; they stay out.',
    de: 'Keine der gezeigten lässt sich verschieben; sie bleiben draußen.',
    zh: '所列均无法移动，不导入。',
  },
  'import.set.place': { en: 'Place', de: 'Stelle', zh: '位置' },
  'import.set.said': { en: 'Said', de: 'Angegeben', zh: '所述' },
  'import.set.found': { en: 'Found there', de: 'Dort gefunden', zh: '实际内容' },
  'import.set.outside': { en: 'outside of the text', de: 'außerhalb des Textes', zh: '超出正文' },
  'import.set.proposal': { en: 'Proposal', de: 'Vorschlag', zh: '建议' },
  'import.set.staysOut': { en: 'stays out', de: 'bleibt draußen', zh: '不导入' },
  'import.set.readAs': { en: 'Read as', de: 'Lesen als', zh: '读取为' },
  'import.set.askedFor': {
    en: 'Read as this because you asked for it',
    de: 'So gelesen, weil Sie es verlangt haben',
    zh: '按您的要求以此格式读取',
  },
  'import.set.discard': { en: 'Throw this set away', de: 'Diesen Bestand verwerfen', zh: '丢弃此数据集' },
  'import.set.problems': {
    en: '{count} remark on the files | {count} remarks on the files',
    de: '{count} Hinweis zu den Dateien | {count} Hinweise zu den Dateien',
    zh: '关于文件的 {count} 条提示',
  },
  'import.set.options': { en: 'How it is read', de: 'Wie gelesen wird', zh: '读取方式' },
  'import.set.surveying': { en: 'Looking again…', de: 'Wird neu durchgesehen …', zh: '正在重新查看…' },
  'import.set.surveyFailed': {
    en: 'It cannot be read this way: {reason}',
    de: 'So lässt es sich nicht lesen: {reason}',
    zh: '无法以此方式读取：{reason}',
  },

  'import.map': { en: 'What becomes of the labels', de: 'Was aus den Etiketten wird', zh: '标签的去向' },
  'import.map.entity': { en: 'Label', de: 'Etikett', zh: '标签' },
  'import.map.relation': { en: 'Label of relations', de: 'Etikett von Beziehungen', zh: '关系标签' },
  'import.map.of': { en: '{label} becomes', de: '{label} wird zu', zh: '{label} 变为' },
  'import.map.none': { en: 'Leave out', de: 'Auslassen', zh: '略去' },
  'import.map.newName': {
    en: 'Name of the new type for {label}',
    de: 'Name des neuen Typs für {label}',
    zh: '{label} 的新类型名称',
  },
  'import.map.nameNeeded': { en: 'A name is needed', de: 'Ein Name fehlt', zh: '需要名称' },
  'import.map.fresh': {
    en: '{count} new type | {count} new types',
    de: '{count} neuer Typ | {count} neue Typen',
    zh: '{count} 个新类型',
  },
  'import.map.noNew': { en: 'Leave new ones out', de: 'Neue auslassen', zh: '略去新类型' },
  'import.map.allNew': { en: 'Take all in', de: 'Alle aufnehmen', zh: '全部导入' },
  'import.map.newNamed': { en: 'New type: {name}', de: 'Neuer Typ: {name}', zh: '新类型：{name}' },
  'import.map.newKey': {
    en: 'Key of the new type for {label}',
    de: 'Schlüssel des neuen Typs für {label}',
    zh: '{label} 的新类型的键',
  },
  'import.map.newColour': {
    en: 'Colour of the new type for {label}',
    de: 'Farbe des neuen Typs für {label}',
    zh: '{label} 的新类型的颜色',
  },
  'import.map.keyForm': {
    en: 'Lower-case letters, digits and _ only',
    de: 'Nur Kleinbuchstaben, Ziffern und _',
    zh: '只能用小写字母、数字和 _',
  },
  'import.map.keyTaken': {
    en: 'A type of the project has this key',
    de: 'Ein Typ des Projekts hat diesen Schlüssel',
    zh: '项目中已有类型使用此键',
  },
  'import.map.keys': {
    en: '↑ ↓ next label · 1–9 type of the project · + new type · Delete leave out',
    de: '↑ ↓ nächstes Etikett · 1–9 Typ des Projekts · + neuer Typ · Entf auslassen',
    zh: '↑ ↓ 下一标签 · 1–9 项目中的类型 · + 新类型 · Delete 略去',
  },
  'import.map.more': {
    en: 'Show {count} more | Show {count} more',
    de: '{count} weiteres zeigen | {count} weitere zeigen',
    zh: '再显示 {count} 个',
  },
  'import.map.noLabels': {
    en: 'The files label nothing.',
    de: 'Die Dateien etikettieren nichts.',
    zh: '文件中没有标签。',
  },

  'import.people': { en: 'Who annotated', de: 'Wer annotiert hat', zh: '标注者' },
  'import.people.me': { en: 'Me', de: 'Ich', zh: '我' },
  'import.people.inProject': {
    en: 'Name of {label} in the project',
    de: 'Name von {label} im Projekt',
    zh: '{label} 在项目中的名称',
  },
  'import.people.unnamed': { en: '(no name)', de: '(ohne Namen)', zh: '（无名称）' },

  'import.people.isNew': { en: 'New person…', de: 'Neue Person …', zh: '新人员…' },
  'import.rereadAll': {
    en: 'The {count} drafts of this file are read again; corrections made to them are lost.',
    de: 'Die {count} Entwürfe dieser Datei werden neu gelesen; Korrekturen daran gehen verloren.',
    zh: '此文件的 {count} 份草稿将重新读取，对其所做的更正会丢失。',
  },
  'import.more': {
    en: '… and {count} more | … and {count} more',
    de: '… und {count} weiteres | … und {count} weitere',
    zh: '……及另外 {count} 个',
  },
  'import.discardAll': { en: 'Throw all away', de: 'Alles verwerfen', zh: '全部丢弃' },
  'import.failedFiles': {
    en: '{count} not readable | {count} not readable',
    de: '{count} nicht lesbar | {count} nicht lesbar',
    zh: '{count} 个无法读取',
  },
  'import.references': {
    en: 'References and their articles',
    de: 'Literaturangaben und ihre Artikel',
    zh: '参考文献及对应文章',
  },
  'import.references.none': { en: 'no article', de: 'kein Artikel', zh: '无对应文章' },
  'import.references.draft': { en: 'waiting', de: 'wartet', zh: '待导入' },
  'import.references.nothing': {
    en: 'Nothing to fill in: the article states all of it',
    de: 'Nichts zu ergänzen: Der Artikel nennt schon alles',
    zh: '无需补全：文章已有全部信息',
  },
  'import.notice.import.cancelled': {
    en: 'It was not taken in because you stopped the import. It waits.',
    de: 'Nicht übernommen, weil Sie den Import angehalten haben. Es wartet weiter.',
    zh: '因您中止了导入而未处理，仍在等待。',
  },

  'import.choices': { en: 'What comes in', de: 'Was hereinkommt', zh: '导入内容' },
  'import.choices.suggestions': {
    en: 'Suggestions too ({count}) | Suggestions too ({count})',
    de: 'Auch Vorschläge ({count}) | Auch Vorschläge ({count})',
    zh: '包括建议（{count}）',
  },
  'import.choices.rejected': {
    en: 'What was rejected too ({count}) | What was rejected too ({count})',
    de: 'Auch Abgelehntes ({count}) | Auch Abgelehntes ({count})',
    zh: '包括被拒绝的（{count}）',
  },
  'import.choices.linkByName': {
    en: 'Give every mention an entity of its name',
    de: 'Jeder Erwähnung eine Entität ihres Namens geben',
    zh: '为每处提及关联同名实体',
  },
  'import.choices.matchEntities': {
    en: 'Take entities of the same name or outside id as the project’s own',
    de: 'Entitäten gleichen Namens oder gleicher Kennung als die des Projekts nehmen',
    zh: '同名或外部标识相同的实体视为项目中的实体',
  },
  'import.choices.existing': {
    en: 'Texts that are in the project already',
    de: 'Texte, die schon im Projekt sind',
    zh: '项目中已有的文本',
  },
  'import.choices.existing.add': {
    en: 'Add the annotations to them',
    de: 'Annotationen dort ergänzen',
    zh: '将标注添加到其中',
  },
  'import.choices.existing.skip': { en: 'Leave them out', de: 'Auslassen', zh: '略去' },
  'import.choices.existing.copy': {
    en: 'Import them once more',
    de: 'Noch einmal importieren',
    zh: '再导入一次',
  },

  'import.look': { en: 'First documents', de: 'Erste Dokumente', zh: '前几篇文档' },
  'import.look.hint': {
    en: 'Coloured by what each label becomes; what is left out is dotted',
    de: 'Gefärbt nach dem, was aus jedem Etikett wird; Ausgelassenes ist gepunktet',
    zh: '按标签的去向着色；略去的以点线表示',
  },
  'import.look.misses': {
    en: '(not what the file says stands here)',
    de: '(hier steht nicht, was die Datei sagt)',
    zh: '（此处并非文件所述内容）',
  },

  'import.go.what': { en: 'Import {what}', de: '{what} importieren', zh: '导入{what}' },
  'import.go.create': {
    en: 'Import {what}, create {types}',
    de: '{what} importieren, {types} anlegen',
    zh: '导入{what}，新建{types}',
  },
  'import.go.and': { en: '{a} and {b}', de: '{a} und {b}', zh: '{a}和{b}' },
  'import.go.articles': {
    en: '{count} article | {count} articles',
    de: '{count} Artikel | {count} Artikel',
    zh: ' {count} 篇文章',
  },
  'import.go.sets': {
    en: '{count} set | {count} sets',
    de: '{count} Bestand | {count} Bestände',
    zh: ' {count} 个数据集',
  },
  'import.go.types': {
    en: '{count} type | {count} types',
    de: '{count} Typ | {count} Typen',
    zh: ' {count} 个类型',
  },

  'import.result.sets': {
    en: '{count} set taken in | {count} sets taken in',
    de: '{count} Bestand übernommen | {count} Bestände übernommen',
    zh: '已导入 {count} 个数据集',
  },
  'import.result.nothing': {
    en: 'Nothing was imported',
    de: 'Es wurde nichts importiert',
    zh: '未导入任何内容',
  },
  'import.result.kept': {
    en: '{count} foreign record kept for an export to {format} | {count} foreign records kept for an export to {format}',
    de: '{count} fremder Eintrag für einen Export nach {format} aufbewahrt | {count} fremde Einträge für einen Export nach {format} aufbewahrt',
    zh: '保留了 {count} 条外来记录，供导出为 {format} 时写回',
  },
  'import.result.present': {
    en: '{count} mention was there already | {count} mentions were there already',
    de: '{count} Erwähnung war schon da | {count} Erwähnungen waren schon da',
    zh: '{count} 处提及已存在',
  },
  'import.result.steps': {
    en: '{count} step; undo takes it back. | {count} steps; undo takes all of them back.',
    de: '{count} Schritt; „Rückgängig“ nimmt ihn zurück. | {count} Schritte; „Rückgängig“ nimmt alle zurück.',
    zh: '共 {count} 个步骤；“撤销”会将其全部收回。',
  },
  'import.result.newTypes': { en: 'New types: {names}', de: 'Neue Typen: {names}', zh: '新类型：{names}' },
  'import.result.leftOfSet': {
    en: '{count} stayed out | {count} stayed out',
    de: '{count} blieb draußen | {count} blieben draußen',
    zh: '{count} 项未导入',
  },
})
