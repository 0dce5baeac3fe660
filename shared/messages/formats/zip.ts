import { defineMessages } from '../define.ts'

export const zipMessages = defineMessages({
  'format.zip.description': {
    en: 'Archives; every file in them is recognised by itself.',
    de: 'Archive; jede Datei darin wird für sich erkannt.',
    zh: '压缩包；其中每个文件分别识别。',
  },
})
