import { defineMessages } from '../define.ts'

export const conllMessages = defineMessages({
  'format.conll.option.scheme': { en: 'Tag scheme', de: 'Etikettenschema', zh: '标注方案' },
  'format.conll.option.scheme.auto': { en: 'as found', de: 'wie gefunden', zh: '自动识别' },
  'format.conll.option.scheme.bio': { en: 'BIO (IOB2)', de: 'BIO (IOB2)', zh: 'BIO（即 IOB2）' },
  'format.conll.option.scheme.iob1': { en: 'IOB1', de: 'IOB1', zh: 'IOB1' },
  'format.conll.option.scheme.ioe': { en: 'IOE', de: 'IOE', zh: 'IOE' },
  'format.conll.option.scheme.bioes': { en: 'BIOES', de: 'BIOES', zh: 'BIOES' },
  'format.conll.option.scheme.bilou': { en: 'BILOU', de: 'BILOU', zh: 'BILOU' },
  'format.conll.option.scheme.bmewo': { en: 'BMEWO', de: 'BMEWO', zh: 'BMEWO' },
  'format.conll.option.scheme.io': {
    en: 'labels without prefixes',
    de: 'Labels ohne Vorsatz',
    zh: '无前缀标签',
  },
  'format.conll.option.tagColumn': { en: 'Column of the tags', de: 'Spalte der Etiketten', zh: '标签所在列' },
  'format.conll.option.tagColumn.found': {
    en: 'as found; else 4 or 3, 4',
    de: 'wie gefunden; sonst 4 oder 3, 4',
    zh: '自动识别；或 4、3, 4',
  },
  'format.conll.option.joining': { en: 'Words are joined', de: 'Wörter verbinden', zh: '词语连接方式' },
  'format.conll.option.joining.auto': {
    en: 'as the language does it',
    de: 'wie in der Sprache üblich',
    zh: '按语言习惯',
  },
  'format.conll.option.joining.blank': { en: 'with a blank', de: 'mit Leerzeichen', zh: '用空格' },
  'format.conll.option.joining.nothing': { en: 'without anything', de: 'ohne Zwischenraum', zh: '直接相连' },
  'format.conll.option.documents': { en: 'One article is', de: 'Ein Artikel ist', zh: '一篇文章对应' },
  'format.conll.option.documents.auto': {
    en: 'from one -DOCSTART- to the next, else a file',
    de: 'von einem -DOCSTART- zum nächsten, sonst eine Datei',
    zh: '两个 -DOCSTART- 之间，否则为整个文件',
  },
  'format.conll.option.documents.file': { en: 'a file', de: 'eine Datei', zh: '一个文件' },
  'format.conll.option.documents.sentence': { en: 'a sentence', de: 'ein Satz', zh: '一个句子' },
  'format.conll.option.layout': { en: 'Columns', de: 'Spalten', zh: '列' },
  'format.conll.option.layout.own': {
    en: 'word, offsets, tag; facts as comments',
    de: 'Wort, Positionen, Etikett; Angaben als Kommentare',
    zh: '词、偏移量、标签；信息写入注释',
  },
  'format.conll.option.layout.conll2003': {
    en: 'as CoNLL-2003: four columns, no comments',
    de: 'wie CoNLL-2003: vier Spalten, keine Kommentare',
    zh: '同 CoNLL-2003：四列，无注释',
  },
  'exports.scheme.iob1': {
    en: 'IOB1: B only between neighbours of one type',
    de: 'IOB1: B nur zwischen Nachbarn gleichen Typs',
    zh: 'IOB1：仅在同类型相邻时用 B',
  },
  'exports.scheme.bilou': {
    en: 'BILOU: also last and unit',
    de: 'BILOU: dazu Letztes und Einzelnes',
    zh: 'BILOU：另有末尾和单个',
  },
  'import.notice.import.conll.no_tags': {
    en: 'There is no column of tags such as B-PER and O.',
    de: 'Es gibt keine Spalte mit Etiketten wie B-PER und O.',
    zh: '没有 B-PER、O 之类的标签列。',
  },
  'import.notice.import.conll.row': {
    en: 'Line {line}: “{text}” has fewer columns than the other rows ({width}). Its word stays, without a tag.',
    de: 'Zeile {line}: „{text}“ hat weniger Spalten als die anderen Zeilen ({width}). Das Wort bleibt, ohne Etikett.',
    zh: '第 {line} 行：“{text}”的列数少于其他行（{width}）。该词保留，但没有标签。',
  },
  'import.notice.import.conll.repairs': {
    en: '{count} chunk does not begin or end with the tag of its scheme ({scheme}); see the sentence of line {line}. It was read as conlleval does. | {count} chunks do not begin or end with the tag of their scheme ({scheme}), the first in the sentence of line {line}. They were read as conlleval does.',
    de: '{count} Abschnitt beginnt oder endet nicht mit dem Etikett seines Schemas ({scheme}), im Satz der Zeile {line}. Gelesen wurde er wie von conlleval. | {count} Abschnitte beginnen oder enden nicht mit dem Etikett ihres Schemas ({scheme}), der erste im Satz der Zeile {line}. Gelesen wurden sie wie von conlleval.',
    zh: '有 {count} 个片段的首尾标签不符合方案（{scheme}），第一个在第 {line} 行所在的句子。已按 conlleval 的方式读取。',
  },
  'import.notice.import.conll.text': {
    en: '{text} does not hold the words of the file in their order. The text was joined from the words.',
    de: '{text} enthält die Wörter der Datei nicht in ihrer Reihenfolge. Der Text wurde aus den Wörtern zusammengesetzt.',
    zh: '{text} 不按顺序包含该文件的词语。正文由词语拼接而成。',
  },
})
