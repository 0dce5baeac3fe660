import { defineMessages } from '../define.ts'

export const pdfMessages = defineMessages({
  'format.pdf.description': {
    en: 'Documents with a text layer. Columns are put in reading order; headers, footers and page numbers are proposed for cutting.',
    de: 'Dokumente mit Textebene. Spalten kommen in Lesereihenfolge; Kopf- und Fußzeilen und Seitenzahlen werden zum Schneiden vorgeschlagen.',
    zh: '带文本层的文档。分栏按阅读顺序排列；页眉、页脚和页码会作为删减建议列出。',
  },
  'format.pdf.option.hyphens': {
    en: 'Words divided at line ends',
    de: 'Am Zeilenende getrennte Wörter',
    zh: '行末断开的单词',
  },
  'format.pdf.option.hyphens.join': {
    en: 'join where the next line begins with a lower-case letter',
    de: 'zusammenfügen, wo die nächste Zeile klein beginnt',
    zh: '下一行以小写字母开头时合并',
  },
  'format.pdf.option.hyphens.keep': {
    en: 'keep their hyphens',
    de: 'behalten ihren Trennstrich',
    zh: '保留连字符',
  },
  'import.reason.page_margin': {
    en: 'header or footer',
    de: 'Kopf- oder Fußzeile',
    zh: '页眉或页脚',
  },
  'import.notice.import.no_text_layer': {
    en: 'It holds pictures of its {pages} pages but no text. Run it through text recognition (OCR) elsewhere first.',
    de: 'Sie enthält Bilder ihrer {pages} Seiten, aber keinen Text. Lassen Sie zuerst anderswo eine Texterkennung (OCR) darüberlaufen.',
    zh: '文件只有 {pages} 页图像，没有文本。请先用其他工具进行文字识别（OCR）。',
  },
  'import.notice.import.pdf_damaged': {
    en: 'The PDF is damaged. Open it in a viewer and save it anew.',
    de: 'Die PDF-Datei ist beschädigt. Öffnen Sie sie in einem Betrachter und speichern Sie sie neu.',
    zh: 'PDF 文件已损坏。请在阅读器中打开并重新保存。',
  },
  'import.notice.import.pdf_pages': {
    en: 'It says it has {pages} pages; up to {limit} are read. Split it first.',
    de: 'Sie hat nach eigener Angabe {pages} Seiten; gelesen werden bis zu {limit}. Teilen Sie sie vorher auf.',
    zh: '文件声明有 {pages} 页；最多读取 {limit} 页。请先拆分。',
  },
  'import.notice.import.pdf_slow': {
    en: 'Reading it took longer than {seconds} seconds. Split it into smaller files first.',
    de: 'Das Lesen dauerte länger als {seconds} Sekunden. Teilen Sie die Datei vorher in kleinere auf.',
    zh: '读取超过 {seconds} 秒。请先拆分为较小的文件。',
  },
  'import.notice.import.pdf_text': {
    en: 'It holds more than {millions} million characters of text. Split it first.',
    de: 'Sie enthält mehr als {millions} Millionen Zeichen Text. Teilen Sie sie vorher auf.',
    zh: '文件包含超过 {millions} 百万个字符。请先拆分。',
  },
  'import.notice.import.pdf_pages_lost': {
    en: 'Page {pages} is damaged and was left out. Open the file in a viewer and save it anew.',
    de: 'Seite {pages} ist beschädigt und fehlt. Öffnen Sie die Datei in einem Betrachter und speichern Sie sie neu.',
    zh: '第 {pages} 页已损坏，未读取。请在阅读器中打开并重新保存。',
  },
  'import.notice.import.pdf_silent_pages': {
    en: '{silent} of {pages} pages hold no text (pictures or empty pages). What they show was not read.',
    de: '{silent} von {pages} Seiten enthalten keinen Text (Bilder oder leere Seiten). Was sie zeigen, wurde nicht gelesen.',
    zh: '{pages} 页中有 {silent} 页没有文本（图像或空白页），其内容未读取。',
  },
  'import.notice.import.pdf_glyphs': {
    en: 'Its fonts do not say which characters they show; parts of the text are unreadable.',
    de: 'Ihre Schriften sagen nicht, welche Zeichen sie zeigen; Teile des Textes sind unlesbar.',
    zh: '其字体未说明所显示的字符；部分文本无法识读。',
  },
})
