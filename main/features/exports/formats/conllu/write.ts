import { isObject } from '../../../../../shared/model/json.ts'
import type { ArticleRow, ExportSink, ExportSource, MentionRow } from '../../format.ts'
import { articleFacts, entityFacts, evidenceFacts, mentionFacts } from '../../support/commentFacts.ts'
import { envelopeOf, mentionRelations } from '../../support/mentionRelations.ts'
import { bracketsOf, entityFields } from './brackets.ts'
import { keptSentences } from './kept.ts'
import { plainSentences, sentenceLines } from './sentences.ts'

const formatId = 'conllu'

/** Ids of entities in brackets: those of the file they came from, else made of their numbers; each for one entity. */
const createIds = (source: ExportSource): ((uid: string, wanted: string | null) => string) => {
  const known = new Map<string, string>()
  const taken = new Set<string>()
  return (uid, wanted) => {
    const own = known.get(uid)
    if (own !== undefined) return own
    let eid = wanted !== null && !taken.has(wanted) ? wanted : `e${source.entity(uid).id}`
    while (taken.has(eid)) eid += 'x'
    known.set(uid, eid)
    taken.add(eid)
    return eid
  }
}

const comment = (kind: string, json: string): string => `# ligature.${kind} = ${json}\n`

/** No line of its own may end inside a comment: JSON escapes line ends, other readers split at more than LF. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')

/** The lines above the first sentence and the sentences of an article; null for an article without a word. */
function* blocks(
  source: ExportSource,
  article: ArticleRow,
  number: number,
  idOf: ReturnType<typeof createIds>,
): Generator<string> {
  const text = source.text(article.id)
  const mentions = source.mentions(article.id)
  const relations = mentionRelations(source, article.id, mentions)
  const spans = mentions.flatMap((it) => [...it.fragments, envelopeOf(it)])
  const cuts = new Set(spans.flatMap(({ start, end }) => [start, end]))
  const sentences =
    keptSentences(source.foreign(formatId, article.uid), text, cuts) ??
    plainSentences(text, spans, article.language)
  if (sentences.length === 0) return

  const tokens = sentences.flatMap((it) => it.tokens)
  const foreignOf = (it: MentionRow) => source.foreign(formatId, it.uid)
  const eidOf = (it: MentionRow, order: number): string => {
    if (it.entityUid === null) return `d${number}m${order}`
    const foreign = foreignOf(it)
    const eid = isObject(foreign) && typeof foreign.eid === 'string' ? foreign.eid : null
    return idOf(it.entityUid, eid !== null && /^[^-()[\]|=\s]+$/.test(eid) ? eid : null)
  }
  const brackets = bracketsOf(tokens, mentions, eidOf, foreignOf)
  const numberOf = new Map(mentions.map((it, index) => [it.uid, index + 1]))

  let head = `# newdoc id = ${oneLine(article.uid)}\n# global.Entity = ${entityFields}\n`
  head += comment('article', articleFacts(article))
  for (const it of mentions)
    head += comment('mention', mentionFacts(numberOf.get(it.uid)!, it, brackets.inexact.has(it)))
  for (const it of relations)
    head += comment('relation', evidenceFacts(it, numberOf.get(it.source.uid)!, numberOf.get(it.target.uid)!))
  yield head

  let first = 0
  for (const [index, sentence] of sentences.entries()) {
    const start = sentence.tokens[0]!.start
    const before = index === 0 ? '\n' : text.slice(tokens[first - 1]!.end, start)
    const isParagraph = before.includes('\n') && !sentence.comments.some((it) => /^#\s*newpar\b/.test(it))
    const after = tokens[first + sentence.tokens.length]?.start ?? text.length
    const isLast = index === sentences.length - 1
    const id = `${oneLine(article.uid)}-${index + 1}`
    const lines = sentenceLines(text, sentence, first, after, isLast, id, brackets)
    yield `${isParagraph ? '# newpar\n' : ''}${lines}\n`
    first += sentence.tokens.length
  }
}

/**
 * One file of all articles, each a `newdoc`; mentions as entities in the style of CorefUD, and what has no column in
 * comments `# ligature.…`, which other tools keep or skip. Entities stand above the first sentence; an article without
 * a word, which has none, above the last sentence before it.
 */
export const write = (source: ExportSource, sink: ExportSink): void => {
  const file = sink.file('corpus.conllu')
  const idOf = createIds(source)
  let number = 0
  /** Entities: comments need a sentence to stand in. */
  let waiting = ''
  /** Articles without a word before the first one that has some: above the line its document begins with. */
  let first = ''
  for (const it of source.entities()) waiting += comment('entity', entityFacts(it))
  /** The last sentence so far; an article without a word is told above it. */
  let held = ''
  let above = ''
  for (const article of source.articles()) {
    number += 1
    let isEmpty = true
    for (const block of blocks(source, article, number, idOf)) {
      file.write(above + held)
      above = ''
      held = block
      if (isEmpty) {
        held = first + held + waiting
        first = ''
        waiting = ''
      }
      isEmpty = false
    }
    if (!isEmpty) continue
    const mentions = source.mentions(article.id)
    for (const { uid, fragments } of mentions)
      sink.lose('exports.loss.noToken', fragments.map((it) => it.quote).join(' '), { uid, at: null })
    for (const { relation } of mentionRelations(source, article.id, mentions))
      sink.lose('exports.loss.lostEnds', `${relation.sourceName} → ${relation.targetName}`)
    const line = comment('empty', articleFacts(article, source.text(article.id)))
    if (held === '') first += line
    else above += line
  }
  file.write(above + held + first + waiting)
}
