import { isObject, type JsonObject, type JsonValue, readJson } from '../../files/json.ts'
import type { Reference, ReferenceFormat } from '../format.ts'
import { dateIn, doiIn, languageCode, partialDate, referenceOf, webAddress } from '../references/reference.ts'

const types =
  /^(?:article|article-journal|article-magazine|article-newspaper|bill|book|broadcast|chapter|classic|collection|dataset|document|entry|entry-dictionary|entry-encyclopedia|event|figure|graphic|hearing|interview|legal_case|legislation|manuscript|map|motion_picture|musical_score|pamphlet|paper-conference|patent|performance|periodical|personal_communication|post|post-weblog|regulation|report|review|review-book|software|song|speech|standard|thesis|treaty|webpage)$/

const isItem = (value: JsonValue): boolean =>
  isObject(value) &&
  typeof value.type === 'string' &&
  types.test(value.type) &&
  (typeof value.id === 'string' || typeof value.id === 'number')

const text = (value: JsonValue | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''

/** `{"date-parts": [[2024, 1, 2]]}`, `{"raw": …}`, `{"literal": …}`; a range counts by its beginning. */
const dateOf = (value: JsonValue | undefined): string => {
  if (typeof value === 'string') return dateIn(value)
  if (!isObject(value)) return ''
  const parts = value['date-parts']
  const first = Array.isArray(parts) && Array.isArray(parts[0]) ? parts[0].map(text) : []
  return partialDate(first[0] ?? '', first[1], first[2]) || dateIn(text(value.raw) || text(value.literal))
}

const nameOf = (value: JsonValue): string => {
  if (!isObject(value)) return text(value)
  const family = [text(value['non-dropping-particle']), text(value.family)]
    .filter((it) => it !== '')
    .join(' ')
  return text(value.literal) || [family, text(value.given)].filter((it) => it !== '').join(', ')
}

const list = (value: JsonValue | undefined): readonly JsonValue[] => (Array.isArray(value) ? value : [])

/** Titles may hold `<i>` and the like. */
const plain = (value: string): string => value.replace(/<\/?(?:i|b|sup|sub|span|sc)\b[^<>]{0,200}>/gi, '')

const toReference = (item: JsonObject): Reference =>
  referenceOf({
    title: plain(text(item.title)),
    publishedOn: dateOf(item.issued) || dateOf(item['original-date']),
    publisher: plain(text(item['container-title'])) || text(item.publisher),
    sourceUrl: webAddress(text(item.URL)),
    language: languageCode(text(item.language)),
    authors: list(item.author)
      .map(nameOf)
      .filter((it) => it !== ''),
    doi: doiIn(text(item.DOI)) || doiIn(text(item.URL)),
    attachments: list(item.attachments)
      .map((it) => (isObject(it) ? text(it.path) || text(it.url) : text(it)))
      .filter((it) => it !== ''),
  })

/** CSL JSON: a list of items as citation processors take them. */
export const cslJson: ReferenceFormat = {
  kind: 'references',
  id: 'csl-json',
  name: 'CSL JSON',
  extensions: ['json'],
  mediaTypes: ['application/vnd.citationstyles.csl+json'],
  options: [],
  recognise: ({ json }) => {
    const items = json.filter(isItem)
    const isTyped = json.some(
      (it) =>
        isObject(it) &&
        ('issued' in it || 'container-title' in it || 'DOI' in it || 'seeAlso' in it || 'URL' in it),
    )
    if (json.length === 0 || items.length < json.length / 2) return null
    return isTyped
      ? { score: 0.9, why: 'its records have types and members of CSL JSON' }
      : { score: 0.5, why: 'its records have types of CSL JSON' }
  },
  *read(file, context) {
    for (const { value, line, error } of readJson(file)) {
      if (isObject(value) && text(value.title) !== '') yield toReference(value)
      else {
        context.problem(file, `line ${line}`, {
          code: 'import.reference',
          message: `${file.path}, line ${line}: this record has no title. ${error} It was left out.`,
          params: { line },
        })
      }
    }
  },
}
