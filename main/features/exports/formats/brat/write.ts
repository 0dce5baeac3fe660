import type { OptionValues } from '../../../../../shared/model/option.ts'
import type { ExportSink, ExportSource } from '../../format.ts'
import { articleFacts, entityFacts } from '../../support/commentFacts.ts'
import { createDocumentNames } from '../../support/documentNames.ts'
import { annotationConf, givenBack, hasEvents, visualConf } from './conf.ts'
import { annotationsOf } from './document.ts'
import { keptOf, objectsOf } from './foreign.ts'
import { factsFile, inOneLine } from './names.ts'

/** What the rows that came from brat say of events and attributes, before a line is written. */
const survey = (source: ExportSource) => {
  const events = new Map<string, Set<string>>()
  const attributes = new Map<string, Set<string>>()
  const add = (map: Map<string, Set<string>>, key: string, value?: string): void => {
    const known = map.get(key) ?? new Set()
    map.set(key, known)
    if (value !== undefined) known.add(value)
  }
  if (source.setParts('brat').length === 0) return { events, attributes }
  for (const article of source.articles()) {
    const mentions = source.mentions(article.id)
    const types = new Map(mentions.map((it) => [it.uid, it.type]))
    const bags = mentions.map(({ uid, type }) => {
      const { data } = keptOf(source, uid)
      if (typeof data.event === 'string' && hasEvents(source)) add(events, type)
      return data
    })
    for (const { uid, relationUid, sourceMentionUid } of source.evidenceIn(article.id)) {
      const { data } = keptOf(source, uid)
      bags.push(data)
      const type = types.get(sourceMentionUid ?? '')
      if (type !== undefined && typeof data.event === 'string' && events.has(type))
        add(events, type, source.relation(relationUid).type)
    }
    for (const data of bags) {
      for (const { name, value } of objectsOf(data.attributes))
        add(attributes, String(name), typeof value === 'string' ? value : undefined)
    }
  }
  return { events, attributes }
}

/**
 * A folder of `.txt` and `.ann` with the schema as `annotation.conf` and `visual.conf`. Offsets are code points; spans
 * are cut at line ends, as brat does it. Entities are normalisations into a database of our own; what brat has no place
 * for stands in notes of private types and in a file of facts, which brat does not look at.
 */
export const write = (source: ExportSource, sink: ExportSink, _: OptionValues): void => {
  const { events, attributes } = survey(source)
  const put = (name: string, content: string): void => {
    const file = sink.file(name)
    file.write(content)
    sink.done(file)
  }
  put('annotation.conf', annotationConf(source, events, attributes))
  put('visual.conf', visualConf(source))
  for (const [name, content] of givenBack(source)) put(name, content)
  const facts = sink.file(factsFile)
  const nameOf = createDocumentNames()
  for (const article of source.articles()) {
    const name = nameOf(article)
    const text = source.text(article.id)
    put(`${name}.txt`, text)
    put(
      `${name}.ann`,
      annotationsOf(source, article, text, (type) => events.has(type), sink),
    )
    facts.write(`article\t${name}\t${inOneLine(articleFacts(article))}\n`)
  }
  for (const entity of source.entities()) facts.write(`entity\t\t${inOneLine(entityFacts(entity))}\n`)
}
