import { elementsOf, innerText, type XmlElement } from '../../files/xml.ts'

const find = (elements: readonly XmlElement[], name: string): XmlElement | null => {
  for (const it of elements) {
    if (it.name === name) return it
    const inner = find(elementsOf(it), name)
    if (inner) return inner
  }
  return null
}

/** The first label drawn on a node or edge by yEd (`y:NodeLabel`, `y:EdgeLabel`); null for none. */
export const yEdLabel = (drawings: readonly XmlElement[]): string | null => {
  const label = find(drawings, 'NodeLabel') ?? find(drawings, 'EdgeLabel')
  // Label models stand as elements inside the label; its text is the label's own.
  const text = label?.children
    .filter((it) => typeof it === 'string')
    .join('')
    .trim()
  if (text) return text
  return label ? innerText(label).trim() || null : null
}

/** Centre of a node's shape (`y:Geometry` names its upper left corner). */
export const yEdPosition = (drawings: readonly XmlElement[]): { x: number; y: number } | null => {
  const geometry = find(drawings, 'Geometry')
  if (!geometry) return null
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((it) =>
    Number(geometry.attributes[it] ?? 0),
  )
  const place = { x: x! + width! / 2, y: y! + height! / 2 }
  return Number.isFinite(place.x) && Number.isFinite(place.y) ? place : null
}
