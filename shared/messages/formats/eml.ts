import { defineMessages } from '../define.ts'

export const emlMessages = defineMessages({
  'format.eml.description': {
    en: 'Mails and newsletters as EML or MBOX; attachments are only named.',
    de: 'Mails und Newsletter als EML oder MBOX; Anhänge werden nur genannt.',
    zh: 'EML 或 MBOX 格式的邮件与电子通讯；附件仅列出名称。',
  },
  'import.notice.import.attachments': {
    en: '{count} attachment was not read: {names}. Save and import it by itself. | {count} attachments were not read: {names}. Save and import them by themselves.',
    de: '{count} Anhang wurde nicht gelesen: {names}. Speichern und importieren Sie ihn einzeln. | {count} Anhänge wurden nicht gelesen: {names}. Speichern und importieren Sie sie einzeln.',
    zh: '有 {count} 个附件未读取：{names}。请另存后单独导入。',
  },
  'import.notice.import.mail_empty': {
    en: 'A mail holds no text and was left out. {place}',
    de: 'Eine Mail enthält keinen Text und wurde ausgelassen. {place}',
    zh: '一封邮件没有文本，已略过。{place}',
  },
  'import.notice.import.msg': {
    en: 'This is an Outlook message (MSG), which is not read. Save it as EML or text and import that.',
    de: 'Das ist eine Outlook-Nachricht (MSG), die nicht gelesen wird. Speichern Sie sie als EML oder Text und importieren Sie diese Fassung.',
    zh: '这是 Outlook 邮件（MSG），无法读取。请另存为 EML 或文本后再导入。',
  },
  'import.notice.import.mime': {
    en: 'The parts of this file are nested too deeply or too many; it was not read.',
    de: 'Die Teile dieser Datei sind zu tief verschachtelt oder zu viele; sie wurde nicht gelesen.',
    zh: '该文件的组成部分嵌套过深或数量过多，未读取。',
  },
})
