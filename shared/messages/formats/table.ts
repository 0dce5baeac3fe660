import { defineMessages } from '../define.ts'

export const tableMessages = defineMessages({
  'format.table.description': {
    en: 'Tables with an article in every row: CSV, TSV, JSON Lines, JSON.',
    de: 'Tabellen mit einem Artikel je Zeile: CSV, TSV, JSON Lines, JSON.',
    zh: '每行一篇文章的表格：CSV、TSV、JSON Lines、JSON。',
  },
  'format.table.detected': { en: 'Found by itself', de: 'Wird gefunden', zh: '自动识别' },
  'format.table.option.text': { en: 'Column of the text', de: 'Spalte des Textes', zh: '正文列' },
  'format.table.option.title': { en: 'Column of the title', de: 'Spalte des Titels', zh: '标题列' },
  'format.table.option.date': { en: 'Column of the date', de: 'Spalte des Datums', zh: '日期列' },
  'format.table.option.language': { en: 'Column of the language', de: 'Spalte der Sprache', zh: '语言列' },
  'format.table.option.publisher': { en: 'Column of the publisher', de: 'Spalte des Mediums', zh: '媒体列' },
  'format.table.option.url': { en: 'Column of the address', de: 'Spalte der Adresse', zh: '网址列' },
  'format.table.option.id': { en: 'Column of the id', de: 'Spalte der Kennung', zh: '编号列' },
  'format.table.option.author': { en: 'Column of the author', de: 'Spalte des Autors', zh: '作者列' },
  'format.table.option.separator': { en: 'Separator', de: 'Trennzeichen', zh: '分隔符' },
  'format.table.option.separator.auto': { en: 'Found by itself', de: 'Wird gefunden', zh: '自动识别' },
  'format.table.option.separator.comma': { en: 'Comma', de: 'Komma', zh: '逗号' },
  'format.table.option.separator.semicolon': { en: 'Semicolon', de: 'Semikolon', zh: '分号' },
  'format.table.option.separator.tab': { en: 'Tab', de: 'Tabulator', zh: '制表符' },
  'format.table.option.separator.bar': { en: 'Vertical bar', de: 'Senkrechter Strich', zh: '竖线' },
  'format.table.option.header': { en: 'Names of the columns', de: 'Namen der Spalten', zh: '列名' },
  'format.table.option.header.auto': { en: 'Found by itself', de: 'Wird gefunden', zh: '自动识别' },
  'format.table.option.header.yes': { en: 'In the first row', de: 'In der ersten Zeile', zh: '在第一行' },
  'format.table.option.header.no': { en: 'Nowhere', de: 'Nirgends', zh: '没有' },
  'import.notice.import.table_none': {
    en: 'The file has no columns that could be told apart. Choose its separator, or import it as text.',
    de: 'In der Datei sind keine Spalten zu erkennen. Wählen Sie das Trennzeichen oder importieren Sie sie als Text.',
    zh: '无法区分文件中的列。请选择分隔符，或作为文本导入。',
  },
  'import.notice.import.table_no_text': {
    en: 'No column holds texts ({columns}). Name the column of the text.',
    de: 'Keine Spalte enthält Texte ({columns}). Nennen Sie die Spalte des Textes.',
    zh: '没有包含正文的列（{columns}）。请指定正文列。',
  },
  'import.notice.import.table_empty_row': {
    en: 'The column “{column}” is empty in {place}; the row was left out.',
    de: 'Die Spalte „{column}“ ist leer ({place}); die Zeile wurde ausgelassen.',
    zh: '“{column}”列为空（{place}），该行已略过。',
  },
  'import.notice.import.table_quote': {
    en: 'In line {line} a quote is opened that never closes; what follows was not read. Correct it there.',
    de: 'In Zeile {line} wird ein Anführungszeichen geöffnet und nie geschlossen; was folgt, wurde nicht gelesen. Korrigieren Sie es dort.',
    zh: '第 {line} 行的引号未闭合，其后内容未读取。请在该处更正。',
  },
  'import.notice.import.table_record': {
    en: 'The record in line {line} is no row of a table and was left out.',
    de: 'Der Satz in Zeile {line} ist keine Tabellenzeile und wurde ausgelassen.',
    zh: '第 {line} 行的记录不是表格行，已略过。',
  },
})
