import {
  arrayElements,
  type Cas,
  type FeatureValue,
  isArrayType,
  type Sofa,
  type Structure,
  type TypeSystem,
} from '../../../../../shared/formats/cas.ts'
import { readXml } from '../../files/xml.ts'
import type { RawStructure } from './raw.ts'
import { createTyping } from './typing.ts'

const xmiNamespace = 'http://www.omg.org/XMI'

/** `http:///de/tud/ner.ecore` + `Entity` → `de.tud.ner.Entity`. */
const typeName = (namespace: string, local: string): string => {
  const path = namespace
    .replace(/^http:\/\/\//, '')
    .replace(/\.ecore$/, '')
    .replaceAll('/', '.')
  return path === '' || path === 'uima.noNamespace' ? local : `${path}.${local}`
}

const idList = (text: string | undefined): string[] => (text ?? '').split(/\s+/).filter((it) => it !== '')

/** The elements below the root, whatever their prefixes are. @throws Unreadable `import.xml` */
const rawOf = (content: string, path: string): RawStructure[] => {
  const result: RawStructure[] = []
  let depth = 0
  let current: RawStructure | null = null
  let feature: { texts: string[]; refs: string[] } | null = null
  readXml(content, path, {
    open: (tag) => {
      depth += 1
      if (depth === 2) {
        const attributes: Record<string, string> = {}
        let id = ''
        for (const { uri, local, prefix, value } of Object.values(tag.attributes)) {
          if (uri === xmiNamespace || (uri === '' && prefix === 'xmi')) {
            if (local === 'id') id = value
          } else if (prefix !== 'xmlns') attributes[local] = value
        }
        const type = typeName(tag.uri, tag.local)
        const { sofa = '', ...rest } = attributes
        current = { id, type, sofa, attributes: rest, children: {} }
        result.push(current)
      } else if (depth === 3 && current) {
        feature = Object.hasOwn(current.children, tag.local)
          ? current.children[tag.local]!
          : { texts: [], refs: [] }
        current.children[tag.local] = feature
        const href = Object.values(tag.attributes).find((it) => it.local === 'href')?.value
        if (href?.startsWith('#')) feature.refs.push(href.slice(1))
        else feature.texts.push('')
      }
    },
    close: () => {
      depth -= 1
      if (depth === 2) feature = null
      if (depth === 1) current = null
    },
    text: (piece) => {
      if (depth === 3 && feature && feature.texts.length > 0) feature.texts[feature.texts.length - 1] += piece
    },
  })
  return result
}

const sofasIn = (raw: readonly RawStructure[]): Sofa[] => {
  const members = new Map<string, Set<string>>()
  for (const { type, sofa, attributes } of raw)
    if (type === 'uima.cas.View') members.set(sofa, new Set(idList(attributes.members)))
  return raw
    .filter((it) => it.type === 'uima.cas.Sofa')
    .map(({ id, attributes }) => ({
      id,
      name: attributes.sofaID ?? '_InitialView',
      mimeType: attributes.mimeType ?? '',
      text: attributes.sofaString ?? null,
      members: members.get(id) ?? new Set(),
    }))
}

const arrayOf = (raw: RawStructure): FeatureValue => {
  const kind = arrayElements[raw.type] ?? 'ref'
  const words = idList(raw.attributes.elements)
  const child = raw.children.elements
  if (kind === 'ref')
    return { refs: [...words, ...(child?.refs ?? [])].filter((it) => it !== '0'), list: true }
  if (kind === 'byte') return { bytes: Buffer.from(words.join(''), 'hex').toString('base64') }
  if (kind === 'text' && raw.type === 'uima.cas.StringArray')
    return { items: child?.texts ?? words, of: raw.type }
  if (kind === 'number') return { items: words.map(Number), of: raw.type }
  if (kind === 'boolean') return { items: words.map((it) => it === 'true'), of: raw.type }
  return { items: words, of: raw.type }
}

/**
 * UIMA XMI. What an attribute means (text, number, reference, list) is said by the type system; where there is none for
 * a type, by the shape of its values. @throws Unreadable `import.xml`
 */
export const parseXmi = (content: string, path: string, types: TypeSystem): Cas => {
  const all = rawOf(content, path)
  const raw = all.filter((it) => !/^uima\.cas\.(NULL|Sofa|View)$/.test(it.type))
  const arrays = new Map(raw.filter((it) => isArrayType(it.type)).map((it) => [it.id, it]))
  const referenced = new Set<string>()
  /** A reference to an array becomes what the array holds. */
  const inlined = (value: FeatureValue): FeatureValue => {
    if (typeof value !== 'object' || value === null || !('refs' in value) || value.refs.length !== 1)
      return value
    const array = arrays.get(value.refs[0]!)
    if (!array) return value
    referenced.add(array.id)
    return arrayOf(array)
  }
  const typed = createTyping(types, raw)
  const structures: Structure[] = raw
    .filter((it) => !arrays.has(it.id))
    .map((it) => {
      const features: Record<string, FeatureValue> = {}
      for (const [name, value] of Object.entries(it.attributes))
        features[name] = inlined(typed(it.type, name, value))
      for (const [name, { texts, refs }] of Object.entries(it.children))
        features[name] = refs.length > 0 ? { refs, list: true } : { items: texts, of: 'uima.cas.StringArray' }
      return { id: it.id, type: it.type, sofa: it.sofa, features }
    })
  for (const it of arrays.values())
    if (!referenced.has(it.id))
      structures.push({ id: it.id, type: it.type, sofa: '', features: { elements: arrayOf(it) } })
  return { types, structures, sofas: sofasIn(all) }
}
