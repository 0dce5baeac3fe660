import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { SetFile } from './setFile.ts'
import { xmlText } from './text.ts'
import { Unreadable } from './unreadable.ts'

const deepest = 256
const pieceUnits = 1 << 16

export interface XmlHandlers {
  /** `tag.attributes` by qualified name, each with `local`, `uri`, `value`. */
  open?(tag: SaxesTagNS): void
  close?(tag: SaxesTagNS): void
  /** Text and CDATA, in pieces; line ends normalised by the parser as XML says. */
  text?(text: string): void
  /** Where the parser stands, for messages. */
  at?(line: number): void
}

/**
 * Events of an XML text. Nothing is ever fetched and no entity but XML's own five is expanded: a document type
 * declaration with entities or any other inner part is refused.
 * @throws Unreadable `import.xml` naming the line
 */
export const readXml = (text: string, path: string, handlers: XmlHandlers): void => {
  const parser = new SaxesParser({ xmlns: true, position: true, fileName: '' })
  const fail = (sentence: string): never => {
    throw new Unreadable('import.xml', `${path}, line ${parser.line}: ${sentence}`, { line: parser.line })
  }
  let depth = 0
  parser.on('error', (error) =>
    fail(`this is no well-formed XML (${error.message.replace(/^\S*?\d+:\d+:\s*/, '')}).`),
  )
  parser.on('doctype', (doctype) => {
    if (doctype.includes('['))
      fail('the file declares entities of its own, which are not read for safety. Remove its DOCTYPE.')
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > deepest) fail(`elements are nested deeper than ${deepest}. This is no data file.`)
    handlers.open?.(tag)
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    handlers.close?.(tag)
  })
  const onText = handlers.text
  if (onText) {
    parser.on('text', onText)
    parser.on('cdata', onText)
  }
  // In pieces: the parser keeps what it has not consumed as one string.
  for (let at = 0; at < text.length; at += pieceUnits) {
    parser.write(text.slice(at, at + pieceUnits))
    handlers.at?.(parser.line)
  }
  parser.close()
}

export interface XmlElement {
  /** Local name. */
  readonly name: string
  readonly namespace: string
  /** By qualified name as written (`xmi:id`). */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
  /** Line of its opening tag, from 1. */
  readonly line: number
}

/** The whole document as a tree. For files that fit into memory several times over. @throws Unreadable `import.xml` */
export const xmlTree = (text: string, path: string): XmlElement => {
  const stack: XmlElement[] = []
  let root: XmlElement | null = null
  let line = 1
  readXml(text, path, {
    open: (tag) => {
      const attributes: Record<string, string> = {}
      for (const [name, it] of Object.entries(tag.attributes)) attributes[name] = it.value
      const element: XmlElement = { name: tag.local, namespace: tag.uri, attributes, children: [], line }
      stack.at(-1)?.children.push(element)
      root ??= element
      stack.push(element)
    },
    close: () => void stack.pop(),
    text: (piece) => {
      const children = stack.at(-1)?.children
      if (!children) return
      const last = children.at(-1)
      if (typeof last === 'string') children[children.length - 1] = last + piece
      else children.push(piece)
    },
    at: (now) => {
      line = now
    },
  })
  return root ?? failEmpty(path)
}

const failEmpty = (path: string): never => {
  throw new Unreadable('import.xml', `${path} holds no XML element.`)
}

export const xmlTreeOf = (file: SetFile): XmlElement => xmlTree(xmlText(file), file.path)

export const elementsOf = (element: XmlElement): XmlElement[] =>
  element.children.filter((it): it is XmlElement => typeof it !== 'string')

export const childrenNamed = (element: XmlElement, name: string): XmlElement[] =>
  elementsOf(element).filter((it) => it.name === name)

/** All text inside, in order. */
export const innerText = (element: XmlElement): string => {
  let result = ''
  const walk = (it: XmlElement): void => {
    for (const child of it.children) {
      if (typeof child === 'string') result += child
      else walk(child)
    }
  }
  walk(element)
  return result
}
