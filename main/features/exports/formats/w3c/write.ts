import type { JsonObject } from '../../../../../shared/model/json.ts'
import type { ExportSink, ExportSource, TextFile } from '../../format.ts'
import { mentionRelations } from '../../support/mentionRelations.ts'
import {
  bareRelationNode,
  context,
  documentNode,
  entityNode,
  mentionNode,
  placeOf,
  relationNode,
} from './nodes.ts'

/** A page is written when its texts and annotations come to this many UTF-16 units of JSON. */
const pageUnits = 8 << 20

const pageName = (number: number): string => `page-${String(number).padStart(5, '0')}.jsonld`

/** Members of a list, one a line. */
const writeList = (file: TextFile, nodes: Iterable<string>): number => {
  let count = 0
  for (const it of nodes) {
    file.write(`${count > 0 ? ',' : ''}\n${it}`)
    count += 1
  }
  return count
}

const head = (members: JsonObject): string => JSON.stringify({ '@context': context, ...members }).slice(0, -1)

/** Pages of whole articles: texts (`lig:documents`) and the annotations that refer to them. */
const createPages = (sink: ExportSink) => {
  let number = 1
  let total = 0
  let units = 0
  let documents: string[] = []
  let items: string[] = []
  const flush = (hasNext: boolean): void => {
    const file = sink.file(`pages/${pageName(number)}`)
    file.write(
      head({
        id: pageName(number),
        type: 'AnnotationPage',
        partOf: '../collection.jsonld',
        startIndex: total,
        ...(number > 1 ? { prev: pageName(number - 1) } : {}),
        ...(hasNext ? { next: pageName(number + 1) } : {}),
      }),
    )
    file.write(',"lig:documents":[')
    writeList(file, documents)
    file.write('\n],"items":[')
    total += writeList(file, items)
    file.write('\n]}\n')
    sink.done(file)
    documents = []
    items = []
    units = 0
  }
  return {
    add: (document: JsonObject, annotations: readonly JsonObject[]): void => {
      if (units >= pageUnits) {
        flush(true)
        number += 1
      }
      documents.push(JSON.stringify(document))
      units += documents.at(-1)!.length
      for (const it of annotations) {
        items.push(JSON.stringify(it))
        units += items.at(-1)!.length
      }
    },
    end: (): { pages: number; total: number } => {
      flush(false)
      return { pages: number, total }
    },
  }
}

/**
 * A folder: `collection.jsonld`, its pages (texts embedded, so that nothing outside is needed), and `entities.jsonld`
 * with what the annotations mean. Positions in code points, as the standard has it.
 */
export const write = (source: ExportSource, sink: ExportSink): void => {
  const persons = new Map([...source.persons()].map((it) => [it.uid, it.name]))
  const person = (uid: string): string => persons.get(uid) ?? ''
  const proved = new Set<string>()

  const pages = createPages(sink)
  for (const article of source.articles()) {
    const text = source.text(article.id)
    const place = placeOf(article, text)
    const mentions = source.mentions(article.id)
    const relations = mentionRelations(source, article.id, mentions)
    for (const it of relations) proved.add(it.relation.uid)
    pages.add(documentNode(source, article, text), [
      ...mentions.map((it) => mentionNode(source, it, place, person)),
      ...relations.map((it) => relationNode(source, it, place, person)),
    ])
  }
  const written = pages.end()

  const entities = sink.file('entities.jsonld')
  entities.write(`${head({})},"@graph":[`)
  const nodes = function* (): Generator<string> {
    for (const it of source.entities()) yield JSON.stringify(entityNode(source, it))
    for (const it of source.relations())
      if (!proved.has(it.uid)) yield JSON.stringify(bareRelationNode(source, it))
  }
  writeList(entities, nodes())
  entities.write('\n]}\n')

  const collection = {
    '@context': context,
    id: 'collection.jsonld',
    type: 'AnnotationCollection',
    label: source.project.name,
    total: written.total,
    first: `pages/${pageName(1)}`,
    last: `pages/${pageName(written.pages)}`,
  }
  sink.file('collection.jsonld').write(`${JSON.stringify(collection, null, 2)}\n`)
}
