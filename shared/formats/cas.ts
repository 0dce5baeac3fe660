/*
 * A UIMA CAS (common analysis structure) without its serialisation: typed feature structures over texts. JSON-able, so
 * that what has no place in the project can be kept and given back.
 */

/** Ids are those of the file. `items`: an array of plain values of the named UIMA type (`uima.cas.StringArray` …). */
export type FeatureValue =
  | string
  | number
  | boolean
  | null
  | { readonly refs: readonly string[]; readonly list?: boolean }
  | { readonly items: readonly (string | number | boolean | null)[]; readonly of: string }
  /** NaN, Infinity, -Infinity. */
  | { readonly float: string }
  /** Base64. */
  | { readonly bytes: string }

export interface Structure {
  readonly id: string
  /** Full name: `de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity`. */
  readonly type: string
  /** Id of its Sofa; '' for structures that stand nowhere. */
  readonly sofa: string
  /** `begin` and `end` are UTF-16 code units of the Sofa's text. */
  readonly features: { readonly [name: string]: FeatureValue }
}

export interface FeatureDeclaration {
  readonly name: string
  readonly range: string
  readonly elementType?: string
  /** Arrays are structures of their own. */
  readonly multiple?: boolean
}

export interface TypeDeclaration {
  readonly name: string
  readonly superType: string
  readonly features: readonly FeatureDeclaration[]
}

export interface Sofa {
  readonly id: string
  readonly name: string
  readonly mimeType: string
  /** Null where the subject of analysis is no text. */
  readonly text: string | null
  readonly members: ReadonlySet<string>
}

export type TypeSystem = ReadonlyMap<string, TypeDeclaration>

export interface Cas {
  readonly types: TypeSystem
  readonly structures: readonly Structure[]
  readonly sofas: readonly Sofa[]
}

export const dkpro = 'de.tudarmstadt.ukp.dkpro.core.api'
export const annotationType = 'uima.tcas.Annotation'

/** Types of the customary type system that INCEpTION works with. */
export const known = {
  namedEntity: `${dkpro}.ner.type.NamedEntity`,
  token: `${dkpro}.segmentation.type.Token`,
  sentence: `${dkpro}.segmentation.type.Sentence`,
  metadata: `${dkpro}.metadata.type.DocumentMetaData`,
  metadataField: `${dkpro}.metadata.type.MetaDataStringField`,
} as const

/** Types of our own. INCEpTION names the layers of its users `custom.…`, so that they can be made there under these names. */
export const own = {
  relation: 'custom.Relation',
  entity: 'custom.Entity',
  part: 'custom.MentionPart',
  partLink: 'custom.MentionPartLink',
} as const

export const refsOf = (value: FeatureValue | undefined): readonly string[] =>
  typeof value === 'object' && value !== null && 'refs' in value ? value.refs : []

/** The one structure a feature refers to; null for lists and plain values. */
export const refOf = (value: FeatureValue | undefined): string | null =>
  typeof value === 'object' && value !== null && 'refs' in value && !value.list
    ? (value.refs[0] ?? null)
    : null

export const textOfFeature = (value: FeatureValue | undefined): string | undefined =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined

export const itemsOf = (value: FeatureValue | undefined): string[] =>
  typeof value === 'object' && value !== null && 'items' in value ? value.items.map(String) : []

/** An offset, also where no type system said that it is a number; null for anything else. */
export const offsetOf = (value: FeatureValue | undefined): number | null => {
  const text = textOfFeature(value)
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null
}

export const shortName = (type: string): string => type.slice(type.lastIndexOf('.') + 1)

/** The array types of UIMA, by what they hold; anything else that ends with `[]` holds structures. */
export const arrayElements: Readonly<
  Record<string, 'text' | 'number' | 'boolean' | 'float' | 'byte' | 'ref'>
> = {
  'uima.cas.StringArray': 'text',
  'uima.cas.IntegerArray': 'number',
  'uima.cas.ShortArray': 'number',
  'uima.cas.LongArray': 'text',
  'uima.cas.FloatArray': 'float',
  'uima.cas.DoubleArray': 'float',
  'uima.cas.BooleanArray': 'boolean',
  'uima.cas.ByteArray': 'byte',
  'uima.cas.FSArray': 'ref',
}

export const isArrayType = (type: string): boolean => type in arrayElements || type.endsWith('[]')
