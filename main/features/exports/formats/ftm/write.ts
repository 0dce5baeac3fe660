import type { JsonValue } from '../../../../../shared/model/json.ts'
import type { OptionValues } from '../../../../../shared/model/option.ts'
import type { ArticleRow, EntityRow, ExportSink, ExportSource, RelationRow } from '../../format.ts'
import { createDocumentNames } from '../../support/documentNames.ts'
import { envelopeOf } from '../../support/mentionRelations.ts'
import { createConverter } from '../../unit.ts'
import { cleanValue, generalLink, isA, linkOf, type Schema, schemaOf, withoutControl } from './model.ts'

type Properties = Readonly<Record<string, readonly string[]>>

/** Properties of entities by the scheme of an outside id, and the schema they stand on. */
const idProperties: Readonly<Record<string, readonly [property: string, on: Schema]>> = {
  wikidata: ['wikidataId', 'Thing'],
  ticker: ['ticker', 'Company'],
  registration_number: ['idNumber', 'LegalEntity'],
}

/**
 * FollowTheMoney entities, one JSON object per line; values are lists of strings. Relations are entities of their own
 * (`Ownership` …) where the model allows their ends, else `UnknownLink` with the type as role. What the model has no
 * property for stands under `ligature` beside `properties`, where its library keeps what it does not know.
 */
export const write = (source: ExportSource, sink: ExportSink, options: OptionValues): void => {
  const file = sink.file('entities.ftm.json')
  const put = (
    id: string,
    schema: Schema,
    caption: string,
    given: Properties,
    ligature: Readonly<Record<string, JsonValue>>,
  ): void => {
    const properties: Record<string, string[]> = {}
    for (const [name, values] of Object.entries(given)) {
      const clean = new Set<string>()
      for (const value of values) {
        if (value === '') continue
        const result = cleanValue(schema, name, value)
        if (withoutControl(value) !== value) sink.lose('exports.loss.controlCharacters', value)
        if (result === null) sink.lose('exports.loss.invalidValue', `${name}: ${value}`)
        else clean.add(result)
      }
      if (clean.size > 0) properties[name] = [...clean]
    }
    file.write(`${JSON.stringify({ id, schema, caption, properties, ligature })}\n`)
  }

  for (const entity of source.entities()) putEntity(entity, put)
  for (const relation of source.relations()) putRelation(relation, source, sink, put)
  if (options.documents !== true) return
  const nameOf = createDocumentNames()
  const convert = createConverter(source, 'codepoint')
  for (const article of source.articles()) {
    const text = source.text(article.id)
    putArticle(article, `${nameOf(article)}.txt`, text, put)
    for (const mention of source.mentions(article.id)) {
      const span = envelopeOf(mention)
      const quote = text.slice(span.start, span.end)
      const linked = mention.entityUid === null ? null : source.entity(mention.entityUid)
      const schema = linked ? schemaOf(linked.type) : schemaOf(mention.type)
      const isResolved = linked !== null && isA(schema, 'LegalEntity')
      put(
        mention.uid,
        'Mention',
        quote,
        {
          document: [article.uid],
          // White space alone is no name, and the model requires one.
          name: [quote.trim() === '' ? mention.uid : quote],
          resolved: isResolved ? [linked.uid] : [],
          detectedSchema: [schema],
        },
        {
          ...{ type: mention.type, unit: 'codepoint', ...convert(article.id, span), quote },
          ...(mention.entityUid !== null && { entity: mention.entityUid }),
          ...(mention.value !== '' && { value: JSON.parse(mention.value) as JsonValue }),
          ...{ certainty: mention.certainty, note: mention.note },
        },
      )
    }
  }
}

type Put = (
  id: string,
  schema: Schema,
  caption: string,
  properties: Properties,
  ligature: Readonly<Record<string, JsonValue>>,
) => void

const putEntity = (it: EntityRow, put: Put): void => {
  const schema = schemaOf(it.type)
  const properties: Record<string, string[]> = {
    name: [it.name],
    alias: it.aliases.map((alias) => alias.text),
    notes: [it.note],
    keywords: [it.type],
  }
  if (schema === 'Address') properties.full = [it.name]
  for (const { scheme, value } of it.outsideIds) {
    const known = idProperties[scheme.toLowerCase()]
    if (known && isA(schema, known[1])) properties[known[0]] = [...(properties[known[0]] ?? []), value]
  }
  const names = it.aliases.map(({ text, language }) => ({ text, language }))
  const outsideIds = it.outsideIds.map(({ scheme, value }) => ({ scheme, value }))
  put(it.uid, schema, it.name, properties, { type: it.type, aliases: names, outsideIds })
}

const putRelation = (it: RelationRow, source: ExportSource, sink: ExportSink, put: Put): void => {
  const ends = [it.sourceUid, it.targetUid].map((uid) => schemaOf(source.entity(uid).type)) as [
    Schema,
    Schema,
  ]
  const link = linkOf(it.type, ...ends)
  const told = `${it.sourceName} → ${it.type} → ${it.targetName}`
  if (link === generalLink) sink.lose('exports.loss.generalLink', told)
  const evidence = source.evidenceOf(it.id)
  const facts = { amount: it.amount, currency: it.currency, share: it.share }
  put(
    it.uid,
    link.schema,
    it.type,
    {
      [link.source]: [it.sourceUid],
      [link.target]: [it.targetUid],
      role: [it.type],
      status: [it.status],
      startDate: [it.validFrom],
      endDate: [it.validTo],
      summary: evidence.map((proof) => proof.quote),
      description: [it.note],
      sourceUrl: evidence.map((proof) => proof.sourceUrl),
      publisher: evidence.map((proof) => proof.publisher),
      ...(link.schema === 'Ownership' && {
        ...{ percentage: [it.share], sharesValue: [it.amount], sharesCurrency: [it.currency] },
      }),
    },
    { type: it.type, directed: it.directed, certainty: it.certainty, ...facts },
  )
}

const putArticle = (it: ArticleRow, fileName: string, text: string, put: Put): void =>
  put(
    it.uid,
    'Article',
    it.title || fileName,
    {
      ...{ title: [it.title], name: [it.title || fileName], fileName: [fileName], bodyText: [text] },
      ...{ language: [it.language], publishedAt: [it.publishedOn], publisher: [it.publisher] },
      ...{ sourceUrl: [it.sourceUrl], notes: [it.note] },
    },
    { text_sha256: it.textHash, language: it.language },
  )
