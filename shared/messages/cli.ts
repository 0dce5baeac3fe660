import { defineMessages } from './define.ts'

/** The command line: help, results and what was misunderstood. */
export const cliMessages = defineMessages({
  'cli.help.about': {
    en: 'Ligature without a window: takes articles and annotated data into a project, writes datasets and releases, counts, checks and converts.',
    de: 'Ligature ohne Fenster: nimmt Artikel und annotierte Daten in ein Projekt auf, schreibt Datensätze und Ausgaben, zählt, prüft und wandelt um.',
    zh: '无窗口的 Ligature：将文章和标注数据导入项目，写出数据集和发布版，统计、检查并转换格式。',
  },
  'cli.help.usage': { en: 'Usage', de: 'Aufruf', zh: '用法' },
  'cli.help.options': { en: 'Options', de: 'Optionen', zh: '选项' },
  'cli.help.commands': { en: 'Commands', de: 'Befehle', zh: '命令' },
  'cli.help.examples': { en: 'Examples', de: 'Beispiele', zh: '示例' },
  'cli.help.exitCodes': { en: 'Exit codes', de: 'Rückgabewerte', zh: '退出码' },
  'cli.help.more': {
    en: '“{program} <command> --help” tells more about a command.',
    de: '„{program} <command> --help“ sagt mehr über einen Befehl.',
    zh: '“{program} <command> --help” 显示某个命令的详细说明。',
  },
  'cli.help.formats.read': {
    en: 'Formats that are read (--help --{option} <id> tells the options of one)',
    de: 'Formate, die gelesen werden (--help --{option} <id> nennt die Optionen eines davon)',
    zh: '可读取的格式（--help --{option} <id> 显示该格式的选项）',
  },
  'cli.help.formats.written': {
    en: 'Formats that are written (--help --{option} <id> tells the options of one)',
    de: 'Formate, die geschrieben werden (--help --{option} <id> nennt die Optionen eines davon)',
    zh: '可写出的格式（--help --{option} <id> 显示该格式的选项）',
  },
  'cli.help.initial': { en: 'unless told: {value}', de: 'ohne Angabe: {value}', zh: '默认：{value}' },
  'cli.help.noOptions': {
    en: 'This format has no options.',
    de: 'Dieses Format hat keine Optionen.',
    zh: '此格式没有选项。',
  },
  'cli.kind.annotations': { en: 'Annotated data.', de: 'Annotierte Daten.', zh: '标注数据。' },
  'cli.kind.articles': { en: 'Articles.', de: 'Artikel.', zh: '文章。' },
  'cli.kind.container': { en: 'An archive of files.', de: 'Ein Archiv mit Dateien.', zh: '文件归档。' },
  'cli.kind.references': { en: 'References.', de: 'Literaturangaben.', zh: '参考文献。' },
  'cli.kind.dataset': { en: 'A whole project.', de: 'Ein ganzes Projekt.', zh: '完整项目。' },

  'cli.option.json': {
    en: 'One JSON document on stdout; messages and progress go to stderr',
    de: 'Ein JSON-Dokument auf stdout; Meldungen und Fortschritt gehen nach stderr',
    zh: '在 stdout 输出一个 JSON 文档；消息和进度输出到 stderr',
  },
  'cli.option.quiet': {
    en: 'Nothing but results and errors',
    de: 'Nur Ergebnisse und Fehler',
    zh: '仅输出结果和错误',
  },
  'cli.option.language': {
    en: 'Language of messages; before the command’s name',
    de: 'Sprache der Meldungen; vor dem Namen des Befehls',
    zh: '消息语言；写在命令名之前',
  },
  'cli.option.help': { en: 'This help', de: 'Diese Hilfe', zh: '显示帮助' },

  'cli.exit.ok': { en: 'Done', de: 'Erledigt', zh: '已完成' },
  'cli.exit.findings': {
    en: 'Done, but something was found or could not be read',
    de: 'Erledigt, aber etwas fiel auf oder war nicht lesbar',
    zh: '已完成，但发现问题或有内容无法读取',
  },
  'cli.exit.usage': {
    en: 'Not understood; nothing was done',
    de: 'Nicht verstanden; nichts wurde getan',
    zh: '无法理解命令；未做任何操作',
  },
  'cli.exit.input': {
    en: 'The input cannot be read',
    de: 'Die Eingabe ist nicht lesbar',
    zh: '无法读取输入',
  },
  'cli.exit.cannotWrite': {
    en: 'The target or the project cannot be written',
    de: 'Ziel oder Projekt lässt sich nicht schreiben',
    zh: '无法写入目标或项目',
  },
  'cli.exit.internal': {
    en: 'An error in the program',
    de: 'Ein Programmfehler',
    zh: '程序内部错误',
  },
  'cli.exit.cancelled': {
    en: 'Cancelled with Ctrl+C; nothing is left half done',
    de: 'Mit Strg+C abgebrochen; nichts bleibt halb fertig',
    zh: '已用 Ctrl+C 取消；没有留下未完成的内容',
  },

  'cli.more': {
    en: '… and {count} more',
    de: '… und {count} weitere',
    zh: '……以及另外 {count} 项',
  },

  'cli.import.about': {
    en: 'Takes articles, annotated data and references into a project. Files are told apart by what is in them. Everything comes in, or, where something fails, nothing.',
    de: 'Nimmt Artikel, annotierte Daten und Literaturangaben in ein Projekt auf. Dateien werden an ihrem Inhalt erkannt. Alles kommt hinein oder, wenn etwas scheitert, nichts.',
    zh: '将文章、标注数据和参考文献导入项目。文件按内容识别。全部导入；若有失败，则什么都不导入。',
  },
  'cli.import.option.new': {
    en: 'Creates the project; there must be none yet',
    de: 'Legt das Projekt an; es darf noch keines da sein',
    zh: '新建项目；目标位置不得已有项目',
  },
  'cli.import.option.format': {
    en: 'Reads everything that can be as this format',
    de: 'Liest alles, was sich so lesen lässt, als dieses Format',
    zh: '尽可能按此格式读取所有文件',
  },
  'cli.import.option.option': {
    en: 'An option of a format, <format>.<key>=<value> for one of several; may come again',
    de: 'Eine Option eines Formats, <format>.<key>=<value> für eines von mehreren; mehrfach möglich',
    zh: '格式选项；多种格式时写作 <format>.<key>=<value>；可重复使用',
  },
  'cli.import.option.createTypes': {
    en: 'Agrees to the types the data needs and the project lacks',
    de: 'Stimmt den Typen zu, die die Daten brauchen und das Projekt nicht hat',
    zh: '同意新建数据需要而项目缺少的类型',
  },
  'cli.import.option.map': {
    en: 'What becomes of labels, annotators and offsets: the “mapping” of --dry-run --json, or parts of it',
    de: 'Was aus Etiketten, Annotierenden und Positionen wird: das „mapping“ von --dry-run --json oder Teile davon',
    zh: '标签、标注者和偏移量的处理方式：--dry-run --json 输出的 “mapping” 或其中一部分',
  },
  'cli.import.option.dryRun': {
    en: 'Tells what would come in and leaves the project as it is',
    de: 'Sagt, was hineinkäme, und lässt das Projekt, wie es ist',
    zh: '仅说明将导入的内容，项目保持不变',
  },
  'cli.import.option.discardDrafts': {
    en: 'Throws away what waits for a decision in the project',
    de: 'Verwirft, was im Projekt auf eine Entscheidung wartet',
    zh: '丢弃项目中等待处理的草稿',
  },
  'cli.import.articles': {
    en: '{count} article on its own | {count} articles on their own',
    de: '{count} einzelner Artikel | {count} einzelne Artikel',
    zh: '{count} 篇独立文章',
  },
  'cli.import.duplicate': {
    en: '{name}: the same text as “{of}”; it stays out',
    de: '{name}: derselbe Text wie „{of}“; er bleibt draußen',
    zh: '{name}：与《{of}》的文本相同，不导入',
  },
  'cli.import.set': {
    en: '{name}: {format} ({why})',
    de: '{name}: {format} ({why})',
    zh: '{name}：{format}（{why}）',
  },
  'cli.import.counts': {
    en: '{documents} documents, {mentions} mentions, {entities} entities, {relations} relations',
    de: '{documents} Dokumente, {mentions} Erwähnungen, {entities} Entitäten, {relations} Beziehungen',
    zh: '{documents} 份文档、{mentions} 处提及、{entities} 个实体、{relations} 条关系',
  },
  'cli.import.newType': { en: 'new type “{name}”', de: 'neuer Typ „{name}“', zh: '新类型“{name}”' },
  'cli.import.noType': { en: 'stays out', de: 'bleibt draußen', zh: '不导入' },
  'cli.import.newTypes': { en: 'New types: {names}', de: 'Neue Typen: {names}', zh: '新类型：{names}' },
  'cli.import.mismatches': {
    en: '{count} passage does not say what the file claims | {count} passages do not say what the file claims',
    de: '{count} Stelle lautet nicht so, wie die Datei sagt | {count} Stellen lauten nicht so, wie die Datei sagt',
    zh: '{count} 处位置的文字与文件所述不符',
  },
  'cli.import.tried': {
    en: 'Nothing was stored (--dry-run).',
    de: 'Gespeichert wurde nichts (--dry-run).',
    zh: '未存储任何内容（--dry-run）。',
  },

  'cli.export.about': {
    en: 'Writes a dataset from a project. The project is only read, also while another program has it open.',
    de: 'Schreibt einen Datensatz aus einem Projekt. Das Projekt wird nur gelesen, auch während ein anderes Programm es offen hat.',
    zh: '从项目写出数据集。项目只被读取，即使另一个程序正打开它。',
  },
  'cli.export.option.format': {
    en: 'The format to write; needed',
    de: 'Das Format, das geschrieben wird; nötig',
    zh: '要写出的格式；必需',
  },
  'cli.export.option.option': {
    en: 'An option of the format; may come again',
    de: 'Eine Option des Formats; mehrfach möglich',
    zh: '格式选项；可重复使用',
  },
  'cli.export.option.losses': {
    en: 'Tells what the format has no place for, and writes nothing',
    de: 'Sagt, wofür das Format keinen Platz hat, und schreibt nichts',
    zh: '仅说明该格式无法容纳的内容，不写出任何文件',
  },
  'cli.export.option.overwrite': {
    en: 'Replaces what is at the target',
    de: 'Ersetzt, was am Ziel ist',
    zh: '覆盖目标处已有的内容',
  },
  'cli.export.option.roundtrip': {
    en: 'Adds a file with what the format cannot hold, for importing it again',
    de: 'Fügt eine Datei mit allem hinzu, wofür das Format keinen Platz hat, zum Wiedereinlesen',
    zh: '附加一个文件，保存该格式无法容纳的内容，供重新导入',
  },
  'cli.export.file': {
    en: '{name} ({bytes} bytes)',
    de: '{name} ({bytes} Bytes)',
    zh: '{name}（{bytes} 字节）',
  },
  'cli.export.noLoss': { en: 'Nothing is lost.', de: 'Nichts geht verloren.', zh: '没有任何损失。' },
  'cli.export.loss': {
    en: 'No place for: {what} ({count}), e.g. {example}',
    de: 'Kein Platz für: {what} ({count}), z. B. {example}',
    zh: '无法容纳：{what}（{count}），例如 {example}',
  },

  'cli.scope.status': {
    en: 'Only articles of these statuses: unread, in_progress, done, reviewed, set_aside',
    de: 'Nur Artikel in diesem Stand: unread, in_progress, done, reviewed, set_aside',
    zh: '仅限这些状态的文章：unread、in_progress、done、reviewed、set_aside',
  },
  'cli.scope.language': {
    en: 'Only articles in these languages: de, en, zh …',
    de: 'Nur Artikel in diesen Sprachen: de, en, zh …',
    zh: '仅限这些语言的文章：de、en、zh……',
  },
  'cli.scope.text': {
    en: 'Only articles with these words',
    de: 'Nur Artikel mit diesen Wörtern',
    zh: '仅限包含这些词的文章',
  },
  'cli.scope.from': {
    en: 'Only articles published since: 2018, 2018-06 or 2018-06-18',
    de: 'Nur Artikel, erschienen seit: 2018, 2018-06 oder 2018-06-18',
    zh: '仅限此日期起发布的文章：2018、2018-06 或 2018-06-18',
  },
  'cli.scope.to': {
    en: 'Only articles published until then',
    de: 'Nur Artikel, erschienen bis dahin',
    zh: '仅限此日期前发布的文章',
  },
  'cli.scope.type': {
    en: 'Only mentions of these types, by their keys (see “schema”)',
    de: 'Nur Erwähnungen dieser Typen, nach ihren Schlüsseln (siehe „schema“)',
    zh: '仅限这些类型的提及，按类型键（见 “schema”）',
  },
  'cli.scope.annotator': {
    en: 'Only what this person made; may come again',
    de: 'Nur was diese Person gemacht hat; mehrfach möglich',
    zh: '仅限此人所做的标注；可重复使用',
  },
  'cli.scope.certainty': {
    en: 'Only mentions and relations that are so: certain, probable, doubtful',
    de: 'Nur Erwähnungen und Beziehungen dieser Gewissheit: certain, probable, doubtful',
    zh: '仅限此确定程度的提及和关系：certain、probable、doubtful',
  },
  'cli.scope.suggestions': {
    en: 'With suggestions nobody has confirmed',
    de: 'Mit Vorschlägen, die niemand bestätigt hat',
    zh: '包括尚未确认的建议',
  },
  'cli.scope.setAside': {
    en: 'With articles that were set aside',
    de: 'Mit beiseitegelegten Artikeln',
    zh: '包括被搁置的文章',
  },

  'cli.convert.about': {
    en: 'Turns files of one format into another, by importing them into a project that is gone afterwards. Says what stayed out and what the new format has no place for. Names of types become lower case.',
    de: 'Wandelt Dateien von einem Format in ein anderes um, durch ein Projekt, das danach verschwunden ist. Sagt, was draußen blieb und wofür das neue Format keinen Platz hat. Namen von Typen werden klein geschrieben.',
    zh: '通过一个用后即弃的项目，将文件从一种格式转换为另一种。会说明哪些内容未能导入、新格式无法容纳什么。类型名会变为小写。',
  },
  'cli.convert.option.to': {
    en: 'The format to write; needed',
    de: 'Das Format, das geschrieben wird; nötig',
    zh: '要写出的格式；必需',
  },
  'cli.convert.option.from': {
    en: 'Reads everything that can be as this format',
    de: 'Liest alles, was sich so lesen lässt, als dieses Format',
    zh: '尽可能按此格式读取所有文件',
  },
  'cli.convert.option.fromOption': {
    en: 'An option of a format that is read; may come again',
    de: 'Eine Option eines gelesenen Formats; mehrfach möglich',
    zh: '所读取格式的选项；可重复使用',
  },

  'cli.stats.about': {
    en: 'Tells the project in numbers. The project is only read.',
    de: 'Nennt das Projekt in Zahlen. Das Projekt wird nur gelesen.',
    zh: '显示项目的统计数字。项目只被读取。',
  },
  'cli.stats.statuses': { en: 'Articles by status', de: 'Artikel nach Stand', zh: '文章（按状态）' },
  'cli.stats.languages': { en: 'Articles by language', de: 'Artikel nach Sprache', zh: '文章（按语言）' },
  'cli.stats.mentions': { en: 'Mentions by type', de: 'Erwähnungen nach Typ', zh: '提及（按类型）' },
  'cli.stats.entities': { en: 'Entities by type', de: 'Entitäten nach Typ', zh: '实体（按类型）' },
  'cli.stats.relations': { en: 'Relations by type', de: 'Beziehungen nach Typ', zh: '关系（按类型）' },
  'cli.stats.toDo': { en: 'Left to do', de: 'Noch zu tun', zh: '待处理' },
  'cli.stats.unlinked': {
    en: 'mentions without an entity',
    de: 'Erwähnungen ohne Entität',
    zh: '未关联实体的提及',
  },
  'cli.stats.doubtful': { en: 'doubtful mentions', de: 'zweifelhafte Erwähnungen', zh: '存疑的提及' },
  'cli.stats.unproved': {
    en: 'relations without a passage',
    de: 'Beziehungen ohne Belegstelle',
    zh: '没有证据段落的关系',
  },
  'cli.stats.persons': { en: 'Made by', de: 'Gemacht von', zh: '标注者' },
  'cli.stats.person': {
    en: '{name}: {mentions} mentions, {relations} relations, {evidence} passages',
    de: '{name}: {mentions} Erwähnungen, {relations} Beziehungen, {evidence} Belegstellen',
    zh: '{name}：{mentions} 处提及、{relations} 条关系、{evidence} 处证据段落',
  },

  'cli.check.about': {
    en: 'Checks that everything holds that must in a project file or a release folder: texts, quotes, references, counts, checksums. Both are only read.',
    de: 'Prüft, ob in einer Projektdatei oder einem Ausgabeordner alles stimmt, was stimmen muss: Texte, Zitate, Verweise, Zahlen, Prüfsummen. Beide werden nur gelesen.',
    zh: '检查项目文件或发布版文件夹中必须成立的一切：文本、引文、引用关系、计数、校验和。两者都只被读取。',
  },
  'cli.check.sound': { en: 'Everything holds.', de: 'Alles stimmt.', zh: '一切正常。' },
  'cli.check.found': {
    en: '{count} finding | {count} findings',
    de: '{count} Befund | {count} Befunde',
    zh: '{count} 处问题',
  },

  'cli.schema.about': {
    en: 'Shows the types of a project and the rules of its relations. The project is only read.',
    de: 'Zeigt die Typen eines Projekts und die Regeln seiner Beziehungen. Das Projekt wird nur gelesen.',
    zh: '显示项目的类型及其关系规则。项目只被读取。',
  },
  'cli.schema.option.out': {
    en: 'Writes the schema as JSON to this file',
    de: 'Schreibt das Schema als JSON in diese Datei',
    zh: '将模式以 JSON 写入此文件',
  },
  'cli.schema.types': { en: 'Types', de: 'Typen', zh: '类型' },
  'cli.schema.relations': { en: 'Relations', de: 'Beziehungen', zh: '关系' },

  'cli.release.about': {
    en: 'Makes a release from a recipe: of the project, which then remembers the release, or of a file, which leaves the project as it is. Lists recipes and releases; tells what differs between two releases.',
    de: 'Macht eine Ausgabe nach einem Rezept: einem des Projekts, das sich die Ausgabe merkt, oder einem aus einer Datei, das das Projekt lässt, wie es ist. Nennt Rezepte und Ausgaben; sagt, was sich zwischen zwei Ausgaben unterscheidet.',
    zh: '按配方制作发布版：使用项目中的配方时项目会记录该发布版；使用文件中的配方时项目保持不变。还可列出配方和发布版，并显示两个发布版之间的差异。',
  },
  'cli.release.split': {
    en: '{name}: {articles} articles, {mentions} mentions',
    de: '{name}: {articles} Artikel, {mentions} Erwähnungen',
    zh: '{name}：{articles} 篇文章、{mentions} 处提及',
  },
  'cli.release.leaks': {
    en: '{count} group of articles stands in several parts | {count} groups of articles stand in several parts',
    de: '{count} Gruppe von Artikeln steht in mehreren Teilen | {count} Gruppen von Artikeln stehen in mehreren Teilen',
    zh: '有 {count} 组文章分布在多个部分中',
  },
  'cli.release.proof.equal': {
    en: '{format}: read back and equal',
    de: '{format}: zurückgelesen und gleich',
    zh: '{format}：读回后一致',
  },
  'cli.release.proof.differs': {
    en: '{format}: read back, {count} difference | {format}: read back, {count} differences',
    de: '{format}: zurückgelesen, {count} Unterschied | {format}: zurückgelesen, {count} Unterschiede',
    zh: '{format}：读回后有 {count} 处差异',
  },
  'cli.release.proof.unread': {
    en: '{format}: written; nothing here reads it back',
    de: '{format}: geschrieben; hier liest es nichts zurück',
    zh: '{format}：已写出；此处无法读回',
  },
  'cli.release.recipes': {
    en: '{count} recipe | {count} recipes',
    de: '{count} Rezept | {count} Rezepte',
    zh: '{count} 个配方',
  },
  'cli.release.made': {
    en: '{count} release | {count} releases',
    de: '{count} Ausgabe | {count} Ausgaben',
    zh: '{count} 个发布版',
  },
  'cli.release.changes': {
    en: '{what}: {added} added, {changed} changed, {removed} removed',
    de: '{what}: {added} neu, {changed} geändert, {removed} entfernt',
    zh: '{what}：新增 {added}、更改 {changed}、移除 {removed}',
  },
  'cli.release.added': { en: 'added', de: 'neu', zh: '新增' },
  'cli.release.changed': { en: 'changed', de: 'geändert', zh: '更改' },
  'cli.release.removed': { en: 'removed', de: 'entfernt', zh: '移除' },
  'cli.what.article': { en: 'article', de: 'Artikel', zh: '文章' },
  'cli.what.mention': { en: 'mention', de: 'Erwähnung', zh: '提及' },
  'cli.what.entity': { en: 'entity', de: 'Entität', zh: '实体' },
  'cli.what.relation': { en: 'relation', de: 'Beziehung', zh: '关系' },
  'cli.what.evidence': { en: 'passage', de: 'Belegstelle', zh: '证据段落' },
  'cli.what.type': { en: 'type', de: 'Typ', zh: '类型' },

  'cli.error.meant': {
    en: 'Did you mean {meant}?',
    de: 'Meinten Sie {meant}?',
    zh: '您是否想输入 {meant}？',
  },
  'cli.error.unknownCommand': {
    en: 'There is no command “{name}”. There are: {known}.',
    de: 'Es gibt keinen Befehl „{name}“. Es gibt: {known}.',
    zh: '没有命令“{name}”。可用命令：{known}。',
  },
  'cli.error.unknownOption': {
    en: 'There is no option {option} here.',
    de: 'Eine Option {option} gibt es hier nicht.',
    zh: '此处没有选项 {option}。',
  },
  'cli.error.optionValue': {
    en: 'The option {option} needs a value, or takes none. Write --option=value for a value that begins with a dash.',
    de: 'Die Option {option} braucht einen Wert oder nimmt keinen. Schreiben Sie --option=wert für einen Wert, der mit einem Strich beginnt.',
    zh: '选项 {option} 需要一个值，或不接受值。以短横线开头的值请写作 --option=value。',
  },
  'cli.error.language': {
    en: 'There is no language “{language}” here. There are: en, de, zh.',
    de: 'Die Sprache „{language}“ gibt es hier nicht. Es gibt: en, de, zh.',
    zh: '不支持语言“{language}”。可用语言：en、de、zh。',
  },
  'cli.error.words': {
    en: 'Call it so: {form}. A name that begins with a dash comes after “--”. More with {command} --help.',
    de: 'Aufruf: {form}. Ein Name, der mit einem Strich beginnt, steht hinter „--“. Mehr mit {command} --help.',
    zh: '用法：{form}。以短横线开头的名称请写在 “--” 之后。更多信息见 {command} --help。',
  },
  'cli.error.needed': {
    en: 'The option {option} is needed.',
    de: 'Die Option {option} ist nötig.',
    zh: '缺少必需的选项 {option}。',
  },
  'cli.error.target': {
    en: 'Give either a target or --losses.',
    de: 'Geben Sie entweder ein Ziel an oder --losses.',
    zh: '请指定目标或 --losses，二者选一。',
  },
  'cli.error.stdout': {
    en: 'Only a format of one file can go to stdout, without --json and --roundtrip.',
    de: 'Nach stdout kann nur ein Format aus einer Datei gehen, ohne --json und --roundtrip.',
    zh: '只有单文件格式可以输出到 stdout，且不能与 --json 或 --roundtrip 同用。',
  },
  'cli.error.unknownFormat.read': {
    en: 'No format “{format}” is read here. There are: {known}.',
    de: 'Ein Format „{format}“ wird hier nicht gelesen. Es gibt: {known}.',
    zh: '无法读取格式“{format}”。可用格式：{known}。',
  },
  'cli.error.unknownFormat.written': {
    en: 'No format “{format}” is written here. There are: {known}.',
    de: 'Ein Format „{format}“ wird hier nicht geschrieben. Es gibt: {known}.',
    zh: '无法写出格式“{format}”。可用格式：{known}。',
  },
  'cli.error.pair': {
    en: '“{pair}” is no option of a format. Write key=value.',
    de: '„{pair}“ ist keine Option eines Formats. Schreiben Sie key=value.',
    zh: '“{pair}”不是格式选项。请写作 key=value。',
  },
  'cli.error.unknownFormatOption': {
    en: 'The format {format} has no option “{option}”. It has: {known}.',
    de: 'Das Format {format} hat keine Option „{option}“. Es hat: {known}.',
    zh: '格式 {format} 没有选项“{option}”。可用选项：{known}。',
  },
  'cli.error.optionOfNone': {
    en: 'No format that is read has an option “{option}”. There are: {known}.',
    de: 'Kein Format, das gelesen wird, hat eine Option „{option}“. Es gibt: {known}.',
    zh: '可读取的格式中没有选项“{option}”。可用选项：{known}。',
  },
  'cli.error.formatOptionValue': {
    en: 'The option {option} takes {takes}, not “{value}”.',
    de: 'Die Option {option} nimmt {takes}, nicht „{value}“.',
    zh: '选项 {option} 接受 {takes}，而不是“{value}”。',
  },
  'cli.error.notAmong': {
    en: '“{word}” is none of these: {known}.',
    de: '„{word}“ ist nichts davon: {known}.',
    zh: '“{word}”不在其中：{known}。',
  },
  'cli.error.date': {
    en: '{option} “{value}”: write 2018, 2018-06 or 2018-06-18.',
    de: '{option} „{value}“: Schreiben Sie 2018, 2018-06 oder 2018-06-18.',
    zh: '{option}“{value}”：请写作 2018、2018-06 或 2018-06-18。',
  },
  'cli.error.missing': {
    en: '{path}: there is no such file or folder.',
    de: '{path}: Diese Datei oder diesen Ordner gibt es nicht.',
    zh: '{path}：没有此文件或文件夹。',
  },
  'cli.error.noProject': {
    en: '{path}: there is no such project. Call again with --new to create it.',
    de: '{path}: Dieses Projekt gibt es nicht. Rufen Sie erneut mit --new auf, um es anzulegen.',
    zh: '{path}：没有此项目。请加上 --new 重新运行以新建。',
  },
  'cli.error.nothingReadable': {
    en: 'Nothing of this could be read.',
    de: 'Davon war nichts zu lesen.',
    zh: '其中没有任何内容可以读取。',
  },
  'cli.error.json': {
    en: '{path} is not JSON: {message}',
    de: '{path} ist kein JSON: {message}',
    zh: '{path} 不是 JSON：{message}',
  },
  'cli.error.map': {
    en: 'The mapping cannot be used. At {place}: {message}. Take it from --dry-run --json.',
    de: 'Die Zuordnung ist nicht brauchbar. Bei {place}: {message}. Nehmen Sie sie aus --dry-run --json.',
    zh: '无法使用该映射。位置 {place}：{message}。请从 --dry-run --json 的输出中获取。',
  },
  'cli.error.drafts': {
    en: '{count} draft or set waits in this project for a decision. Decide in the program, or call again with --discard-drafts. | {count} drafts and sets wait in this project for a decision. Decide in the program, or call again with --discard-drafts.',
    de: 'In diesem Projekt wartet {count} Entwurf oder Datensatz auf eine Entscheidung. Entscheiden Sie im Programm oder rufen Sie erneut mit --discard-drafts auf. | In diesem Projekt warten {count} Entwürfe und Datensätze auf eine Entscheidung. Entscheiden Sie im Programm oder rufen Sie erneut mit --discard-drafts auf.',
    zh: '此项目中有 {count} 份草稿或数据集等待处理。请在程序中处理，或加上 --discard-drafts 重新运行。',
  },
  'cli.error.types': {
    en: 'The project lacks {count} type: {names}. Nothing was imported. Call again with --create-types, or say with --map which types are meant. | The project lacks {count} types: {names}. Nothing was imported. Call again with --create-types, or say with --map which types are meant.',
    de: 'Dem Projekt fehlt {count} Typ: {names}. Importiert wurde nichts. Rufen Sie erneut mit --create-types auf oder sagen Sie mit --map, welche Typen gemeint sind. | Dem Projekt fehlen {count} Typen: {names}. Importiert wurde nichts. Rufen Sie erneut mit --create-types auf oder sagen Sie mit --map, welche Typen gemeint sind.',
    zh: '项目缺少 {count} 个类型：{names}。未导入任何内容。请加上 --create-types 重新运行，或用 --map 指明对应的类型。',
  },
  'cli.error.over': {
    en: '{path} is what is read. Choose another target.',
    de: '{path} ist das, was gelesen wird. Wählen Sie ein anderes Ziel.',
    zh: '{path} 正是要读取的内容。请选择其他目标。',
  },
  'cli.error.unknownRecipe': {
    en: 'The project has no recipe “{name}”. It has: {known}.',
    de: 'Das Projekt hat kein Rezept „{name}“. Es hat: {known}.',
    zh: '项目中没有配方“{name}”。可用配方：{known}。',
  },
  'cli.error.recipeName': {
    en: 'The recipe speaks of “{name}”, which this project does not have.',
    de: 'Das Rezept spricht von „{name}“, und das hat dieses Projekt nicht.',
    zh: '配方提到“{name}”，而此项目中没有。',
  },
  'cli.error.recipeFile': {
    en: '{path} is no recipe. At {place}: {message}. Take one from release list --json.',
    de: '{path} ist kein Rezept. Bei {place}: {message}. Nehmen Sie eines aus release list --json.',
    zh: '{path} 不是配方。位置 {place}：{message}。可从 release list --json 的输出中获取。',
  },
})
