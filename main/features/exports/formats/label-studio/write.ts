import { isObject, type JsonObject } from '../../../../../shared/model/json.ts'
import { createOffsetMap, spanTo } from '../../../../../shared/text/offsets.ts'
import type { ArticleRow, ExportSink, ExportSource, MentionRow } from '../../format.ts'
import {
  articleFacts,
  documentFacts,
  foreignOf,
  jsonLine,
  underLigature,
  without,
} from '../../support/jsonFacts.ts'
import { mentionRelations } from '../../support/mentionRelations.ts'
import { createXmlText } from '../../support/xml.ts'
import { configuration } from './config.ts'
import { regionResults, relationResult, type ToUnit } from './results.ts'

const object = (value: unknown): JsonObject => (isObject(value) ? value : {})

/** `completed_by` is left out: the importer refuses annotations of people it does not know. */
const annotationOf = (
  source: ExportSource,
  article: ArticleRow,
  text: string,
  mentions: readonly MentionRow[],
  kept: JsonObject,
): JsonObject => {
  const offsets = createOffsetMap(text)
  const toUnit: ToUnit = (span) => spanTo(offsets, 'codepoint', span)
  const relations = mentionRelations(source, article.id, mentions)
  const others = Array.isArray(kept.results) ? kept.results : []
  return {
    was_cancelled: false,
    ground_truth: false,
    ...without(object(kept.annotation), 'id', 'completed_by', 'was_cancelled', 'result_count', 'reviews'),
    result: [
      ...mentions.flatMap((it) => regionResults(source, it, text, toUnit)),
      ...relations.map((it) => relationResult(source, it, toUnit)),
      ...others,
    ],
  }
}

const taskOf = (source: ExportSource, article: ArticleRow, number: number): JsonObject => {
  const text = source.text(article.id)
  const kept = foreignOf(source, 'label-studio', article.uid)
  const mentions = source.mentions(article.id)
  const facts = documentFacts(source, article, mentions)
  return {
    ...object(kept.task),
    id: number,
    data: { ...object(kept.data), text, ...articleFacts(article) },
    meta: { ...object(kept.meta), ...underLigature(facts) },
    annotations: [{ id: number, ...annotationOf(source, article, text, mentions, kept) }],
  }
}

/**
 * `tasks.json`: a list of tasks with one annotation each, offsets in code points (labelstud.io/guide/export). `config.xml`:
 * the labelling configuration they were made under. Configurations that came with an import stand beside it.
 */
export const write = (source: ExportSource, sink: ExportSink): void => {
  const xml = createXmlText((text) => sink.lose('exports.loss.controlCharacters', text))
  const config = sink.file('config.xml')
  config.write(configuration(source, xml))
  sink.done(config)
  for (const { name, data } of source.setParts('label-studio')) {
    if (typeof data !== 'string') continue
    const part = sink.file(`imported-${name.replace(/[^\w.-]+/g, '_').slice(-80)}`)
    part.write(data)
    sink.done(part)
  }
  const tasks = sink.file('tasks.json')
  let number = 0
  tasks.write('[')
  for (const article of source.articles()) {
    number += 1
    tasks.write(`${number === 1 ? '' : ','}\n${jsonLine(taskOf(source, article, number))}`)
  }
  tasks.write('\n]\n')
}
