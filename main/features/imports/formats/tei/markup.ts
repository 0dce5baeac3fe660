import type { XmlElement } from '../../files/xml.ts'

export const teiNamespace = 'http://www.tei-c.org/ns/1.0'

const escaped = (text: string): string =>
  text.replace(/[&<>"\r\n\t]/g, (it) =>
    it === '&'
      ? '&amp;'
      : it === '<'
        ? '&lt;'
        : it === '>'
          ? '&gt;'
          : it === '"'
            ? '&quot;'
            : `&#${it.charCodeAt(0)};`,
  )

/** Attributes of no namespace and of `xml:`; a prefix that was declared further out would be lost. */
export const attributesXml = (element: XmlElement): string =>
  Object.entries(element.attributes)
    .filter(([name]) => name !== 'xmlns' && (!name.includes(':') || name.startsWith('xml:')))
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('')

const namespaceXml = ({ namespace }: XmlElement): string =>
  namespace === '' || namespace === teiNamespace ? '' : ` xmlns="${escaped(namespace)}"`

/** `<name …>`, closed at once where there is nothing inside. */
export const startTag = (element: XmlElement): string =>
  `<${element.name}${namespaceXml(element)}${attributesXml(element)}${element.children.length === 0 ? '/' : ''}>`

export const endTag = (element: XmlElement): string => `</${element.name}>`

/** An element as XML, to be given back word for word. */
export const elementXml = (element: XmlElement): string => {
  let result = startTag(element)
  for (const child of element.children)
    result += typeof child === 'string' ? escaped(child) : elementXml(child)
  return element.children.length === 0 ? result : `${result}${endTag(element)}`
}
