import {
  annotationType,
  type FeatureDeclaration,
  type FeatureValue,
  known,
  own,
  type Structure,
  type TypeDeclaration,
} from '../../../../../shared/formats/cas.ts'

const string = 'uima.cas.String'
const integer = 'uima.cas.Integer'

const texts = (...names: string[]): FeatureDeclaration[] => names.map((name) => ({ name, range: string }))

const relationFeatures: readonly FeatureDeclaration[] = [
  ...texts(
    'relationId',
    'status',
    'validFrom',
    'validTo',
    'amount',
    'currency',
    'share',
    'certainty',
    'note',
  ),
  ...texts('directed', 'evidenceNote'),
  { name: 'passageBegin', range: integer },
  { name: 'passageEnd', range: integer },
]

/** The customary types, with features of ours for what they have no place for, and four types of our own. */
const declared: readonly TypeDeclaration[] = [
  {
    name: known.metadata,
    superType: 'uima.tcas.DocumentAnnotation',
    features: [
      ...texts('documentTitle', 'documentId', 'documentUri', 'collectionId', 'documentBaseUri'),
      { name: 'isLastSegment', range: 'uima.cas.Boolean' },
    ],
  },
  { name: known.metadataField, superType: annotationType, features: texts('key', 'value') },
  { name: known.sentence, superType: annotationType, features: texts('id') },
  {
    name: known.token,
    superType: annotationType,
    features: [
      { name: 'parent', range: annotationType },
      ...texts('id', 'syntacticFunction'),
      { name: 'order', range: integer },
    ],
  },
  {
    name: known.namedEntity,
    superType: annotationType,
    features: [
      ...texts('value', 'identifier', 'certainty', 'note', 'normalised'),
      { name: 'parts', range: `${own.partLink}[]` },
    ],
  },
  { name: own.part, superType: annotationType, features: [] },
  {
    name: own.partLink,
    superType: 'uima.cas.TOP',
    features: [...texts('role'), { name: 'target', range: own.part }],
  },
  {
    name: own.relation,
    superType: annotationType,
    features: [
      { name: 'Governor', range: annotationType },
      { name: 'Dependent', range: annotationType },
      ...texts('value'),
      ...relationFeatures,
    ],
  },
  {
    name: own.entity,
    superType: 'uima.cas.TOP',
    features: [
      ...texts('identifier', 'value', 'name', 'note'),
      { name: 'aliases', range: 'uima.cas.StringArray' },
      { name: 'outsideIds', range: 'uima.cas.StringArray' },
    ],
  },
]

/** What every type of UIMA has without saying so. */
const builtIn = new Set(['begin', 'end', 'sofa'])

const rangeOf = (name: string, value: FeatureValue, it: Structure): string => {
  if (name === 'language' && it.type.endsWith('DocumentMetaData')) return ''
  if (typeof value === 'number') return Number.isInteger(value) ? integer : 'uima.cas.Double'
  if (typeof value === 'boolean') return 'uima.cas.Boolean'
  if (value === null || typeof value === 'string') return string
  if ('refs' in value) return value.list ? 'uima.cas.TOP[]' : 'uima.cas.TOP'
  if ('items' in value) return value.of
  return 'float' in value ? 'uima.cas.Double' : 'uima.cas.ByteArray'
}

/** Base types that every UIMA has; a declaration of them would be a second one. */
const isPredefined = (name: string): boolean => name.startsWith('uima.cas.') || name === annotationType

export interface TypeRegister {
  /** Declares whatever the structure needs and nobody has declared. */
  add(it: Structure): void
  /** Lets a feature refer to any annotation where its declared range is another type than `type`. */
  widen(owner: string, feature: string, type: string): void
  all(): TypeDeclaration[]
}

/** The type system of an export: ours, what an import brought along (`imported`), and what its structures need. */
export const createTypes = (imported: readonly TypeDeclaration[]): TypeRegister => {
  const types = new Map<string, { superType: string; features: Map<string, FeatureDeclaration> }>()
  const put = ({ name, superType, features }: TypeDeclaration): void => {
    let type = types.get(name)
    if (!type) {
      type = { superType, features: new Map() }
      types.set(name, type)
    }
    for (const it of features) if (!type.features.has(it.name)) type.features.set(it.name, it)
  }
  for (const it of [...declared, ...imported]) if (!isPredefined(it.name)) put(it)

  const inherited = (name: string, feature: string): boolean => {
    const seen = new Set<string>()
    for (let at = name; types.has(at) && !seen.has(at); at = types.get(at)!.superType) {
      if (types.get(at)!.features.has(feature)) return true
      seen.add(at)
    }
    return false
  }
  return {
    add: (it) => {
      if (isPredefined(it.type)) return
      const features = Object.entries(it.features).flatMap(([name, value]) => {
        if (builtIn.has(name) || inherited(it.type, name)) return []
        const range = rangeOf(name, value, it)
        return range === '' ? [] : [{ name, range }]
      })
      put({ name: it.type, superType: it.sofa === '' ? 'uima.cas.TOP' : annotationType, features })
    },
    widen: (owner, feature, type) => {
      const declaration = types.get(owner)?.features.get(feature)
      if (declaration && declaration.range !== type && !declaration.range.endsWith('TOP'))
        types.get(owner)!.features.set(feature, { name: feature, range: annotationType })
    },
    all: () =>
      [...types].map(([name, it]) => ({
        name,
        superType: it.superType,
        features: [...it.features.values()],
      })),
  }
}
