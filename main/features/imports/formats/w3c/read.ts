import { isObject, type JsonObject, type JsonValue, readJson } from '../../files/json.ts'
import { damagedRecord } from '../../files/recordNotices.ts'
import type { SetFile } from '../../files/setFile.ts'
import { Unreadable } from '../../files/unreadable.ts'
import type { FileSet, ReadContext } from '../format.ts'
import type { ReadRecord } from '../records.ts'
import { annotationOf, isAnnotation } from './annotation.ts'
import { idOf } from './bodies.ts'
import { documentOf, type Found, type Group, groupsOf } from './group.ts'
import { documentFactsOf, isDocumentNode, ownNode, type TextFacts } from './nodes.ts'
import { pageTextOf } from './pageText.ts'
import { iriOf, listOf } from './selectors.ts'
import { textFileOf, textIn } from './texts.ts'

interface Content {
  readonly annotations: JsonObject[]
  /** Texts by their IRI. */
  readonly texts: Map<string, TextFacts>
  readonly records: ReadRecord[]
}

/** Members under which containers keep what they hold. */
const holders = [
  'items',
  'first',
  '@graph',
  'rows',
  'annotations',
  'resources',
  'lig:documents',
  'documents',
] as const

/** Deeper containers than anybody writes. */
const deepest = 5

const gather = (value: JsonValue, content: Content, depth = 0): void => {
  if (Array.isArray(value)) {
    for (const it of value) gather(it, content, depth)
    return
  }
  if (!isObject(value)) return
  if (isAnnotation(value)) {
    content.annotations.push(value)
    return
  }
  const own = ownNode(value)
  if (own) content.records.push(own)
  else if (isDocumentNode(value)) content.texts.set(iriOf(value), documentFactsOf(value))
  else if (depth < deepest) {
    for (const key of holders) for (const it of listOf(value[key])) gather(it, content, depth + 1)
  }
}

const contentOf = (file: SetFile, context: ReadContext): Content => {
  const content: Content = { annotations: [], texts: new Map(), records: [] }
  for (const { line, value, error } of readJson(file)) {
    if (value === undefined) context.problem(file, `line ${line}`, damagedRecord(error))
    else gather(value, content)
  }
  return content
}

const parsed = (all: readonly { readonly node: JsonObject; readonly file: SetFile }[]): Found[] => {
  const ids = new Set(all.flatMap(({ node }) => (iriOf(node) === '' ? [] : [iriOf(node), idOf(iriOf(node))])))
  return all.map(({ node, file }) => ({ annotation: annotationOf(node, ids), file }))
}

/** The text of a group from a file beside it; null where there is none, which is told. */
const textBeside = (
  set: FileSet,
  { file, source, mentions, relations }: Group,
  context: ReadContext,
): TextFacts | null => {
  const found = textFileOf(set, file, source)
  try {
    if (found) return { text: textIn(found) }
    const annotations = [...mentions, ...relations.map((it) => it.annotation)]
    const selections = annotations.flatMap((it) => it.targets.flatMap(({ selected }) => selected ?? []))
    const inPage = pageTextOf(set, file, selections)
    if (inPage !== null) return { text: inPage }
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown
    context.problem(found ?? file, '', thrown.notice)
    return null
  }
  const name = source === '' ? file.name : source
  context.problem(file, name, {
    code: 'import.w3c_no_text',
    message: `${file.path}: the text of ${name} is not there, so its ${mentions.length} annotations were left out. Put it beside the file as .txt and import again.`,
    params: { source: name, count: mentions.length },
  })
  return null
}

/**
 * Files that carry their texts are read one at a time; annotations of texts elsewhere are gathered from all files, for
 * one text may have its annotations in several.
 */
export function* read(set: FileSet, context: ReadContext): Generator<ReadRecord> {
  const tell = context.problem.bind(context)
  const loose: { node: JsonObject; file: SetFile }[] = []
  for (const file of set.files) {
    let content: Content
    try {
      content = contentOf(file, context)
    } catch (thrown) {
      if (!(thrown instanceof Unreadable)) throw thrown
      context.problem(file, '', thrown.notice)
      continue
    }
    yield* content.records
    if (content.texts.size === 0) {
      loose.push(...content.annotations.map((node) => ({ node, file })))
      continue
    }
    const groups = groupsOf(parsed(content.annotations.map((node) => ({ node, file }))), tell)
    const bySource = new Map(groups.map((it) => [it.source, it]))
    for (const [source, facts] of content.texts) {
      yield documentOf(bySource.get(source) ?? { source, file, mentions: [], relations: [] }, facts, tell)
    }
    for (const group of groups) {
      if (content.texts.has(group.source)) continue
      const facts = textBeside(set, group, context)
      if (facts) yield documentOf(group, facts, tell)
    }
  }
  for (const group of groupsOf(parsed(loose), tell)) {
    const facts = textBeside(set, group, context)
    if (facts) yield documentOf(group, facts, tell)
  }
}
