import { createHash } from 'node:crypto'
import type { ExportFormat, ExportSink, ExportSource, FragmentRow } from '../exports/index.ts'
import { shortQuote } from './adapt/redaction.ts'
import { standoffId } from './layout.ts'

/** Version of the file's own layout. */
const standoffVersion = 1

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Where it stands, as much of it as may be shown, and by what to check the rest. */
const placed = ({ start, end, quote }: FragmentRow, quoteLength: number, sink: ExportSink) => {
  const short = shortQuote(quote, quoteLength)
  if (short === quote) return { start, end, quote }
  sink.lose('releases.loss.quotes', short)
  return { start, end, quote: short, quoteHash: sha256(quote) }
}

const write = (source: ExportSource, sink: ExportSink, quoteLength: number): void => {
  const file = sink.file('standoff.jsonl')
  const put = (line: object): void => file.write(`${JSON.stringify(line)}\n`)
  const count = { articles: 0, mentions: 0, entities: 0, relations: 0, evidence: 0 }
  put({
    ...{ format: 'ligature-standoff', version: standoffVersion, offsetUnit: 'utf16', quoteLength },
    project: { uid: source.project.uid, name: source.project.name },
  })
  for (const it of source.entities()) {
    const { uid, type, name, note, aliases, outsideIds } = it
    put({ record: 'entity', uid, type, name, note, aliases, outsideIds })
    count.entities += 1
  }
  for (const it of source.relations()) {
    const { uid, type, status, validFrom, validTo, amount, currency, share, certainty, note } = it
    put({
      ...{ record: 'relation', uid, type, source: it.sourceUid, target: it.targetUid, status },
      ...{ validFrom, validTo, amount, currency, share, certainty, note },
    })
    count.relations += 1
  }
  for (const it of source.articles()) {
    const { uid, title, language, publishedOn, publisher, sourceUrl, status, textHash } = it
    const { length } = source.text(it.id)
    put({
      ...{ record: 'article', uid, title, language, publishedOn, publisher, sourceUrl, status },
      ...{ textHash, length },
    })
    count.articles += 1
    for (const mention of source.mentions(it.id)) {
      put({
        ...{ record: 'mention', uid: mention.uid, article: uid, type: mention.type },
        ...{ entity: mention.entityUid, value: mention.value === '' ? null : JSON.parse(mention.value) },
        ...{ certainty: mention.certainty, note: mention.note },
        fragments: mention.fragments.map((fragment) => placed(fragment, quoteLength, sink)),
      })
      count.mentions += 1
    }
    for (const evidence of source.evidenceIn(it.id)) {
      put({
        ...{ record: 'evidence', uid: evidence.uid, relation: evidence.relationUid, article: uid },
        ...placed(evidence, quoteLength, sink),
        ...{ sourceMention: evidence.sourceMentionUid, targetMention: evidence.targetMentionUid },
        note: evidence.note,
      })
      count.evidence += 1
    }
  }
  put({ record: 'end', ...count })
}

/**
 * The annotations without the texts: a JSON object per line, as in Ligature JSONL, but for an article the SHA-256 of its
 * text's UTF-8 bytes and its length stand in place of the text, and quotes are cut to `quoteLength` (UTF-16 code units)
 * with the SHA-256 of the whole quote. Who has the texts can put both together again. Written from a source that is not
 * redacted.
 */
export const standoffFormat = (quoteLength: number): ExportFormat => ({
  id: standoffId,
  name: 'Standoff JSONL',
  descriptionKey: '',
  extension: 'jsonl',
  shape: 'file',
  offsetUnit: 'utf16',
  options: [],
  loses: ['texts', 'originals', 'positions', 'provenance'],
  write: (source, sink) => write(source, sink, quoteLength),
})
