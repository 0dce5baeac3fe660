import type { ImportMapping, ImportSet, LabelTarget } from '@shared/model/importSet.ts'
import type { PaletteColour, Schema } from '@shared/model/schema.ts'

export type MappedLabel = ImportMapping['labels'][number]
export type LabelOf = MappedLabel['of']

/** A target as the value of a choice: `type:company`, `new`, `none`. */
export const choiceOf = (target: LabelTarget): string =>
  target.to === 'type' ? `type:${target.key}` : target.to

/** The target a choice means; `name` is what a new type is called. */
export const targetOf = (choice: string, name: string): LabelTarget =>
  choice.startsWith('type:')
    ? { to: 'type', key: choice.slice('type:'.length) }
    : choice === 'new'
      ? { to: 'new', name: name.trim().slice(0, 200) || '?' }
      : { to: 'none' }

/** The last part of a path-like label without underscores, as a person would write a type's name. */
export const nameFrom = (label: string, declared: string): string =>
  declared.trim() || (label.split(/[./#:]/).at(-1) || label).replaceAll('_', ' ').trim() || label

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
export const withAll = (mapping: ImportMapping, nameOf: (label: MappedLabel) => string): ImportMapping => ({
  ...mapping,
  labels: mapping.labels.map((it) =>
    it.target.to === 'none' ? { ...it, target: targetOf('new', nameOf(it)) } : it,
  ),
})

/** Types that a mapping would make. */
export const newTypesIn = ({ labels }: ImportMapping): number =>
  labels.filter((it) => it.target.to === 'new').length

/** What a commit would do with sets: how many come in, and how many types that makes. */
export const setsToImport = (sets: readonly ImportSet[]): { sets: number; types: number } => {
  const included = sets.filter((it) => it.included)
  return {
    sets: included.length,
    types: included
      .filter((it) => it.kind === 'annotations')
      .reduce((sum, it) => sum + newTypesIn(it.mapping), 0),
  }
}

const inTurn: readonly PaletteColour[] = [
  ...(['blue', 'orange', 'green', 'purple', 'gold'] as const),
  ...(['sky', 'vermilion', 'pink', 'teal', 'brown'] as const),
]

/** The colour a label is drawn with before it is stored: its type's, or one in turn; null for what is left out. */
export const coloursOf = (
  { labels }: ImportMapping,
  schema: Pick<Schema, 'entityTypes' | 'relationTypes'> | undefined,
): ((of: LabelOf, label: string) => PaletteColour | null) => {
  const colours = new Map<string, PaletteColour | null>()
  let fresh = 0
  for (const { of, label, target } of labels) {
    const types = of === 'entity' ? schema?.entityTypes : schema?.relationTypes
    const colour =
      target.to === 'none'
        ? null
        : target.to === 'new'
          ? inTurn[fresh++ % inTurn.length]!
          : (types?.find((it) => it.key === target.key)?.colour ?? 'grey')
    colours.set(`${of} ${label}`, colour)
  }
  return (of, label) => colours.get(`${of} ${label}`) ?? null
}
