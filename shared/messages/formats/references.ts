import { defineMessages } from '../define.ts'

export const referencesMessages = defineMessages({
  'format.zotero-rdf.description': {
    en: 'Metadata from Zotero for articles already there.',
    de: 'Metadaten aus Zotero für vorhandene Artikel.',
    zh: '来自 Zotero 的元数据，用于已有文章。',
  },
  'format.csl-json.description': {
    en: 'Bibliographic metadata for articles already there.',
    de: 'Bibliografische Metadaten für vorhandene Artikel.',
    zh: '书目元数据，用于已有文章。',
  },
  'format.bibtex.description': {
    en: 'Bibliographic metadata for articles already there.',
    de: 'Bibliografische Metadaten für vorhandene Artikel.',
    zh: '书目元数据，用于已有文章。',
  },
  'format.ris.description': {
    en: 'Bibliographic metadata for articles already there.',
    de: 'Bibliografische Metadaten für vorhandene Artikel.',
    zh: '书目元数据，用于已有文章。',
  },
  'import.notice.import.reference': {
    en: 'The record in line {line} has no title and was left out.',
    de: 'Der Satz in Zeile {line} hat keinen Titel und wurde ausgelassen.',
    zh: '第 {line} 行的记录没有标题，已略过。',
  },
  'import.notice.import.ris_end': {
    en: 'In line {line} a record begins before the last one has ended (ER). Both were read.',
    de: 'In Zeile {line} beginnt ein Satz, bevor der vorige endet (ER). Beide wurden gelesen.',
    zh: '第 {line} 行的记录在上一条结束（ER）之前开始。两条均已读取。',
  },
  'import.notice.import.bibtex_entry': {
    en: 'The entry in line {line} is not closed or has a field without a value; it was left out.',
    de: 'Der Eintrag in Zeile {line} ist nicht geschlossen oder hat ein Feld ohne Wert; er wurde ausgelassen.',
    zh: '第 {line} 行的条目未闭合或字段缺少值，已略过。',
  },
})
