import type { OptionValues } from '../../../../../shared/model/option.ts'
import type { ExportSink, ExportSource, Provenance } from '../../format.ts'
import { createConverter, unitOf } from '../../unit.ts'
import { openTable, type Table } from './cells.ts'

/** Spreadsheets cut longer cells. */
const longestCell = 32_767

const made = ['made_by', 'made_how', 'made_at'] as const
const madeCells = (it: Provenance): string[] => [it.madeBy, it.madeHow, it.madeAt]

/**
 * Six tables. Mentions have one row per fragment, relations one per piece of evidence; offsets are counted in the
 * unit their columns are named after (`start_utf16` …), half-open, within the article's `text`.
 */
export const write = (source: ExportSource, sink: ExportSink, options: OptionValues): void => {
  const unit = unitOf(options)
  const [start, end] = [`start_${unit}`, `end_${unit}`]
  const convert = createConverter(source, unit)
  const table = (name: string, columns: readonly string[], numeric: readonly string[] = []): Table =>
    openTable(sink.file(`${name}.csv`), columns, {
      bom: options.bom === true,
      spreadsheetSafe: options.spreadsheetSafe === true,
      numeric,
      guarded: (cell) => sink.lose('exports.loss.guarded', cell),
    })

  const entities = table('entities', ['uid', 'type', 'name', 'mentions', 'note', ...made])
  const aliases = table('aliases', ['uid', 'entity_uid', 'entity', 'alias', 'language'])
  const outsideIds = table('outside_ids', ['uid', 'entity_uid', 'entity', 'scheme', 'value'])
  for (const it of source.entities()) {
    entities.row(it.uid, it.type, it.name, source.countMentions(it.id), it.note, ...madeCells(it))
    for (const alias of it.aliases) aliases.row(alias.uid, it.uid, it.name, alias.text, alias.language)
    for (const outside of it.outsideIds)
      outsideIds.row(outside.uid, it.uid, it.name, outside.scheme, outside.value)
  }
  for (const it of [entities, aliases, outsideIds]) it.flush()

  const articles = table('articles', [
    ...['uid', 'title', 'language', 'published_on', 'publisher', 'source_url', 'status', 'note', ...made],
    ...['text_sha256', 'text'],
  ])
  const mentions = table('mentions', [
    ...['uid', 'article_uid', 'type', 'entity_uid', 'entity', 'fragment', start, end, 'quote', 'value'],
    ...['certainty', 'note', ...made, 'text_sha256'],
  ])
  for (const it of source.articles()) {
    const text = source.text(it.id)
    if (text.length > longestCell) sink.lose('exports.loss.longCell', it.title)
    articles.row(
      ...[it.uid, it.title, it.language, it.publishedOn, it.publisher, it.sourceUrl, it.status, it.note],
      ...[...madeCells(it), it.textHash, text],
    )
    for (const mention of source.mentions(it.id)) {
      mention.fragments.forEach((fragment, index) => {
        const span = convert(it.id, fragment)
        mentions.row(
          ...[mention.uid, it.uid, mention.type, mention.entityUid ?? '', mention.entityName, index],
          ...[span.start, span.end, fragment.quote, mention.value, mention.certainty, mention.note],
          ...[...madeCells(mention), it.textHash],
        )
      })
    }
  }
  for (const it of [articles, mentions]) it.flush()

  const relations = table(
    'relations',
    [
      ...[
        'uid',
        'type',
        'directed',
        'source_uid',
        'source',
        'target_uid',
        'target',
        'status',
        'valid_from',
        'valid_to',
      ],
      ...[
        'amount',
        'currency',
        'share_percent',
        'certainty',
        'note',
        ...made,
        'evidence_uid',
        'article_uid',
        'article',
      ],
      ...[
        'publisher',
        'published_on',
        'source_url',
        start,
        end,
        'quote',
        'source_mention_uid',
        'target_mention_uid',
      ],
      ...['evidence_note', ...made.map((it) => `evidence_${it}`), 'text_sha256'],
    ],
    ['amount', 'share_percent'],
  )
  for (const it of source.relations()) {
    const relation = [
      ...[
        it.uid,
        it.type,
        it.directed ? 1 : 0,
        it.sourceUid,
        it.sourceName,
        it.targetUid,
        it.targetName,
        it.status,
      ],
      ...[
        it.validFrom,
        it.validTo,
        it.amount,
        it.currency,
        it.share,
        it.certainty,
        it.note,
        ...madeCells(it),
      ],
    ]
    const evidence = source.evidenceOf(it.id)
    if (evidence.length === 0) relations.row(...relation)
    for (const proof of evidence) {
      const span = convert(proof.articleId, proof)
      relations.row(
        ...relation,
        ...[
          proof.uid,
          proof.articleUid,
          proof.articleTitle,
          proof.publisher,
          proof.publishedOn,
          proof.sourceUrl,
        ],
        ...[span.start, span.end, proof.quote, proof.sourceMentionUid ?? '', proof.targetMentionUid ?? ''],
        ...[proof.note, ...madeCells(proof), proof.textHash],
      )
    }
  }
  relations.flush()
}
