import { createFacts, type Facts, takeFact } from '../../files/commentFacts.ts'
import type { SetFile } from '../../files/setFile.ts'
import { Unreadable } from '../../files/unreadable.ts'
import type { FileSet, ReadContext } from '../format.ts'
import type { ReadRecord } from '../records.ts'
import { type Draft, documentOf } from './document.ts'
import { defaultFields } from './entities.ts'
import { readSentences, type Sentence, tenColumns } from './sentences.ts'

const newdoc = /^#\s*newdoc\b/
const ownLine = /^# ligature\.([a-z]+) = (.*)$/s

/** Articles without a word that a sentence names: before the document that begins with it, or behind its document. */
interface Empty {
  readonly before: string[]
  readonly behind: string[]
}

/** Takes our own lines out of a sentence. */
const takeOwn = (sentence: Sentence, facts: Facts, empty: Empty): Sentence => {
  if (!sentence.comments.some((it) => ownLine.test(it))) return sentence
  const start = sentence.comments.findIndex((it) => newdoc.test(it))
  const isOwn = new Set(
    sentence.comments.filter((it, index) => {
      const found = ownLine.exec(it)
      if (!found) return false
      if (found[1] !== 'empty') return takeFact(facts, found[1]!, found[2]!)
      ;(index < start ? empty.before : empty.behind).push(found[2]!)
      return true
    }),
  )
  return {
    ...sentence,
    comments: sentence.comments.filter((it) => !isOwn.has(it)),
    lines: sentence.lines.filter((it) => !isOwn.has(it)),
  }
}

function* readFile(file: SetFile, context: ReadContext, used: Set<string>): Generator<ReadRecord> {
  const problem = (line: number, notice: Parameters<ReadContext['problem']>[2]): void =>
    context.problem(file, `line ${line}`, notice)
  const base = file.path.replace(/\.(conllup?|conll)$/i, '')
  let draft: Draft | null = null
  let columns: readonly string[] = tenColumns
  let entityFields: readonly string[] = defaultFields

  const begin = (id: string, line: number): Draft => {
    let unique = id === '' ? base : id
    for (let number = 2; used.has(unique); number += 1) unique = `${id === '' ? base : id} (${number})`
    used.add(unique)
    return { id: unique, file: file.path, line, sentences: [], columns, entityFields, facts: createFacts() }
  }
  /** Articles without a word, which have no sentence to stand in: behind the document whose sentence names them. */
  const behind: string[] = []
  function* withoutWords(articles: readonly string[], line: number): Generator<ReadRecord> {
    for (const json of articles) {
      const without = begin('', line)
      if (takeFact(without.facts, 'article', json)) yield documentOf(without, problem)
    }
  }
  function* finish(ended: Draft | null): Generator<ReadRecord> {
    if (!ended) return
    yield* ended.facts.entities
    if (ended.sentences.some((it) => it.words.length > 0) || ended.facts.article)
      yield documentOf(ended, problem)
    yield* withoutWords(behind.splice(0), ended.line)
  }

  for (const { sentence, columns: now } of readSentences(file, problem)) {
    columns = now
    const start = sentence.comments.find((it) => newdoc.test(it))
    for (const it of sentence.comments) {
      const fields = /^#\s*global\.Entity\s*=\s*(\S+)/.exec(it)?.[1]
      if (fields) entityFields = fields.split('-')
    }
    if (start !== undefined || !draft) {
      yield* finish(draft)
      draft = begin(/^#\s*newdoc(?:\s+id)?\s*=\s*(.*)$/s.exec(start ?? '')?.[1]?.trim() ?? '', sentence.line)
    }
    draft.columns = columns
    draft.entityFields = entityFields
    const before: string[] = []
    draft.sentences.push(takeOwn(sentence, draft.facts, { before, behind }))
    yield* withoutWords(before, sentence.line)
  }
  yield* finish(draft)
}

export const read = function* (set: FileSet, context: ReadContext): Generator<ReadRecord> {
  const used = new Set<string>()
  for (const file of set.files) {
    try {
      yield* readFile(file, context, used)
    } catch (thrown) {
      if (!(thrown instanceof Unreadable)) throw thrown
      context.problem(file, file.path, thrown.notice)
    }
  }
}
