import { defineMessages } from './define.ts'

/** Why two releases cannot be compared. */
export const releaseDiffMessages = defineMessages({
  'error.import.unreadable.release': {
    en: '{release}: {file} is damaged. Copy the release again, or make it again from its project.',
    de: '{release}: {file} ist beschädigt. Kopieren Sie die Ausgabe erneut oder erstellen Sie sie neu aus ihrem Projekt.',
    zh: '{release}：{file} 已损坏。请重新复制该发布版，或从其项目重新生成。',
  },
  'error.import.unreadable.releaseLine': {
    en: '{release}: {file} is damaged in line {line}. Copy the release again, or make it again from its project.',
    de: '{release}: {file} ist in Zeile {line} beschädigt. Kopieren Sie die Ausgabe erneut oder erstellen Sie sie neu aus ihrem Projekt.',
    zh: '{release}：{file} 第 {line} 行已损坏。请重新复制该发布版，或从其项目重新生成。',
  },
  'error.import.unreadable.noRelease': {
    en: '{noRelease} is not a release. Choose the folder or the ZIP archive that Ligature wrote as a release.',
    de: '{noRelease} ist keine Ausgabe. Wählen Sie den Ordner oder das ZIP-Archiv, das Ligature als Ausgabe geschrieben hat.',
    zh: '{noRelease} 不是发布版。请选择 Ligature 生成的发布版文件夹或 ZIP 压缩包。',
  },
})
