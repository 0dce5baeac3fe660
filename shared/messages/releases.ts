import { defineMessages } from './define.ts'

/** What a release leaves out besides what its formats cannot hold. */
export const releaseMessages = defineMessages({
  'error.invalid_input.redaction': {
    en: 'The release must not hold full texts, and these formats do: {formats}. Take them out of the recipe, or allow full texts.',
    de: 'Die Ausgabe darf keine vollen Texte enthalten, diese Formate aber tun es: {formats}. Nehmen Sie sie aus dem Rezept, oder erlauben Sie volle Texte.',
    zh: '该发布版不得包含全文，而以下格式包含全文：{formats}。请从配方中移除它们，或允许全文。',
  },
  'error.invalid_input.shares': {
    en: 'The shares of the split make {sum} per cent; together they must make 100.',
    de: 'Die Anteile der Aufteilung ergeben {sum} Prozent; zusammen müssen es 100 sein.',
    zh: '划分比例合计为 {sum}%，必须等于 100%。',
  },
  'error.not_allowed.zip': {
    en: 'A release of {files} files and {megabytes} MB is too large for a ZIP archive. Write it as a folder.',
    de: 'Eine Ausgabe mit {files} Dateien und {megabytes} MB ist zu groß für ein ZIP-Archiv. Schreiben Sie sie als Ordner.',
    zh: '发布版含 {files} 个文件、{megabytes} MB，超出 ZIP 压缩包的容量。请改为写入文件夹。',
  },
  'releases.loss.cleaned': {
    en: 'Mentions and passages of nothing but characters that were cleaned away',
    de: 'Erwähnungen und Belegstellen, die nur aus bereinigten Zeichen bestanden',
    zh: '只含被清理字符的提及和引文',
  },
  'releases.loss.quotes': {
    en: 'Quotes cut to the length that may be passed on',
    de: 'Zitate, auf die erlaubte Länge gekürzt',
    zh: '被截短到允许长度的引文',
  },
})
