import type { Message, UiLanguage } from '../../../shared/messages/define.ts'
import type { EntityType, RelationType } from '../../../shared/model/schema.ts'

/*
 * Business news: what a new project starts with. Names are in the language of the person who makes the project; keys are
 * the same everywhere, so that datasets meet. Colours stay apart for colour-blind eyes, patterns without any.
 */

type TypeSeed = Omit<EntityType, 'id' | 'uid' | 'position'>
type RelationSeed = Omit<RelationType, 'id' | 'uid' | 'position'> & {
  /** Allowed ends: source types × target types. */
  joins: readonly [sources: readonly string[], targets: readonly string[]]
}

interface EntityKind {
  key: string
  name: Message
  colour: TypeSeed['colour']
  pattern: TypeSeed['pattern']
}

const entityKinds: readonly EntityKind[] = [
  {
    key: 'company',
    name: { en: 'Company', de: 'Unternehmen', zh: '公司' },
    colour: 'blue',
    pattern: 'solid',
  },
  { key: 'person', name: { en: 'Person', de: 'Person', zh: '人物' }, colour: 'pink', pattern: 'solid' },
  {
    key: 'product',
    name: { en: 'Product or service', de: 'Produkt oder Dienst', zh: '产品或服务' },
    colour: 'green',
    pattern: 'double',
  },
  { key: 'place', name: { en: 'Place', de: 'Ort', zh: '地点' }, colour: 'gold', pattern: 'dashed' },
  { key: 'deal', name: { en: 'Deal', de: 'Geschäft', zh: '交易' }, colour: 'vermilion', pattern: 'double' },
  {
    key: 'organisation',
    name: { en: 'Organisation', de: 'Organisation', zh: '组织' },
    colour: 'sky',
    pattern: 'dotted',
  },
]

const valueKinds: readonly { key: NonNullable<TypeSeed['valueKind']>; name: Message }[] = [
  { key: 'money', name: { en: 'Money', de: 'Geldbetrag', zh: '金额' } },
  { key: 'date', name: { en: 'Date', de: 'Datum', zh: '日期' } },
  { key: 'percentage', name: { en: 'Percentage', de: 'Prozentwert', zh: '百分比' } },
  { key: 'quantity', name: { en: 'Quantity', de: 'Menge', zh: '数量' } },
]

const firms = ['company', 'organisation']
const actors = [...firms, 'person']
const ventures = [...firms, 'product']

interface RelationKind {
  key: string
  name: Message
  /** Read from the target's side; absent where both ends are alike. */
  inverse?: Message
  colour: RelationSeed['colour']
  dash?: RelationSeed['dash']
  joins: RelationSeed['joins']
}

const relationKinds: readonly RelationKind[] = [
  {
    key: 'invests_in',
    name: { en: 'invests in', de: 'investiert in', zh: '投资' },
    inverse: { en: 'is invested in by', de: 'erhält Investition von', zh: '获投资于' },
    colour: 'vermilion',
    joins: [actors, ventures],
  },
  {
    key: 'partners_with',
    name: { en: 'partners with', de: 'kooperiert mit', zh: '合作' },
    colour: 'green',
    joins: [ventures, ventures],
  },
  {
    key: 'acquires',
    name: { en: 'acquires', de: 'übernimmt', zh: '收购' },
    inverse: { en: 'is acquired by', de: 'wird übernommen von', zh: '被收购于' },
    colour: 'purple',
    joins: [actors, ventures],
  },
  {
    key: 'competes_with',
    name: { en: 'competes with', de: 'konkurriert mit', zh: '竞争' },
    colour: 'grey',
    dash: 'dashed',
    joins: [ventures, ventures],
  },
  {
    key: 'owns',
    name: { en: 'owns', de: 'besitzt', zh: '拥有' },
    inverse: { en: 'is owned by', de: 'gehört', zh: '属于' },
    colour: 'blue',
    joins: [actors, ventures],
  },
  {
    key: 'sells_on',
    name: { en: 'sells on', de: 'verkauft über', zh: '销售于' },
    inverse: { en: 'is a marketplace for', de: 'ist Marktplatz für', zh: '销售平台为' },
    colour: 'gold',
    joins: [ventures, ['product', 'company', 'place']],
  },
  {
    key: 'negotiates_with',
    name: { en: 'negotiates with', de: 'verhandelt mit', zh: '谈判' },
    colour: 'orange',
    dash: 'dotted',
    joins: [
      [...actors, 'product'],
      [...actors, 'product'],
    ],
  },
  {
    key: 'leads',
    name: { en: 'leads', de: 'leitet', zh: '领导' },
    inverse: { en: 'is led by', de: 'wird geleitet von', zh: '领导者为' },
    colour: 'pink',
    joins: [['person'], firms],
  },
  {
    key: 'supplies',
    name: { en: 'supplies', de: 'beliefert', zh: '供应' },
    inverse: { en: 'is supplied by', de: 'wird beliefert von', zh: '供应商为' },
    colour: 'teal',
    joins: [ventures, [...ventures, 'place']],
  },
  {
    key: 'regulates',
    name: { en: 'regulates', de: 'reguliert', zh: '监管' },
    inverse: { en: 'is regulated by', de: 'wird reguliert von', zh: '受监管于' },
    colour: 'brown',
    dash: 'dashed',
    joins: [['organisation', 'person', 'place'], ventures],
  },
]

/** `COMPANY`, `PRODUKT`, `公司`: the first word of a name, as it stands before a mention. */
const labelOf = (name: string): string => name.split(' ')[0]!.toUpperCase()

export const defaultEntityTypes = (language: UiLanguage): TypeSeed[] => [
  ...entityKinds.map(
    ({ key, name, colour, pattern }, index): TypeSeed => ({
      key,
      name: name[language],
      kind: 'entity',
      valueKind: null,
      colour,
      pattern,
      label: labelOf(name[language]),
      shortcut: String(index + 1),
    }),
  ),
  ...valueKinds.map(
    ({ key, name }, index): TypeSeed => ({
      key,
      name: name[language],
      kind: 'value',
      valueKind: key,
      colour: 'grey',
      pattern: 'thin',
      label: labelOf(name[language]),
      // 7, 8, 9 and 0: the keys that follow those of the entity types.
      shortcut: String((entityKinds.length + index + 1) % 10),
    }),
  ),
]

export const defaultRelationTypes = (language: UiLanguage): RelationSeed[] =>
  relationKinds.map(({ key, name, inverse, colour, dash = 'solid', joins }) => ({
    key,
    name: name[language],
    inverseName: (inverse ?? name)[language],
    directed: inverse !== undefined,
    colour,
    dash,
    joins,
  }))
