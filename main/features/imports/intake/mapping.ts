import type { ImportMapping, ImportSurvey, LabelTarget } from '../../../../shared/model/importSet.ts'
import type { PaletteColour } from '../../../../shared/model/schema.ts'
import { foldKey } from '../../../../shared/text/fold.ts'
import { entryOf } from '../files/entryOf.ts'
import { createColourGiver, nearestColour } from './typeColours.ts'
import { uniqueKey } from './typeKeys.ts'

export interface ProjectType {
  readonly key: string
  readonly name: string
  readonly kind: 'entity' | 'value'
  readonly valueKind: string
}

/** What other tools and corpora call the types of the default schema; folded, without signs. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  company: [
    'company',
    'companies',
    'corporation',
    'firm',
    'business',
    'unternehmen',
    'firma',
    'organizationcompany',
    '公司',
    '企业',
    'com',
  ],
  organisation: [
    'org',
    'organisation',
    'organization',
    'institution',
    'agency',
    'government',
    'group',
    '组织',
    '机构',
    '政府',
    'orgotherorg',
    'norp',
  ],
  person: ['per', 'person', 'people', 'human', 'name', 'personne', 'leute', '人物', '人名', 'nr'],
  place: [
    'loc',
    'location',
    'place',
    'gpe',
    'city',
    'country',
    'address',
    'locationcity',
    'ort',
    'scene',
    '地点',
    '地名',
    '地址',
    'fac',
    'geo',
  ],
  product: ['product', 'prod', 'brand', 'produkt', '产品', 'creativework'],
  event: ['event', 'evt', 'ereignis', '事件'],
  money: ['money', 'monetary', 'price', 'amount', 'geld', '金额', '货币'],
  date: ['date', 'time', 'timex', 'datum', '日期', '时间'],
  percentage: ['percent', 'percentage', 'pct', 'prozent', '百分比'],
  quantity: ['quantity', 'number', 'cardinal', 'menge', '数量'],
  acquires: ['acquires', 'acquisition', 'acquire', 'buys', 'übernimmt', '收购', 'takeover'],
  owns: ['owns', 'ownership', 'owner', 'hasowner', 'parentof', 'besitzt', '拥有'],
  leads: ['leads', 'ceoof', 'headof', 'leitet', 'directorship'],
  invests_in: ['investsin', 'investment', 'invests', '投资'],
  partners_with: ['partnerswith', 'partner', 'partnership', 'cooperation', 'collaboration', '合作'],
}

const plain = (label: string): string => foldKey(label).replace(/[^\p{L}\p{N}]/gu, '')

/** The last part of a path-like label: `de.x.NamedEntity` → `NamedEntity`, `B-PER` is not here any more. */
const lastPart = (label: string): string => label.split(/[./#:]/).at(-1) || label

const match = (label: string, types: readonly ProjectType[]): string | null => {
  if (types.some((it) => it.key === label)) return label
  const wanted = new Set([plain(label), plain(lastPart(label))])
  wanted.delete('')
  const same = types.find((it) => wanted.has(plain(it.key)) || wanted.has(plain(it.name)))
  if (same) return same.key
  const known = types.find((it) => entryOf(synonyms, it.key)?.some((word) => wanted.has(plain(word))))
  return known?.key ?? null
}

const words = (label: string): string => label.replace(/[_]+/g, ' ').trim()

const asIs = /^[\p{Ll}\p{Lo}\d_]{1,60}$/u

/** What a project has, as far as a proposal must know it. */
export interface KnownTypes {
  readonly entity: readonly ProjectType[]
  readonly relation: readonly ProjectType[]
  readonly colours: { readonly entity: readonly PaletteColour[]; readonly relation: readonly PaletteColour[] }
}

/** Proposes types for labels that mean none of the project's: a readable name, a key, a colour (stated or in turn). */
const createTypeProposer = ({ entity, relation, colours }: KnownTypes) => {
  const keys = {
    entity: new Set(entity.map((it) => it.key)),
    relation: new Set(relation.map((it) => it.key)),
  }
  const names = { entity: new Set<string>(), relation: new Set<string>() }
  const next = {
    entity: createColourGiver(colours.entity),
    relation: createColourGiver(colours.relation),
  }
  return ({ of, label, name, colour, valueKind }: ImportSurvey['labels'][number]): LabelTarget => {
    const key = asIs.test(label) && !keys[of].has(label) ? label : uniqueKey(label, keys[of])
    keys[of].add(key)
    // Of labels that end alike (`Merger/trigger`, `Layoff/trigger`) only the whole says which is which.
    const short = name.trim() || words(lastPart(label)) || label.trim() || '?'
    const readable = (names[of].has(short) ? words(label) || short : short).slice(0, 100).toWellFormed()
    names[of].add(readable)
    return {
      to: 'new',
      name: readable,
      key,
      colour: valueKind === null ? (nearestColour(colour) ?? next[of]()) : 'grey',
    }
  }
}

/**
 * What is to become of a set, as a first proposal: labels that mean a type of the project go there, all others become
 * types of their own (made on consent only).
 */
export const proposeMapping = (survey: ImportSurvey, known: KnownTypes): ImportMapping => {
  const proposeNew = createTypeProposer(known)
  return {
    labels: survey.labels.map((it) => {
      const { of, label, count } = it
      const key = match(label, known[of])
      // A type that is declared and never used stays a declaration.
      const target: LabelTarget =
        key !== null ? { to: 'type', key } : count === 0 ? { to: 'none' } : proposeNew(it)
      return { of, label, target }
    }),
    annotators: survey.annotators.map(({ name }) => ({ name, person: name.slice(0, 200) })),
    unit: null,
    repair: false,
    suggestions: false,
    rejected: false,
    linkByName: false,
    matchEntities: true,
    existing: 'add',
  }
}
