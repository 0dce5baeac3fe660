import {
  annotationType,
  type Cas,
  dkpro,
  offsetOf,
  own,
  refOf,
  refsOf,
  type Structure,
  shortName,
  type TypeSystem,
  textOfFeature,
} from '../../../../../shared/formats/cas.ts'

/** What a structure is for us. `frame`: tokens, sentences, metadata, tag sets, grammar — kept, but nobody's mention. */
export type Role = 'frame' | 'span' | 'relation' | 'chain' | 'part' | 'entity' | 'other'

const frameNames =
  /^(Token|Sentence|Paragraph|Div|Heading|Lemma|Stem|POS|Dependency|Constituent|Chunk|DocumentMetaData|DocumentAnnotation|TagsetDescription|TagDescription|MetaDataStringField|CASMetadata|FeatureDefinition|LayerDefinition)$/

const baseTypes = new Set([annotationType, 'uima.cas.AnnotationBase', 'uima.cas.TOP'])

const isFrameName = (type: string): boolean => {
  if (baseTypes.has(type)) return false
  if (type.startsWith('uima.')) return true
  if (type.startsWith(`${dkpro}.`) || type.startsWith('org.dkpro.core.api.'))
    return !/\.api\.(ner|coref|semantics)\./.test(type)
  return /^de\.tudarmstadt\.ukp\.(clarin\.webanno|inception)\./.test(type) || frameNames.test(shortName(type))
}

/** The type and what it inherits from, as far as declared. */
const lineage = (types: TypeSystem, type: string): string[] => {
  const result: string[] = []
  for (let at: string | undefined = type; at && !result.includes(at); at = types.get(at)?.superType)
    result.push(at)
  return result
}

export interface Ends {
  readonly source: string
  readonly target: string
  /** Names of the two features. */
  readonly features: readonly [string, string]
}

const pairsOfEnds: readonly (readonly [string, string])[] = [
  ['governor', 'dependent'],
  ['source', 'target'],
  ['from', 'to'],
  ['head', 'tail'],
  ['subject', 'object'],
  ['arg1', 'arg2'],
]

const noEnds = new Set(['next', 'previous', 'parent', 'first'])

/** The two annotations a structure joins: by the customary names, else the only two it refers to, in their order. */
export const endsOf = (it: Structure, isAnnotation: (id: string) => boolean): Ends | null => {
  const single = Object.entries(it.features).flatMap(([name, value]) => {
    const ref = refOf(value)
    return ref !== null && !noEnds.has(name) ? [{ name, ref }] : []
  })
  const byName = new Map(single.map((one) => [one.name.toLowerCase(), one]))
  for (const [first, second] of pairsOfEnds) {
    const [source, target] = [byName.get(first), byName.get(second)]
    if (source && target)
      return { source: source.ref, target: target.ref, features: [source.name, target.name] }
  }
  const [source, target] = single
  if (single.length !== 2 || !source || !target || !isAnnotation(source.ref) || !isAnnotation(target.ref))
    return null
  return { source: source.ref, target: target.ref, features: [source.name, target.name] }
}

const hasOffsets = (it: Structure): boolean =>
  offsetOf(it.features.begin) !== null && offsetOf(it.features.end) !== null

export const createRoles = (cas: Cas): ((it: Structure) => Role) => {
  const byId = new Map(cas.structures.map((it) => [it.id, it]))
  const frames = new Map<string, boolean>()
  const isFrame = (type: string): boolean => {
    let known = frames.get(type)
    if (known === undefined) {
      known = lineage(cas.types, type).some(isFrameName)
      frames.set(type, known)
    }
    return known
  }
  const isAnnotation = (id: string): boolean => {
    const it = byId.get(id)
    return it !== undefined && hasOffsets(it)
  }
  const relationTypes = new Set<string>()
  for (const it of cas.types.values()) {
    const names = new Set(it.features.map((feature) => feature.name))
    if (names.has('Governor') && names.has('Dependent')) relationTypes.add(it.name)
  }
  return (it) => {
    if (it.type === own.part) return 'part'
    if (it.type === own.entity) return 'entity'
    if (isFrame(it.type)) return 'frame'
    const first = refOf(it.features.first)
    if (first !== null && !hasOffsets(it)) return 'chain'
    if (relationTypes.has(it.type) || endsOf(it, isAnnotation)) return 'relation'
    return hasOffsets(it) ? 'span' : 'other'
  }
}

/** Features whose text names what a span is, best first. */
const labelFeatures = [
  'value',
  'label',
  'entityType',
  'semanticType',
  'category',
  'identifier',
  'type',
  'kind',
  'class',
  'tag',
  'role',
]

/** The label of a span or relation and the feature that says it; '' for the type's own name. */
export const labelOf = (it: Structure, types: TypeSystem): { label: string; feature: string } => {
  for (const feature of labelFeatures) {
    const value = it.features[feature]
    if (typeof value !== 'string') continue
    const text = value.trim()
    // Without a type system numbers are texts too, and an identifier may be an address or an id of an entity.
    if (text === '' || text.length > 200 || (!types.has(it.type) && /^-?\d+(\.\d+)?$/.test(text))) continue
    if (feature === 'identifier' && !/^[\p{L}_][\p{L}\p{M}\p{N}_ -]{0,40}$/u.test(text)) continue
    return { label: text, feature }
  }
  return { label: shortName(it.type), feature: '' }
}

/** Links of a slot: structures without a place of their own that name a target. */
export const linksIn = (it: Structure, byId: ReadonlyMap<string, Structure>) =>
  Object.entries(it.features).flatMap(([feature, value]) =>
    refsOf(value).flatMap((id) => {
      const link = byId.get(id)
      const target = link && refOf(link.features.target)
      if (!link || !target || hasOffsets(link)) return []
      return [{ feature, link, target, role: textOfFeature(link.features.role)?.trim() || feature }]
    }),
  )
