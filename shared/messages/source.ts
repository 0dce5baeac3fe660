import { defineMessages } from './define.ts'

/** The original beside the text. */
export const sourceMessages = defineMessages({
  'source.frame': { en: 'Original: {name}', de: 'Original: {name}', zh: '原文：{name}' },
  'source.none': { en: 'No article open', de: 'Kein Artikel geöffnet', zh: '未打开文章' },
  'source.noneText': {
    en: 'The page or file an article came from is shown here, in step with its text.',
    de: 'Hier steht die Seite oder Datei, aus der ein Artikel stammt, im Gleichschritt mit seinem Text.',
    zh: '此处显示文章的原始页面或文件，并与正文同步滚动。',
  },
  'source.missing': { en: 'No original kept', de: 'Kein Original vorhanden', zh: '未保留原文' },
  'source.missingText': {
    en: 'This article came as plain data, without a file.',
    de: 'Dieser Artikel kam als reine Daten, ohne Datei.',
    zh: '该文章以纯数据导入，没有原始文件。',
  },
  'source.cuts': {
    en: '{count} passage cut | {count} passages cut',
    de: '{count} Stelle gekürzt | {count} Stellen gekürzt',
    zh: '已删去 {count} 处',
  },
  'source.picture': { en: 'picture left out', de: 'Bild weggelassen', zh: '图片已省略' },
})
