import { defineMessages } from '../define.ts'

export const odtMessages = defineMessages({
  'format.odt.description': {
    en: 'OpenDocument texts (LibreOffice): text, lists, tables, notes at the end. Comments and deletions stay out.',
    de: 'OpenDocument-Texte (LibreOffice): Text, Listen, Tabellen, Anmerkungen am Ende. Kommentare und Streichungen bleiben draußen.',
    zh: 'OpenDocument 文本（LibreOffice）：正文、列表、表格，注释列于末尾。批注和删除的内容不读取。',
  },
  'import.notice.import.odt_damaged': {
    en: 'The OpenDocument text is incomplete. Open it in LibreOffice and save it anew.',
    de: 'Der OpenDocument-Text ist unvollständig. Öffnen Sie ihn in LibreOffice und speichern Sie ihn neu.',
    zh: 'OpenDocument 文本不完整。请在 LibreOffice 中打开并重新保存。',
  },
})
