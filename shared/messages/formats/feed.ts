import { defineMessages } from '../define.ts'

export const feedMessages = defineMessages({
  'format.feed.description': {
    en: 'Saved RSS and Atom feeds; every entry becomes an article.',
    de: 'Gespeicherte RSS- und Atom-Feeds; jeder Eintrag wird ein Artikel.',
    zh: '已保存的 RSS 和 Atom 订阅源；每个条目成为一篇文章。',
  },
  'import.notice.import.feed_summary': {
    en: 'The feed gives only a summary of “{title}”. Save the page itself for the whole article.',
    de: 'Der Feed gibt nur eine Zusammenfassung von „{title}“. Speichern Sie die Seite selbst für den ganzen Artikel.',
    zh: '订阅源仅提供《{title}》的摘要。如需全文，请保存网页本身。',
  },
  'import.notice.import.feed_repaired': {
    en: 'The feed is no well-formed XML; signs that are not allowed were read as what they stand for.',
    de: 'Der Feed ist kein wohlgeformtes XML; unerlaubte Zeichen wurden als das gelesen, wofür sie stehen.',
    zh: '订阅源不是格式良好的 XML；不允许的符号已按其含义读取。',
  },
  'import.notice.import.feed_empty': {
    en: 'The feed has no entries. Leave it out.',
    de: 'Der Feed hat keine Einträge. Lassen Sie ihn aus.',
    zh: '订阅源没有条目，请略过。',
  },
  'import.notice.import.feed_no_text': {
    en: 'The entry “{title}” holds no text and was left out ({place}).',
    de: 'Der Eintrag „{title}“ enthält keinen Text und wurde ausgelassen ({place}).',
    zh: '条目《{title}》没有文本，已略过（{place}）。',
  },
})
