import { defineMessages } from './define.ts'

/** Export formats: what they are for, their options, and what they could not hold (the `what` of a loss). */
export const exportsMessages = defineMessages({
  'exports.ligatureJsonl.description': {
    en: 'The whole project as lines of JSON: for another Ligature, for scripts, for the archive. Nothing is lost but the history.',
    de: 'Das ganze Projekt als JSON-Zeilen: für ein anderes Ligature, für Skripte, fürs Archiv. Nichts geht verloren außer dem Verlauf.',
    zh: '以 JSON 行保存整个项目，供另一个 Ligature、脚本或归档使用。除历史记录外无任何损失。',
  },
  'exports.csv.description': {
    en: 'Tables of articles, entities, mentions and relations: for spreadsheets, pandas and R.',
    de: 'Tabellen der Artikel, Entitäten, Erwähnungen und Beziehungen: für Tabellenkalkulation, pandas und R.',
    zh: '文章、实体、提及和关系的表格，适用于电子表格、pandas 和 R。',
  },
  'exports.conll.description': {
    en: 'One word per line with its tag: for training named entity recognition.',
    de: 'Ein Wort je Zeile mit seinem Etikett: zum Trainieren der Eigennamenerkennung.',
    zh: '每行一个词及其标签，用于训练命名实体识别。',
  },
  'exports.graphml.description': {
    en: 'The network of entities and relations: for Gephi, Cytoscape, NetworkX and igraph.',
    de: 'Das Netz der Entitäten und Beziehungen: für Gephi, Cytoscape, NetworkX und igraph.',
    zh: '实体与关系的网络，适用于 Gephi、Cytoscape、NetworkX 和 igraph。',
  },

  'exports.option.originals': {
    en: 'Include the original files',
    de: 'Originaldateien mit ausgeben',
    zh: '包含原始文件',
  },
  'exports.option.offsetUnit': { en: 'Offsets counted in', de: 'Positionen gezählt in', zh: '偏移量单位' },
  'exports.unit.utf16': {
    en: 'UTF-16 code units (JavaScript, Java)',
    de: 'UTF-16-Einheiten (JavaScript, Java)',
    zh: 'UTF-16 码元（JavaScript、Java）',
  },
  'exports.unit.codepoint': {
    en: 'Unicode code points (Python)',
    de: 'Unicode-Codepunkte (Python)',
    zh: 'Unicode 码点（Python）',
  },
  'exports.unit.byte': {
    en: 'UTF-8 bytes (Rust, Go)',
    de: 'UTF-8-Bytes (Rust, Go)',
    zh: 'UTF-8 字节（Rust、Go）',
  },
  'exports.option.spreadsheetSafe': {
    en: 'Keep spreadsheets from running cells as formulas',
    de: 'Verhindern, dass Tabellenprogramme Zellen als Formeln ausführen',
    zh: '防止电子表格将单元格作为公式执行',
  },
  'exports.option.bom': {
    en: 'Mark the files as UTF-8 (Excel needs it)',
    de: 'Dateien als UTF-8 kennzeichnen (Excel braucht es)',
    zh: '标记文件为 UTF-8（Excel 需要）',
  },
  'exports.option.scheme': { en: 'Tag scheme', de: 'Etikettenschema', zh: '标注方案' },
  'exports.scheme.bio': {
    en: 'BIO: beginning, inside, outside',
    de: 'BIO: Anfang, innen, außen',
    zh: 'BIO：开头、内部、外部',
  },
  'exports.scheme.bioes': {
    en: 'BIOES: also end and single',
    de: 'BIOES: dazu Ende und einzeln',
    zh: 'BIOES：另有结尾和单个',
  },
  'exports.option.splitTokens': {
    en: 'Cut words where a mention starts or ends inside them',
    de: 'Wörter zerteilen, in denen eine Erwähnung beginnt oder endet',
    zh: '提及在词中开始或结束时切分该词',
  },
  'exports.option.entityColumn': {
    en: 'Add a column with the entity',
    de: 'Spalte mit der Entität hinzufügen',
    zh: '添加实体列',
  },

  'exports.loss.offsets': {
    en: 'Places of mentions in the text',
    de: 'Stellen der Erwähnungen im Text',
    zh: '提及在文本中的位置',
  },
  'exports.loss.texts': { en: 'Texts of articles', de: 'Texte der Artikel', zh: '文章正文' },
  'exports.loss.articleFacts': {
    en: 'Titles, dates, languages and sources of articles',
    de: 'Titel, Daten, Sprachen und Quellen der Artikel',
    zh: '文章的标题、日期、语言和来源',
  },
  'exports.loss.articleStatus': {
    en: 'How far articles are read',
    de: 'Bearbeitungsstand der Artikel',
    zh: '文章的处理状态',
  },
  'exports.loss.links': {
    en: 'Which entity a mention means',
    de: 'Welche Entität eine Erwähnung meint',
    zh: '提及所指的实体',
  },
  'exports.loss.unmentionedEntities': {
    en: 'Entities without a mention',
    de: 'Entitäten ohne Erwähnung',
    zh: '没有提及的实体',
  },
  'exports.loss.unprovedRelations': {
    en: 'Relations and passages that no two mentions prove',
    de: 'Beziehungen und Belegstellen, zu denen kein Paar von Erwähnungen gehört',
    zh: '没有一对提及可以证明的关系和段落',
  },
  'exports.loss.relationFacts': {
    en: 'Status, dates, amounts and shares of relations',
    de: 'Stand, Daten, Beträge und Anteile der Beziehungen',
    zh: '关系的状态、日期、金额和份额',
  },
  'exports.loss.passages': {
    en: 'The exact passages that prove relations',
    de: 'Die genauen Belegstellen der Beziehungen',
    zh: '证明关系的确切段落',
  },
  'exports.loss.whitespace': {
    en: 'White space of texts',
    de: 'Leerraum der Texte',
    zh: '正文的空白字符',
  },
  'exports.loss.originals': { en: 'Original files', de: 'Originaldateien', zh: '原始文件' },
  'exports.loss.schema': {
    en: 'Types with their colours and rules',
    de: 'Typen mit ihren Farben und Regeln',
    zh: '类型及其颜色和规则',
  },
  'exports.loss.positions': {
    en: 'Positions in the network',
    de: 'Positionen im Netz',
    zh: '网络中的位置',
  },
  'exports.loss.aliases': {
    en: 'Other names of entities',
    de: 'Weitere Namen von Entitäten',
    zh: '实体别名',
  },
  'exports.loss.outsideIds': {
    en: 'Identifiers in other registers',
    de: 'Kennungen in anderen Verzeichnissen',
    zh: '外部标识符',
  },
  'exports.loss.values': {
    en: 'Normalised values of money, dates and quantities',
    de: 'Normalisierte Werte von Beträgen, Daten und Mengen',
    zh: '金额、日期和数量的规范化值',
  },
  'exports.loss.notes': { en: 'Notes', de: 'Notizen', zh: '备注' },
  'exports.loss.doubts': {
    en: 'Annotations marked as probable or doubtful',
    de: 'Als wahrscheinlich oder zweifelhaft markierte Annotationen',
    zh: '标记为可能或存疑的标注',
  },
  'exports.loss.provenance': {
    en: 'Who made it, how and when',
    de: 'Wer es wie und wann angelegt hat',
    zh: '由谁、以何种方式、何时创建',
  },
  'exports.loss.relations': { en: 'Relations', de: 'Beziehungen', zh: '关系' },
  'exports.loss.guarded': {
    en: 'Cells given an apostrophe so that no spreadsheet runs them',
    de: 'Zellen mit vorangestelltem Apostroph, damit kein Tabellenprogramm sie ausführt',
    zh: '为防止电子表格执行而加上撇号的单元格',
  },
  'exports.loss.longCell': {
    en: 'Texts longer than a spreadsheet cell (32,767 characters); the file holds them whole',
    de: 'Texte, die länger sind als eine Tabellenzelle (32.767 Zeichen); die Datei enthält sie ganz',
    zh: '超过电子表格单元格长度（32,767 个字符）的文本；文件中内容完整',
  },
  'exports.loss.discontinuous': {
    en: 'Mentions in several pieces',
    de: 'Erwähnungen aus mehreren Stücken',
    zh: '不连续的提及',
  },
  'exports.loss.overlap': {
    en: 'Mentions that overlap a longer one',
    de: 'Erwähnungen, die sich mit einer längeren überschneiden',
    zh: '与更长提及重叠的提及',
  },
  'exports.loss.moved': {
    en: 'Mentions whose ends moved to the ends of words',
    de: 'Erwähnungen, deren Enden an Wortgrenzen gerückt sind',
    zh: '边界被移至词边界的提及',
  },
  'exports.loss.noToken': {
    en: 'Mentions without a word of their own',
    de: 'Erwähnungen ohne eigenes Wort',
    zh: '没有独立词语的提及',
  },
  'exports.loss.emptyArticles': {
    en: 'Articles without a word',
    de: 'Artikel ohne ein Wort',
    zh: '没有任何词语的文章',
  },
  'exports.loss.lostEnds': {
    en: 'Passages of relations that lost a mention',
    de: 'Belegstellen von Beziehungen, denen eine Erwähnung fehlt',
    zh: '缺少某一提及的关系证据段落',
  },
  'exports.loss.controlCharacters': {
    en: 'Texts with control characters, which became blanks',
    de: 'Texte mit Steuerzeichen, die zu Leerzeichen wurden',
    zh: '含控制字符的文本（控制字符已替换为空格）',
  },
})
