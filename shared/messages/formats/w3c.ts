import { defineMessages } from '../define.ts'

export const w3cMessages = defineMessages({
  'format.w3c.description': {
    en: 'Annotations for the web (JSON-LD) with their texts: for Recogito, Hypothesis-like tools and triple stores.',
    de: 'Annotationen für das Web (JSON-LD) mit ihren Texten: für Recogito, Werkzeuge wie Hypothesis und Triple-Stores.',
    zh: '网络标注（JSON-LD）及其正文，适用于 Recogito、类 Hypothesis 工具和三元组存储。',
  },
  'import.notice.import.w3c_no_text': {
    en: 'The text of “{source}” is not there ({count} annotations). Put it beside the file as .txt and import again.',
    de: 'Der Text zu „{source}“ ist nicht da ({count} Annotationen). Legen Sie ihn als .txt daneben und importieren Sie erneut.',
    zh: '找不到“{source}”的正文（{count} 条标注）。请将其以 .txt 放在文件旁边后重新导入。',
  },
  'import.notice.import.w3c_selector': {
    en: 'The annotation {id} has no position or unambiguous quote and was left out.',
    de: 'Die Annotation {id} hat weder Position noch eindeutiges Zitat und blieb draußen.',
    zh: '标注 {id} 没有位置，也没有明确的引文，已略过。',
  },
})
