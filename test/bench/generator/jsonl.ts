import { createHash } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'
import { defaultEntityTypes, defaultRelationTypes } from '../../../main/features/schema/defaultSchema.ts'
import { type Corpus, type GeneratedArticle, uidOf } from './corpus.ts'

/* Writes a corpus as a Ligature JSONL dataset (docs/formats/ligature-jsonl.md), one line in memory at a time. */

const madeAt = '2026-01-01T00:00:00.000Z'
const made = { madeBy: uidOf('9e45', 1), madeHow: 'import', madeAt }

const schemaLines = (): object[] => [
  {
    format: 'ligature',
    version: 1,
    offsetUnit: 'utf16',
    project: { uid: uidOf('94a1', 1), name: 'Benchmark', note: '', madeAt },
  },
  { record: 'person', uid: made.madeBy, name: 'bench' },
  ...defaultEntityTypes('en').map((it, position) => ({
    record: 'entityType',
    uid: uidOf('e1e1', position),
    ...it,
    position: position + 1,
  })),
  ...defaultRelationTypes('en').map(({ joins: _joins, ...it }, position) => ({
    record: 'relationType',
    uid: uidOf('4e1e', position),
    ...it,
    position: position + 1,
  })),
]

/** The lines of one article. Mentions are numbered through the corpus from `firstMention`. */
const articleLines = (
  corpus: Corpus,
  it: GeneratedArticle,
  firstMention: number,
  firstEvidence: number,
): object[] => [
  {
    record: 'article',
    uid: it.uid,
    title: it.title,
    language: it.language,
    publishedOn: it.publishedOn,
    publisher: it.publisher,
    sourceUrl: it.sourceUrl,
    status: it.status,
    note: '',
    ...made,
    source: null,
    textHash: createHash('sha256').update(it.text, 'utf8').digest('hex'),
    text: it.text,
  },
  ...it.mentions.map((mention, index) => ({
    record: 'mention',
    uid: uidOf('3e47', firstMention + index),
    article: it.uid,
    type: mention.type,
    entity: mention.entity === null ? null : corpus.entities[mention.entity]!.uid,
    value: mention.value,
    certainty: 'certain',
    note: '',
    fragments: mention.fragments.map(({ start, end }) => ({ start, end, quote: it.text.slice(start, end) })),
    ...made,
  })),
  ...it.evidence.map((evidence, index) => ({
    record: 'evidence',
    uid: uidOf('e71d', firstEvidence + index),
    relation: corpus.relations[evidence.relation]!.uid,
    article: it.uid,
    start: evidence.start,
    end: evidence.end,
    quote: it.text.slice(evidence.start, evidence.end),
    sourceMention: uidOf('3e47', firstMention + evidence.sourceMention),
    targetMention: uidOf('3e47', firstMention + evidence.targetMention),
    note: '',
    ...made,
  })),
]

function* lines(corpus: Corpus): Generator<object> {
  yield* schemaLines()
  for (const { uid, type, name, aliases } of corpus.entities)
    yield { record: 'entity', uid, type, name, note: '', aliases, outsideIds: [], position: null, ...made }
  for (const it of corpus.relations) {
    yield {
      record: 'relation',
      uid: it.uid,
      type: it.type,
      source: corpus.entities[it.source]!.uid,
      target: corpus.entities[it.target]!.uid,
      status: it.status,
      validFrom: '',
      validTo: '',
      amount: '',
      currency: '',
      share: '',
      certainty: 'certain',
      note: '',
      ...made,
    }
  }
  const count = { articles: 0, mentions: 0 }
  let evidence = 0
  for (const article of corpus.articles()) {
    yield* articleLines(corpus, article, count.mentions, evidence)
    count.articles += 1
    count.mentions += article.mentions.length
    evidence += article.evidence.length
  }
  yield {
    record: 'end',
    ...count,
    entities: corpus.entities.length,
    relations: corpus.relations.length,
    evidence,
  }
}

/** The articles as a crawler would leave them: an object a line, nothing but what it saw. */
function* plainLines(corpus: Corpus): Generator<object> {
  for (const { title, publishedOn, publisher, sourceUrl, language, text } of corpus.articles())
    yield { url: sourceUrl, title, date: publishedOn, publisher, language, text }
}

/** Writes the dataset to a file; returns its size in bytes. */
export const writeJsonl = (corpus: Corpus, path: string): number => writeLines(lines(corpus), path)

/** Writes its articles alone, in no format of ours; returns the file's size in bytes. */
export const writePlainJsonl = (corpus: Corpus, path: string): number => writeLines(plainLines(corpus), path)

const writeLines = (all: Iterable<object>, path: string): number => {
  const file = openSync(path, 'w')
  let size = 0
  let held = ''
  const flush = (): void => {
    size += writeSync(file, held)
    held = ''
  }
  try {
    for (const line of all) {
      held += `${JSON.stringify(line)}\n`
      if (held.length > 1 << 20) flush()
    }
    flush()
  } finally {
    closeSync(file)
  }
  return size
}
