import { defineMessages } from './define.ts'

const backup = {
  en: 'Go back to a backup.',
  de: 'Gehen Sie auf eine Sicherung zurück.',
  zh: '请恢复备份。',
}
const rebuild = {
  en: 'Go back to a backup, or export and import the project.',
  de: 'Gehen Sie auf eine Sicherung zurück, oder exportieren und importieren Sie das Projekt.',
  zh: '请恢复备份，或导出后重新导入项目。',
}

/** What the check of a project or a release finds, by the codes of its findings. */
export const checkMessages = defineMessages({
  'check.damage': {
    en: `The file is damaged: {what}. ${backup.en}`,
    de: `Die Datei ist beschädigt: {what}. ${backup.de}`,
    zh: `文件已损坏：{what}。${backup.zh}`,
  },
  'check.reference': {
    en: `Row {row} of {table} refers to a row of {parent} that is not there. ${backup.en}`,
    de: `Zeile {row} von {table} verweist auf eine Zeile von {parent}, die es nicht gibt. ${backup.de}`,
    zh: `{table} 的第 {row} 行引用了 {parent} 中不存在的行。${backup.zh}`,
  },
  'check.older': {
    en: 'The project was written by an older version of Ligature (it lacks “{step}”). Open it once to bring it up to date; its rows were not checked.',
    de: 'Das Projekt stammt aus einer älteren Version von Ligature (ihm fehlt „{step}“). Öffnen Sie es einmal, um es zu aktualisieren; seine Zeilen wurden nicht geprüft.',
    zh: '此项目由旧版 Ligature 写成（缺少“{step}”）。请打开一次以升级；其数据行未检查。',
  },
  'check.migration': {
    en: 'The record of the file’s own changes is not in order (“{step}”). It was altered outside of Ligature.',
    de: 'Das Verzeichnis der Umstellungen dieser Datei stimmt nicht („{step}“). Sie wurde außerhalb von Ligature verändert.',
    zh: '文件的升级记录有误（“{step}”）。它在 Ligature 之外被修改过。',
  },
  'check.more': {
    en: '{count} more of the same kind.',
    de: '{count} weitere derselben Art.',
    zh: '还有 {count} 项同类问题。',
  },
  'check.text': {
    en: `“{article}”: the text is not the one its hash and length were made of; it was altered outside of Ligature. ${backup.en}`,
    de: `„{article}“: Der Text passt nicht zu seiner Prüfsumme und Länge; er wurde außerhalb von Ligature verändert. ${backup.de}`,
    zh: `《{article}》：文本与其哈希和长度不符，它在 Ligature 之外被修改过。${backup.zh}`,
  },
  'check.quote': {
    en: '“{article}”, {what} {uid}: says “{quote}”, but {start}–{end} (UTF-16) of the text is “{found}”. Remove it and make it again, or go back to a backup.',
    de: '„{article}“, {what} {uid}: nennt „{quote}“, aber an {start}–{end} (UTF-16) steht „{found}“. Entfernen Sie es und legen Sie es neu an, oder gehen Sie auf eine Sicherung zurück.',
    zh: '《{article}》，{what} {uid}：记录为“{quote}”，但文本 {start}–{end}（UTF-16）处为“{found}”。请删除后重新标注，或恢复备份。',
  },
  'check.order': {
    en: '“{article}”, mention {uid}: its pieces overlap or are out of order at {start}–{end} (UTF-16). Remove it and make it again, or go back to a backup.',
    de: '„{article}“, Erwähnung {uid}: Ihre Teile überlappen sich oder stehen nicht der Reihe nach bei {start}–{end} (UTF-16). Entfernen Sie sie und legen Sie sie neu an, oder gehen Sie auf eine Sicherung zurück.',
    zh: '《{article}》，提及 {uid}：其片段在 {start}–{end}（UTF-16）处重叠或顺序错误。请删除后重新标注，或恢复备份。',
  },
  'check.no_fragment': {
    en: 'Mention {what} stands nowhere in the text. Remove it.',
    de: 'Erwähnung {what} steht nirgends im Text. Entfernen Sie sie.',
    zh: '提及 {what} 在文本中没有位置。请将其删除。',
  },
  'check.entity_type': {
    en: 'Mention {what} is of another type than its entity. Link it again.',
    de: 'Erwähnung {what} hat einen anderen Typ als ihre Entität. Verknüpfen Sie sie neu.',
    zh: '提及 {what} 与其实体的类型不同。请重新关联。',
  },
  'check.value_type': {
    en: 'Mention {what} has a value or an entity that its type does not allow. Change its type.',
    de: 'Erwähnung {what} hat einen Wert oder eine Entität, die ihr Typ nicht zulässt. Ändern Sie ihren Typ.',
    zh: '提及 {what} 带有其类型不允许的值或实体。请更改其类型。',
  },
  'check.evidence_mention': {
    en: 'Evidence {what} is proved by a mention of another article. Remove it and make it again.',
    de: 'Belegstelle {what} stützt sich auf eine Erwähnung eines anderen Artikels. Entfernen Sie sie und legen Sie sie neu an.',
    zh: '证据 {what} 引用了另一篇文章中的提及。请删除后重新创建。',
  },
  'check.article_count': {
    en: `“{what}”: the numbers kept for the lists are not those of its rows. ${rebuild.en}`,
    de: `„{what}“: Die für die Listen gemerkten Zahlen sind nicht die seiner Zeilen. ${rebuild.de}`,
    zh: `《{what}》：列表所用的计数与实际数据不符。${rebuild.zh}`,
  },
  'check.entity_count': {
    en: `“{what}”: the numbers kept for the entity are not those of its mentions. ${rebuild.en}`,
    de: `„{what}“: Die für die Entität gemerkten Zahlen sind nicht die ihrer Erwähnungen. ${rebuild.de}`,
    zh: `“{what}”：实体的计数与其提及不符。${rebuild.zh}`,
  },
  'check.index': {
    en: `“{what}” is missing in the full-text index and is not found by searching. ${rebuild.en}`,
    de: `„{what}“ fehlt im Volltextverzeichnis und wird bei der Suche nicht gefunden. ${rebuild.de}`,
    zh: `《{what}》不在全文索引中，搜索时无法找到。${rebuild.zh}`,
  },
  'check.no_checksums': {
    en: '{file}: is missing, so nobody can tell whether the release is as it was made. Make it again.',
    de: '{file}: fehlt, also lässt sich nicht sagen, ob die Ausgabe noch ist, wie sie gemacht wurde. Machen Sie sie neu.',
    zh: '{file}：缺失，因此无法判断发布版是否与制作时一致。请重新制作。',
  },
  'check.file_added': {
    en: '{file}: is not in the checksums. Take it out, or make the release again.',
    de: '{file}: steht nicht in den Prüfsummen. Nehmen Sie die Datei heraus oder machen Sie die Ausgabe neu.',
    zh: '{file}：不在校验和列表中。请移除它，或重新制作发布版。',
  },
  'check.file_changed': {
    en: '{file}: is not as it was released. Copy the release again, or make it again.',
    de: '{file}: ist nicht mehr, wie sie ausgegeben wurde. Kopieren Sie die Ausgabe erneut oder machen Sie sie neu.',
    zh: '{file}：与发布时不同。请重新复制发布版，或重新制作。',
  },
  'check.file_missing': {
    en: '{file}: is missing. Copy the release again, or make it again.',
    de: '{file}: fehlt. Kopieren Sie die Ausgabe erneut oder machen Sie sie neu.',
    zh: '{file}：缺失。请重新复制发布版，或重新制作。',
  },
  'check.dataset': {
    en: '{file}: {reason} Make the release again from its project.',
    de: '{file}: {reason} Machen Sie die Ausgabe aus ihrem Projekt neu.',
    zh: '{file}：{reason} 请从项目重新制作发布版。',
  },
})
