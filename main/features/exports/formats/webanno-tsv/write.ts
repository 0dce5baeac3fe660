import { isObject, type JsonValue } from '../../../../../shared/model/json.ts'
import type { Span } from '../../../../../shared/text/span.ts'
import type { ArticleRow, ExportSink, ExportSource } from '../../format.ts'
import { articleFacts, entityFacts, evidenceFacts, mentionFacts } from '../../support/commentFacts.ts'
import { coveringTokens, type TokenSentence } from '../../support/coveringTokens.ts'
import { createDocumentNames } from '../../support/documentNames.ts'
import { envelopeOf, mentionRelations } from '../../support/mentionRelations.ts'
import { itemsOf, linksOf, wordItems, wordLinks } from './items.ts'
import { headerLines, layersOf } from './layers.ts'
import { rowsOf } from './rows.ts'
import { typeSystem } from './typeSystem.ts'

const formatId = 'webanno-tsv'

/**
 * Sentences that leave nothing of the text between them that a reader could not fill in: one LF and blanks, or nothing.
 * Anything else, sentences without a token too (no row would say where they begin), belongs to the sentence before it,
 * or to the first one.
 */
const covering = (text: string, given: readonly TokenSentence[]): TokenSentence[] => {
  if (text === '') return []
  const whole = { start: 0, end: text.length }
  const sentences = given.filter((it) => it.tokens.length > 0)
  if (sentences.length === 0) return [{ ...whole, tokens: [whole] }]
  return sentences.map((it, index) => {
    const next = sentences[index + 1]?.start ?? text.length
    const isLast = index === sentences.length - 1
    const gap = text.slice(it.end, next)
    const end = (isLast ? gap === '' : /^(?:\n *)?$/.test(gap)) ? it.end : next
    if (index > 0 || /^ *$/.test(text.slice(0, it.start))) return { ...it, end }
    // The first row must begin where the first sentence does.
    return { start: 0, end, tokens: [{ start: 0, end: it.start }, ...it.tokens] }
  })
}

const commentsIn = (foreign: JsonValue | null): string[] =>
  isObject(foreign) && Array.isArray(foreign.comments)
    ? foreign.comments.filter(
        (it): it is string => typeof it === 'string' && it.startsWith('#') && !/[\r\n]/.test(it),
      )
    : []

const writeArticle = (source: ExportSource, article: ArticleRow, name: string, sink: ExportSink): void => {
  const file = sink.file(`${name}.tsv`)
  const text = source.text(article.id)
  const mentions = source.mentions(article.id)
  const relations = mentionRelations(source, article.id, mentions)
  const foreign = source.foreign(formatId, article.uid)

  const layers = layersOf(foreign)
  const numberOf = new Map(mentions.map((it, index) => [it.uid, index + 1]))
  const items = itemsOf(source, formatId, mentions, layers)
  const links = linksOf(source, formatId, relations, (it) => items[numberOf.get(it.uid)! - 1]!, layers)
  items.push(...wordItems(foreign, layers, text.length, items.length + 1))
  links.push(...wordLinks(foreign, layers, text.length))

  const spans: Span[] = [...mentions.map(envelopeOf), ...items.map(({ start, end }) => ({ start, end }))]
  const sentences = covering(text, coveringTokens(text, spans, article.language, true))
  const rows = rowsOf(text, sentences, layers, items, links)

  file.write(headerLines(layers))
  const fact = (kind: string, json: string): void => file.write(`#Ligature.${kind}=${json}\n`)
  fact('article', articleFacts(article))
  const entities = new Set(mentions.flatMap((it) => (it.entityUid === null ? [] : [it.entityUid])))
  for (const uid of entities) fact('entity', entityFacts(source.entity(uid)))
  for (const it of mentions) fact('mention', mentionFacts(numberOf.get(it.uid)!, it, false))
  for (const it of relations)
    fact('relation', evidenceFacts(it, numberOf.get(it.source.uid)!, numberOf.get(it.target.uid)!))
  for (const comment of commentsIn(foreign)) file.write(`${comment}\n`)
  for (let index = 0; index < sentences.length; index += 1)
    file.write(`${index > 0 ? '\n' : ''}${rows.sentence(index)}`)
  sink.done(file)
}

/**
 * One file per article, and the layer of relations as a UIMA type system, which INCEpTION takes in among its layers.
 * Every mention has a number; what INCEpTION has no feature for stands in lines `#Ligature.…` above the first
 * sentence, which its reader skips.
 */
export const write = (source: ExportSource, sink: ExportSink): void => {
  sink.file('typesystem.xml').write(typeSystem)
  const nameOf = createDocumentNames()
  for (const article of source.articles()) writeArticle(source, article, nameOf(article), sink)
}
