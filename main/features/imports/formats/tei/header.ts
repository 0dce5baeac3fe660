import { childrenNamed, elementsOf, innerText, type XmlElement } from '../../files/xml.ts'
import { type ArticleFacts, articleFactsIn, factBag, isWebAddress } from '../featureFacts.ts'
import { elementXml } from './markup.ts'

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The text of an element in one line, or as it is where it says so. */
export const plainText = (it: XmlElement): string =>
  it.attributes['xml:space'] === 'preserve' ? innerText(it) : oneLine(innerText(it))

const descendants = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element
    ? elementsOf(element).flatMap((it) => [...(it.name === name ? [it] : []), ...descendants(it, name)])
    : []

const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element && childrenNamed(element, name)[0]

/** Parts of a header that have no place here, as XML by the element they stand in. */
export type KeptHeader = Readonly<Record<string, readonly string[]>>

/** Facts about the article and what else the header says. */
export const headerOf = (
  header: XmlElement | undefined,
  language: string,
): { facts: ArticleFacts; kept: KeptHeader } => {
  const fileDesc = child(header, 'fileDesc')
  const titleStmt = child(fileDesc, 'titleStmt')
  const publication = child(fileDesc, 'publicationStmt')
  const sourceDesc = child(fileDesc, 'sourceDesc')
  const profile = child(header, 'profileDesc')
  const notes = child(fileDesc, 'notesStmt')
  const text = (it: XmlElement | undefined): string => (it ? plainText(it) : '')
  const dates = [...descendants(publication, 'date'), ...descendants(sourceDesc, 'date')].map(
    (it) => it.attributes.when ?? text(it),
  )
  const addresses = ['ptr', 'ref', 'idno', 'link'].flatMap((name) =>
    [...descendants(sourceDesc, name), ...descendants(publication, name)].map(
      (it) => it.attributes.target ?? text(it),
    ),
  )
  /** Our own way to say the address, whatever it is: `<bibl><ptr target="…"/></bibl>`. */
  const isOwnSource = (it: XmlElement): boolean =>
    it.name === 'bibl' && elementsOf(it).length === 1 && elementsOf(it)[0]!.name === 'ptr'
  const own = (sourceDesc ? elementsOf(sourceDesc) : [])
    .filter(isOwnSource)
    .flatMap((it) => elementsOf(it)[0]!.attributes.target ?? [])
  const note = child(notes, 'note')
  const texts = new Map<string, string>([
    ['title', text(child(titleStmt, 'title'))],
    [
      'publisher',
      text([...descendants(publication, 'publisher'), ...descendants(sourceDesc, 'publisher')][0]),
    ],
    ['publishedOn', dates.find((it) => /^\d{4}(-\d{2}(-\d{2})?)?$/.test(it)) ?? ''],
    ['sourceUrl', own[0] ?? addresses.find(isWebAddress) ?? ''],
    ['language', descendants(profile, 'language')[0]?.attributes.ident ?? language],
    ['status', child(header, 'revisionDesc')?.attributes.status ?? ''],
    ['note', note ? innerText(note) : ''],
  ])
  const facts = articleFactsIn(factBag((name) => texts.get(name), new Set()))
  const others = (element: XmlElement | undefined, ...understood: string[]): string[] =>
    element
      ? elementsOf(element)
          .filter((it) => !understood.includes(it.name))
          .map(elementXml)
      : []
  return {
    facts,
    kept: {
      titleStmt: others(titleStmt, 'title'),
      fileDesc: others(fileDesc, 'titleStmt', 'publicationStmt', 'sourceDesc', 'notesStmt'),
      publicationStmt: others(publication, 'publisher', 'date').filter((it) => it !== '<p/>'),
      sourceDesc: (sourceDesc ? elementsOf(sourceDesc) : [])
        .filter((it) => !isOwnSource(it))
        .map(elementXml)
        .filter((it) => it !== '<p/>'),
      profileDesc: others(profile, 'langUsage'),
      teiHeader: others(header, 'fileDesc', 'profileDesc', 'revisionDesc'),
    },
  }
}
