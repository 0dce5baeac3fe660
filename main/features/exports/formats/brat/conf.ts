import type { JsonValue } from '../../../../../shared/model/json.ts'
import type { ExportSource } from '../../format.ts'
import { colourOf } from '../../support/hexColours.ts'

const dashes = { solid: '-', dashed: '5-3', dotted: '1-3' } as const

/** Names of attributes and their values, from the configurations the project came with and from the lines given back. */
export type Attributes = ReadonlyMap<string, ReadonlySet<string>>

/** Types whose mentions are events, with the roles of their arguments. */
export type Events = ReadonlyMap<string, ReadonlySet<string>>

/** The schema as `annotation.conf`. Nesting and crossing are allowed, as they are in the project. */
export const annotationConf = (source: ExportSource, events: Events, attributes: Attributes): string => {
  const types = source.entityTypes.map((it) => it.key)
  const roles = new Set([...events.values()].flatMap((it) => [...it]))
  const relations = source.relationTypes.flatMap(({ key, directed }) => {
    const kind = directed ? '' : ', <REL-TYPE>:symmetric'
    const pairs = source.rules.filter((it) => it.relationType === key)
    const joined = new Map<string, string[]>()
    for (const it of pairs) joined.set(it.source, [...(joined.get(it.source) ?? []), it.target])
    if (joined.size === 0) return [`${key}\tArg1:<ANY>, Arg2:<ANY>${kind}`]
    return [...joined].map(([from, to]) => `${key}\tArg1:${from}, Arg2:${to.join('|')}${kind}`)
  })
  const eventLines = types
    .filter((it) => events.has(it))
    .map((it) => {
      const own = [...events.get(it)!].filter((role) => roles.has(role)).sort()
      return own.length === 0 ? it : `${it}\t${own.map((role) => `${role}*:<ANY>`).join(', ')}`
    })
  const attributeLines = [...attributes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([name, values]) =>
        `${name}\tArg:<ANY>${values.size === 0 ? '' : `, Value:${[...values].sort().join('|')}`}`,
    )
  return [
    '[entities]',
    ...types.filter((it) => !events.has(it)),
    '',
    '[relations]',
    '<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>',
    ...relations,
    '',
    '[events]',
    ...eventLines,
    '',
    '[attributes]',
    ...attributeLines,
    '',
  ].join('\n')
}

const shownName = (name: string): string => name.replace(/[|\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/** Names and colours of the types as `visual.conf`. */
export const visualConf = ({ entityTypes, relationTypes }: ExportSource): string =>
  [
    '[labels]',
    ...entityTypes.map(({ key, name, label }) =>
      [key, shownName(name), shownName(label)].filter((it) => it !== '').join(' | '),
    ),
    ...relationTypes.map(({ key, name }) => [key, shownName(name)].filter((it) => it !== '').join(' | ')),
    '',
    '[drawing]',
    'SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken',
    'ARC_DEFAULT\tcolor:black, dashArray:-, arrowHead:triangle-5',
    ...entityTypes.map(({ key, colour }) => `${key}\tbgColor:${colourOf(colour)}`),
    ...relationTypes.map(
      ({ key, colour, dash, directed }) =>
        `${key}\tcolor:${colourOf(colour)}, dashArray:${dashes[dash]}${directed ? '' : ', arrowHead:none'}`,
    ),
    '',
  ].join('\n')

/** Configurations of the set that say nothing of types, by base name; the first of a name counts. */
export const givenBack = (source: ExportSource): Map<string, string> => {
  const files = new Map<string, string>()
  for (const { name, data } of source.setParts('brat')) {
    const base = name.split('/').at(-1)!
    if (base === 'tools.conf' && typeof data === 'string' && !files.has(base)) files.set(base, data)
  }
  return files
}

/** Did events come in from brat? Only then the mentions are looked through for them beforehand. */
export const hasEvents = (source: ExportSource): boolean =>
  source.setParts('brat').some((it: { name: string; data: JsonValue }) => it.name === 'events')
