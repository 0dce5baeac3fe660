import type { Certainty } from '../../../../../shared/model/provenance.ts'
import type { RelationStatus } from '../../../../../shared/model/relation.ts'
import type { JsonValue } from '../../files/json.ts'
import type { ReadEntity, RelationFacts } from '../records.ts'
import { listOf } from './lists.ts'
import type { Attributes } from './model.ts'

/* What attributes of nodes and edges customarily mean, by their names in any case and with any signs between words. */

export const typeNames = [
  ...['type', 'entitytype', 'nodetype', 'kind', 'category', 'labels', 'labelv', 'class', 'classes', 'schema'],
  ...['rdftype', '@type', 'instanceof'],
]
export const nameNames = [
  ...[
    'name',
    'label',
    'title',
    'caption',
    'preflabel',
    'preferredlabel',
    'displayname',
    'fullname',
    'sharedname',
  ],
]
const edgeNames = [
  ...[
    'interaction',
    'type',
    'relationtype',
    'edgetype',
    'kind',
    'relation',
    'relationship',
    'predicate',
    'property',
  ],
  ...['labele', 'label', 'sharedinteraction', 'category', 'labels', 'class', 'role', 'rdftype', '@type'],
]
const aliasNames = [
  ...[
    'aliases',
    'alias',
    'altlabels',
    'altlabel',
    'alternativenames',
    'altnames',
    'othernames',
    'alsoknownas',
  ],
  ...['skosaltlabel', 'synonyms', 'synonym', 'aka'],
]
const noteNames = ['note', 'notes', 'description', 'desc', 'comment']

/** Schemes of outside ids that stand as attributes of their own. */
const idNames: Readonly<Record<string, string>> = {
  wikidata: 'wikidata',
  wikidataid: 'wikidata',
  qid: 'wikidata',
  lei: 'lei',
  leicode: 'lei',
  isin: 'isin',
  isincode: 'isin',
  ticker: 'ticker',
  gnd: 'gnd',
  viaf: 'viaf',
  orcid: 'orcid',
  ror: 'ror',
  geonames: 'geonames',
  geonamesid: 'geonames',
  opencorporates: 'opencorporates',
  crunchbase: 'crunchbase',
  dbpedia: 'dbpedia',
}

export const folded = (name: string): string => name.toLowerCase().replace(/[\s_\-.:]/g, '')

/** Attributes of which one after the other is understood; what nothing was made of is left. */
export const createPicker = (attributes: Attributes) => {
  const left = new Map(attributes)
  const byFolded = new Map<string, string>()
  for (const name of attributes.keys()) if (!byFolded.has(folded(name))) byFolded.set(folded(name), name)
  return {
    left,
    /** The first of the names whose value is accepted; its attribute is used up by that. */
    take: <T>(names: readonly string[], accept: (value: JsonValue, name: string) => T | null): T | null => {
      for (const wanted of names) {
        const name = byFolded.get(wanted)
        if (name === undefined || !left.has(name)) continue
        const result = accept(left.get(name)!, name)
        if (result === null) continue
        left.delete(name)
        return result
      }
      return null
    },
  }
}
export type Picker = ReturnType<typeof createPicker>

export const asText = (value: JsonValue): string | null => {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}

/** Free text: white space counts. */
const asNote = (value: JsonValue): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null

const labelsOf = (value: JsonValue): string[] =>
  (Array.isArray(value) ? listOf(value) : [asText(value) ?? ''])
    .flatMap((it) => (it.startsWith(':') ? it.slice(1).split(':') : [it]))
    .filter((it) => it !== '')

/** One label; a value that names several (`:Person:Actor`, a list) is kept besides. */
export const takeLabel = (picker: Picker, names: readonly string[]): string | null => {
  let several: { name: string; value: JsonValue } | null = null
  const label = picker.take(names, (value, name) => {
    const [first, ...more] = labelsOf(value)
    if (first === undefined || /^(un)?directed$/i.test(first)) return null
    several = more.length > 0 ? { name, value } : null
    return first
  })
  const kept = several as { name: string; value: JsonValue } | null
  if (kept) picker.left.set(kept.name, kept.value)
  return label
}

export const takeEdgeLabel = (picker: Picker): string | null => takeLabel(picker, edgeNames)

const wikidata = /^(?:https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/)?(Q[1-9]\d{0,15})$/

const outsideId = (scheme: string, value: string): { scheme: string; value: string } | null => {
  if (value === '') return null
  if (scheme !== 'wikidata') return { scheme, value }
  const item = wikidata.exec(value)?.[1]
  return item === undefined ? null : { scheme, value: item }
}

/** `scheme=value`, with `=` and `%` of the scheme percent-encoded, as Ligature's graph formats write them. */
const ownOutsideId = (entry: string): { scheme: string; value: string } => {
  const at = entry.indexOf('=')
  return {
    scheme: entry.slice(0, at).replaceAll('%3D', '=').replaceAll('%25', '%'),
    value: entry.slice(at + 1),
  }
}

export const takeOutsideIds = (picker: Picker): NonNullable<ReadEntity['outsideIds']> => {
  const result: { scheme: string; value: string }[] = []
  const own = picker.take(['outsideids'], (value) => {
    const entries = listOf(value)
    return entries.length > 0 && entries.every((it) => it.includes('=')) ? entries : null
  })
  for (const entry of own ?? []) result.push(ownOutsideId(entry))
  for (const [name, scheme] of Object.entries(idNames)) {
    const found = picker.take([name], (value) => {
      const ids = (Array.isArray(value) ? listOf(value) : [asText(value) ?? '']).map((it) =>
        outsideId(scheme, it),
      )
      return ids.length > 0 && ids.every((it) => it !== null) ? ids : null
    })
    for (const it of found ?? []) {
      if (!result.some((known) => known.scheme === it.scheme && known.value === it.value)) result.push(it)
    }
  }
  return result
}

export const takeAliases = (picker: Picker): NonNullable<ReadEntity['aliases']> => {
  const texts = picker.take(aliasNames, (value) => {
    const list = listOf(value)
    return list.length > 0 ? list : null
  })
  if (!texts) return []
  const languages = picker.take(['aliaslanguages'], (value) => {
    const list = listOf(value)
    return list.length === texts.length ? list : null
  })
  return texts
    .map((text, index) => ({ text, language: languages?.[index] ?? '' }))
    .filter((it) => it.text.trim() !== '')
}

export const takeNote = (picker: Picker): string | null => picker.take(noteNames, asNote)

const partialDate = /^\d{4}(-\d{2}(-\d{2})?)?$/
const decimal = /^-?\d{1,40}(\.\d{1,40})?(e[+-]?\d{1,3})?$/i
const statuses: readonly string[] = ['announced', 'denied', 'completed', 'ended']
const certainties: readonly string[] = ['certain', 'probable', 'doubtful']

const matching =
  (accepts: (text: string) => boolean) =>
  (value: JsonValue): string | null => {
    const text = asText(value)
    return text !== null && accepts(text) ? text : null
  }
const date = matching((it) => partialDate.test(it))
const number = matching((it) => decimal.test(it))

/** Facts of a relation, by the names Ligature's own graph formats give them. */
export const takeFacts = (picker: Picker): RelationFacts => {
  const amount = picker.take(['amounttext', 'amount'], number)
  if (amount !== null) picker.left.delete('amount')
  const share = picker.take(['sharetext', 'sharepercent'], number)
  if (share !== null) picker.left.delete('share_percent')
  const currency =
    amount === null
      ? null
      : picker.take(
          ['currency'],
          matching((it) => /^[A-Z]{3}$/.test(it)),
        )
  const status = picker.take(
    ['status'],
    matching((it) => statuses.includes(it)),
  )
  const certainty = picker.take(
    ['certainty'],
    matching((it) => certainties.includes(it)),
  )
  const validFrom = picker.take(['validfrom'], date)
  const validTo = picker.take(['validto'], date)
  const note = takeNote(picker)
  return {
    ...(status !== null && { status: status as RelationStatus }),
    ...(validFrom !== null && { validFrom }),
    ...(validTo !== null && { validTo }),
    ...(amount !== null && { amount }),
    ...(currency !== null && { currency }),
    ...(share !== null && { share }),
    ...(certainty !== null && { certainty: certainty as Certainty }),
    ...(note !== null && { note }),
  }
}

export const takeDirected = (picker: Picker): boolean | null =>
  picker.take(['directed'], (value) =>
    value === true || value === 'true' ? true : value === false || value === 'false' ? false : null,
  )

/** A place of attributes named `x` and `y`. */
export const takePosition = (picker: Picker): ReadEntity['position'] | null => {
  const has = ['x', 'y'].every((it) => typeof picker.left.get(it) === 'number')
  if (!has) return null
  const [x, y] = ['x', 'y'].map((it) => picker.take([it], (value) => value as number)!) as [number, number]
  return { x, y }
}

export const takePinned = (picker: Picker): boolean | null =>
  picker.take(['pinned'], (value) =>
    value === true || value === 'true' ? true : value === false || value === 'false' ? false : null,
  )
