import { defineMessages } from '../define.ts'

/** UIMA in both serialisations, CAS JSON and XMI. */
export const casJsonMessages = defineMessages({
  'format.cas-json.description': {
    en: 'For INCEpTION and DKPro Cassis: one file per article with named entities, relations, tokens and sentences.',
    de: 'Für INCEpTION und DKPro Cassis: eine Datei je Artikel mit Entitäten, Relationen, Token und Sätzen.',
    zh: '供 INCEpTION 和 DKPro Cassis 使用：每篇文章一个文件，含命名实体、关系、词元和句子。',
  },
  'format.xmi.description': {
    en: 'For INCEpTION, WebAnno and UIMA: one archive per article with the document and its type system.',
    de: 'Für INCEpTION, WebAnno und UIMA: ein Archiv je Artikel mit Dokument und Typsystem.',
    zh: '供 INCEpTION、WebAnno 和 UIMA 使用：每篇文章一个压缩包，含文档及其类型系统。',
  },
  'import.notice.import.uima_legacy_json': {
    en: 'The old JSON of UIMA is not read. Export it as “UIMA CAS JSON 0.4” or “UIMA CAS XMI”.',
    de: 'Das alte JSON von UIMA wird nicht gelesen. Exportieren Sie es als „UIMA CAS JSON 0.4“ oder „UIMA CAS XMI“.',
    zh: '不支持旧版 UIMA JSON。请改用“UIMA CAS JSON 0.4”或“UIMA CAS XMI”导出。',
  },
  'import.notice.import.uima_structure': {
    en: '{place} is no feature structure. It was left out.',
    de: '{place} ist keine Merkmalsstruktur. Sie wurde weggelassen.',
    zh: '{place} 不是特征结构，已略去。',
  },
  'import.notice.import.uima_outside': {
    en: '{what} lies outside its text. It is no mention and was kept for export.',
    de: '{what} liegt außerhalb des Textes. Sie wird keine Erwähnung und bleibt für den Export erhalten.',
    zh: '{what} 超出正文范围，不作为提及，保留以备导出。',
  },
  'import.notice.import.uima_end': {
    en: '{what} does not join two annotations of the text. It is no relation and was kept for export.',
    de: '{what} verbindet keine zwei Annotationen des Textes. Sie wird keine Relation und bleibt für den Export erhalten.',
    zh: '{what} 未连接正文中的两个标注，不作为关系，保留以备导出。',
  },
  'import.notice.import.zero_length': {
    en: '{count} annotation covers no character. It is no mention and was kept for export. | {count} annotations cover no character. They are no mentions and were kept for export.',
    de: '{count} Annotation umfasst kein Zeichen. Sie wird keine Erwähnung und bleibt für den Export erhalten. | {count} Annotationen umfassen kein Zeichen. Sie werden keine Erwähnungen und bleiben für den Export erhalten.',
    zh: '{count} 个标注不含任何字符，不作为提及，保留以备导出。',
  },
})
