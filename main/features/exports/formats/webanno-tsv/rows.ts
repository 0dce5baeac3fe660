import type { TokenSentence } from '../../support/coveringTokens.ts'
import { firstWhere } from '../../support/tokens.ts'
import { escapeText, escapeValue, plainForm } from './escapes.ts'
import type { Item, Link } from './items.ts'
import type { Column, Layer } from './layers.ts'

interface Unit {
  readonly id: string
  readonly start: number
  readonly end: number
}

const valueCell = (value: string | null | undefined): string =>
  value === null || value === undefined ? '*' : escapeValue(value)

/** All units of a document in order, and what stands at each. */
export interface Rows {
  /** Text of a sentence: its header lines and its rows. */
  sentence(index: number): string
}

export const rowsOf = (
  text: string,
  sentences: readonly TokenSentence[],
  layers: readonly Layer[],
  items: readonly Item[],
  links: readonly Link[],
): Rows => {
  const units: Unit[] = []
  const firstUnit: number[] = []
  sentences.forEach(({ tokens }, sentence) => {
    firstUnit.push(units.length)
    tokens.forEach((it, token) => void units.push({ id: `${sentence + 1}-${token + 1}`, ...it }))
  })
  const unitAt = (offset: number): number => firstWhere(units, (it) => it.end > offset)

  /** Items by layer and unit; of one order in all units, so that stacks stay aligned. */
  const at = new Map<Layer, Map<number, Item[]>>(layers.map((it) => [it, new Map()]))
  const byNumber = new Map<number, Item>()
  for (const item of items) {
    byNumber.set(item.number, item)
    const here = at.get(item.layer)!
    for (let unit = unitAt(item.start); unit < units.length && units[unit]!.start < item.end; unit += 1) {
      const stack = here.get(unit)
      if (stack) stack.push(item)
      else here.set(unit, [item])
    }
  }
  const linksAt = new Map<Layer, Map<number, Link[]>>(layers.map((it) => [it, new Map()]))
  for (const link of links) {
    const here = linksAt.get(link.layer)!
    const unit = unitAt(link.target.start)
    const stack = here.get(unit)
    if (stack) stack.push(link)
    else here.set(unit, [link])
  }
  const idAt = (offset: number): string => units[unitAt(offset)]?.id ?? ''

  const itemCell = ({ kind, name }: Column, item: Item): string => {
    const slots = item.slots.filter((it) => it.feature === name)
    if (kind === 'target') {
      if (slots.length === 0) return '*'
      return slots.map(({ target }) => `${idAt(byNumber.get(target)!.start)}[${target}]`).join(';')
    }
    if (kind === 'link') return `${valueCell(item.features[name])}->${item.chain![0]}-${item.chain![1]}`
    if (kind === 'element') return `${valueCell(item.features[name])}[${item.chain![0]}]`
    const value =
      kind === 'role'
        ? slots.length === 0
          ? '_'
          : slots.map(({ role }) => valueCell(role)).join(';')
        : kind === 'placeholder'
          ? '*'
          : valueCell(item.features[name])
    return `${value}[${item.number}]`
  }
  const linkCell = ({ kind, name }: Column, { features, source, target }: Link): string => {
    if (kind !== 'base') return kind === 'placeholder' ? '*' : valueCell(features[name])
    const numbers = source.number + target.number > 0 ? `[${source.number}_${target.number}]` : ''
    return `${idAt(source.start)}${numbers}`
  }
  const cells = (unit: number): string => {
    let line = ''
    for (const layer of layers) {
      const stack = at.get(layer)!.get(unit)
      const related = linksAt.get(layer)!.get(unit)
      for (const column of layer.columns) {
        const parts =
          layer.kind === 'RL'
            ? related?.map((it) => linkCell(column, it))
            : stack?.map((it) => itemCell(column, it))
        line += `${parts?.join('|') ?? '_'}\t`
      }
    }
    return line
  }

  return {
    sentence: (index) => {
      const { start, end, tokens } = sentences[index]!
      const lines = text.slice(start, end).split('\n')
      let block = `#Sentence.id=s${index + 1}\n${lines.map((it) => `#Text=${escapeText(it)}\n`).join('')}`
      tokens.forEach((token, order) => {
        const unit = firstUnit[index]! + order
        const form = plainForm(text.slice(token.start, token.end))
        block += `${units[unit]!.id}\t${token.start}-${token.end}\t${form}\t${cells(unit)}\n`
      })
      return block
    },
  }
}
