/* The part of the FollowTheMoney model (followthemoney.tech, version 4) that is written, in our own words. */

export type Schema =
  | 'Thing'
  | 'LegalEntity'
  | 'Organization'
  | 'PublicBody'
  | 'Company'
  | 'Person'
  | 'Asset'
  | 'Address'
  | 'Event'
  | 'Article'
  | 'Mention'
  | 'Interest'
  | 'Ownership'
  | 'Directorship'
  | 'Employment'
  | 'Membership'
  | 'Representation'
  | 'UnknownLink'

type PropertyType =
  | 'name'
  | 'text'
  | 'string'
  | 'date'
  | 'url'
  | 'language'
  | 'identifier'
  | 'number'
  | 'entity'
  | 'wikidata'

interface SchemaModel {
  readonly extends: readonly Schema[]
  readonly properties: Readonly<Record<string, PropertyType>>
}

export const model: Readonly<Record<Schema, SchemaModel>> = {
  Thing: {
    extends: [],
    properties: {
      ...{ name: 'name', alias: 'name', notes: 'text', keywords: 'string', wikidataId: 'wikidata' },
      ...{ sourceUrl: 'url', publisher: 'string' },
    },
  },
  LegalEntity: { extends: ['Thing'], properties: { idNumber: 'identifier' } },
  Organization: { extends: ['LegalEntity'], properties: {} },
  PublicBody: { extends: ['Organization'], properties: {} },
  Asset: { extends: ['Thing'], properties: {} },
  Company: { extends: ['Organization', 'Asset'], properties: { ticker: 'identifier' } },
  Person: { extends: ['LegalEntity'], properties: {} },
  Address: { extends: ['Thing'], properties: { full: 'string' } },
  Event: { extends: ['Thing'], properties: {} },
  Article: {
    extends: ['Thing'],
    properties: {
      title: 'string',
      fileName: 'string',
      bodyText: 'text',
      language: 'language',
      publishedAt: 'date',
    },
  },
  Mention: {
    extends: [],
    properties: { document: 'entity', resolved: 'entity', name: 'name', detectedSchema: 'string' },
  },
  Interest: {
    extends: [],
    properties: {
      ...{ role: 'string', status: 'string', startDate: 'date', endDate: 'date', summary: 'text' },
      ...{ description: 'text', sourceUrl: 'url', publisher: 'string' },
    },
  },
  Ownership: {
    extends: ['Interest'],
    properties: {
      ...{
        owner: 'entity',
        asset: 'entity',
        percentage: 'string',
        sharesValue: 'string',
        sharesCurrency: 'string',
      },
    },
  },
  Directorship: { extends: ['Interest'], properties: { director: 'entity', organization: 'entity' } },
  Employment: { extends: ['Interest'], properties: { employee: 'entity', employer: 'entity' } },
  Membership: { extends: ['Interest'], properties: { member: 'entity', organization: 'entity' } },
  Representation: { extends: ['Interest'], properties: { agent: 'entity', client: 'entity' } },
  UnknownLink: { extends: ['Interest'], properties: { subject: 'entity', object: 'entity' } },
}

export const isA = (schema: Schema, wanted: Schema): boolean =>
  schema === wanted || model[schema].extends.some((it) => isA(it, wanted))

const propertyType = (schema: Schema, name: string): PropertyType | null =>
  model[schema].properties[name] ??
  model[schema].extends.map((it) => propertyType(it, name)).find((it) => it !== null) ??
  null

/** ISO 639-1 → 639-3, for the languages the model knows. */
const languages: Readonly<Record<string, string>> = {
  ...{
    en: 'eng',
    de: 'deu',
    zh: 'zho',
    fr: 'fra',
    es: 'spa',
    it: 'ita',
    pt: 'por',
    nl: 'nld',
    ru: 'rus',
    ja: 'jpn',
  },
  ...{
    ko: 'kor',
    ar: 'ara',
    he: 'heb',
    pl: 'pol',
    cs: 'ces',
    sk: 'slk',
    hu: 'hun',
    ro: 'ron',
    bg: 'bul',
    uk: 'ukr',
  },
  ...{
    tr: 'tur',
    el: 'ell',
    sv: 'swe',
    da: 'dan',
    no: 'nor',
    nb: 'nor',
    fi: 'fin',
    et: 'est',
    lv: 'lav',
    lt: 'lit',
  },
  ...{
    hr: 'hrv',
    sr: 'srp',
    sl: 'slv',
    bs: 'bos',
    mk: 'mkd',
    sq: 'sqi',
    fa: 'fas',
    hi: 'hin',
    id: 'ind',
    ms: 'msa',
  },
  ...{
    ka: 'kat',
    hy: 'hye',
    az: 'aze',
    kk: 'kaz',
    uz: 'uzb',
    be: 'bel',
    ca: 'cat',
    is: 'isl',
    ur: 'urd',
    bn: 'ben',
  },
}

const date = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

const isUrl = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.')
}

/** Its library drops them from every text. */
const control = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g

/** The text without control characters, each a blank instead. */
export const withoutControl = (value: string): string => value.replace(control, ' ')

/** The value as the model takes it; null for one its own checks would drop. */
export const cleanValue = (schema: Schema, property: string, value: string): string | null => {
  const type = propertyType(schema, property)
  const whole = withoutControl(value.toWellFormed())
  const text = whole.trim()
  if (type === null || text === '') return null
  if (type === 'date') return date.test(text) ? text : null
  if (type === 'url') return isUrl(text) ? text : null
  if (type === 'language') return languages[text.toLowerCase().split('-')[0]!] ?? null
  if (type === 'wikidata') return /^Q[1-9]\d*$/.test(text) ? text : null
  // Offsets of mentions count in it.
  return property === 'bodyText' ? whole : text
}

/** Schemata of entity types by their keys: those a new project has, and other words for them. */
const schemata: Readonly<Record<string, Schema>> = {
  ...{ company: 'Company', firm: 'Company', unternehmen: 'Company', corporation: 'Company' },
  ...{ person: 'Person', per: 'Person', people: 'Person' },
  ...{
    organisation: 'Organization',
    organization: 'Organization',
    org: 'Organization',
    institution: 'Organization',
  },
  ...{ authority: 'PublicBody', public_body: 'PublicBody', government: 'PublicBody' },
  ...{
    place: 'Address',
    location: 'Address',
    loc: 'Address',
    city: 'Address',
    country: 'Address',
    gpe: 'Address',
  },
  ...{ product: 'Asset', asset: 'Asset', brand: 'Asset', deal: 'Event', event: 'Event' },
}

/** Types nobody knows become what may be party to anything. */
export const schemaOf = (typeKey: string): Schema => schemata[typeKey] ?? 'LegalEntity'

export interface Link {
  readonly schema: Schema
  readonly source: string
  readonly target: string
  /** What the ends must be. */
  readonly sourceIs: Schema
  readonly targetIs: Schema
}

const link = (
  schema: Schema,
  [source, sourceIs]: [string, Schema],
  [target, targetIs]: [string, Schema],
): Link => ({
  ...{ schema, source, target, sourceIs, targetIs },
})

const links: Readonly<Record<string, Link>> = {
  owns: link('Ownership', ['owner', 'LegalEntity'], ['asset', 'Asset']),
  leads: link('Directorship', ['director', 'LegalEntity'], ['organization', 'Organization']),
  works_for: link('Employment', ['employee', 'Person'], ['employer', 'Organization']),
  member_of: link('Membership', ['member', 'LegalEntity'], ['organization', 'Organization']),
  represents: link('Representation', ['agent', 'LegalEntity'], ['client', 'LegalEntity']),
}

export const generalLink = link('UnknownLink', ['subject', 'Thing'], ['object', 'Thing'])

/** The schema that says what the relation type says, where its ends may have it; else the general link. */
export const linkOf = (typeKey: string, source: Schema, target: Schema): Link => {
  const wanted = links[typeKey]
  return wanted && isA(source, wanted.sourceIs) && isA(target, wanted.targetIs) ? wanted : generalLink
}
