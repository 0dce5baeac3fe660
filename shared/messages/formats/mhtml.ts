import { defineMessages } from '../define.ts'

export const mhtmlMessages = defineMessages({
  'format.mhtml.description': {
    en: 'Web pages saved as one file by a browser.',
    de: 'Webseiten, die ein Browser als eine Datei gespeichert hat.',
    zh: '浏览器保存为单个文件的网页。',
  },
  'import.notice.import.mhtml_empty': {
    en: 'The file holds no HTML page. Open it in the browser and save it as HTML.',
    de: 'Die Datei enthält keine HTML-Seite. Öffnen Sie sie im Browser und speichern Sie sie als HTML.',
    zh: '文件中没有 HTML 页面。请在浏览器中打开并另存为 HTML。',
  },
})
