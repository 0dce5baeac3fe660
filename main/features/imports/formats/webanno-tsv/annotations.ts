import { splitCell, splitChain, splitSuffix, unescapeValue } from './escapes.ts'
import type { Layer } from './header.ts'
import type { Sentence, Unit } from './sentences.ts'

export interface Slot {
  readonly feature: string
  /** Null for a link without a role. */
  readonly role: string | null
  /** `1-2`, and the number in brackets behind it, 0 for none. */
  readonly unit: string
  readonly number: number
  /** Type the slot may point to, as the header says. */
  readonly type: string
}

/** A span or an element of a chain. */
export interface Annotation {
  readonly layer: Layer
  /** The number in brackets; 0 for none. */
  readonly number: number
  readonly begin: number
  end: number
  /** Null for `*`. */
  readonly features: Readonly<Record<string, string | null>>
  readonly slots: readonly Slot[]
  readonly chain: { readonly chain: number; readonly link: number } | null
}

/** A relation as it stands in the row of its target. */
export interface Link {
  readonly layer: Layer
  readonly features: Readonly<Record<string, string | null>>
  readonly source: { readonly unit: string; readonly number: number }
  readonly target: { readonly unit: string; readonly number: number }
  /** The type both ends have, as the header says. */
  readonly base: string
  readonly line: number
}

export interface Annotations {
  readonly spans: readonly Annotation[]
  readonly links: readonly Link[]
  /** Annotations that cover a unit, by its id. */
  readonly at: ReadonlyMap<string, readonly Annotation[]>
  readonly units: ReadonlyMap<string, Unit>
}

const plainValue = (raw: string): string | null => (raw === '*' ? null : unescapeValue(raw))

/** A stacked cell as its parts; [] where there is no annotation. */
const stacked = (cell: string | undefined): string[] =>
  cell === undefined || cell === '_' || cell === '' ? [] : splitCell(cell, '|')

const reference = (cell: string): { unit: string; numbers: readonly number[] } => {
  const { value, numbers } = splitSuffix(cell)
  return { unit: value, numbers }
}

type Cells = readonly (readonly string[])[]

const featuresOf = (layer: Layer, cells: Cells, at: number): Record<string, string | null> => {
  const features: Record<string, string | null> = {}
  layer.columns.forEach(({ kind, name }, column) => {
    const cell = cells[column]![at]
    if (kind === 'value') features[name] = cell === undefined ? null : plainValue(splitSuffix(cell).value)
    else if (kind === 'element')
      features[name] = cell === undefined ? null : plainValue(splitSuffix(cell).value)
    else if (kind === 'link')
      features[name] = cell === undefined ? null : plainValue(splitChain(cell)?.value ?? cell)
  })
  return features
}

const slotsOf = (layer: Layer, cells: Cells, at: number): Slot[] => {
  const slots: Slot[] = []
  layer.columns.forEach(({ kind, name }, column) => {
    const target = layer.columns[column + 1]
    if (kind !== 'role' || target?.kind !== 'target') return
    const targets = cells[column + 1]![at]
    if (targets === undefined || targets === '*' || targets === '_') return
    const roles = splitCell(splitSuffix(cells[column]![at] ?? '*').value, ';')
    splitCell(targets, ';').forEach((it, index) => {
      const { unit, numbers } = reference(it)
      const role = roles[index]
      slots.push({
        feature: name,
        role: role === undefined || role === '*' || role === '_' || role === '' ? null : unescapeValue(role),
        unit,
        number: numbers[0] ?? 0,
        type: target.type,
      })
    })
  })
  return slots
}

const numberOf = (layer: Layer, cells: Cells, at: number): number => {
  for (const [column, { kind }] of layer.columns.entries()) {
    if (kind === 'target') continue
    const cell = cells[column]![at]
    const number = cell === undefined ? undefined : splitSuffix(cell).numbers[0]
    if (number !== undefined) return number
  }
  return 0
}

const chainOf = (layer: Layer, cells: Cells, at: number): Annotation['chain'] => {
  for (const [column, { kind }] of layer.columns.entries()) {
    const found = kind === 'link' ? splitChain(cells[column]![at] ?? '') : null
    if (found) return { chain: found.chain, link: found.link }
  }
  return null
}

/** Every annotation of the rows: those of one number (or one place in a chain) over several rows are one. */
export const readAnnotations = (sentences: readonly Sentence[], layers: readonly Layer[]): Annotations => {
  const spans: Annotation[] = []
  const links: Link[] = []
  const at = new Map<string, Annotation[]>()
  const units = new Map<string, Unit>()
  const open = new Map<string, Annotation>()

  const take = (unit: Unit, layer: Layer, order: number, cells: Cells, index: number): void => {
    const inChain = layer.kind === 'CH' ? chainOf(layer, cells, index) : null
    const number = numberOf(layer, cells, index)
    const key = inChain
      ? `${order} ${inChain.chain}-${inChain.link}`
      : layer.kind === 'SP' && number > 0
        ? `${order} ${number}`
        : ''
    let annotation = open.get(key)
    if (annotation) annotation.end = Math.max(annotation.begin, unit.end)
    else {
      annotation = {
        layer,
        number: layer.kind === 'CH' ? 0 : number,
        begin: unit.begin,
        end: unit.end,
        features: featuresOf(layer, cells, index),
        slots: slotsOf(layer, cells, index),
        chain: inChain ?? (layer.kind === 'CH' && number > 0 ? { chain: number, link: 0 } : null),
      }
      spans.push(annotation)
      if (key !== '') open.set(key, annotation)
    }
    const here = at.get(unit.id)
    if (here) here.push(annotation)
    else at.set(unit.id, [annotation])
  }

  const relate = (unit: Unit, layer: Layer, cells: Cells, index: number): void => {
    const column = layer.columns.findIndex((it) => it.kind === 'base')
    const cell = column === -1 ? undefined : cells[column]![index]
    const { unit: source, numbers } = reference(cell ?? '')
    links.push({
      layer,
      features: featuresOf(layer, cells, index),
      source: { unit: source, number: numbers[0] ?? 0 },
      target: { unit: unit.id, number: numbers[1] ?? 0 },
      base: layer.columns[column]?.type ?? '',
      line: unit.line,
    })
  }

  for (const sentence of sentences) {
    for (const unit of sentence.units) {
      units.set(unit.id, unit)
      let column = 0
      for (const [order, layer] of layers.entries()) {
        const cells = layer.columns.map((_, index) => stacked(unit.cells[column + index]))
        column += layer.columns.length
        const count = Math.max(...cells.map((it) => it.length))
        for (let index = 0; index < count; index += 1) {
          if (layer.kind === 'RL') relate(unit, layer, cells, index)
          else take(unit, layer, order, cells, index)
        }
      }
    }
  }
  return { spans, links, at, units }
}
