/** What a column of a table of articles may be. */
export const roles = ['text', 'title', 'date', 'language', 'publisher', 'url', 'id', 'author'] as const
export type Role = (typeof roles)[number]

/** Names of columns in English, German, Chinese and French, the likeliest first; compared without case and separators. */
export const fieldNames: Readonly<Record<Role, readonly string[]>> = {
  text: [
    'text fulltext articletext article_text body articlebody content maintext main_text story plaintext cleantext content_text raw_text document',
    'volltext artikeltext inhalt haupttext fliesstext beitrag artikel',
    '正文 全文 内容 文本 文章内容 新闻内容 文章 內容 內文',
    'texte contenu corps texteintegral',
    'description summary abstract snippet zusammenfassung 摘要',
  ].flatMap((it) => it.split(' ')),
  title: [
    'title headline articletitle hed heading head name subject',
    'titel überschrift ueberschrift schlagzeile headline betreff',
    '标题 標題 题目 新闻标题 题名',
    'titre',
  ].flatMap((it) => it.split(' ')),
  date: [
    'publishedon published publishedat publisheddate publicationdate pubdate datepublished datepublish date_publish dateofpublication date day timestamp datetime time created createdat',
    'datum veröffentlicht veroeffentlicht veröffentlichungsdatum erscheinungsdatum erschienen publikationsdatum zeit',
    '日期 发布日期 发布时间 发表时间 时间 出版日期 發布日期 發佈時間',
    'datedepublication',
  ].flatMap((it) => it.split(' ')),
  language: 'language lang languagecode sprache 语言 語言 langue'.split(' '),
  publisher: [
    'publisher outlet publication newspaper medium media sitename site_name source sourcename source_domain domain journal magazine website',
    'quelle zeitung herausgeber verlag medienname organ',
    '来源 來源 媒体 媒體 媒体名称 出版社 报纸',
    'éditeur journal source',
  ].flatMap((it) => it.split(' ')),
  url: 'url link sourceurl articleurl weburl permalink canonicalurl href uri adresse webadresse 链接 网址 鏈接 原文链接 lien'.split(
    ' ',
  ),
  id: 'id uid uuid guid articleid docid documentid key nr no number nummer kennung 编号 序号 identifiant'.split(
    ' ',
  ),
  author: 'author authors byline by creator autor autoren verfasser 作者 记者 auteur auteurs'.split(' '),
}

/** A column's name without case, blanks and separators; of a nested one (`source.name`) all of it. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[\s_.\-:/]+/g, '')

const ranks = new Map(
  roles.map((role) => {
    const names = new Map<string, number>()
    for (const [index, name] of fieldNames[role].entries()) {
      if (!names.has(plainName(name))) names.set(plainName(name), index)
    }
    return [role, names] as const
  }),
)

/** 0 = the likeliest name of this role; null = none. A nested name counts by its last part, after whole names. */
export const nameRank = (role: Role, name: string): number | null => {
  const names = ranks.get(role)!
  const whole = names.get(plainName(name))
  if (whole !== undefined) return whole
  const last = name.includes('.') ? names.get(plainName(name.slice(name.lastIndexOf('.') + 1))) : undefined
  return last === undefined ? null : 100 + last
}
