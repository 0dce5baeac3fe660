import { isObject, type JsonObject } from '../../files/json.ts'
import type { AnnotationFormat, Probe, Recognition } from '../format.ts'
import { recordsOf } from './fields.ts'
import { frontMatterText } from './frontMatter.ts'
import { isEntityRow, isRelationRow, isSentenceRow } from './own.ts'
import { isSpan, spanKeys } from './spans.ts'
import { tagKeyOf, tokenKeyOf } from './tokens.ts'

const score = (value: number, why: string): Recognition => ({ score: value, why })

/** Keys that only one tool writes: their files are not ours, whatever else fits. */
const others = ['_input_hash', '_task_hash', 'completions', 'predictions', 'tokens_text', 'Comments', 'docs']

const spanKeyOf = (row: JsonObject): string | undefined =>
  spanKeys.find((it) => recordsOf(row[it]).some((span) => isSpan(span)))

const rowScore = (row: JsonObject): Recognition | null => {
  if (others.some((it) => it in row)) return null
  if (isSentenceRow(row) || isEntityRow(row) || isRelationRow(row))
    return score(0.92, 'rows of a dataset of this program')
  const tokenKey = tokenKeyOf(row)
  if (tokenKey !== null && (row[tokenKey] as string[]).length > 0) {
    const tagKey = tagKeyOf(row, tokenKey)
    if (tagKey !== null) return score(0.75, `rows with ${tokenKey} and ${tagKey}`)
  }
  const spanKey = spanKeyOf(row)
  if (spanKey === undefined) {
    return tokenKey === null && typeof row.text === 'string' && Array.isArray(row.spans) && 'foreign' in row
      ? score(0.92, 'rows of a dataset of this program')
      : null
  }
  const span = recordsOf(row[spanKey]).find((it) => isSpan(it))
  if (isObject(span) && 'fragments' in span && 'entity_id' in span)
    return score(0.92, 'rows of a dataset of this program')
  if (tokenKey !== null) return score(0.65, `rows with ${tokenKey} and ${spanKey}`)
  // Triples under `label` are doccano's, `spans` besides tokens with offsets Prodigy's.
  if (Array.isArray(span) || Array.isArray(row.tokens)) return score(0.35, `rows with ${spanKey}`)
  return typeof row.text === 'string' || typeof row.sentence === 'string'
    ? score(0.55, `rows with a text and ${spanKey}`)
    : null
}

const lists = ['spans', 'entities', 'mentions', 'ner', 'annotations', 'labels']
const tagged = ['ner_tags', 'tags', 'ner', 'labels', 'entities', 'spans', 'ner_labels']

/** What a Parquet footer says, if the probe reaches to it; names of columns stand in it as plain text. */
const parquetScore = ({ bytes, size, name, siblings }: Probe): Recognition => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (head.length >= size && size > 12) {
    const length = head.readUInt32LE(size - 8)
    const footer = head.subarray(Math.max(4, size - 8 - length), size - 8).toString('latin1')
    if (footer.includes('"outside_ids"') || footer.includes('"proved"'))
      return score(0.9, 'Parquet of a dataset of this program')
    // Names of columns stand behind their length.
    const has = (names: readonly string[]): boolean =>
      names.some((it) => footer.includes(`${String.fromCharCode(it.length)}${it}`))
    const isAnnotated =
      (has(lists) && has(['start', 'offsets', 'start_offset'])) || (has(['tokens', 'words']) && has(tagged))
    if (footer.includes('"_type": "ClassLabel"') || footer.includes('"ClassLabel"'))
      return score(0.9, 'Parquet with class labels of a Hugging Face dataset')
    if (isAnnotated) return score(0.8, 'Parquet with columns of annotations')
    return score(0.1, 'Parquet without annotations')
  }
  if (siblings.has('README.md') || /-\d{5}-of-\d{5}\.parquet$/.test(name))
    return score(0.5, 'Parquet shard named as in Hugging Face datasets')
  return score(0.3, 'Parquet file')
}

const recognise = (probe: Probe): Recognition | null => {
  if (Buffer.from(probe.bytes.subarray(0, 4)).toString('latin1') === 'PAR1') return parquetScore(probe)
  const name = probe.name.toLowerCase()
  if (name === 'readme.md') {
    const head = frontMatterText(probe.text) ?? (probe.text.startsWith('---') ? probe.text : '')
    const isCard =
      /^(dataset_info|configs|task_categories|pretty_name|size_categories|task_ids|annotations_creators):/m
    return isCard.test(head) ? score(0.95, 'a dataset card with its YAML head') : null
  }
  if (/^dataset_infos?\.json$/.test(name) && /"features"/.test(probe.text))
    return score(0.95, 'the features of a Hugging Face dataset')
  for (const value of probe.json.slice(0, 5)) {
    const row = isObject(value) && Array.isArray(value.data) ? value.data[0] : value
    const found = isObject(row) ? rowScore(row) : null
    if (found) return found
  }
  const only = probe.json[0]
  const isText =
    isObject(only) &&
    !others.some((it) => it in only) &&
    typeof only.text === 'string' &&
    name.endsWith('.jsonl')
  return isText ? score(0.1, 'rows with a text') : null
}

/** Folders that `datasets` reads: a card with features, shards of JSON Lines, JSON or Parquet (Hugging Face Hub docs). */
export const huggingface: AnnotationFormat = {
  kind: 'annotations',
  id: 'huggingface',
  name: 'Hugging Face dataset',
  extensions: ['jsonl', 'json', 'parquet', 'md'],
  mediaTypes: ['application/vnd.apache.parquet', 'application/x-ndjson'],
  options: [],
  offsetUnit: 'codepoint',
  otherUnits: ['utf16', 'byte'],
  recognise,
  async *read(set, context) {
    const { read } = await import('./read.ts')
    yield* read(set, context)
  },
}
