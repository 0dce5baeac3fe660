import type { ImportMapping, ImportSurvey, LabelTarget } from '../../../../shared/model/importSet.ts'
import { foldKey } from '../../../../shared/text/fold.ts'

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
  const wanted = new Set([plain(label), plain(lastPart(label))])
  wanted.delete('')
  const same = types.find((it) => wanted.has(plain(it.key)) || wanted.has(plain(it.name)))
  if (same) return same.key
  const known = types.find((it) => synonyms[it.key]?.some((word) => wanted.has(plain(word))))
  return known?.key ?? null
}

const readable = (label: string): string =>
  lastPart(label).replace(/[_]+/g, ' ').trim().slice(0, 200) || label.slice(0, 200) || '?'

/**
 * What is to become of a set, as a first proposal: labels that mean a type of the project go there, all others become
 * types of their own (made on consent only).
 */
export const proposeMapping = (
  survey: ImportSurvey,
  entityTypes: readonly ProjectType[],
  relationTypes: readonly ProjectType[],
): ImportMapping => ({
  labels: survey.labels.map(({ of, label, name, count }) => {
    const key = match(label, of === 'entity' ? entityTypes : relationTypes)
    // A type that is declared and never used stays a declaration.
    const target: LabelTarget =
      key !== null
        ? { to: 'type', key }
        : count === 0
          ? { to: 'none' }
          : { to: 'new', name: (name || readable(label)).slice(0, 200) }
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
})
