import type {
  GateAnnotation,
  GateDocument,
  GateRelation,
  GateSet,
} from '../../../../../shared/formats/gate.ts'
import type { JsonValue } from '../../files/json.ts'
import { childrenNamed, elementsOf, innerText, type XmlElement } from '../../files/xml.ts'

const stringClass = 'java.lang.String'

const featuresOf = (element: XmlElement): Record<string, JsonValue> => {
  const result: Record<string, JsonValue> = {}
  for (const feature of childrenNamed(element, 'Feature')) {
    const name = childrenNamed(feature, 'Name')[0]
    const value = childrenNamed(feature, 'Value')[0]
    if (!name) continue
    const className = value?.attributes.className ?? stringClass
    const text = value ? innerText(value) : ''
    result[innerText(name)] = className === stringClass ? text : { class: className, text }
  }
  return result
}

/**
 * GATE XML, version 3. An annotation stands where its nodes stand in the text: a node's id is its offset, but only as
 * long as nobody changed the line ends.
 */
export const parseGateXml = (root: XmlElement, damaged: (place: string) => void): GateDocument => {
  let text = ''
  const nodes = new Map<string, number>()
  const walk = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') text += child
      else if (child.name === 'Node') nodes.set(child.attributes.id ?? '', text.length)
      else walk(child)
    }
  }
  for (const it of childrenNamed(root, 'TextWithNodes')) walk(it)
  const offset = (id: string | undefined): number =>
    nodes.get(id ?? '') ?? (/^\d{1,9}$/.test(id ?? '') ? Number(id) : -1)

  const sets: GateSet[] = []
  const relations: GateRelation[] = []
  for (const element of elementsOf(root)) {
    const name = element.attributes.Name ?? ''
    if (element.name === 'AnnotationSet') {
      const annotations: GateAnnotation[] = []
      for (const it of childrenNamed(element, 'Annotation')) {
        const { Id: id, Type: type, StartNode, EndNode } = it.attributes
        const [start, end] = [offset(StartNode), offset(EndNode)]
        if (!id || !type || start < 0 || end < 0) damaged(`line ${it.line}`)
        else annotations.push({ id, type, start, end, features: featuresOf(it) })
      }
      sets.push({ name, annotations })
    }
    if (element.name !== 'RelationSet') continue
    for (const it of childrenNamed(element, 'Relation')) {
      const { Id: id = '', Type: type = 'Relation', Members = '' } = it.attributes
      relations.push({ id, type, set: name, members: Members.split(/[;,\s]+/).filter((one) => one !== '') })
    }
  }
  const head = childrenNamed(root, 'GateDocumentFeatures')[0]
  return { text, features: head ? featuresOf(head) : {}, sets, relations }
}
