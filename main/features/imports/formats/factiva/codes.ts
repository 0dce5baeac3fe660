/** Codes of fields an article of Factiva has, in about their order; the text is LP and TD. */
export const headCodes = [
  'SE',
  'HD',
  'CLM',
  'BY',
  'CR',
  'WC',
  'PD',
  'ET',
  'SN',
  'SC',
  'ED',
  'PG',
  'VOL',
  'LA',
  'CY',
  'LP',
  'TD',
] as const
export const tailCodes = [
  'CT',
  'RF',
  'ART',
  'CO',
  'IN',
  'NS',
  'RE',
  'IPC',
  'IPD',
  'PUB',
  'AN',
  'PRI',
  'CX',
  'DE',
  'PBR',
] as const

/** The line behind every article: an accession number (`Document WSJO000020240102ek12000p9`). */
export const documentLine =
  /^[ \t\u00a0]*(?:Document|Dokument|Documento|文件|文档|文檔|ドキュメント)[ \u00a0:：]?\s*([A-Z][A-Z0-9]{5,9}(?:19|20)\d{6}[0-9a-z]{5,14})[ \t\u00a0]*$/im

/** `561 words`, `1.204 Wörter`, `1 204 mots`, `850 字`. */
export const wordCount =
  /^\s*\d[\d., \u00a0\u202f]{0,8}\s?(?:words?|Wörter|Wort|mots?|palabras|parole|woorden|字|词|個字|语)\s*$/i

export const byline = /^\s*(?:By|Von|Par|Por|Di|Door|作者|文)[ :：]\s*\S/i
