import type { ParquetColumns, ParquetType } from '../../support/parquet.ts'

/** Names of the class labels of a column of integers, by the column's name. */
export type ClassLabels = Readonly<Record<string, readonly string[]>>

type Declared = Record<string, unknown>

const dtypes = { string: 'string', int64: 'int64', boolean: 'bool' } as const

const plain = (type: ParquetType): keyof typeof dtypes | null =>
  typeof type === 'string' ? type : 'optional' in type ? type.optional : null

const cardType = (type: ParquetType, labels: readonly string[] | undefined): Declared => {
  const leaf = plain(type)
  if (labels && leaf)
    return {
      dtype: { class_label: { names: Object.fromEntries(labels.map((it, index) => [String(index), it])) } },
    }
  if (leaf) return { dtype: dtypes[leaf] }
  if (typeof type === 'object' && 'struct' in type) return { struct: cardFeatures(type.struct, {}) }
  const { list: inner } = type as { list: ParquetType }
  // `sequence` for plain values and `list` for records are the spellings that old and new readers share.
  const of = cardType(inner, labels)
  if (of.struct) return { list: of.struct }
  return { sequence: of.dtype }
}

/** Features as the card lists them (`dataset_info.features`). */
export const cardFeatures = (columns: ParquetColumns, labels: ClassLabels): Declared[] =>
  Object.entries(columns).map(([name, type]) => ({ name, ...cardType(type, labels[name]) }))

const footerType = (type: ParquetType, labels: readonly string[] | undefined): unknown => {
  const leaf = plain(type)
  if (labels && leaf) return { names: labels, _type: 'ClassLabel' }
  if (leaf) return { dtype: dtypes[leaf], _type: 'Value' }
  if (typeof type === 'object' && 'struct' in type) return footerFeatures(type.struct, {})
  const { list: inner } = type as { list: ParquetType }
  const of = footerType(inner, labels)
  return plain(inner) ? { feature: of, _type: 'Sequence' } : [of]
}

const footerFeatures = (columns: ParquetColumns, labels: ClassLabels): Declared =>
  Object.fromEntries(Object.entries(columns).map(([name, type]) => [name, footerType(type, labels[name])]))

/** Value of the key `huggingface` in the footer of a Parquet shard. */
export const footer = (columns: ParquetColumns, labels: ClassLabels): string =>
  JSON.stringify({ info: { features: footerFeatures(columns, labels) } })
