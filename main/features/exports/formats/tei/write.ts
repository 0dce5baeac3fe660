import { isObject, type JsonValue } from '../../../../../shared/model/json.ts'
import { createOffsetMap } from '../../../../../shared/text/offsets.ts'
import type { ArticleRow, EntityRow, ExportSink, ExportSource } from '../../format.ts'
import { createDocumentNames } from '../../support/documentNames.ts'
import { relationFacts } from '../../support/featureFacts.ts'
import { mentionRelations } from '../../support/mentionRelations.ts'
import { createXmlText } from '../../support/xml.ts'
import { headerXml, textElement } from './header.ts'

type Escape = (text: string) => string

const cert: Readonly<Record<string, string>> = { certain: 'high', probable: 'medium', doubtful: 'low' }

const certXml = (certainty: string): string => (cert[certainty] ? ` cert="${cert[certainty]}"` : '')

const textId = 'article-text'

/** The text of lines as paragraphs; the line ends stand between them, so that the string value is the text. */
const paragraphs = (text: string, xml: Escape): string => {
  let number = 0
  const lines = text.split('\n').map((line) => {
    if (line === '') return ''
    number += 1
    return `<p xml:id="paragraph-${number}">${xml(line)}</p>`
  })
  return `<body>${lines.join('\n')}${number === 0 ? '<p/>' : ''}</body>`
}

/** The markup that the text came with, where the text is still that one; null otherwise. */
const givenMarkup = (kept: JsonValue | undefined, text: string, xml: Escape): string | null => {
  if (!isObject(kept) || !Array.isArray(kept.skeleton)) return null
  let result = ''
  let at = 0
  for (const it of kept.skeleton) {
    if (typeof it === 'string') result += it
    else if (typeof it === 'number') {
      result += xml(text.slice(at, at + it))
      at += it
    }
  }
  return at === text.length ? result : null
}

const kindOf = (type: string): 'person' | 'place' | 'org' =>
  /person|people|human/.test(type)
    ? 'person'
    : /place|location|city|country|region/.test(type)
      ? 'place'
      : 'org'

const shapes = {
  org: { list: 'listOrg', name: 'orgName' },
  person: { list: 'listPerson', name: 'persName' },
  place: { list: 'listPlace', name: 'placeName' },
} as const

const entityXml = (it: EntityRow, id: string, xml: Escape): string => {
  const kind = kindOf(it.type)
  const { list, name } = shapes[kind]
  const aliases = it.aliases.map(({ text, language }) =>
    textElement(name, text, xml, language ? ` xml:lang="${xml(language)}"` : ''),
  )
  const numbers = [
    `<idno type="ligature">${xml(it.uid)}</idno>`,
    ...it.outsideIds.map(({ scheme, value }) => `<idno type="${xml(scheme)}">${xml(value)}</idno>`),
  ]
  const note = it.note ? `<note>${xml(it.note)}</note>` : ''
  return `<${list}><${kind} xml:id="${id}" type="${xml(it.type)}">${textElement(name, it.name, xml)}${aliases.join('')}${numbers.join('')}${note}</${kind}></${list}>\n`
}

const standOff = (
  source: ExportSource,
  article: ArticleRow,
  kept: readonly string[],
  xml: Escape,
): string => {
  const text = source.text(article.id)
  const map = createOffsetMap(text)
  const pointer = (...spans: { start: number; end: number }[]): string => {
    const numbers = spans.flatMap(({ start, end }) => {
      const from = map.toCodePoint(start)
      return [from, map.toCodePoint(end) - from]
    })
    return `#string-range(${textId},${numbers.join(',')})`
  }
  const entities = new Map<string, string>()
  const entityId = (uid: string): string => {
    const id = entities.get(uid) ?? `entity-${entities.size + 1}`
    entities.set(uid, id)
    return id
  }
  const mentions = source.mentions(article.id)
  const idOf = new Map(mentions.map((it, index) => [it.uid, `mention-${index + 1}`]))
  const spans = mentions.map((it) => {
    const ana = it.entityUid === null ? '' : ` ana="#${entityId(it.entityUid)}"`
    return `<span xml:id="${idOf.get(it.uid)}" target="${pointer(...it.fragments)}"${ana}${certXml(it.certainty)}>${xml(it.type)}</span>\n`
  })
  const notes = mentions.flatMap((it) => {
    const note = (type: string, content: string): string[] =>
      content === '' ? [] : [`<note type="${type}" target="#${idOf.get(it.uid)}">${xml(content)}</note>\n`]
    return [...note('note', it.note), ...note('normalised', it.value)]
  })
  const passages: string[] = []
  const relations = mentionRelations(source, article.id, mentions).map((it, index) => {
    const { relation, evidence } = it
    entityId(relation.sourceUid)
    entityId(relation.targetUid)
    const [from, to] = [`#${idOf.get(it.source.uid)}`, `#${idOf.get(it.target.uid)}`]
    const ends = relation.directed ? `active="${from}" passive="${to}"` : `mutual="${from} ${to}"`
    passages.push(`<span xml:id="passage-${index + 1}" target="${pointer(evidence)}"/>\n`)
    const { validFrom, validTo, certainty, directed: _, ...others } = relationFacts(relation, evidence)
    const dates = `${validFrom ? ` from="${validFrom}"` : ''}${validTo ? ` to="${validTo}"` : ''}`
    const facts = Object.entries(others).map(([name, fact]) => `<desc type="${name}">${xml(fact)}</desc>`)
    return `<relation xml:id="relation-${index + 1}" name="${xml(relation.type)}" ${ends} corresp="#passage-${index + 1}"${dates}${certXml(certainty ?? '')}>${facts.join('')}</relation>\n`
  })
  const group = (element: string, type: string, lines: readonly string[]): string =>
    lines.length === 0 ? '' : `<${element}${type ? ` type="${type}"` : ''}>\n${lines.join('')}</${element}>\n`
  const lists = [...entities].map(([uid, id]) => entityXml(source.entity(uid), id, xml))
  const content = [
    ...lists,
    group('listRelation', '', relations),
    group('spanGrp', 'entities', spans),
    group('spanGrp', 'passages', passages),
    ...notes,
    ...kept.map((it) => `${it}\n`),
  ].join('')
  return content === '' ? '' : `<standOff>\n${content}</standOff>\n`
}

/**
 * One TEI P5 file per article. The string value of its `text` element is the article's text, character for character:
 * lines are `p`, the line ends are white space between them (not `lb`, which has no characters and would shift every
 * offset), `xml:space` forbids to change them, and CR and tabs are character references. Annotations point into it from
 * `standOff` by `string-range(element, offset, length …)` in characters, which can say overlaps and several fragments;
 * markup the text was imported with stays around it.
 */
export const write = (source: ExportSource, sink: ExportSink): void => {
  const xml = createXmlText((text) => sink.lose('exports.loss.controlCharacters', text))
  const nameOf = createDocumentNames()
  for (const article of source.articles()) {
    const foreign = source.foreign('tei', article.uid)
    const given = isObject(foreign) ? foreign : {}
    const text = source.text(article.id)
    const inner = givenMarkup(given.text, text, xml) ?? paragraphs(text, xml)
    const kept = Array.isArray(given.standOff) ? given.standOff.filter((it) => typeof it === 'string') : []
    const file = sink.file(`${nameOf(article)}.xml`)
    file.write('<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n')
    file.write(headerXml(article, given.header, xml))
    file.write(standOff(source, article, kept, xml))
    file.write(`<text xml:id="${textId}" xml:space="preserve">${inner}</text>\n</TEI>\n`)
    sink.done(file)
  }
}
