import { isObject, type JsonValue } from '../../../../../shared/model/json.ts'
import type { ExportSink, ExportSource } from '../../format.ts'
import { openParquet, type ParquetColumns, type ParquetValue } from '../../support/parquet.ts'
import { type ClassLabels, footer } from './features.ts'

/** Bytes of article text in one shard: with its annotations a shard comes to some 500 MB. */
const shardBytes = 250 << 20

export type Row = Readonly<Record<string, ParquetValue>>

export interface RowFile {
  row(values: Row): void
  /** Closes the file and gives its size in bytes. */
  end(): number
}

/** Opens a shard; `name` is without extension. */
export type OpenShard = (name: string) => RowFile

/** Shards of JSON Lines or Parquet with these columns. */
export const shardsOf =
  (sink: ExportSink, kind: string, columns: ParquetColumns, labels: ClassLabels = {}): OpenShard =>
  (name) => {
    let bytes = 0
    if (kind === 'parquet') {
      const file = sink.bytes(`${name}.parquet`)
      const counted = {
        write: (piece: Uint8Array) => {
          bytes += piece.length
          file.write(piece)
        },
      }
      const rows = openParquet(counted, columns, { huggingface: footer(columns, labels) })
      return {
        row: rows.row,
        end: () => {
          rows.end()
          sink.done(file)
          return bytes
        },
      }
    }
    const file = sink.file(`${name}.jsonl`)
    return {
      row: (it) => {
        const line = `${JSON.stringify(it)}\n`
        bytes += Buffer.byteLength(line)
        file.write(line)
      },
      end: () => {
        sink.done(file)
        return bytes
      },
    }
  }

const splitIn = (foreign: JsonValue | null): string =>
  isObject(foreign) && typeof foreign.split === 'string' ? foreign.split : ''

/** The article's split: the one it is given, the one it came with, or `train`; a name the hub allows. */
export const splitOf = (source: ExportSource, articleUid: string): string => {
  const name = source.splitOf?.(articleUid) || splitIn(source.foreign('huggingface', articleUid))
  return name.replace(/\W+/g, '_').slice(0, 60) || 'train'
}

/** Tells in which shard of a split the next text goes, counted from 0. */
export const createShardCounter = (limit = shardBytes): ((split: string, text: string) => number) => {
  const shards = new Map<string, { index: number; bytes: number }>()
  return (split, text) => {
    const size = Buffer.byteLength(text)
    const shard = shards.get(split) ?? { index: 0, bytes: 0 }
    shards.set(split, shard)
    if (shard.bytes > 0 && shard.bytes + size > limit) {
      shard.index += 1
      shard.bytes = 0
    }
    shard.bytes += size
    return shard.index
  }
}

/** How many shards each split has: names of shards hold their number, so it is counted before the first is written. */
export const countShards = (source: ExportSource): Map<string, number> => {
  const shardOf = createShardCounter()
  const result = new Map<string, number>()
  for (const { id, uid } of source.articles()) {
    const split = splitOf(source, uid)
    result.set(split, shardOf(split, source.text(id)) + 1)
  }
  return result.size > 0 ? result : new Map([['train', 1]])
}

/** `data/train` for a single JSON Lines file, else `data/train-00000-of-00001`. */
export const shardName = (split: string, index: number, count: number, kind: string): string => {
  const number = (it: number): string => String(it).padStart(5, '0')
  return kind === 'jsonl' && count === 1
    ? `data/${split}`
    : `data/${split}-${number(index)}-of-${number(count)}`
}
