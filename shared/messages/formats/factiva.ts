import { defineMessages } from '../define.ts'

export const factivaMessages = defineMessages({
  'format.factiva.description': {
    en: 'Exports of Factiva, with field codes or without, split into their articles.',
    de: 'Exporte aus Factiva, mit Feldcodes oder ohne, in ihre Artikel geteilt.',
    zh: 'Factiva 导出文件（含或不含字段代码），拆分为各篇文章。',
  },
})
