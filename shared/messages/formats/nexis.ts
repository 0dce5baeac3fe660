import { defineMessages } from '../define.ts'

export const nexisMessages = defineMessages({
  'format.nexis.description': {
    en: 'Exports of LexisNexis and Nexis Uni, split into their articles.',
    de: 'Exporte aus LexisNexis und Nexis Uni, in ihre Artikel geteilt.',
    zh: 'LexisNexis 与 Nexis Uni 导出文件，拆分为各篇文章。',
  },
  'import.notice.import.export_empty': {
    en: 'No article could be told apart in this export. Export it as text with all fields.',
    de: 'In diesem Export war kein Artikel zu erkennen. Exportieren Sie ihn als Text mit allen Feldern.',
    zh: '此导出文件中无法区分文章。请以包含全部字段的文本格式导出。',
  },
})
