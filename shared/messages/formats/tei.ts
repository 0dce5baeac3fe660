import { defineMessages } from '../define.ts'

export const teiMessages = defineMessages({
  'format.tei.description': {
    en: 'For editions and archives: one TEI P5 file per article, annotations beside the text.',
    de: 'Für Editionen und Archive: eine TEI-P5-Datei je Artikel, Annotationen neben dem Text.',
    zh: '供数字编辑与档案使用：每篇文章一个 TEI P5 文件，标注独立于正文。',
  },
  'format.tei.option.whiteSpace': { en: 'White space', de: 'Leerraum', zh: '空白字符' },
  'format.tei.option.whiteSpace.literal': {
    en: 'As it stands in the file',
    de: 'Wie in der Datei',
    zh: '与文件一致',
  },
  'format.tei.option.whiteSpace.collapse': {
    en: 'One blank for each run, one line for each block',
    de: 'Je Folge ein Leerzeichen, je Block eine Zeile',
    zh: '连续空白合并为一个空格，每个段落一行',
  },
  'import.notice.import.tei_span': {
    en: 'Line {line}: this span points to nothing in the text. It was left out and kept for export.',
    de: 'Zeile {line}: Diese Spanne verweist auf nichts im Text. Sie wurde weggelassen und bleibt für den Export erhalten.',
    zh: '第 {line} 行：该标注未指向正文中的任何内容，已略去，保留以备导出。',
  },
  'import.notice.import.tei_relation': {
    en: 'Line {line}: this relation does not name two ends. It was left out.',
    de: 'Zeile {line}: Diese Relation nennt keine zwei Enden. Sie wurde weggelassen.',
    zh: '第 {line} 行：该关系未指明两端，已略去。',
  },
})
