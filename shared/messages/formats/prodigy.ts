import { defineMessages } from '../define.ts'

/** Messages of Prodigy and spaCy JSONL. */
export const prodigyMessages = defineMessages({
  'format.prodigy.description': {
    en: 'One text per line with tokens, spans and relations: for Prodigy and for training spaCy.',
    de: 'Ein Text je Zeile mit Tokens, Spannen und Beziehungen: für Prodigy und zum Trainieren von spaCy.',
    zh: '每行一段文本及其词元、片段和关系，供 Prodigy 使用并可训练 spaCy。',
  },
  'format.prodigy.option.group': {
    en: 'One article for',
    de: 'Ein Artikel für',
    zh: '每篇文章对应',
  },
  'format.prodigy.option.group.record': {
    en: 'each record',
    de: 'jeden Datensatz',
    zh: '每条记录',
  },
  'format.prodigy.option.group.source': {
    en: 'records that follow each other and name the same source',
    de: 'aufeinanderfolgende Datensätze derselben Quelle',
    zh: '来源相同的连续记录',
  },
  'import.notice.import.prodigy.patterns': {
    en: 'The file holds match patterns and no documents. Leave it out, or import the annotated file instead.',
    de: 'Die Datei enthält Suchmuster und keine Dokumente. Lassen Sie sie weg, oder importieren Sie die annotierte Datei.',
    zh: '该文件只有匹配模式，没有文档。请略过它，或改为导入已标注的文件。',
  },
  'import.notice.import.prodigy.ignored': {
    en: '{count} record was answered with “ignore” and left out. | {count} records were answered with “ignore” and left out.',
    de: '{count} Datensatz war mit „ignore“ beantwortet und wurde ausgelassen. | {count} Datensätze waren mit „ignore“ beantwortet und wurden ausgelassen.',
    zh: '有 {count} 条记录的回答为“ignore”，已略过。',
  },
})
