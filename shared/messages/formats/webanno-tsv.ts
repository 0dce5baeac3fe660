import { defineMessages } from '../define.ts'

export const webannoTsvMessages = defineMessages({
  'format.webanno-tsv.description': {
    en: 'Words with layers of spans and relations, one file per article: for INCEpTION and WebAnno.',
    de: 'Wörter mit Ebenen von Spannen und Beziehungen, je Artikel eine Datei: für INCEpTION und WebAnno.',
    zh: '带有标注层和关系的词语，每篇文章一个文件，适用于 INCEpTION 和 WebAnno。',
  },
  'format.webanno-tsv.option.words': {
    en: 'Read layers of single words too (part of speech, lemma, dependency)',
    de: 'Auch Ebenen einzelner Wörter lesen (Wortart, Grundform, Dependenz)',
    zh: '同时读取单词层（词性、词元、依存关系）',
  },
  'import.notice.import.tsv_line': {
    en: 'Line {line} is no row of this format (number, begin-end, word and one cell per column). It was left out.',
    de: 'Zeile {line} ist keine Zeile dieses Formats (Nummer, Anfang-Ende, Wort und eine Zelle je Spalte). Sie wurde ausgelassen.',
    zh: '第 {line} 行不符合此格式（编号、起止位置、词和每列一个单元格），已跳过。',
  },
  'import.notice.import.tsv_form': {
    en: 'Line {line}: the word is “{form}”, but the text has “{found}” there. Its annotations stand where the numbers say.',
    de: 'Zeile {line}: Das Wort ist „{form}“, im Text steht dort „{found}“. Seine Annotationen stehen, wo die Zahlen es sagen.',
    zh: '第 {line} 行：词为“{form}”，而文本此处为“{found}”。标注按数字所示位置放置。',
  },
  'import.notice.import.tsv_reference': {
    en: 'Line {line}: no annotation stands at “{reference}”. The relation to it was left out.',
    de: 'Zeile {line}: Bei „{reference}“ steht keine Annotation. Die Beziehung dorthin wurde ausgelassen.',
    zh: '第 {line} 行：“{reference}”处没有标注，指向它的关系已跳过。',
  },
  'import.notice.import.tsv_version': {
    en: 'This version of WebAnno TSV could not be read. Export it as WebAnno TSV 3 and import that.',
    de: 'Diese Fassung von WebAnno TSV ließ sich nicht lesen. Exportieren Sie sie als WebAnno TSV 3 und importieren Sie das.',
    zh: '无法读取此版本的 WebAnno TSV。请导出为 WebAnno TSV 3 后再导入。',
  },
  'import.notice.import.tsv_old': {
    en: 'WebAnno TSV 1 or 2: words and spans were read; columns of other things were left out. Export it as WebAnno TSV 3 to import those.',
    de: 'WebAnno TSV 1 oder 2: Wörter und Spannen wurden gelesen, andere Spalten ausgelassen. Für diese exportieren Sie als WebAnno TSV 3.',
    zh: 'WebAnno TSV 1 或 2：已读取词和标注范围，其他列已跳过。如需这些内容，请导出为 WebAnno TSV 3。',
  },
})
