import type { OptionValues } from '../../../../../shared/model/option.ts'
import type {
  ArticleRow,
  EntityRow,
  EvidenceRow,
  ExportSink,
  ExportSource,
  MentionRow,
  Provenance,
  RelationRow,
  SourceRow,
} from '../../format.ts'
import { type DatasetHeader, type DatasetLine, datasetVersion } from './lines.ts'

/** A line before its words are known to be those of the schema: rows come from a database that checks them. */
type Line<K extends keyof DatasetLine> = Record<keyof DatasetLine[K], unknown> & { record: K }

const made = ({ madeBy, madeHow, madeAt }: Provenance): Provenance => ({ madeBy, madeHow, madeAt })

const entityLine = (it: EntityRow): Line<'entity'> => ({
  record: 'entity',
  uid: it.uid,
  type: it.type,
  name: it.name,
  note: it.note,
  aliases: it.aliases,
  outsideIds: it.outsideIds,
  position: it.position,
  ...made(it),
})

const relationLine = (it: RelationRow): Line<'relation'> => ({
  record: 'relation',
  uid: it.uid,
  type: it.type,
  source: it.sourceUid,
  target: it.targetUid,
  status: it.status,
  validFrom: it.validFrom,
  validTo: it.validTo,
  amount: it.amount,
  currency: it.currency,
  share: it.share,
  certainty: it.certainty,
  note: it.note,
  ...made(it),
})

const sourceOf = (it: SourceRow | null, withBytes: boolean): unknown =>
  it && {
    name: it.name,
    mediaType: it.mediaType,
    encoding: it.encoding,
    extraction: JSON.parse(it.extraction),
    ...(withBytes && it.bytes.length > 0 ? { bytes: Buffer.from(it.bytes).toString('base64') } : {}),
  }

const articleLine = (it: ArticleRow, source: unknown, text: string): Line<'article'> => ({
  record: 'article',
  uid: it.uid,
  title: it.title,
  language: it.language,
  publishedOn: it.publishedOn,
  publisher: it.publisher,
  sourceUrl: it.sourceUrl,
  status: it.status,
  note: it.note,
  ...made(it),
  source,
  textHash: it.textHash,
  text,
})

const mentionLine = (it: MentionRow, article: string): Line<'mention'> => ({
  record: 'mention',
  uid: it.uid,
  article,
  type: it.type,
  entity: it.entityUid,
  value: it.value === '' ? null : JSON.parse(it.value),
  certainty: it.certainty,
  note: it.note,
  fragments: it.fragments,
  madeBy: it.madeBy,
  madeHow: it.madeHow,
  madeAt: it.madeAt,
})

const evidenceLine = (it: EvidenceRow): Line<'evidence'> => ({
  record: 'evidence',
  uid: it.uid,
  relation: it.relationUid,
  article: it.articleUid,
  start: it.start,
  end: it.end,
  quote: it.quote,
  sourceMention: it.sourceMentionUid,
  targetMention: it.targetMentionUid,
  note: it.note,
  ...made(it),
})

/**
 * One JSON object per line, LF, UTF-8 without BOM; offsets in UTF-16 code units. The order is canonical: header,
 * persons, types, rules, entities, relations, then each article with its mentions and evidence, then the counts.
 * Whatever a line refers to stands before it.
 */
export const write = (source: ExportSource, sink: ExportSink, options: OptionValues): void => {
  const file = sink.file('dataset.jsonl')
  const put = (line: object): void => file.write(`${JSON.stringify(line)}\n`)
  const count = { articles: 0, mentions: 0, entities: 0, relations: 0, evidence: 0 }

  put({
    format: 'ligature',
    version: datasetVersion,
    offsetUnit: 'utf16',
    project: source.project,
  } satisfies DatasetHeader)
  for (const person of source.persons()) put({ record: 'person', ...person })
  for (const type of source.entityTypes) put({ record: 'entityType', ...type })
  for (const type of source.relationTypes) put({ record: 'relationType', ...type })
  for (const rule of source.rules) put({ record: 'rule', ...rule })
  for (const entity of source.entities()) {
    put(entityLine(entity))
    count.entities += 1
  }
  for (const relation of source.relations()) {
    put(relationLine(relation))
    count.relations += 1
  }
  for (const article of source.articles()) {
    put(
      articleLine(
        article,
        sourceOf(source.original(article), options.originals === true),
        source.text(article.id),
      ),
    )
    count.articles += 1
    for (const mention of source.mentions(article.id)) {
      put(mentionLine(mention, article.uid))
      count.mentions += 1
    }
    for (const evidence of source.evidenceIn(article.id)) {
      put(evidenceLine(evidence))
      count.evidence += 1
    }
  }
  put({ record: 'end', ...count } satisfies DatasetLine['end'])
}
