import { createOffsetMap, spanTo } from '../../../../../shared/text/offsets.ts'
import type { Span } from '../../../../../shared/text/span.ts'
import type {
  ArticleRow,
  EntityRow,
  EvidenceRow,
  ExportSource,
  MentionRow,
  Provenance,
  RelationRow,
} from '../../format.ts'
import { outsideIdText } from '../graphAttributes.ts'
import { addressIri, iriOf, type Name, type Resource, said, type Term, typed } from './vocabulary.ts'

type Facts = Partial<Record<Name, Term | readonly Term[] | null | ''>>

const link = (kind: Parameters<typeof iriOf>[0], id: string): Term => ({ iri: iriOf(kind, id) })
const text = (value: string, language = ''): Term | '' => (value === '' ? '' : said(value, language))

const keyOf = (term: Term): string => JSON.stringify(term)

const resource = (iri: string, types: readonly Term[], facts: Facts): Resource => ({
  iri,
  types,
  statements: Object.entries(facts)
    .map(([predicate, value]): readonly [Name, Term[]] => {
      const terms =
        value === '' || value === null || value === undefined
          ? []
          : Array.isArray(value)
            ? value
            : [value as Term]
      // Two equal statements are one.
      const unique = new Map((terms as readonly Term[]).map((it) => [keyOf(it), it]))
      return [predicate as Name, [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, it]) => it)]
    })
    .filter(([, terms]) => terms.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
})

const made = (it: Provenance): Facts => ({
  'prov:wasAttributedTo': link('person', it.madeBy),
  'prov:generatedAtTime': typed(it.madeAt, 'xsd:dateTime'),
  'lig:madeHow': said(it.madeHow),
})

/** A partial date by as much of it as is known. */
const dated = (date: string): Term | '' =>
  date === ''
    ? ''
    : typed(date, date.length === 4 ? 'xsd:gYear' : date.length === 7 ? 'xsd:gYearMonth' : 'xsd:date')

/** Amounts are decimals; what only floating point can say (`1e21`) is a double. */
const decimal = (value: string): Term | '' =>
  value === '' ? '' : typed(value, /^-?\d+(\.\d+)?$/.test(value) ? 'xsd:decimal' : 'xsd:double')

const entityOf = (it: EntityRow): Resource => {
  const items = it.outsideIds.filter((id) => id.scheme === 'wikidata' && /^Q\d+$/.test(id.value))
  return resource(iriOf('entity', it.uid), [link('entityType', it.type), { name: 'lig:Entity' }], {
    'rdfs:label': said(it.name),
    'skos:altLabel': it.aliases.map((alias) => said(alias.text, alias.language)),
    'lig:outsideId': it.outsideIds.map((id) => said(outsideIdText(id))),
    'owl:sameAs': items.map((id) => ({ iri: `http://www.wikidata.org/entity/${id.value}` })),
    'skos:note': text(it.note),
    'lig:x': it.position && typed(it.position.x, 'xsd:integer'),
    'lig:y': it.position && typed(it.position.y, 'xsd:integer'),
    'lig:pinned': it.position && typed(it.position.pinned, 'xsd:boolean'),
    ...made(it),
  })
}

const relationOf = (it: RelationRow, evidence: readonly EvidenceRow[]): Resource =>
  resource(iriOf('relation', it.uid), [{ name: 'rdf:Statement' }, { name: 'lig:Relation' }], {
    'rdf:subject': link('entity', it.sourceUid),
    'rdf:predicate': link('relationType', it.type),
    'rdf:object': link('entity', it.targetUid),
    'prov:wasDerivedFrom': evidence.map((proof) => link('evidence', proof.uid)),
    'lig:directed': typed(it.directed, 'xsd:boolean'),
    'lig:status': text(it.status),
    'lig:validFrom': dated(it.validFrom),
    'lig:validTo': dated(it.validTo),
    'lig:amount': decimal(it.amount),
    'lig:currency': text(it.currency),
    'lig:sharePercent': decimal(it.share),
    'lig:certainty': said(it.certainty),
    'skos:note': text(it.note),
    ...made(it),
  })

const articleOf = (it: ArticleRow, content: string | null): Resource => {
  const address = addressIri(it.sourceUrl)
  return resource(iriOf('article', it.uid), [{ name: 'lig:Article' }], {
    'dcterms:title': text(it.title, it.language),
    'rdfs:label': text(it.title, it.language),
    'dcterms:language': text(it.language),
    'dcterms:issued': dated(it.publishedOn),
    'dcterms:publisher': text(it.publisher),
    'dcterms:source': address === null ? text(it.sourceUrl) : { iri: address },
    'lig:status': said(it.status),
    'lig:textSha256': said(it.textHash),
    'lig:text': content === null ? '' : said(content, it.language),
    'skos:note': text(it.note),
    ...made(it),
  })
}

/** Where something stands: half-open, in Unicode code points of the article's text, with the exact words. */
const place = (article: ArticleRow, quote: string, { start, end }: Span): Facts => ({
  'oa:hasSource': link('article', article.uid),
  'lig:startCodePoint': typed(start, 'xsd:nonNegativeInteger'),
  'lig:endCodePoint': typed(end, 'xsd:nonNegativeInteger'),
  'oa:exact': said(quote, article.language),
})

const fragmentId = (mention: MentionRow, index: number): string => `${mention.uid}:${index}`

const mentionOf = (it: MentionRow): Resource =>
  resource(
    iriOf('mention', it.uid),
    [link('entityType', it.type), { name: 'oa:Annotation' }, { name: 'lig:Mention' }],
    {
      'oa:hasBody': it.entityUid === null ? '' : link('entity', it.entityUid),
      'oa:hasTarget': it.fragments.map((_, index) => link('fragment', fragmentId(it, index))),
      'lig:value': it.value === '' ? '' : typed(it.value, 'rdf:JSON'),
      'lig:certainty': said(it.certainty),
      'skos:note': text(it.note),
      ...made(it),
    },
  )

const evidenceOf = (it: EvidenceRow, facts: Facts): Resource =>
  resource(iriOf('evidence', it.uid), [{ name: 'prov:Entity' }, { name: 'lig:Evidence' }], {
    ...facts,
    'lig:sourceMention': it.sourceMentionUid === null ? '' : link('mention', it.sourceMentionUid),
    'lig:targetMention': it.targetMentionUid === null ? '' : link('mention', it.targetMentionUid),
    'skos:note': text(it.note),
    ...made(it),
  })

/**
 * Everything the project says, as resources with IRIs of their own: no blank nodes, so that two exports can be compared
 * line by line. In the project's order, types before entities, entities before relations, articles with what stands in
 * them last.
 */
export function* resourcesOf(source: ExportSource, withTexts: boolean): Generator<Resource> {
  const { project } = source
  yield resource(iriOf('project', project.uid), [{ name: 'lig:Project' }], {
    'rdfs:label': text(project.name),
    'skos:note': text(project.note),
  })
  for (const it of source.persons())
    yield resource(iriOf('person', it.uid), [{ name: 'prov:Person' }], { 'rdfs:label': text(it.name) })
  for (const it of source.entityTypes) {
    yield resource(iriOf('entityType', it.key), [{ name: 'rdfs:Class' }], {
      ...{ 'rdfs:label': said(it.name), 'skos:notation': said(it.key), 'lig:kind': said(it.kind) },
      ...{ 'lig:valueKind': text(it.valueKind ?? ''), 'lig:colour': said(it.colour) },
    })
  }
  for (const it of source.relationTypes) {
    const rules = source.rules.filter((rule) => rule.relationType === it.key)
    yield resource(iriOf('relationType', it.key), [{ name: 'rdf:Property' }], {
      ...{
        'rdfs:label': said(it.name),
        'skos:notation': said(it.key),
        'lig:inverseName': text(it.inverseName),
      },
      ...{ 'lig:directed': typed(it.directed, 'xsd:boolean'), 'lig:colour': said(it.colour) },
      'lig:sourceType': rules.map((rule) => link('entityType', rule.source)),
      'lig:targetType': rules.map((rule) => link('entityType', rule.target)),
    })
  }
  for (const it of source.entities()) yield entityOf(it)
  for (const it of source.relations()) yield relationOf(it, source.evidenceOf(it.id))
  for (const article of source.articles()) {
    const content = source.text(article.id)
    yield articleOf(article, withTexts ? content : null)
    const map = createOffsetMap(content)
    for (const mention of source.mentions(article.id)) {
      yield mentionOf(mention)
      for (const [index, fragment] of mention.fragments.entries()) {
        const facts = place(article, fragment.quote, spanTo(map, 'codepoint', fragment))
        yield resource(
          iriOf('fragment', fragmentId(mention, index)),
          [{ name: 'oa:SpecificResource' }],
          facts,
        )
      }
    }
    for (const proof of source.evidenceIn(article.id))
      yield evidenceOf(proof, place(article, proof.quote, spanTo(map, 'codepoint', proof)))
  }
}
