import type { OptionValues } from '../../../../../shared/model/option.ts'
import type { ExportSink, ExportSource } from '../../format.ts'

/** Control characters and line ends would end the line; a quote would end the label, and there is no escape. */
const labelOf = (name: string): string => {
  const label = name
    .toWellFormed()
    .replaceAll('"', "'")
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
  return label.trim() === '' ? '-' : label
}

/**
 * A .net file after Pajek's manual: vertices counted from 1, then one section of arcs (directed) or edges per relation
 * type, `*Arcs :1 "owns"`. The third number of a line is the weight: pieces of evidence, at least 1.
 */
export const write = (source: ExportSource, sink: ExportSink, options: OptionValues): void => {
  const file = sink.file('network.net')
  const numbers = new Map<string, number>()
  for (const { uid } of source.entities()) numbers.set(uid, numbers.size + 1)
  const label = (name: string): string => {
    const result = labelOf(name)
    if (result !== name) sink.lose('exports.loss.renamed', name)
    return result
  }
  file.write(`${options.bom === true ? '\ufeff' : ''}*Vertices ${numbers.size}\n`)
  for (const { uid, name } of source.entities()) file.write(`${numbers.get(uid)} "${label(name)}"\n`)
  let section = 0
  for (const { key, directed } of source.relationTypes) {
    let isOpen = false
    for (const it of source.relations()) {
      if (it.type !== key) continue
      if (!isOpen) {
        section += 1
        isOpen = true
        file.write(`*${directed ? 'Arcs' : 'Edges'} :${section} "${label(key)}"\n`)
      }
      const weight = Math.max(1, source.evidenceOf(it.id).length)
      file.write(`${numbers.get(it.sourceUid)} ${numbers.get(it.targetUid)} ${weight}\n`)
    }
  }
}
