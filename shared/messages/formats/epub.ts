import { defineMessages } from '../define.ts'

export const epubMessages = defineMessages({
  'format.epub.description': {
    en: 'Electronic books without copy protection, by chapter or as a whole.',
    de: 'Elektronische Bücher ohne Kopierschutz, kapitelweise oder im Ganzen.',
    zh: '无版权保护的电子书，可按章节或整本导入。',
  },
  'format.epub.option.articles': { en: 'One article for', de: 'Ein Artikel für', zh: '一篇文章对应' },
  'format.epub.option.articles.chapter': { en: 'every chapter', de: 'jedes Kapitel', zh: '每一章' },
  'format.epub.option.articles.book': { en: 'the whole book', de: 'das ganze Buch', zh: '整本书' },
  'import.notice.import.epub_damaged': {
    en: 'The EPUB is incomplete: its list of contents or its texts are missing. Get a fresh copy of it.',
    de: 'Das EPUB ist unvollständig: Inhaltsliste oder Texte fehlen. Besorgen Sie eine neue Kopie.',
    zh: 'EPUB 不完整：缺少内容清单或文本。请重新获取一份。',
  },
  'import.notice.import.epub_missing': {
    en: 'The reading order names {member}, which is not in the book.',
    de: 'Die Lesereihenfolge nennt {member}, das nicht im Buch ist.',
    zh: '阅读顺序中列出的 {member} 不在书中。',
  },
})
