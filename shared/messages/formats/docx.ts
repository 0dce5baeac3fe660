import { defineMessages } from '../define.ts'

export const docxMessages = defineMessages({
  'format.docx.description': {
    en: 'Word documents: text, tables, notes at the end. Comments, deletions, headers and footers stay out.',
    de: 'Word-Dokumente: Text, Tabellen, Anmerkungen am Ende. Kommentare, Streichungen, Kopf- und Fußzeilen bleiben draußen.',
    zh: 'Word 文档：正文、表格，注释列于末尾。批注、删除的内容、页眉和页脚不读取。',
  },
  'import.notice.import.docx_damaged': {
    en: 'The Word document is incomplete or damaged. Open it in Word and save it anew.',
    de: 'Das Word-Dokument ist unvollständig oder beschädigt. Öffnen Sie es in Word und speichern Sie es neu.',
    zh: 'Word 文档不完整或已损坏。请在 Word 中打开并重新保存。',
  },
})
