import { articleFactsOf } from '../../files/articleFacts.ts'
import { objectOf, objectsOf, restOf, spanOf, stringOf } from '../../files/fields.ts'
import { isObject, type JsonObject, type JsonValue, readJson } from '../../files/json.ts'
import { badSpan, damagedRecord, looseRelation, recordWithoutText } from '../../files/recordNotices.ts'
import type { FileSet, ReadContext } from '../format.ts'
import type { ReadDocument, ReadFragment, ReadMention, ReadRelation } from '../records.ts'

/** A value of an Avro union in JSON: `{"string": "x"}` is "x", `{"array": []}` is []; plain values stay. */
const plain = (value: JsonValue | undefined): JsonValue | undefined => {
  if (!isObject(value)) return value
  const [branch, ...more] = Object.keys(value)
  return more.length === 0 &&
    /^(string|array|map|float|double|int|long|boolean|[\w.]+\.\w+)$/.test(branch ?? '')
    ? value[branch!]
    : value
}

const textIn = (value: JsonValue | undefined): string | undefined => stringOf(plain(value))
const objectsIn = (value: JsonValue | undefined): JsonObject[] => objectsOf(plain(value))

/** The stated surface has blanks where the text has line ends: what the span cuts out is the quote if only that differs. */
const quoteOf = (text: string, { start, end }: ReadFragment, said: string): string => {
  const cut = text.slice(start, end)
  return cut.replace(/\s/g, ' ') === said ? cut : said
}

const annotatorOf = (it: JsonObject): string | undefined =>
  textIn(objectsIn(it.provenance)[0]?.annotator) ?? textIn(objectOf(plain(it.attributes)).annotatorId)

const mentionOf = (it: JsonObject, text: string): ReadMention | null => {
  const [id, label] = [stringOf(it.id), stringOf(it.type)]
  const span = spanOf(objectOf(it.span).start, objectOf(it.span).end)
  if (id === undefined || label === undefined || !span) return null
  const said = textIn(it.normalizedValue)
  const annotator = annotatorOf(it)
  const outsideIds = objectsIn(it.refids).flatMap(({ key, value }) => {
    const [scheme, ref] = [stringOf(key), stringOf(value)]
    return scheme === undefined || ref === undefined ? [] : [{ scheme, value: ref }]
  })
  return {
    id,
    label,
    fragments: [{ ...span, ...(said !== undefined && { quote: quoteOf(text, span, said) }) }],
    ...(outsideIds.length > 0 && { outsideIds }),
    ...(annotator && { annotator }),
    foreign: restOf(it, ['id', 'type', 'span']) ?? {},
  }
}

interface Argument {
  readonly role: string
  readonly mention: string
}

/** Roles that act before those that are acted upon; the trigger is the word that says it, and no party. */
const acting = ['buyer', 'parent', 'person', 'company', 'seller', 'organization', 'union', 'striker', 'old']

const leading = (args: readonly Argument[]): Argument | undefined => {
  const parties = args.filter((it) => it.role !== 'trigger')
  const rank = ({ role }: Argument): number => (acting.includes(role) ? acting.indexOf(role) : acting.length)
  return parties.length < 2 ? args[0] : parties.toSorted((a, b) => rank(a) - rank(b))[0]
}

/**
 * One relation of many arguments as pairs: from the acting argument (`buyer`) to each other one, labelled
 * `Acquisition:acquired`; those of one role (`old` of a merger) have no direction. The whole stays in `foreign`.
 */
const relationsOf = (it: JsonObject, known: ReadonlySet<string>): ReadRelation[] | null => {
  const [id, name] = [stringOf(it.id), stringOf(it.name)]
  const args = objectsIn(it.args).map(({ role, conceptMention }) => ({
    role: stringOf(role) ?? 'argument',
    mention: stringOf(objectOf(conceptMention).id) ?? '',
  }))
  const first = leading(args)
  if (id === undefined || name === undefined || !first || args.some((arg) => !known.has(arg.mention)))
    return null
  const passage = spanOf(objectOf(it.span).start, objectOf(it.span).end)
  const annotator = annotatorOf(it)
  return args
    .filter((arg) => arg !== first)
    .map((arg, index) => ({
      id: index === 0 ? id : `${id}#${index}`,
      label: `${name}:${arg.role}`,
      source: first.mention,
      target: arg.mention,
      ...(arg.role === first.role && { directed: false }),
      ...(passage && { passage }),
      ...(annotator && { annotator }),
      foreign: {
        relation: id,
        roles: [first.role, arg.role],
        ...(index === 0 && { args, attributes: it.attributes, provenance: it.provenance }),
      },
    }))
}

const documentOf = (it: JsonObject, file: string, place: string, report: Report): ReadDocument | null => {
  const text = textIn(it.text)
  if (text === undefined) return null
  const mentions = new Map<string, ReadMention>()
  const add = (raw: JsonObject): void => {
    const mention = mentionOf(raw, text)
    if (!mention) report(badSpan(stringOf(raw.id) ?? '?'))
    else if (!mentions.has(mention.id)) mentions.set(mention.id, mention)
  }
  const relations: JsonObject[] = []
  for (const holder of [it, ...objectsIn(it.sentences)]) {
    for (const raw of objectsIn(holder.conceptMentions)) add(raw)
    relations.push(...objectsIn(holder.relationMentions))
  }
  // Arguments hold their mentions whole; one that is listed nowhere else counts too.
  for (const { args } of relations) {
    for (const { conceptMention } of objectsIn(args)) if (isObject(conceptMention)) add(conceptMention)
  }
  for (const chain of objectsIn(it.corefChains)) {
    for (const { id } of objectsIn(chain.mentions)) {
      const mention = mentions.get(stringOf(id) ?? '')
      const entity = stringOf(chain.id)
      const entityName = textIn(chain.canonicalName)
      if (mention && entity !== undefined)
        mentions.set(mention.id, { ...mention, entity, ...(entityName && { entityName }) })
    }
  }
  const known = new Set(mentions.keys())
  const { facts } = articleFactsOf({
    title: textIn(it.title),
    language: textIn(it.langCode),
    published_on: textIn(it.date)?.slice(0, 10),
    url: textIn(it.uri),
  })
  return {
    kind: 'document',
    id: stringOf(it.id) ?? `${file} ${place}`,
    place,
    file,
    text,
    ...facts,
    mentions: [...mentions.values()],
    relations: relations.flatMap((raw) => {
      const pairs = relationsOf(raw, known)
      if (!pairs) report(looseRelation(stringOf(raw.id) ?? '?'))
      return pairs ?? []
    }),
    // `raw` repeats the text with its annotations as XML, and `tokens` follow from it.
    foreign:
      restOf(it, ['id', 'raw', 'text', 'tokens', 'sentences', 'conceptMentions', 'relationMentions']) ?? {},
  }
}

type Report = (notice: ReturnType<typeof badSpan>) => void

/** Documents as github.com/DFKI-NLP/smartdata-corpus has them (document.avsc), with or without union wrappers. */
export function* readDfki(set: FileSet, context: ReadContext): Generator<ReadDocument> {
  for (const file of set.files) {
    for (const { number, line, value, error } of readJson(file)) {
      const place = `record ${number}, line ${line}`
      const report: Report = (notice) => context.problem(file, place, notice)
      if (!isObject(value)) {
        report(damagedRecord(error || 'It is no object.'))
        continue
      }
      const document = documentOf(value, file.path, place, report)
      if (document) yield document
      else report(recordWithoutText('text'))
    }
  }
}
