import { defineMessages } from '../define.ts'

/** GATE documents in both serialisations, GATE XML and bdoc. */
export const gateXmlMessages = defineMessages({
  'format.gate-xml.description': {
    en: 'For GATE and gatenlp: one file per article; relations are annotations with head and tail.',
    de: 'Für GATE und gatenlp: eine Datei je Artikel; Relationen sind Annotationen mit head und tail.',
    zh: '供 GATE 和 gatenlp 使用：每篇文章一个文件；关系以带 head 和 tail 的标注表示。',
  },
  'format.bdoc.description': {
    en: 'For gatenlp in Python: one JSON document per article, offsets in code points.',
    de: 'Für gatenlp in Python: ein JSON-Dokument je Artikel, Positionen in Codepunkten.',
    zh: '供 Python 的 gatenlp 使用：每篇文章一个 JSON 文档，位置以码点计。',
  },
  'import.notice.import.gate_annotation': {
    en: '{place}: an annotation without id, type or nodes. It was left out.',
    de: '{place}: eine Annotation ohne Kennung, Typ oder Knoten. Sie wurde weggelassen.',
    zh: '{place}：标注缺少编号、类型或节点，已略去。',
  },
  'import.notice.import.gate_outside': {
    en: 'Annotation {id} lies outside the text. It is no mention and was kept for export.',
    de: 'Annotation {id} liegt außerhalb des Textes. Sie wird keine Erwähnung und bleibt für den Export erhalten.',
    zh: '标注 {id} 超出正文范围，不作为提及，保留以备导出。',
  },
  'import.notice.import.gate_end': {
    en: 'Relation {id} does not join two annotations of the text. It was left out.',
    de: 'Relation {id} verbindet keine zwei Annotationen des Textes. Sie wurde weggelassen.',
    zh: '关系 {id} 未连接正文中的两个标注，已略去。',
  },
  'import.notice.import.bdoc_record': {
    en: '{place}: no complete document or annotation. It was left out.',
    de: '{place}: kein vollständiges Dokument, keine vollständige Annotation. Es wurde weggelassen.',
    zh: '{place}：文档或标注不完整，已略去。',
  },
})
