/*
 * What exports of LexisNexis and Nexis Uni call their parts: the language is that of the user interface, not of the
 * article. Lower case, without the colon; English, German, French, Spanish, Dutch, Chinese.
 */

const list = (...words: readonly string[]): ReadonlySet<string> =>
  new Set(words.flatMap((it) => it.split('|')))

/** Lines `name: value` before the text. */
export const leadKeys = {
  title: list('headline|title|titel|überschrift|titre|标题'),
  author: list('byline|author|autor|verfasser|von|auteur|par|作者'),
  section: list('section|rubrik|abschnitt|ressort|teil|rubrique|sección|sectie|版块|版面'),
  length: list('length|länge|longueur|longitud|lengte|长度|字数|篇幅'),
  dateline: list(
    'dateline|ortsmarke|datumszeile|highlight|zusammenfassung|series|column|distribution|correction|edition',
  ),
} as const

/** Lines `name: value` behind the text. */
export const tailKeys = {
  loadDate: list('load-date|update|ladedatum|date de chargement|fecha de carga|加载日期'),
  language: list('language|sprache|langue|idioma|taal|语言'),
  other: list(
    'publication-type|publikationstyp|publikationsart|zeitschriften-typ|type de publication|出版物类型|document-type|type|journal-code|acc-no|' +
      'subject|thema|sujet|主题|company|organization|organisation|ticker|industry|branche|person|city|state|country|geographic|' +
      'graphic|grafik|name|correction-date|notes|copyright-notice|url|series|dokumententyp|unternehmen|graphique',
  ),
} as const

/** A line of its own that opens the text, the classification, the pictures. */
export const bodyLine = list(
  'body|text|textkörper|haupttext|volltext|corps|corps du texte|cuerpo|hoofdtekst|正文',
)
export const classificationLine = list(
  'classification|klassifizierung|klassifikation|classification du document|clasificación|classificatie|分类|graphic|grafik|graphique|图形',
)

/** The line behind every document of Nexis Uni. */
export const endLine =
  /^[ \t\u00a0]*(?:End of Document|Ende des Dokuments|Dokumentende|Fin du document|Fin del documento|Einde van document|文档结束|文件结束|文档结尾)[ \t\u00a0]*$/im

/** The line before every document of the older exports: `1 of 10 DOCUMENTS`, `Dokument 1 von 10`. */
export const countLine =
  /^[ \t\u00a0]*(?:\d{1,6} (?:of|von|de|sur) \d{1,6} (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS?)|(?:Dokument|Document|Documento) \d{1,6} (?:von|de|sur|of) \d{1,6})[ \t\u00a0]*$/im

/** Languages as the field names them. */
export const languageCodes: Readonly<Record<string, string>> = {
  english: 'en',
  englisch: 'en',
  anglais: 'en',
  英语: 'en',
  英文: 'en',
  german: 'de',
  deutsch: 'de',
  allemand: 'de',
  德语: 'de',
  french: 'fr',
  französisch: 'fr',
  français: 'fr',
  chinese: 'zh',
  chinesisch: 'zh',
  chinois: 'zh',
  中文: 'zh',
  spanish: 'es',
  spanisch: 'es',
  español: 'es',
  italian: 'it',
  italienisch: 'it',
  italiano: 'it',
  dutch: 'nl',
  niederländisch: 'nl',
  nederlands: 'nl',
  japanese: 'ja',
  japanisch: 'ja',
  portuguese: 'pt',
  portugiesisch: 'pt',
  russian: 'ru',
  russisch: 'ru',
  polish: 'pl',
  polnisch: 'pl',
}

const frenchMonths =
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'.split('|')

/** French dates as the ISO day; '' for none. */
export const frenchDay = (text: string): string => {
  const found =
    /(\d{1,2})(?:er)? (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) (\d{4})/i.exec(
      text,
    )
  if (!found) return ''
  const month = frenchMonths.indexOf(found[2]!.toLowerCase()) + 1
  return `${found[3]}-${String(month).padStart(2, '0')}-${found[1]!.padStart(2, '0')}`
}
