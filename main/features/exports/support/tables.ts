import type { OffsetUnit } from '../../../../shared/text/offsets.ts'
import type { ArticleRow, ExportSource, Provenance } from '../format.ts'
import { createConverter } from '../unit.ts'

/** `decimal`: a number kept as text so that no digit is lost; '' when not stated. `time`: ISO 8601, UTC. */
export type ColumnType = 'text' | 'integer' | 'boolean' | 'decimal' | 'time'

export interface TableColumn {
  readonly name: string
  readonly type: ColumnType
  /** Has no value in some rows (a relation without evidence). */
  readonly optional?: boolean
}

export interface TableDeclaration {
  readonly name: string
  readonly columns: readonly TableColumn[]
}

/** Null: the row has no such thing. */
export type TableCell = string | number | boolean | null

export interface OpenTable {
  row(...cells: TableCell[]): void
  end(): void
}

const column =
  (type: ColumnType, optional = false) =>
  (name: string): TableColumn =>
    optional ? { name, type, optional } : { name, type }
const text = column('text')
const integer = column('integer')
const optionalText = column('text', true)
const made = [text('made_by'), text('made_how'), column('time')('made_at')]
const madeCells = (it: Provenance): string[] => [it.madeBy, it.madeHow, it.madeAt]

/**
 * The tables a project is written as. Mentions have one row per fragment, relations one per piece of evidence; offsets
 * are counted in the unit their columns are named after (`start_utf16` …), half-open, within the article's `text`.
 */
export const tablesIn = (unit: OffsetUnit) => {
  const [start, end] = [`start_${unit}`, `end_${unit}`]
  return {
    entities: {
      name: 'entities',
      columns: [...['uid', 'type', 'name'].map(text), integer('mentions'), text('note'), ...made],
    },
    aliases: {
      name: 'aliases',
      columns: ['uid', 'entity_uid', 'entity', 'alias', 'language'].map(text),
    },
    outsideIds: {
      name: 'outside_ids',
      columns: ['uid', 'entity_uid', 'entity', 'scheme', 'value'].map(text),
    },
    articles: {
      name: 'articles',
      columns: [
        ...['uid', 'title', 'language', 'published_on', 'publisher', 'source_url', 'status', 'note'].map(
          text,
        ),
        ...made,
        ...['text_sha256', 'text'].map(text),
      ],
    },
    mentions: {
      name: 'mentions',
      columns: [
        ...['uid', 'article_uid', 'type'].map(text),
        ...[optionalText('entity_uid'), text('entity'), integer('fragment'), integer(start), integer(end)],
        ...['quote', 'value', 'certainty', 'note'].map(text),
        ...made,
        text('text_sha256'),
      ],
    },
    relations: {
      name: 'relations',
      columns: [
        ...[text('uid'), text('type'), column('boolean')('directed')],
        ...['source_uid', 'source', 'target_uid', 'target', 'status', 'valid_from', 'valid_to'].map(text),
        ...[column('decimal')('amount'), text('currency'), column('decimal')('share_percent')],
        ...['certainty', 'note'].map(text),
        ...made,
        ...['evidence_uid', 'article_uid', 'article', 'publisher', 'published_on', 'source_url'].map(
          optionalText,
        ),
        ...[start, end].map(column('integer', true)),
        ...['quote', 'source_mention_uid', 'target_mention_uid', 'evidence_note'].map(optionalText),
        ...made.map((it) => ({ ...it, name: `evidence_${it.name}`, optional: true })),
        optionalText('text_sha256'),
      ],
    },
  } satisfies Record<string, TableDeclaration>
}

const entityTables = (
  source: ExportSource,
  tables: ReturnType<typeof tablesIn>,
  open: (table: TableDeclaration) => OpenTable,
): void => {
  const [entities, aliases, outsideIds] = [tables.entities, tables.aliases, tables.outsideIds].map(open)
  for (const it of source.entities()) {
    entities!.row(it.uid, it.type, it.name, source.countMentions(it.id), it.note, ...madeCells(it))
    for (const alias of it.aliases) aliases!.row(alias.uid, it.uid, it.name, alias.text, alias.language)
    for (const outside of it.outsideIds)
      outsideIds!.row(outside.uid, it.uid, it.name, outside.scheme, outside.value)
  }
  for (const it of [entities, aliases, outsideIds]) it!.end()
}

/** Writes every table of the project, rows as they come; `seen` is told of each article's text. */
export const fillTables = (
  source: ExportSource,
  unit: OffsetUnit,
  open: (table: TableDeclaration) => OpenTable,
  seen: (article: ArticleRow, text: string) => void = () => {},
): void => {
  const tables = tablesIn(unit)
  const convert = createConverter(source, unit)
  entityTables(source, tables, open)

  const articles = open(tables.articles)
  const mentions = open(tables.mentions)
  for (const it of source.articles()) {
    const content = source.text(it.id)
    seen(it, content)
    articles.row(
      ...[it.uid, it.title, it.language, it.publishedOn, it.publisher, it.sourceUrl, it.status, it.note],
      ...[...madeCells(it), it.textHash, content],
    )
    for (const mention of source.mentions(it.id)) {
      mention.fragments.forEach((fragment, index) => {
        const span = convert(it.id, fragment)
        mentions.row(
          ...[mention.uid, it.uid, mention.type, mention.entityUid, mention.entityName, index],
          ...[span.start, span.end, fragment.quote, mention.value, mention.certainty, mention.note],
          ...[...madeCells(mention), it.textHash],
        )
      })
    }
  }
  for (const it of [articles, mentions]) it.end()

  const relations = open(tables.relations)
  for (const it of source.relations()) {
    const relation = [
      ...[it.uid, it.type, it.directed, it.sourceUid, it.sourceName, it.targetUid, it.targetName],
      ...[it.status, it.validFrom, it.validTo, it.amount, it.currency, it.share, it.certainty, it.note],
      ...madeCells(it),
    ]
    const evidence = source.evidenceOf(it.id)
    if (evidence.length === 0) relations.row(...relation)
    for (const proof of evidence) {
      const span = convert(proof.articleId, proof)
      relations.row(
        ...relation,
        ...[proof.uid, proof.articleUid, proof.articleTitle, proof.publisher, proof.publishedOn],
        ...[proof.sourceUrl, span.start, span.end, proof.quote],
        ...[proof.sourceMentionUid, proof.targetMentionUid, proof.note],
        ...[...madeCells(proof), proof.textHash],
      )
    }
  }
  relations.end()
}
