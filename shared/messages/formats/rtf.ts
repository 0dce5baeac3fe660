import { defineMessages } from '../define.ts'

export const rtfMessages = defineMessages({
  'format.rtf.description': {
    en: 'Rich Text Format, as databases of articles and older word processors write it.',
    de: 'Rich Text Format, wie es Artikeldatenbanken und ältere Textprogramme schreiben.',
    zh: '富文本格式，常见于文章数据库和较早的文字处理软件。',
  },
  'import.notice.import.rtf_damaged': {
    en: 'The groups of the RTF file are nested beyond all measure. This is no document.',
    de: 'Die Gruppen der RTF-Datei sind maßlos tief verschachtelt. Das ist kein Dokument.',
    zh: 'RTF 文件的分组嵌套过深，不是正常的文档。',
  },
  'import.notice.import.rtf_cut_off': {
    en: 'The file ends in the middle of a group; what stands before was read.',
    de: 'Die Datei endet mitten in einer Gruppe; was davor steht, wurde gelesen.',
    zh: '文件在分组中间结束；此前的内容已读取。',
  },
  'import.notice.import.rtf_code_page': {
    en: 'It uses code page {codePage}, which is not known here; some characters may be wrong.',
    de: 'Sie verwendet die Codepage {codePage}, die hier nicht bekannt ist; einzelne Zeichen können falsch sein.',
    zh: '文件使用未知的代码页 {codePage}；部分字符可能有误。',
  },
})
