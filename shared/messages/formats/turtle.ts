import { defineMessages } from '../define.ts'

export const turtleMessages = defineMessages({
  'format.turtle.description': {
    en: 'Everything as RDF statements with sources: for triple stores and scripts.',
    de: 'Alles als RDF-Aussagen mit Belegen: für Triple Stores und Skripte.',
    zh: '以带来源的 RDF 陈述保存全部内容，适用于三元组存储和脚本。',
  },
  'format.turtle.option.texts': {
    en: 'With the texts of the articles',
    de: 'Mit den Texten der Artikel',
    zh: '包含文章正文',
  },
})
