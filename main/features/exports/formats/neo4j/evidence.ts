import type { ExportSink, ExportSource } from '../../format.ts'
import { envelopeOf } from '../../support/mentionRelations.ts'
import { createConverter } from '../../unit.ts'
import { openTable } from './table.ts'

const made = ['made_by', 'made_how', 'made_at'] as const

/**
 * Articles, mentions and evidence as nodes, with the relationships between them; relations are named by `relation_uid`,
 * since a relationship cannot have one of its own. Returns the names of the files.
 */
export const writeEvidence = (
  source: ExportSource,
  sink: ExportSink,
): { nodes: string[]; relationships: string[] } => {
  const convert = createConverter(source, 'codepoint')
  const offsets = ['start_codepoint:int', 'end_codepoint:int', 'quote']
  const articles = openTable(sink, 'articles.csv', [
    ...['uid:ID(Article)', 'title', 'language', 'published_on', 'publisher', 'source_url', 'status', 'note'],
    ...['text_sha256', 'text', ...made, ':LABEL'],
  ])
  const mentions = openTable(sink, 'mentions.csv', [
    ...['uid:ID(Mention)', 'type', ...offsets, 'value', 'certainty', 'note', ...made, ':LABEL'],
  ])
  const evidence = openTable(sink, 'evidence.csv', [
    ...['uid:ID(Evidence)', 'relation_uid', ...offsets, 'note', ...made, ':LABEL'],
  ])
  const link = (name: string, from: string, to: string) =>
    openTable(sink, name, [`:START_ID(${from})`, `:END_ID(${to})`, ':TYPE'])
  const inArticle = link('mention_in_article.csv', 'Mention', 'Article')
  const means = link('mention_means_entity.csv', 'Mention', 'Entity')
  const evidenceIn = link('evidence_in_article.csv', 'Evidence', 'Article')
  const evidenceFrom = link('evidence_has_mention.csv', 'Evidence', 'Mention')

  for (const it of source.articles()) {
    articles.row(
      ...[it.uid, it.title, it.language, it.publishedOn, it.publisher, it.sourceUrl, it.status, it.note],
      ...[it.textHash, source.text(it.id), it.madeBy, it.madeHow, it.madeAt, 'ARTICLE'],
    )
    const text = source.text(it.id)
    for (const mention of source.mentions(it.id)) {
      const span = envelopeOf(mention)
      const { start, end } = convert(it.id, span)
      mentions.row(
        ...[mention.uid, mention.type, start, end, text.slice(span.start, span.end), mention.value],
        ...[mention.certainty, mention.note, mention.madeBy, mention.madeHow, mention.madeAt, 'MENTION'],
      )
      inArticle.row(mention.uid, it.uid, 'IN_ARTICLE')
      if (mention.entityUid !== null) means.row(mention.uid, mention.entityUid, 'MEANS')
    }
    for (const proof of source.evidenceIn(it.id)) {
      const { start, end } = convert(it.id, proof)
      evidence.row(
        ...[proof.uid, proof.relationUid, start, end, proof.quote, proof.note],
        ...[proof.madeBy, proof.madeHow, proof.madeAt, 'EVIDENCE'],
      )
      evidenceIn.row(proof.uid, it.uid, 'IN_ARTICLE')
      if (proof.sourceMentionUid !== null) evidenceFrom.row(proof.uid, proof.sourceMentionUid, 'HAS_SOURCE')
      if (proof.targetMentionUid !== null) evidenceFrom.row(proof.uid, proof.targetMentionUid, 'HAS_TARGET')
    }
  }
  for (const it of [articles, mentions, evidence, inArticle, means, evidenceIn, evidenceFrom]) it.flush()
  return {
    nodes: ['articles.csv', 'mentions.csv', 'evidence.csv'],
    relationships: [
      ...[
        'mention_in_article.csv',
        'mention_means_entity.csv',
        'evidence_in_article.csv',
        'evidence_has_mention.csv',
      ],
    ],
  }
}
