import { childrenNamed, elementsOf, innerText, type XmlElement, xmlTreeOf } from '../../files/xml.ts'
import type { Reference, ReferenceFormat } from '../format.ts'
import { dateIn, doiIn, languageCode, referenceOf, webAddress } from '../references/reference.ts'

const attribute = (element: XmlElement, name: string): string => element.attributes[`rdf:${name}`] ?? ''

const textIn = (element: XmlElement, name: string): string =>
  innerText(childrenNamed(element, name)[0] ?? nothing).trim()

const nothing: XmlElement = { name: '', namespace: '', attributes: {}, children: [], line: 0 }

/** All elements below of a name, in order. */
const below = (element: XmlElement, name: string): XmlElement[] =>
  elementsOf(element).flatMap((it) => [...(it.name === name ? [it] : []), ...below(it, name)])

const isAttachment = (item: XmlElement): boolean =>
  item.name === 'Attachment' || textIn(item, 'itemType') === 'attachment'

const authorsOf = (item: XmlElement): string[] =>
  childrenNamed(item, 'authors')
    .flatMap((it) => below(it, 'Person'))
    .map((it) =>
      [textIn(it, 'surname'), textIn(it, 'givenName') || textIn(it, 'givenname')]
        .filter((part) => part !== '')
        .join(', '),
    )
    .filter((it) => it !== '')

/** Newspaper, journal or site an item is part of: beside it by its id, or inside it. */
const containerOf = (item: XmlElement, byId: ReadonlyMap<string, XmlElement>): string => {
  for (const part of childrenNamed(item, 'isPartOf')) {
    const target = byId.get(attribute(part, 'resource')) ?? elementsOf(part)[0]
    const title = target ? textIn(target, 'title') : ''
    if (title !== '') return title
  }
  return ''
}

const identifiersOf = (element: XmlElement): string[] =>
  childrenNamed(element, 'identifier').map((it) => innerText(it).trim())

/** Attachments keep the path of their file, or the address they were taken from. */
const pathsOf = (attachment: XmlElement): string[] =>
  [
    ...childrenNamed(attachment, 'resource').map((it) => attribute(it, 'resource')),
    textIn(attachment, 'path'),
  ].filter((it) => it !== '')

const toReference = (item: XmlElement, byId: ReadonlyMap<string, XmlElement>): Reference => {
  const attached = childrenNamed(item, 'link').flatMap((it) => byId.get(attribute(it, 'resource')) ?? [])
  const identifiers = identifiersOf(item)
  const about = attribute(item, 'about')
  const publisher = childrenNamed(item, 'publisher')[0]
  const part = childrenNamed(item, 'isPartOf').flatMap(
    (it) => byId.get(attribute(it, 'resource')) ?? elementsOf(it),
  )
  const addresses = [...identifiers, about, ...attached.flatMap(identifiersOf)].map(webAddress)
  return referenceOf({
    title: textIn(item, 'title'),
    publishedOn: dateIn(textIn(item, 'date')),
    publisher:
      containerOf(item, byId) ||
      (publisher ? textIn(below(publisher, 'Organization')[0] ?? nothing, 'name') : ''),
    sourceUrl: addresses.find((it) => it !== '') ?? '',
    language: languageCode(textIn(item, 'language')),
    authors: authorsOf(item),
    doi: [...identifiers, ...part.flatMap(identifiersOf)].map(doiIn).find((it) => it !== '') ?? '',
    attachments: attached.flatMap(pathsOf),
  })
}

const zotero = 'http://www.zotero.org/namespaces/export#'

/** Zotero RDF: items, and beside them the attachments, notes, collections and journals they name by their ids. */
export const zoteroRdf: ReferenceFormat = {
  kind: 'references',
  id: 'zotero-rdf',
  name: 'Zotero RDF',
  extensions: ['rdf'],
  mediaTypes: ['application/rdf+xml'],
  options: [],
  recognise: ({ xmlRoot, text }) =>
    xmlRoot?.name === 'RDF' && (text.includes(zotero) || text.includes('http://purl.org/net/biblio#'))
      ? { score: 0.97, why: 'it is RDF with the namespace of Zotero' }
      : null,
  *read(file, context) {
    const root = xmlTreeOf(file)
    const all = elementsOf(root)
    const byId = new Map(all.map((it) => [attribute(it, 'about') || `#${attribute(it, 'ID')}`, it]))
    for (const item of all) {
      const isItem =
        childrenNamed(item, 'itemType').length > 0 || item.namespace === 'http://purl.org/net/biblio#'
      if (!isItem || isAttachment(item) || /^(?:Memo|Journal|Collection)$/.test(item.name)) continue
      const reference = toReference(item, byId)
      if (reference.title !== '') yield reference
      else {
        context.problem(file, `line ${item.line}`, {
          code: 'import.reference',
          message: `${file.path}, line ${item.line}: this record has no title. It was left out.`,
          params: { line: item.line },
        })
      }
    }
  },
}
