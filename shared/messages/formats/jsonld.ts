import { defineMessages } from '../define.ts'

export const jsonldMessages = defineMessages({
  'format.jsonld.description': {
    en: 'Everything as linked data in JSON: for web tools and scripts.',
    de: 'Alles als verknüpfte Daten in JSON: für Webwerkzeuge und Skripte.',
    zh: '以 JSON 链接数据保存全部内容，适用于网络工具和脚本。',
  },
})
