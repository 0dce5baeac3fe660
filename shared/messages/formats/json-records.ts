import { defineMessages } from '../define.ts'

/** What may be wrong with single records of JSON formats. */
export const jsonRecordsMessages = defineMessages({
  'import.notice.import.record.damaged': {
    en: 'A record could not be read and was left out. Repair it in the file and import again.',
    de: 'Ein Datensatz war nicht lesbar und wurde ausgelassen. Reparieren Sie ihn in der Datei und importieren Sie erneut.',
    zh: '有一条记录无法读取，已略过。请在文件中修复后重新导入。',
  },
  'import.notice.import.record.no_text': {
    en: 'A record has no text under “{key}” and was left out.',
    de: 'Ein Datensatz hat keinen Text unter „{key}“ und wurde ausgelassen.',
    zh: '有一条记录在“{key}”下没有文本，已略过。',
  },
  'import.notice.import.record.span': {
    en: 'The annotation {id} has no usable offsets and was left out.',
    de: 'Die Annotation {id} hat keine brauchbaren Positionen und wurde ausgelassen.',
    zh: '标注 {id} 没有可用的偏移量，已略过。',
  },
  'import.notice.import.record.relation': {
    en: 'The relation {id} points to an annotation that is not there, and was left out.',
    de: 'Die Beziehung {id} verweist auf eine Annotation, die es nicht gibt, und wurde ausgelassen.',
    zh: '关系 {id} 指向不存在的标注，已略过。',
  },
})
