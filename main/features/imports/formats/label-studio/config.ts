import type { SetFile } from '../../files/setFile.ts'
import { childrenNamed, elementsOf, type XmlElement, xmlTreeOf } from '../../files/xml.ts'
import type { ReadType } from '../records.ts'

/** What a labelling configuration says of texts: the key of `data` that is shown, and the types there are. */
export interface Configuration {
  /** Without the `$`; '' when no text is shown. */
  readonly textKey: string
  readonly isHtml: boolean
  readonly types: readonly ReadType[]
}

const colourOf = (value: string | undefined): string | undefined => {
  if (value === undefined) return undefined
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(value)
  const long = short
    ? `#${short
        .slice(1)
        .map((it) => it + it)
        .join('')}`
    : value
  return /^#[0-9a-f]{6}$/i.test(long) ? long.toLowerCase() : undefined
}

/** An alias, where there is one, is what results hold. */
const typeOf = (of: ReadType['of'], { attributes }: XmlElement): ReadType[] => {
  const label = attributes.alias ?? attributes.value
  if (!label || label.startsWith('$')) return []
  const colour = colourOf(attributes.background)
  const name = attributes.alias ? attributes.value : undefined
  return [{ kind: 'type', of, label, ...(name && { name }), ...(colour && { colour }) }]
}

/** @throws Unreadable `import.xml` */
export const configurationIn = (file: SetFile): Configuration => {
  const types: ReadType[] = []
  let textKey = ''
  let isHtml = false
  const walk = (element: XmlElement): void => {
    if (/^(Text|HyperText)$/.test(element.name) && textKey === '') {
      textKey = (element.attributes.value ?? '').replace(/^\$/, '')
      isHtml = element.name === 'HyperText'
    }
    if (/^(?:Hypertext|HyperText|Paragraph)?Labels$/.test(element.name))
      types.push(...childrenNamed(element, 'Label').flatMap((it) => typeOf('entity', it)))
    if (element.name === 'Relations')
      types.push(...childrenNamed(element, 'Relation').flatMap((it) => typeOf('relation', it)))
    elementsOf(element).forEach(walk)
  }
  const root = xmlTreeOf(file)
  if (root.name === 'View') walk(root)
  return { textKey, isHtml, types }
}
