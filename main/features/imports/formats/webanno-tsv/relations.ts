import { type Facts, relationsOf as toldRelations } from '../../files/commentFacts.ts'
import type { Notice } from '../../reading/types.ts'
import type { ReadRelation } from '../records.ts'
import type { Annotations, Link } from './annotations.ts'
import { type Layer, labelFeature, shortName } from './header.ts'
import type { Mentions } from './mentions.ts'
import type { TsvText } from './text.ts'

const isWordType = (type: string): boolean => type === '' || /\.(Token|POS|Lemma)$/.test(type)

const noReference = (line: number, reference: string): Notice => ({
  code: 'import.tsv_reference',
  message: `Line ${line}: no annotation stands at "${reference}". The relation to it was left out.`,
  params: { line, reference },
})

interface Found extends ReadRelation {
  readonly key: string
}

/** Relations of relation layers and of slots; what our own lines say of them is added. */
export const relationsOf = (
  layers: readonly Layer[],
  links: readonly Link[],
  { at, units }: Annotations,
  mentions: Mentions,
  facts: Facts,
  text: TsvText,
  annotator: string | undefined,
  problem: (line: number, notice: Notice) => void,
): ReadRelation[] => {
  const { idOf, byNumber, numberOf } = mentions
  const found: Found[] = []
  const by = annotator === undefined ? {} : { annotator }

  /** By number, of the type the header names if there is one; without a number what stands at the unit. */
  const resolve = (unit: string, number: number, type: string): string | null => {
    const here = (at.get(unit) ?? []).filter((it) => idOf.has(it))
    const ofType = here.filter((it) => it.layer.type === type)
    const wanted =
      number > 0
        ? (ofType.find((it) => it.number === number) ?? here.find((it) => it.number === number))
        : (ofType[0] ?? (isWordType(type) ? undefined : here[0]))
    if (wanted) return idOf.get(wanted)!
    if (number > 0 && byNumber.has(number)) return byNumber.get(number)!
    return isWordType(type) || !layers.some((it) => it.type === type) ? mentions.word(unit, type) : null
  }

  const add = (label: string, source: string, target: string, foreign: ReadRelation['foreign']): void => {
    const key = `${numberOf.get(source) ?? 0} ${numberOf.get(target) ?? 0} ${label}`
    found.push({ id: `r${found.length + 1}`, label, source, target, ...by, foreign: foreign!, key })
  }

  for (const it of links) {
    const source = resolve(it.source.unit, it.source.number, it.base)
    const target = resolve(it.target.unit, it.target.number, it.base)
    if (source === null || target === null) {
      problem(it.line, noReference(it.line, source === null ? it.source.unit : it.target.unit))
      continue
    }
    const feature = labelFeature(it.layer)
    const label = feature === null ? null : (it.features[feature] ?? null)
    add(label ?? shortName(it.layer.type), source, target, {
      layer: it.layer.type,
      feature,
      label,
      features: { ...it.features },
    })
  }
  for (const [span, source] of idOf) {
    for (const slot of span.slots) {
      const target = resolve(slot.unit, slot.number, slot.type)
      if (target === null) {
        const line = [...at].find(([, here]) => here.includes(span))?.[0] ?? ''
        const number = units.get(line)?.line ?? 0
        problem(number, noReference(number, slot.unit))
        continue
      }
      add(slot.role ?? slot.feature, source, target, {
        slot: slot.feature,
        layer: span.layer.type,
        label: slot.role,
      })
    }
  }

  const told = new Map<string, ReadRelation[]>()
  for (const it of facts.relations) {
    const key = `${it.source} ${it.target} ${it.label}`
    const [relation] = toldRelations({ ...facts, relations: [it] }, text.text, byNumber)
    if (!relation) continue
    const same = told.get(key)
    if (same) same.push(relation)
    else told.set(key, [relation])
  }
  return found.map(({ key, ...relation }) => {
    const own = told.get(key)?.shift()
    return own ? { ...own, ...by, foreign: relation.foreign! } : relation
  })
}
