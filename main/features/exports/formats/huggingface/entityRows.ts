import type { EntityRow, ExportSource, RelationRow } from '../../format.ts'
import type { ParquetColumns, ParquetValue } from '../../support/parquet.ts'
import { foreignText } from './spanRows.ts'

/** What the spans mean; `position` is JSON, '' for none. */
export const entityColumns: ParquetColumns = {
  id: 'string',
  label: 'string',
  name: 'string',
  aliases: { list: { struct: { text: 'string', language: 'string' } } },
  outside_ids: { list: { struct: { scheme: 'string', value: 'string' } } },
  note: 'string',
  mentions: 'int64',
  position: 'string',
  foreign: 'string',
}

export const entityRow = (source: ExportSource, it: EntityRow): Record<string, ParquetValue> => ({
  id: it.uid,
  label: it.type,
  name: it.name,
  aliases: it.aliases.map(({ text, language }) => ({ text, language })),
  outside_ids: it.outsideIds.map(({ scheme, value }) => ({ scheme, value })),
  note: it.note,
  mentions: source.countMentions(it.id),
  position: it.position ? JSON.stringify(it.position) : '',
  foreign: foreignText(source.foreign('huggingface', it.uid)),
})

/** Relations between entities; `proved`: there are rows of articles that hold it, with the passage. */
export const relationColumns: ParquetColumns = {
  id: 'string',
  label: 'string',
  directed: 'boolean',
  source: 'string',
  source_name: 'string',
  target: 'string',
  target_name: 'string',
  status: 'string',
  valid_from: 'string',
  valid_to: 'string',
  amount: 'string',
  currency: 'string',
  share: 'string',
  certainty: 'string',
  note: 'string',
  proved: 'boolean',
  foreign: 'string',
}

export const relationRow = (
  source: ExportSource,
  it: RelationRow,
  proved: boolean,
): Record<string, ParquetValue> => ({
  id: it.uid,
  label: it.type,
  directed: it.directed,
  source: it.sourceUid,
  source_name: it.sourceName,
  target: it.targetUid,
  target_name: it.targetName,
  status: it.status,
  valid_from: it.validFrom,
  valid_to: it.validTo,
  amount: it.amount,
  currency: it.currency,
  share: it.share,
  certainty: it.certainty,
  note: it.note,
  proved,
  foreign: foreignText(source.foreign('huggingface', it.uid)),
})
