import type { ImportMapping, ImportSet, ImportSurvey, LabelTarget } from '@shared/model/importSet.ts'
import { type PaletteColour, paletteColour, type Schema } from '@shared/model/schema.ts'
import { freeKey, keyFrom } from '../../schema/keys.ts'

export type MappedLabel = ImportMapping['labels'][number]
export type LabelOf = MappedLabel['of']
export type NewType = Extract<LabelTarget, { to: 'new' }>
export type FoundLabel = ImportSurvey['labels'][number]
type Types = Pick<Schema, 'entityTypes' | 'relationTypes'>

/** A target as the value of a choice: `type:company`, `new`, `none`. */
export const choiceOf = (target: LabelTarget): string =>
  target.to === 'type' ? `type:${target.key}` : target.to

/** The last part of a path-like label without underscores, as a person would write a type's name. */
const nameFrom = (label: string, declared: string): string =>
  declared.trim() || (label.split(/[./#:]/).at(-1) || label).replaceAll('_', ' ').trim() || label

const typesOf = (of: LabelOf, types: Types | undefined) =>
  (of === 'entity' ? types?.entityTypes : types?.relationTypes) ?? []

const newIn = (mapping: ImportMapping, of: LabelOf): NewType[] =>
  mapping.labels.flatMap((it) => (it.of === of && it.target.to === 'new' ? [it.target] : []))

/** A type proposed for a label: named like it, with a key nobody has and the colour that is least used. */
export const proposeType = (
  mapping: ImportMapping,
  { of, label, name, valueKind }: Pick<FoundLabel, 'of' | 'label' | 'name' | 'valueKind'>,
  types: Types | undefined,
): NewType => {
  const fresh = newIn(mapping, of)
  const known = typesOf(of, types)
  const proposed = nameFrom(label, name).slice(0, 100)
  const uses = (colour: PaletteColour) =>
    [...known, ...fresh].filter((it) => it.colour === colour).length + (colour === 'grey' ? 1000 : 0)
  return {
    to: 'new',
    name: proposed,
    key: freeKey(keyFrom(proposed) || 'type', [...known.map((it) => it.key), ...fresh.map((it) => it.key)]),
    colour:
      valueKind === null
        ? paletteColour.options.reduce((best, it) => (uses(it) < uses(best) ? it : best))
        : 'grey',
  }
}

export const withTarget = (
  mapping: ImportMapping,
  of: LabelOf,
  label: string,
  target: LabelTarget,
): ImportMapping => ({
  ...mapping,
  labels: mapping.labels.map((it) => (it.of === of && it.label === label ? { ...it, target } : it)),
})

export const withPerson = (mapping: ImportMapping, name: string, person: string | null): ImportMapping => ({
  ...mapping,
  annotators: mapping.annotators.map((it) => (it.name === name ? { name, person } : it)),
})

/** Leaves every label out that would need a new type. */
export const withoutNew = (mapping: ImportMapping): ImportMapping => ({
  ...mapping,
  labels: mapping.labels.map((it) => (it.target.to === 'new' ? { ...it, target: { to: 'none' } } : it)),
})

/** Makes a new type of every label that is left out. */
export const withAll = (
  mapping: ImportMapping,
  found: readonly FoundLabel[],
  types: Types | undefined,
): ImportMapping =>
  mapping.labels.reduce((changed, { of, label, target }) => {
    const fact = found.find((it) => it.of === of && it.label === label)
    if (target.to !== 'none' || !fact) return changed
    return withTarget(changed, of, label, proposeType(changed, fact, types))
  }, mapping)

/** Types that mappings would make; two labels that ask for the same one make one. */
export const newTypesIn = (mappings: readonly ImportMapping[]): number =>
  new Set(
    mappings.flatMap(({ labels }) =>
      labels.flatMap(({ of, target }) => (target.to === 'new' ? [`${of} ${target.key} ${target.name}`] : [])),
    ),
  ).size

/** What a commit would do with sets: how many come in, and how many types that makes. */
export const setsToImport = (sets: readonly ImportSet[]): { sets: number; types: number } => {
  const included = sets.filter((it) => it.included)
  return {
    sets: included.length,
    types: newTypesIn(included.filter((it) => it.kind === 'annotations').map((it) => it.mapping)),
  }
}

/** How a label is drawn before it is stored. */
export interface LabelLook {
  /** Null for what is left out. */
  colour: PaletteColour | null
  /** Name of the type it becomes; '' for what is left out. */
  name: string
}

/** The looks of labels, by what becomes of each. */
export const looksOf = (
  { labels }: ImportMapping,
  types: Types | undefined,
): ((of: LabelOf, label: string) => LabelLook) => {
  const looks = new Map<string, LabelLook>()
  for (const { of, label, target } of labels) {
    if (target.to === 'new') looks.set(`${of} ${label}`, { colour: target.colour, name: target.name })
    else if (target.to === 'type') {
      const type = typesOf(of, types).find((it) => it.key === target.key)
      looks.set(`${of} ${label}`, { colour: type?.colour ?? 'grey', name: type?.name ?? target.key })
    }
  }
  return (of, label) => looks.get(`${of} ${label}`) ?? { colour: null, name: '' }
}
