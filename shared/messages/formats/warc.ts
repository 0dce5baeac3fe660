import { defineMessages } from '../define.ts'

export const warcMessages = defineMessages({
  'format.warc.description': {
    en: 'Web archives; every captured page becomes an article.',
    de: 'Webarchive; jede erfasste Seite wird ein Artikel.',
    zh: '网页存档；每个抓取的页面成为一篇文章。',
  },
  'import.notice.import.warc_cut': {
    en: 'The archive ends in the middle of record {record}. What was before it was read.',
    de: 'Das Archiv endet mitten in Satz {record}. Was davor steht, wurde gelesen.',
    zh: '存档在第 {record} 条记录中途结束。此前的内容已读取。',
  },
  'import.notice.import.warc_damaged': {
    en: 'The head of record {record} is damaged. It was left out up to the next one.',
    de: 'Der Kopf von Satz {record} ist beschädigt. Er wurde bis zum nächsten ausgelassen.',
    zh: '第 {record} 条记录的头部已损坏，已跳到下一条。',
  },
  'import.notice.import.warc_large': {
    en: 'The page of record {record} is larger than 64 MB and was left out.',
    de: 'Die Seite von Satz {record} ist größer als 64 MB und wurde ausgelassen.',
    zh: '第 {record} 条记录的页面超过 64 MB，已略过。',
  },
  'import.notice.import.warc_coding': {
    en: 'The page of record {record} is compressed in a way that cannot be undone; it was left out.',
    de: 'Die Seite von Satz {record} ist so komprimiert, dass sie sich nicht entpacken lässt; sie wurde ausgelassen.',
    zh: '第 {record} 条记录的页面压缩方式无法还原，已略过。',
  },
  'import.notice.import.warc_empty': {
    en: 'The file holds no record of a web archive. It is damaged or none.',
    de: 'Die Datei enthält keinen Satz eines Webarchivs. Sie ist beschädigt oder keines.',
    zh: '文件中没有网页存档记录，可能已损坏或不是存档。',
  },
})
