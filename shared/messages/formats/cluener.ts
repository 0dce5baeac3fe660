import { defineMessages } from '../define.ts'

/** Messages of CLUENER JSON. */
export const cluenerMessages = defineMessages({
  'format.cluener.description': {
    en: 'Chinese texts with named entities, as CLUENER2020 publishes them.',
    de: 'Chinesische Texte mit Eigennamen, wie CLUENER2020 sie veröffentlicht.',
    zh: '带命名实体的中文文本，采用 CLUENER2020 的发布格式。',
  },
})
