import { defineMessages } from '../define.ts'

export const waczMessages = defineMessages({
  'format.wacz.description': {
    en: 'Web archive collections; the pages they list become articles.',
    de: 'Sammlungen von Webarchiven; die aufgeführten Seiten werden Artikel.',
    zh: '网页存档集；所列页面成为文章。',
  },
  'import.notice.import.wacz_page': {
    en: 'Line {line} of the list of pages is no page and was left out.',
    de: 'Zeile {line} der Seitenliste ist keine Seite und wurde ausgelassen.',
    zh: '页面列表第 {line} 行不是页面，已略过。',
  },
})
