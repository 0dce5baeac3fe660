import type { JsonValue } from '../../../../../shared/model/json.ts'
import { createOffsetMap, spanTo } from '../../../../../shared/text/offsets.ts'
import type { ArticleRow, ExportSource } from '../../format.ts'
import { envelopeOf, mentionRelations } from '../../support/mentionRelations.ts'
import type { ParquetColumns, ParquetValue } from '../../support/parquet.ts'

const span = { start: 'int64', end: 'int64' } as const

/** One row per article; every field is always there and of one type ('' and -1 for none), or loaders fail. */
export const spanColumns: ParquetColumns = {
  id: 'string',
  text: 'string',
  title: 'string',
  language: 'string',
  published_on: 'string',
  publisher: 'string',
  source_url: 'string',
  status: 'string',
  note: 'string',
  spans: {
    list: {
      struct: {
        id: 'string',
        ...span,
        label: 'string',
        text: 'string',
        fragments: { list: { struct: span } },
        entity_id: 'string',
        entity_name: 'string',
        value: 'string',
        certainty: 'string',
        note: 'string',
        foreign: 'string',
      },
    },
  },
  relations: {
    list: {
      struct: {
        id: 'string',
        relation_id: 'string',
        label: 'string',
        head: 'int64',
        tail: 'int64',
        directed: 'boolean',
        status: 'string',
        valid_from: 'string',
        valid_to: 'string',
        amount: 'string',
        currency: 'string',
        share: 'string',
        certainty: 'string',
        note: 'string',
        passage_start: 'int64',
        passage_end: 'int64',
        evidence_note: 'string',
        foreign: 'string',
      },
    },
  },
  foreign: 'string',
}

/** What this format once gave and had no place for, as JSON text; '' for none. */
export const foreignText = (foreign: JsonValue | null): string =>
  foreign === null ? '' : JSON.stringify(foreign)

/** The article's row; `proved` is told of the relations it holds. Offsets in code points, half-open. */
export const spanRow = (
  source: ExportSource,
  article: ArticleRow,
  text: string,
  proved: (relationUid: string) => void,
): Record<string, ParquetValue> => {
  const map = createOffsetMap(text)
  const foreign = (uid: string): string => foreignText(source.foreign('huggingface', uid))
  const mentions = source.mentions(article.id)
  const indexes = new Map(mentions.map((it, index) => [it.uid, index]))
  return {
    id: article.uid,
    text,
    title: article.title,
    language: article.language,
    published_on: article.publishedOn,
    publisher: article.publisher,
    source_url: article.sourceUrl,
    status: article.status,
    note: article.note,
    spans: mentions.map((it) => {
      const whole = envelopeOf(it)
      return {
        id: it.uid,
        ...spanTo(map, 'codepoint', whole),
        label: it.type,
        text: text.slice(whole.start, whole.end),
        fragments: it.fragments.map((fragment) => {
          const { start, end } = spanTo(map, 'codepoint', fragment)
          return { start, end }
        }),
        entity_id: it.entityUid ?? '',
        entity_name: it.entityName,
        value: it.value,
        certainty: it.certainty,
        note: it.note,
        foreign: foreign(it.uid),
      }
    }),
    relations: mentionRelations(source, article.id, mentions).map(
      ({ relation, evidence, source: from, target }) => {
        proved(relation.uid)
        const passage = spanTo(map, 'codepoint', evidence)
        return {
          id: evidence.uid,
          relation_id: relation.uid,
          label: relation.type,
          head: indexes.get(from.uid)!,
          tail: indexes.get(target.uid)!,
          directed: relation.directed,
          status: relation.status,
          valid_from: relation.validFrom,
          valid_to: relation.validTo,
          amount: relation.amount,
          currency: relation.currency,
          share: relation.share,
          certainty: relation.certainty,
          note: relation.note,
          passage_start: passage.start,
          passage_end: passage.end,
          evidence_note: evidence.note,
          foreign: foreign(evidence.uid),
        }
      },
    ),
    foreign: foreign(article.uid),
  }
}
