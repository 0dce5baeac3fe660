import { isObject, type JsonObject, jsonOf } from '../../files/json.ts'
import type { SetFile } from '../../files/setFile.ts'
import { textOf } from '../../files/text.ts'
import { Unreadable } from '../../files/unreadable.ts'
import type { FileSet, ReadContext } from '../format.ts'
import type { ReadRecord } from '../records.ts'
import { type Card, cardOf, frontMatter, infosOf, matches, splitInPath } from './card.ts'
import { type RowContext, rowDocument } from './document.ts'
import type { Features } from './features.ts'
import { articleOf, entityOf, entityRelationOf, isEntityRow, isRelationRow, isSentenceRow } from './own.ts'
import { openShard } from './rows.ts'

const isCard = (file: SetFile): boolean => /^readme\.md$/i.test(file.name)
const isInfo = (file: SetFile): boolean => /^dataset_infos?\.json$/.test(file.name)

/** A card and where it lies. */
interface Placed extends Card {
  readonly folder: string
}

const folderOf = (path: string): string => path.slice(0, path.length - (path.split('/').at(-1) ?? '').length)

const cardIn = (
  file: SetFile,
  context: ReadContext,
): { card: Placed; frontMatter: JsonObject | null } | null => {
  try {
    const folder = folderOf(file.path)
    if (isInfo(file)) return { card: { ...infosOf(jsonOf(file)), folder }, frontMatter: null }
    const head = frontMatter(textOf(file))
    return head && { card: { ...cardOf(head), folder }, frontMatter: head }
  } catch (thrown) {
    const reason = (thrown as Error).message.split('\n')[0]!
    context.problem(file, 'front matter', {
      code: 'import.huggingface_card',
      message: `${file.path}: the card could not be read (${reason}). Names of labels may be missing.`,
      params: { reason },
    })
    return null
  }
}

/** What the cards say of a shard: its split, and the features of its configuration. */
const saidOf = (path: string, cards: readonly Placed[]): { split: string; features: Features | null } => {
  let split = splitInPath(path)
  let features: Features | null = null
  for (const card of cards) {
    if (!path.startsWith(card.folder)) continue
    const found = card.splits.find((it) => matches(it.pattern, path.slice(card.folder.length)))
    if (found && found.split !== '') split = found.split
    const only = card.features.size === 1 ? [...card.features.values()][0] : undefined
    features = card.features.get(found?.config ?? 'default') ?? only ?? features
  }
  return { split, features }
}

async function* readShard(
  file: SetFile,
  cards: readonly Placed[],
  unique: RowContext['unique'],
  context: ReadContext,
): AsyncGenerator<ReadRecord> {
  const said = saidOf(file.path, cards)
  const shard = await openShard(file, context)
  const features = shard.features ?? said.features
  const told = new Set<string>()
  const contextOf = (place: string, split: string): RowContext => ({
    place,
    file: file.path,
    features,
    split,
    unique,
    problem: (notice) => {
      // One missing list of names is one problem, not one for every row.
      const once = notice.code === 'import.huggingface_labels'
      const key = `${notice.code} ${notice.params?.column}`
      if (!once || !told.has(key)) context.problem(file, place, notice)
      told.add(key)
    },
  })
  let sentences: JsonObject[] = []
  let begun = ''
  // In our own files every article has a split; `train` says nothing of it.
  const own = said.split === 'train' ? '' : said.split
  for await (const { place, values } of shard.rows) {
    if (sentences.length > 0 && sentences[0]!.article_id !== values.article_id) {
      yield articleOf(sentences, contextOf(begun, own))
      sentences = []
    }
    if (isSentenceRow(values)) {
      if (sentences.length === 0) begun = place
      sentences.push(values)
    } else if (isEntityRow(values)) yield entityOf(values)
    else if (isRelationRow(values)) {
      const relation = entityRelationOf(values)
      if (relation) yield relation
    } else {
      const isOwn = typeof values.foreign === 'string'
      const document = rowDocument(values, contextOf(place, isOwn ? own : said.split))
      if (document) yield document
    }
  }
  if (sentences.length > 0) yield articleOf(sentences, contextOf(begun, own))
}

/** Card first, then the shards in order of their paths; one row group, or one row, in memory at a time. */
export async function* read(set: FileSet, context: ReadContext): AsyncGenerator<ReadRecord> {
  const cards: Placed[] = []
  for (const file of set.all) {
    if (!isCard(file) && !isInfo(file)) continue
    const found = cardIn(file, context)
    if (!found) continue
    cards.push(found.card)
    if (isObject(found.frontMatter))
      yield { kind: 'setPart', name: 'card', data: { path: file.path, frontMatter: found.frontMatter } }
  }
  // Documents of one id would be taken for one document: rows are numbered anew in every split.
  const used = new Set<string>()
  const unique = (id: string): string => {
    let name = id
    for (let number = 2; used.has(name); number += 1) name = `${id} (${number})`
    used.add(name)
    return name
  }
  for (const file of set.files) {
    if (isCard(file) || isInfo(file)) continue
    try {
      yield* readShard(file, cards, unique, context)
    } catch (thrown) {
      if (!(thrown instanceof Unreadable)) throw thrown
      context.problem(file, '', thrown.notice)
    }
  }
}
