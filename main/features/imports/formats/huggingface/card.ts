import { parse } from 'yaml'
import { isObject, type JsonObject, type JsonValue } from '../../files/json.ts'
import { type Features, featuresOf } from './features.ts'
import { frontMatterText } from './frontMatter.ts'

/** @throws Error for what is no YAML */
export const frontMatter = (text: string): JsonObject | null => {
  const yaml = frontMatterText(text)
  if (yaml === null) return null
  const value: unknown = parse(yaml, { schema: 'core', maxAliasCount: 100, logLevel: 'silent' })
  // Through JSON: dates and map keys become what the rest of the reader knows.
  const plain = JSON.parse(JSON.stringify(value ?? {})) as JsonValue
  return isObject(plain) ? plain : null
}

export interface Split {
  readonly config: string
  readonly split: string
  /** Path or pattern, relative to the card. */
  readonly pattern: string
}

export interface Card {
  readonly splits: readonly Split[]
  readonly features: ReadonlyMap<string, Features>
}

const listOf = (value: JsonValue | undefined): readonly JsonValue[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

const splitsOf = (config: string, files: JsonValue | undefined, split = ''): Split[] =>
  listOf(files).flatMap((it) => {
    if (typeof it === 'string') return [{ config, split, pattern: it }]
    if (!isObject(it)) return []
    if (it.path !== undefined) return splitsOf(config, it.path, String(it.split ?? ''))
    return Object.entries(it).flatMap(([name, path]) => splitsOf(config, path, name))
  })

/** What a card says of the data: which files are which split, and the features of each configuration. */
export const cardOf = (head: JsonObject): Card => {
  const features = new Map<string, Features>()
  for (const info of listOf(head.dataset_info)) {
    if (!isObject(info)) continue
    const found = featuresOf(info.features)
    if (found) features.set(String(info.config_name ?? 'default'), found)
  }
  const splits = listOf(head.configs).flatMap((it) => {
    if (!isObject(it)) return []
    const name = String(it.config_name ?? 'default')
    const folder =
      typeof it.data_dir === 'string' ? `${it.data_dir.replace(/(?<!\/)\/+$/, '')}/**` : undefined
    return splitsOf(name, it.data_files ?? folder)
  })
  return { splits, features }
}

/** `dataset_infos.json` (by configuration) or `dataset_info.json` (one): the features of older datasets. */
export const infosOf = (value: JsonValue): Card => {
  if (!isObject(value)) return { splits: [], features: new Map() }
  const infos = value.features === undefined ? Object.entries(value) : [['default', value] as const]
  const features = infos.flatMap(([name, info]) => {
    const found = isObject(info) ? featuresOf(info.features) : null
    return found ? [[name, found] as const] : []
  })
  return { splits: [], features: new Map(features) }
}

/** `*` and `?` within a name, `**` over folders. Two pointers, so that no pattern takes long. */
export const matches = (pattern: string, path: string): boolean => {
  const glob = pattern.replace(/^\.\//, '').replaceAll('**/', '*').replaceAll('**', '*')
  let [at, in_, star, mark] = [0, 0, -1, 0]
  while (in_ < path.length) {
    if (at < glob.length && (glob[at] === path[in_] || glob[at] === '?') && glob[at] !== '*') {
      at += 1
      in_ += 1
    } else if (glob[at] === '*') {
      star = at
      mark = in_
      at += 1
    } else if (star >= 0) {
      at = star + 1
      mark += 1
      in_ = mark
    } else return false
  }
  while (glob[at] === '*') at += 1
  return at === glob.length
}

const names: readonly (readonly [split: string, names: readonly string[]])[] = [
  ['train', ['train', 'training']],
  ['validation', ['validation', 'valid', 'val', 'dev', 'development']],
  ['test', ['test', 'testing', 'eval', 'evaluation']],
]

/** The split a path names; '' for none. */
export const splitInPath = (path: string): string => {
  const words = path.toLowerCase().split(/[^a-z]+/)
  return names.find(([, known]) => known.some((it) => words.includes(it)))?.[0] ?? ''
}
