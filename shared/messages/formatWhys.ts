import type { UiLanguage } from './define.ts'

/*
 * What says that a file is of a format, as readers put it in English, in the other languages. A part in braces stands
 * for whatever the file says there.
 */

type Why = readonly [en: string, de: string, zh: string]

const whys: readonly Why[] = [
  // Annotated data
  ['standoff lines beside {file}', 'Standoff-Zeilen neben {file}', '{file} 旁的 standoff 行'],
  ['standoff lines', 'Standoff-Zeilen', 'standoff 行'],
  ['no annotations, beside {file}', 'keine Annotationen, neben {file}', '{file} 旁，无标注'],
  ['{file} is a configuration of brat', '{file} ist eine Konfiguration von brat', '{file} 是 brat 的配置'],
  [
    'a text without annotations beside texts that have some',
    'ein Text ohne Annotationen neben Texten mit solchen',
    '无标注的文本，旁边的文本有标注',
  ],
  ['-DOCSTART- lines, {rest}', '-DOCSTART--Zeilen, {rest}', '-DOCSTART- 行，{rest}'],
  ['{rest}, without prefixes', '{rest}, ohne Präfixe', '{rest}，无前缀'],
  [
    'tokens in column {token}, tags in column {tags}',
    'Wörter in Spalte {token}, Etiketten in Spalte {tags}',
    '词在第 {token} 列，标签在第 {tags} 列',
  ],
  [
    '# global.columns of CoNLL-U Plus',
    '# global.columns von CoNLL-U Plus',
    'CoNLL-U Plus 的 # global.columns',
  ],
  ['ten columns with numbered words', 'zehn Spalten mit nummerierten Wörtern', '十列且单词编号'],
  [
    'comments of CoNLL-U as Ligature writes it',
    'Kommentare von CoNLL-U, wie Ligature sie schreibt',
    'Ligature 所写 CoNLL-U 的注释',
  ],
  ['first line is #FORMAT={version}', 'die erste Zeile ist #FORMAT={version}', '首行为 #FORMAT={version}'],
  [
    '#id=, #text= and numbered words of WebAnno TSV 1 or 2',
    '#id=, #text= und nummerierte Wörter von WebAnno TSV 1 oder 2',
    'WebAnno TSV 1 或 2 的 #id=、#text= 与编号单词',
  ],
  [
    'entities hold [start, end, label]',
    'entities enthält [Anfang, Ende, Etikett]',
    'entities 含 [起点, 终点, 标签]',
  ],
  ['label holds [start, end, label]', 'label enthält [Anfang, Ende, Etikett]', 'label 含 [起点, 终点, 标签]'],
  [
    'labels hold [start, end, label]',
    'labels enthält [Anfang, Ende, Etikett]',
    'labels 含 [起点, 终点, 标签]',
  ],
  [
    'entities with start_offset and end_offset',
    'entities mit start_offset und end_offset',
    'entities 含 start_offset 与 end_offset',
  ],
  ['label and Comments', 'label und Comments', 'label 与 Comments'],
  ['labels with their colours and keys', 'Etiketten mit Farben und Tasten', '标签及其颜色和快捷键'],
  [
    'labels name types, surfaces and pairs of offsets',
    'Etiketten mit Typ, Wortlaut und Paaren von Positionen',
    '标签含类型、文字和位置对',
  ],
  ['text with a list of labels', 'Text mit einer Liste von Etiketten', '文本及标签列表'],
  ['text with entities and relations', 'Text mit Entitäten und Beziehungen', '文本及实体和关系'],
  ['text with spans', 'Text mit Spannen', '文本及片段'],
  [
    'text with spans, tokens or an answer',
    'Text mit Spannen, Wörtern oder einer Antwort',
    '文本及片段、词或答复',
  ],
  ['text with tokens or an answer', 'Text mit Wörtern oder einer Antwort', '文本及词或答复'],
  ['records with the hashes of Prodigy', 'Einträge mit den Hashes von Prodigy', '带 Prodigy 哈希的记录'],
  ['match patterns, no documents', 'Suchmuster, keine Dokumente', '匹配模式，无文档'],
  ['pairs of a text and its entities', 'Paare aus Text und Entitäten', '文本与实体成对'],
  [
    'classes, and pairs of a text and its entities',
    'Klassen und Paare aus Text und Entitäten',
    '类别，以及文本与实体成对',
  ],
  [
    'paragraphs with sentences, as spaCy 2 is trained',
    'Absätze mit Sätzen, wie spaCy 2 trainiert wird',
    '含句子的段落，spaCy 2 训练格式',
  ],
  ['tasks with data and annotations', 'Aufgaben mit data und annotations', '任务含 data 与 annotations'],
  ['tasks with data and results', 'Aufgaben mit data und Ergebnissen', '任务含 data 与结果'],
  ['tasks with data', 'Aufgaben mit data', '任务含 data'],
  [
    'tasks with annotation_id, annotator and lead_time',
    'Aufgaben mit annotation_id, annotator und lead_time',
    '任务含 annotation_id、annotator 与 lead_time',
  ],
  ['annotations with their task', 'Annotationen mit ihrer Aufgabe', '标注及其任务'],
  ['regions with start, end and labels', 'Bereiche mit start, end und labels', '区域含 start、end 与 labels'],
  [
    'results with from_name and to_name',
    'Ergebnisse mit from_name und to_name',
    '结果含 from_name 与 to_name',
  ],
  ['a labelling configuration', 'eine Konfiguration zum Etikettieren', '标注配置'],
  [
    'texts beside a labelling configuration',
    'Texte neben einer Konfiguration zum Etikettieren',
    '标注配置旁的文本',
  ],
  [
    'records with conceptMentions and relationMentions',
    'Einträge mit conceptMentions und relationMentions',
    '记录含 conceptMentions 与 relationMentions',
  ],
  ['an object with annotation_sets', 'ein Objekt mit annotation_sets', '对象含 annotation_sets'],
  ['an object in a file named .bdocjs', 'ein Objekt in einer Datei namens .bdocjs', '.bdocjs 文件中的对象'],
  ['a packed file named .bdocjs.gz', 'eine gepackte Datei namens .bdocjs.gz', '名为 .bdocjs.gz 的压缩文件'],
  [
    'a packed object with annotation_sets',
    'ein gepacktes Objekt mit annotation_sets',
    '含 annotation_sets 的压缩对象',
  ],
  [
    'an object with %TYPES and %FEATURE_STRUCTURES',
    'ein Objekt mit %TYPES und %FEATURE_STRUCTURES',
    '对象含 %TYPES 与 %FEATURE_STRUCTURES',
  ],
  ['begins with %TYPES', 'beginnt mit %TYPES', '以 %TYPES 开头'],
  [
    'an object with _context, _types and _views: the old JSON of UIMA',
    'ein Objekt mit _context, _types und _views: das alte JSON von UIMA',
    '对象含 _context、_types 与 _views：UIMA 旧版 JSON',
  ],
  [
    'begins with _context: the old JSON of UIMA',
    'beginnt mit _context: das alte JSON von UIMA',
    '以 _context 开头：UIMA 旧版 JSON',
  ],
  ['an archive with an .xmi file', 'ein Archiv mit einer .xmi-Datei', '含 .xmi 文件的压缩包'],
  [
    'an archive with an .xmi file and its TypeSystem.xml',
    'ein Archiv mit einer .xmi-Datei und ihrer TypeSystem.xml',
    '含 .xmi 文件及其 TypeSystem.xml 的压缩包',
  ],
  [
    'root element XMI with the namespace uima/cas',
    'Wurzelelement XMI mit dem Namensraum uima/cas',
    '根元素 XMI，命名空间 uima/cas',
  ],
  [
    'root element {name} of the TEI namespace',
    'Wurzelelement {name} im Namensraum von TEI',
    'TEI 命名空间的根元素 {name}',
  ],
  ['root element {name}', 'Wurzelelement {name}', '根元素 {name}'],
  ['rows of a dataset of this program', 'Zeilen eines Datensatzes dieses Programms', '本程序数据集的行'],
  ['rows with a text and {key}', 'Zeilen mit einem Text und {key}', '行含文本与 {key}'],
  ['rows with a text', 'Zeilen mit einem Text', '行含文本'],
  ['rows with {one} and {other}', 'Zeilen mit {one} und {other}', '行含 {one} 与 {other}'],
  ['rows with {key}', 'Zeilen mit {key}', '行含 {key}'],
  [
    'Parquet of a dataset of this program',
    'Parquet eines Datensatzes dieses Programms',
    '本程序数据集的 Parquet',
  ],
  [
    'Parquet with class labels of a Hugging Face dataset',
    'Parquet mit Klassen eines Datensatzes von Hugging Face',
    '含 Hugging Face 数据集类别标签的 Parquet',
  ],
  ['Parquet with columns of annotations', 'Parquet mit Spalten für Annotationen', '含标注列的 Parquet'],
  ['Parquet without annotations', 'Parquet ohne Annotationen', '无标注的 Parquet'],
  [
    'Parquet shard named as in Hugging Face datasets',
    'Parquet-Teil, benannt wie in Datensätzen von Hugging Face',
    '按 Hugging Face 数据集命名的 Parquet 分片',
  ],
  ['Parquet file', 'Parquet-Datei', 'Parquet 文件'],
  ['a dataset card with its YAML head', 'eine Datensatzkarte mit YAML-Kopf', '带 YAML 头的数据集卡片'],
  [
    'the features of a Hugging Face dataset',
    'die Merkmale eines Datensatzes von Hugging Face',
    'Hugging Face 数据集的特征',
  ],
  [
    'the context is that of Web Annotations',
    'der Kontext ist der von Web-Annotationen',
    '上下文为 Web Annotation',
  ],
  ['terms of this program', 'Begriffe dieses Programms', '本程序的术语'],
  ['annotations with selectors', 'Annotationen mit Selektoren', '带选择器的标注'],
  ['annotations with targets', 'Annotationen mit Zielen', '带目标的标注'],
  // Graphs
  ['the XML root element is {name}', 'das Wurzelelement ist {name}', 'XML 根元素为 {name}'],
  ['the name ends with {ending}', 'der Name endet auf {ending}', '名称以 {ending} 结尾'],
  [
    'it names a version of cytoscape.js',
    'eine Version von cytoscape.js ist genannt',
    '注明了 cytoscape.js 版本',
  ],
  ['its members are elements of a graph', 'die Glieder sind Elemente eines Graphen', '成员为图的元素'],
  ['its elements are of a graph', 'die Elemente sind die eines Graphen', '元素属于图'],
  [
    'its nodes have data as those of Cytoscape',
    'die Knoten haben data wie die von Cytoscape',
    '节点带有 Cytoscape 式的 data',
  ],
  [
    'its edges have data as those of Cytoscape',
    'die Kanten haben data wie die von Cytoscape',
    '边带有 Cytoscape 式的 data',
  ],
  // References and datasets
  ['it has an entry {entry}', 'ein Eintrag {entry} steht darin', '含条目 {entry}'],
  [
    'it has lines TY  - and others of RIS',
    'Zeilen TY  - und andere von RIS stehen darin',
    '含 TY  - 等 RIS 行',
  ],
  ['it is RDF with the namespace of Zotero', 'RDF mit dem Namensraum von Zotero', '带 Zotero 命名空间的 RDF'],
  [
    'its records have types and members of CSL JSON',
    'die Einträge haben Typen und Felder von CSL JSON',
    '记录具有 CSL JSON 的类型和字段',
  ],
  ['its records have types of CSL JSON', 'die Einträge haben Typen von CSL JSON', '记录具有 CSL JSON 的类型'],
  [
    'its first line says "format":"ligature"',
    'die erste Zeile sagt "format":"ligature"',
    '首行为 "format":"ligature"',
  ],
  // Articles
  ['it is text', 'es ist Text', '是文本'],
  ['it is empty', 'sie ist leer', '为空'],
  ['its name', 'der Name', '名称'],
  ['its name and its HTML tags', 'der Name und HTML-Tags', '名称与 HTML 标签'],
  ['it begins as an HTML page', 'beginnt wie eine HTML-Seite', '开头为 HTML 页面'],
  ['it is full of HTML tags', 'voller HTML-Tags', '含大量 HTML 标签'],
  [
    'its headings and links are marked as in Markdown',
    'Überschriften und Verweise sind wie in Markdown ausgezeichnet',
    '标题和链接为 Markdown 写法',
  ],
  ['begins with {\\rtf', 'beginnt mit {\\rtf', '以 {\\rtf 开头'],
  ['begins with %PDF-', 'beginnt mit %PDF-', '以 %PDF- 开头'],
  ['holds a %PDF- header', 'enthält einen Kopf %PDF-', '含 %PDF- 头'],
  ['holds word/document.xml', 'enthält word/document.xml', '含 word/document.xml'],
  ['a ZIP archive named {ending}', 'ein ZIP-Archiv namens {ending}', '名为 {ending} 的 ZIP 压缩包'],
  ['it is a ZIP archive named {ending}', 'ein ZIP-Archiv namens {ending}', '名为 {ending} 的 ZIP 压缩包'],
  ['a ZIP archive with {member}', 'ein ZIP-Archiv mit {member}', '含 {member} 的 ZIP 压缩包'],
  ['an encrypted Office document', 'ein verschlüsseltes Office-Dokument', '加密的 Office 文档'],
  [
    'its mimetype is an OpenDocument text',
    'der mimetype ist ein OpenDocument-Text',
    'mimetype 为 OpenDocument 文本',
  ],
  [
    'its mimetype is application/epub+zip',
    'der mimetype ist application/epub+zip',
    'mimetype 为 application/epub+zip',
  ],
  ['a MIME file named .mhtml', 'eine MIME-Datei namens .mhtml', '名为 .mhtml 的 MIME 文件'],
  [
    'it states Snapshot-Content-Location',
    'nennt Snapshot-Content-Location',
    '注明 Snapshot-Content-Location',
  ],
  [
    'its parts state the address they were saved from',
    'die Teile nennen die Adresse, von der sie stammen',
    '各部分注明了保存来源网址',
  ],
  [
    'it starts with the fields of a mail ({fields})',
    'beginnt mit den Feldern einer E-Mail ({fields})',
    '以邮件字段开头（{fields}）',
  ],
  [
    'it starts with From: and other fields of a mail',
    'beginnt mit From: und anderen Feldern einer E-Mail',
    '以 From: 等邮件字段开头',
  ],
  [
    'it starts with Content-Type: multipart',
    'beginnt mit Content-Type: multipart',
    '以 Content-Type: multipart 开头',
  ],
  ['it is a message of Outlook (MSG)', 'eine Nachricht von Outlook (MSG)', 'Outlook 邮件（MSG）'],
  ['it is an Atom <feed>', 'ein Atom-<feed>', 'Atom <feed>'],
  ['it is an RSS 1.0 feed (RDF)', 'ein RSS-1.0-Feed (RDF)', 'RSS 1.0 源（RDF）'],
  ['its root is <rss>', 'die Wurzel ist <rss>', '根元素为 <rss>'],
  ['it holds the elements of a feed', 'enthält die Elemente eines Feeds', '含订阅源的元素'],
  ['it has the line "{line}"', 'hat die Zeile „{line}“', '含有“{line}”一行'],
  [
    'its articles end with an accession number of Factiva',
    'die Artikel enden mit einer Dokumentnummer von Factiva',
    '文章以 Factiva 编号结尾',
  ],
  [
    'its lines have the codes HD, PD and TD of Factiva',
    'die Zeilen haben die Kürzel HD, PD und TD von Factiva',
    '各行带有 Factiva 的 HD、PD、TD 代码',
  ],
  ['its column "{column}" holds texts', 'die Spalte „{column}“ enthält Texte', '“{column}”列含有文本'],
  // Archives
  [
    'it is a ZIP archive by name and signature',
    'ein ZIP-Archiv nach Name und Signatur',
    '名称与签名均为 ZIP',
  ],
  ['it has the signature of a ZIP archive', 'hat die Signatur eines ZIP-Archivs', '具有 ZIP 签名'],
  ['it has the signature of gzip', 'hat die Signatur von gzip', '具有 gzip 签名'],
  ['it is gzip and named .warc.gz', 'gzip namens .warc.gz', '名为 .warc.gz 的 gzip'],
  ['it starts with WARC/1', 'beginnt mit WARC/1', '以 WARC/1 开头'],
  [
    'the archive holds archive/*.warc or pages/pages.jsonl',
    'das Archiv enthält archive/*.warc oder pages/pages.jsonl',
    '压缩包含 archive/*.warc 或 pages/pages.jsonl',
  ],
  ['you said so', 'Sie haben es so verlangt', '您如此指定'],
]

const blank = /\{[a-z]+\}/

/** The parts of a text around its blanks, and the blanks. */
const partsOf = (text: string): { fixed: string[]; blanks: string[] } => ({
  fixed: text.split(/\{[a-z]+\}/),
  blanks: text.match(/\{[a-z]+\}/g) ?? [],
})

/** What stands in the blanks of a pattern (each at its first possible end); null where the pattern does not fit. */
const filled = (pattern: string, said: string): Map<string, string> | null => {
  const { fixed, blanks } = partsOf(pattern)
  const values = new Map<string, string>()
  if (!said.startsWith(fixed[0]!)) return null
  let at = fixed[0]!.length
  for (const [index, name] of blanks.entries()) {
    const next = fixed[index + 1]!
    const isLast = index === blanks.length - 1
    const end = isLast ? said.length - next.length : said.indexOf(next, at + 1)
    if (end <= at || (isLast && !said.endsWith(next))) return null
    values.set(name, said.slice(at, end))
    at = end + next.length
  }
  return at === said.length ? values : null
}

/** What says that a file is of a format, in a language; as the reader put it where the words are not known. */
export const whyIn = (why: string, language: UiLanguage): string => {
  if (language === 'en') return why
  const column = language === 'de' ? 1 : 2
  const exact = whys.find(([en]) => en === why)
  if (exact) return exact[column]
  for (const entry of whys) {
    if (!blank.test(entry[0])) continue
    const values = filled(entry[0], why)
    if (!values) continue
    return entry[column].replace(/\{[a-z]+\}/g, (name) => {
      const value = values.get(name) ?? name
      // What is left of a clause is a clause again.
      return name === '{rest}' ? whyIn(value, language) : value
    })
  }
  return why
}
