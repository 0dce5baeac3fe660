import type { EntityType, RelationType } from '../../../shared/model/schema.ts'

type TypeSeed = Omit<EntityType, 'id' | 'uid' | 'position'>
type RelationSeed = Omit<RelationType, 'id' | 'uid' | 'position'> & {
  /** Allowed ends: source types × target types; none means anything goes. */
  joins: readonly (readonly [sources: readonly string[], targets: readonly string[]])[]
}

const entityKind = (
  key: string,
  name: string,
  colour: TypeSeed['colour'],
  pattern: TypeSeed['pattern'],
  shortcut: string,
): TypeSeed => ({
  key,
  name,
  kind: 'entity',
  valueKind: null,
  colour,
  pattern,
  label: name.split(' ')[0]!.toUpperCase(),
  shortcut,
})

const valueType = (key: NonNullable<TypeSeed['valueKind']>, name: string, shortcut: string): TypeSeed => ({
  key,
  name,
  kind: 'value',
  valueKind: key,
  colour: 'grey',
  pattern: 'thin',
  label: name.toUpperCase(),
  shortcut,
})

/** Business news: what a new project starts with. Colours stay apart for colour-blind eyes, patterns without any. */
export const defaultEntityTypes: readonly TypeSeed[] = [
  entityKind('company', 'Company', 'blue', 'solid', '1'),
  entityKind('person', 'Person', 'pink', 'solid', '2'),
  entityKind('product', 'Product or service', 'green', 'double', '3'),
  entityKind('place', 'Place', 'gold', 'dashed', '4'),
  entityKind('deal', 'Deal', 'vermilion', 'double', '5'),
  entityKind('organisation', 'Organisation', 'sky', 'dotted', '6'),
  valueType('money', 'Money', '7'),
  valueType('date', 'Date', '8'),
  valueType('percentage', 'Percentage', '9'),
  valueType('quantity', 'Quantity', '0'),
]

const firms = ['company', 'organisation'] as const
const actors = ['company', 'organisation', 'person'] as const
const offers = ['product'] as const

export const defaultRelationTypes: readonly RelationSeed[] = [
  {
    key: 'invests_in',
    name: 'invests in',
    inverseName: 'is invested in by',
    directed: true,
    colour: 'vermilion',
    dash: 'solid',
    joins: [[actors, ['company', 'organisation', 'product']]],
  },
  {
    key: 'partners_with',
    name: 'partners with',
    inverseName: 'partners with',
    directed: false,
    colour: 'green',
    dash: 'solid',
    joins: [
      [
        ['company', 'organisation', 'product'],
        ['company', 'organisation', 'product'],
      ],
    ],
  },
  {
    key: 'acquires',
    name: 'acquires',
    inverseName: 'is acquired by',
    directed: true,
    colour: 'purple',
    dash: 'solid',
    joins: [[actors, ['company', 'organisation', 'product']]],
  },
  {
    key: 'competes_with',
    name: 'competes with',
    inverseName: 'competes with',
    directed: false,
    colour: 'grey',
    dash: 'dashed',
    joins: [
      [
        ['company', 'organisation', 'product'],
        ['company', 'organisation', 'product'],
      ],
    ],
  },
  {
    key: 'owns',
    name: 'owns',
    inverseName: 'is owned by',
    directed: true,
    colour: 'blue',
    dash: 'solid',
    joins: [[actors, ['company', 'organisation', 'product']]],
  },
  {
    key: 'sells_on',
    name: 'sells on',
    inverseName: 'is a marketplace for',
    directed: true,
    colour: 'gold',
    dash: 'solid',
    joins: [
      [
        ['company', 'organisation', 'product'],
        ['product', 'company', 'place'],
      ],
    ],
  },
  {
    key: 'negotiates_with',
    name: 'negotiates with',
    inverseName: 'negotiates with',
    directed: false,
    colour: 'orange',
    dash: 'dotted',
    joins: [
      [
        ['company', 'organisation', 'person', 'product'],
        ['company', 'organisation', 'person', 'product'],
      ],
    ],
  },
  {
    key: 'leads',
    name: 'leads',
    inverseName: 'is led by',
    directed: true,
    colour: 'pink',
    dash: 'solid',
    joins: [[['person'], firms]],
  },
  {
    key: 'supplies',
    name: 'supplies',
    inverseName: 'is supplied by',
    directed: true,
    colour: 'teal',
    dash: 'solid',
    joins: [
      [
        ['company', 'organisation', 'product'],
        ['company', 'organisation', 'product', 'place'],
      ],
    ],
  },
  {
    key: 'regulates',
    name: 'regulates',
    inverseName: 'is regulated by',
    directed: true,
    colour: 'brown',
    dash: 'dashed',
    joins: [
      [
        ['organisation', 'person', 'place'],
        ['company', 'organisation', ...offers],
      ],
    ],
  },
]
