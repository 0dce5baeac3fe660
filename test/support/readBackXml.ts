import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { hashOf, type ReadDataset, type ReadSpan } from './readDataset.ts'

/* Readers of UIMA XMI, GATE XML and TEI as their specifications describe them. */

interface Element {
  name: string
  attributes: Record<string, string>
  children: (Element | string)[]
}

const parse = (content: string): Element => {
  const root: Element = { name: '', attributes: {}, children: [] }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const element: Element = { name, attributes: { ...attributes }, children: [] }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => open.at(-1)!.children.push(text))
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(content).close()
  return root
}

const elementsIn = (it: Element): Element[] =>
  it.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elementsIn(child)]))

const stringValue = (it: Element): string =>
  it.children.map((child) => (typeof child === 'string' ? child : stringValue(child))).join('')

const filesIn = (path: string, extension: string): string[] =>
  readdirSync(path)
    .filter((it) => it.endsWith(extension))
    .map((it) => join(path, it))

/** Annotations of a CAS are whatever has `begin`, `end` and the Sofa; mentions also say so by `value`. */
export const readXmi = (path: string): ReadDataset => {
  const texts = new Map<string, string>()
  const spans: ReadSpan[] = []
  for (const name of filesIn(path, '.zip')) {
    const entries = unzipSync(readFileSync(name))
    const xmi = Object.keys(entries).find((it) => it.endsWith('.xmi'))!
    parse(Buffer.from(entries['TypeSystem.xml']!).toString('utf8'))
    const all = elementsIn(parse(Buffer.from(entries[xmi]!).toString('utf8')))
    const sofa = all.find((it) => it.name === 'cas:Sofa')!.attributes
    const text = sofa.sofaString!
    const article = all.find((it) => it.name.endsWith(':DocumentMetaData'))!.attributes.documentId!
    texts.set(article, text)
    for (const { attributes: it } of all) {
      if (it.sofa !== sofa['xmi:id'] || it.begin === undefined) continue
      const [start, end] = [Number(it.begin), Number(it.end)]
      spans.push({ article, start, end, quote: text.slice(start, end), textHash: hashOf(text) })
    }
  }
  return { unit: 'utf16', texts, spans }
}

/** The text is what stands between the nodes; an annotation reaches from one node to another. */
export const readGateXml = (path: string): ReadDataset => {
  const texts = new Map<string, string>()
  const spans: ReadSpan[] = []
  for (const name of filesIn(path, '.xml')) {
    const all = elementsIn(parse(readFileSync(name, 'utf8')))
    const nodes = new Map<string, number>()
    let text = ''
    for (const it of all.find((one) => one.name === 'TextWithNodes')!.children) {
      if (typeof it === 'string') text += it
      else nodes.set(it.attributes.id!, text.length)
    }
    const textHash = hashOf(text)
    texts.set(textHash, text)
    for (const { name: element, attributes } of all) {
      if (element !== 'Annotation') continue
      const [start, end] = [nodes.get(attributes.StartNode!)!, nodes.get(attributes.EndNode!)!]
      if (String(start) !== attributes.StartNode || String(end) !== attributes.EndNode)
        throw new Error(`${name}: a node stands elsewhere than it says.`)
      spans.push({ article: textHash, start, end, quote: text.slice(start, end), textHash })
    }
  }
  return { unit: 'utf16', texts, spans }
}

/** `string-range(id, offset, length …)` in characters of the string value (TEI P5 guidelines, 16.2.4). */
export const readTei = (path: string): ReadDataset => {
  const texts = new Map<string, string>()
  const spans: ReadSpan[] = []
  for (const name of filesIn(path, '.xml')) {
    const all = elementsIn(parse(readFileSync(name, 'utf8')))
    const element = all.find((it) => it.name === 'text')!
    const text = stringValue(element)
    const points = Array.from(text)
    const textHash = hashOf(text)
    texts.set(textHash, text)
    for (const { attributes } of all) {
      const [, id, numbers] = /^#string-range\(([\w-]+),([\d,]+)\)$/.exec(attributes.target ?? '') ?? []
      if (id === undefined) continue
      if (id !== element.attributes['xml:id']) throw new Error(`${name}: there is no ${id}.`)
      const given = numbers!.split(',').map(Number)
      for (let at = 0; at < given.length; at += 2) {
        const start = given[at]!
        const end = start + given[at + 1]!
        spans.push({ article: textHash, start, end, quote: points.slice(start, end).join(''), textHash })
      }
    }
  }
  return { unit: 'codepoint', texts, spans }
}
