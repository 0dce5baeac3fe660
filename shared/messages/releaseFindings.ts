import { defineMessages } from './define.ts'

/** What may look inconsistent in a dataset before it is released; key `releases.finding.<code>`. */
export const releaseFindingMessages = defineMessages({
  'releases.finding.sameSpanTypes': {
    en: '{count} passage carries several types at once | {count} passages carry several types at once',
    de: '{count} Stelle trägt mehrere Typen zugleich | {count} Stellen tragen mehrere Typen zugleich',
    zh: '{count} 处文字同时标为多个类型',
  },
  'releases.finding.surfaceTypes': {
    en: '{count} wording has different types in different places | {count} wordings have different types in different places',
    de: '{count} Wortlaut hat an verschiedenen Stellen verschiedene Typen | {count} Wortlaute haben an verschiedenen Stellen verschiedene Typen',
    zh: '{count} 种写法在不同位置标为不同类型',
  },
  'releases.finding.surfaceEntitiesInArticle': {
    en: '{count} wording means different entities within one article | {count} wordings mean different entities within one article',
    de: '{count} Wortlaut meint innerhalb eines Artikels verschiedene Entitäten | {count} Wortlaute meinen innerhalb eines Artikels verschiedene Entitäten',
    zh: '{count} 种写法在同一篇文章中指向不同实体',
  },
  'releases.finding.surfaceEntities': {
    en: '{count} wording means different entities in different articles | {count} wordings mean different entities in different articles',
    de: '{count} Wortlaut meint in verschiedenen Artikeln verschiedene Entitäten | {count} Wortlaute meinen in verschiedenen Artikeln verschiedene Entitäten',
    zh: '{count} 种写法在不同文章中指向不同实体',
  },
  'releases.finding.untagged': {
    en: '{count} name of an entity stands in an annotated article without a mention | {count} names of entities stand in annotated articles without a mention',
    de: '{count} Name einer Entität steht in einem annotierten Artikel ohne Erwähnung | {count} Namen von Entitäten stehen in annotierten Artikeln ohne Erwähnung',
    zh: '已标注的文章中有 {count} 处实体名称未标为提及',
  },
  'releases.finding.spanEdges': {
    en: '{count} mention begins or ends with white space or punctuation | {count} mentions begin or end with white space or punctuation',
    de: '{count} Erwähnung beginnt oder endet mit Leerraum oder Satzzeichen | {count} Erwähnungen beginnen oder enden mit Leerraum oder Satzzeichen',
    zh: '{count} 处提及的首尾含有空白或标点',
  },
  'releases.finding.cutWords': {
    en: '{count} mention begins or ends inside a word | {count} mentions begin or end inside a word',
    de: '{count} Erwähnung beginnt oder endet mitten im Wort | {count} Erwähnungen beginnen oder enden mitten im Wort',
    zh: '{count} 处提及从词中开始或在词中结束',
  },
  'releases.finding.overlaps': {
    en: '{count} mention overlaps another one of the same type | {count} mentions overlap others of the same type',
    de: '{count} Erwähnung überschneidet sich mit einer anderen desselben Typs | {count} Erwähnungen überschneiden sich mit anderen desselben Typs',
    zh: '{count} 处提及与同类型的其他提及重叠',
  },
  'releases.finding.unlinked': {
    en: '{count} mention has no entity yet | {count} mentions have no entity yet',
    de: '{count} Erwähnung hat noch keine Entität | {count} Erwähnungen haben noch keine Entität',
    zh: '{count} 处提及尚未关联实体',
  },
  'releases.finding.valueless': {
    en: '{count} mention of a value type has no value | {count} mentions of value types have no value',
    de: '{count} Erwähnung eines Werttyps hat keinen Wert | {count} Erwähnungen von Werttypen haben keinen Wert',
    zh: '{count} 处数值类提及没有数值',
  },
  'releases.finding.entityDoubles': {
    en: '{count} entity has the same type and name as another one | {count} entities have the same type and name as others',
    de: '{count} Entität hat Typ und Namen mit einer anderen gemein | {count} Entitäten haben Typ und Namen mit anderen gemein',
    zh: '{count} 个实体与其他实体同类型且同名',
  },
  'releases.finding.sharedIdentifiers': {
    en: '{count} identifier of an outside register belongs to several entities | {count} identifiers of outside registers belong to several entities',
    de: '{count} Kennung eines äußeren Verzeichnisses gehört zu mehreren Entitäten | {count} Kennungen äußerer Verzeichnisse gehören zu mehreren Entitäten',
    zh: '{count} 个外部标识符属于多个实体',
  },
  'releases.finding.unmentionedEntities': {
    en: '{count} entity is mentioned nowhere | {count} entities are mentioned nowhere',
    de: '{count} Entität ist nirgends erwähnt | {count} Entitäten sind nirgends erwähnt',
    zh: '{count} 个实体没有任何提及',
  },
  'releases.finding.unprovedRelations': {
    en: '{count} relation has no evidence | {count} relations have no evidence',
    de: '{count} Beziehung hat keinen Beleg | {count} Beziehungen haben keinen Beleg',
    zh: '{count} 条关系没有证据',
  },
  'releases.finding.relationRules': {
    en: '{count} relation joins types that the schema does not let it join | {count} relations join types that the schema does not let them join',
    de: '{count} Beziehung verbindet Typen, die sie nach dem Schema nicht verbinden darf | {count} Beziehungen verbinden Typen, die sie nach dem Schema nicht verbinden dürfen',
    zh: '{count} 条关系连接了模式不允许的类型',
  },
  'releases.finding.evidenceMentions': {
    en: '{count} piece of evidence lacks a mention of one of its two entities | {count} pieces of evidence lack a mention of one of their two entities',
    de: '{count} Beleg fehlt die Erwähnung einer seiner beiden Entitäten | {count} Belegen fehlt die Erwähnung einer ihrer beiden Entitäten',
    zh: '{count} 条证据缺少其中一个实体的提及',
  },
  'releases.finding.relationDates': {
    en: '{count} relation ends before it begins | {count} relations end before they begin',
    de: '{count} Beziehung endet, bevor sie beginnt | {count} Beziehungen enden, bevor sie beginnen',
    zh: '{count} 条关系的结束日期早于开始日期',
  },
  'releases.finding.relationShares': {
    en: '{count} relation states a share below 0 or above 100 per cent | {count} relations state a share below 0 or above 100 per cent',
    de: '{count} Beziehung nennt einen Anteil unter 0 oder über 100 Prozent | {count} Beziehungen nennen einen Anteil unter 0 oder über 100 Prozent',
    zh: '{count} 条关系的份额低于 0% 或高于 100%',
  },
  'releases.finding.relationAmounts': {
    en: '{count} relation states another amount than one of the same type and pair | {count} relations state other amounts than ones of the same type and pair',
    de: '{count} Beziehung nennt einen anderen Betrag als eine desselben Typs und Paars | {count} Beziehungen nennen andere Beträge als solche desselben Typs und Paars',
    zh: '{count} 条关系的金额与同类型、同一对实体的另一条关系不同',
  },
  'releases.finding.articlesWithoutMentions': {
    en: '{count} article has no mention | {count} articles have no mention',
    de: '{count} Artikel hat keine Erwähnung | {count} Artikel haben keine Erwähnung',
    zh: '{count} 篇文章没有提及',
  },
  'releases.finding.unreadArticles': {
    en: '{count} article is unread | {count} articles are unread',
    de: '{count} Artikel ist ungelesen | {count} Artikel sind ungelesen',
    zh: '{count} 篇文章未读',
  },
  'releases.finding.articlesWithoutTitle': {
    en: '{count} article has no title | {count} articles have no title',
    de: '{count} Artikel hat keinen Titel | {count} Artikel haben keinen Titel',
    zh: '{count} 篇文章没有标题',
  },
  'releases.finding.articlesWithoutDate': {
    en: '{count} article has no date | {count} articles have no date',
    de: '{count} Artikel hat kein Datum | {count} Artikel haben kein Datum',
    zh: '{count} 篇文章没有日期',
  },
  'releases.finding.articlesWithoutLanguage': {
    en: '{count} article has no language | {count} articles have no language',
    de: '{count} Artikel hat keine Sprache | {count} Artikel haben keine Sprache',
    zh: '{count} 篇文章未注明语言',
  },
  'releases.finding.emptyTexts': {
    en: '{count} article has an empty text | {count} articles have empty texts',
    de: '{count} Artikel hat einen leeren Text | {count} Artikel haben leere Texte',
    zh: '{count} 篇文章正文为空',
  },
  'releases.finding.nearDuplicates': {
    en: '{count} article is nearly the same as one before it | {count} articles are nearly the same as ones before them',
    de: '{count} Artikel gleicht fast einem früheren | {count} Artikel gleichen fast früheren',
    zh: '{count} 篇文章与前面的文章几乎相同',
  },
  'releases.finding.notCompared': {
    en: '{count} wording or name was too many to be compared | {count} wordings or names were too many to be compared',
    de: '{count} Wortlaut oder Name war zu viel, um verglichen zu werden | {count} Wortlaute oder Namen waren zu viele, um verglichen zu werden',
    zh: '{count} 种写法或名称因数量过多未作比较',
  },
})

type FindingKey = keyof typeof releaseFindingMessages
export type FindingCode = FindingKey extends `releases.finding.${infer Code}` ? Code : never

/** Every code, in the order in which findings are listed. */
export const findingCodes = Object.keys(releaseFindingMessages).map((it) =>
  it.slice('releases.finding.'.length),
) as FindingCode[]
