/** Prefixes of the exported statements; `lig` is Ligature's own, everything else is customary. */
export const prefixes = {
  dcterms: 'http://purl.org/dc/terms/',
  lig: 'urn:ligature:vocabulary:',
  oa: 'http://www.w3.org/ns/oa#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/** A name of the vocabularies, `skos:altLabel`; written as it is in Turtle and JSON-LD. */
export type Name = `${keyof typeof prefixes}:${string}`

export type Term =
  | { readonly iri: string }
  | { readonly name: Name }
  /** `language` is '' for a plain string. */
  | { readonly text: string; readonly language: string }
  | { readonly text: string; readonly datatype: Name }

/** A subject with what is said of it; predicates sorted, terms in a fixed order. */
export interface Resource {
  readonly iri: string
  readonly types: readonly Term[]
  readonly statements: readonly (readonly [predicate: Name, terms: readonly Term[]])[]
}

const kinds = {
  project: 'project',
  person: 'person',
  entityType: 'entity-type',
  relationType: 'relation-type',
  entity: 'entity',
  relation: 'relation',
  article: 'article',
  mention: 'mention',
  fragment: 'fragment',
  evidence: 'evidence',
} as const

/** `urn:ligature:entity:…`; whatever an IRI or a URN forbids in the id is percent-encoded. */
export const iriOf = (kind: keyof typeof kinds, id: string): string =>
  `urn:ligature:${kinds[kind]}:${encodeURIComponent(id.toWellFormed()).replace(/['()*!~]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`)}`

/** An address as an IRI, what IRIs forbid percent-encoded; null for what is no absolute address. */
export const addressIri = (address: string): string | null => {
  if (!/^[a-z][a-z0-9+.-]*:\S/i.test(address)) return null
  return address
    .toWellFormed()
    .replace(/[\p{Cc}\s<>"{}|^`\\\ufffd]/gu, (it) => encodeURIComponent(it))
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
}

const languageTag = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/

/** A text in its language, where that is a tag as BCP 47 writes them; lower case, as tags are compared. */
export const said = (text: string, language = ''): Term => {
  const tag = language.toLowerCase()
  return { text, language: languageTag.test(tag) ? tag : '' }
}

export const typed = (text: string | number | boolean, datatype: Name): Term => ({
  text: String(text),
  datatype,
})
