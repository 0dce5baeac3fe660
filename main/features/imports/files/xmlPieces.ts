import { readXml, type XmlElement } from './xml.ts'

/**
 * Elements of the given local names, each complete when it is given and then forgotten: large documents of small pieces
 * need no tree of the whole. A wanted element inside another is given first and is no child of the outer one.
 * `ancestors` from the root down to the parent; what they hold so far but wanted elements.
 * @throws Unreadable `import.xml`
 */
export const readXmlPieces = (
  text: string,
  path: string,
  wanted: ReadonlySet<string>,
  take: (element: XmlElement, ancestors: readonly XmlElement[]) => void,
): void => {
  const stack: XmlElement[] = []
  let line = 1
  readXml(text, path, {
    open: (tag) => {
      const attributes: Record<string, string> = Object.create(null)
      for (const [name, it] of Object.entries(tag.attributes)) attributes[name] = it.value
      stack.push({ name: tag.local, namespace: tag.uri, attributes, children: [], line })
    },
    close: () => {
      const element = stack.pop()!
      if (wanted.has(element.name)) take(element, stack)
      else stack.at(-1)?.children.push(element)
    },
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
}
