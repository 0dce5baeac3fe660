import type { OptionValues } from '../../../../../shared/model/option.ts'
import type { ArticleRow, ExportSink, ExportSource } from '../../format.ts'
import { type Config, card } from './card.ts'
import { entityColumns, entityRow, relationColumns, relationRow } from './entityRows.ts'
import {
  countShards,
  createShardCounter,
  type Row,
  type RowFile,
  shardName,
  shardsOf,
  splitOf,
} from './shards.ts'
import { spanColumns, spanRow } from './spanRows.ts'
import { tagNames, tokenColumns, tokenRows } from './tokenRows.ts'

/** Writes the rows of all articles, each split into files of its own; gives the splits with their number of rows. */
const writeArticles = (
  source: ExportSource,
  kind: string,
  open: (name: string) => RowFile,
  rowsOf: (article: ArticleRow, text: string) => Iterable<Row>,
): Config['splits'] => {
  const shards = countShards(source)
  const shardOf = createShardCounter()
  const splits = new Map(
    [...shards].map(([name, count]) => [
      name,
      { file: open(shardName(name, 0, count, kind)), shard: 0, count, rows: 0, bytes: 0 },
    ]),
  )
  for (const article of source.articles()) {
    const name = splitOf(source, article.uid)
    const split = splits.get(name)!
    const text = source.text(article.id)
    const shard = shardOf(name, text)
    if (shard !== split.shard) {
      split.bytes += split.file.end()
      split.file = open(shardName(name, shard, split.count, kind))
      split.shard = shard
    }
    for (const row of rowsOf(article, text)) {
      split.file.row(row)
      split.rows += 1
    }
  }
  return [...splits].map(([name, { file, count, rows, bytes }]) => {
    const size = bytes + file.end()
    const path = count === 1 ? shardName(name, 0, 1, kind) : `data/${name}-*`
    return { name, path: count === 1 ? `${path}.${kind}` : path, rows, bytes: size }
  })
}

/** A table of its own beside the articles, in one file. */
const writeTable = (file: RowFile, rows: Iterable<Row>): { rows: number; bytes: number } => {
  let count = 0
  for (const it of rows) {
    file.row(it)
    count += 1
  }
  return { rows: count, bytes: file.end() }
}

function* mapped<T>(rows: Iterable<T>, row: (it: T) => Row): Generator<Row> {
  for (const it of rows) yield row(it)
}

/**
 * Card and shards. Layout `spans`: a row per article with its spans (code points) and relations, and tables of entities
 * and of relations between them; layout `tokens`: a row per sentence with class labels in BIO.
 */
export const write = (source: ExportSource, sink: ExportSink, options: OptionValues): void => {
  const [layout, kind] = [String(options.layout), String(options.files)]
  const languages = new Set<string>()
  const counts = { articles: 0, spans: 0, relations: 0, entities: 0 }
  const proved = new Set<string>()
  const names = tagNames(source)
  const tags = new Map(names.map((it, index) => [it, index]))
  const isSpans = layout === 'spans'
  const columns = isSpans ? spanColumns : tokenColumns
  const labels: Config['labels'] = isSpans ? {} : { ner_tags: names }

  const rowsOf = function* (article: ArticleRow, text: string): Generator<Row> {
    counts.articles += 1
    if (article.language !== '') languages.add(article.language)
    if (!isSpans) {
      for (const row of tokenRows(source, article, text, tags, sink)) {
        counts.spans += (row.ner_tags as number[]).filter((it) => it % 2 === 1).length
        yield row
      }
      return
    }
    const row = spanRow(source, article, text, (uid) => proved.add(uid))
    counts.spans += (row.spans as unknown[]).length
    counts.relations += (row.relations as unknown[]).length
    yield row
  }
  const splits = writeArticles(source, kind, shardsOf(sink, kind, columns, labels), rowsOf)
  const configs: Config[] = [{ name: 'default', columns, labels, splits }]

  const addTable = (name: string, of: Config['columns'], rows: Iterable<Row>): number => {
    const iterator = rows[Symbol.iterator]()
    const first = iterator.next()
    // Without a row a file of lines says nothing, and looks like a damaged one.
    if (first.done && kind === 'jsonl') {
      configs.push({ name, columns: of, labels: {}, splits: [] })
      return 0
    }
    const all = function* (): Generator<Row> {
      for (let it = first; !it.done; it = iterator.next()) yield it.value
    }
    const written = writeTable(shardsOf(sink, kind, of)(`${name}/${name}`), all())
    const path = `${name}/${name}.${kind}`
    configs.push({
      name,
      columns: of,
      labels: {},
      splits: written.rows > 0 ? [{ name: 'train', path, ...written }] : [],
    })
    return written.rows
  }
  if (isSpans) {
    counts.entities = addTable(
      'entities',
      entityColumns,
      mapped(source.entities(), (it) => entityRow(source, it)),
    )
    addTable(
      'relations',
      relationColumns,
      mapped(source.relations(), (it) => relationRow(source, it, proved.has(it.uid))),
    )
  }
  sink.file('README.md').write(card(source, layout, String(options.license), configs, languages, counts))
}
