import { posix } from 'node:path'
import { childrenNamed, elementsOf, innerText, type XmlElement } from '../../files/xml.ts'
import { outsideIdOf } from '../featureFacts.ts'
import type { ReadEntity } from '../records.ts'
import { plainText } from './header.ts'

const lists = new Set(['listOrg', 'listPerson', 'listPlace', 'listObject', 'listEvent', 'listNym'])
const nameElements = new Set([
  'orgName',
  'persName',
  'placeName',
  'geogName',
  'name',
  'label',
  'objectName',
  'eventName',
])

/** `idno` of this type holds the uid of an entity of ours, the same in all files. */
export const ownIdType = 'ligature'

const listed = (element: XmlElement): XmlElement[] =>
  elementsOf(element).flatMap((it) =>
    lists.has(it.name)
      ? elementsOf(it)
          .filter((one) => one.attributes['xml:id'] !== undefined)
          .concat(listed(it))
      : listed(it),
  )

const entityOf = (element: XmlElement, path: string): ReadEntity => {
  const names = elementsOf(element).filter((it) => nameElements.has(it.name))
  const numbers = childrenNamed(element, 'idno').map((it) => ({
    scheme: it.attributes.type ?? 'id',
    value: plainText(it),
  }))
  const own = numbers.find((it) => it.scheme === ownIdType)?.value
  const id = own ?? `${path}#${element.attributes['xml:id']}`
  const [first, ...others] = names.map((it) => ({
    text: plainText(it),
    language: it.attributes['xml:lang'] ?? '',
  }))
  const addresses = ['sameAs', 'ref', 'corresp']
    .map((name) => outsideIdOf(element.attributes[name] ?? ''))
    .filter((it) => it !== null)
  const outsideIds = [
    ...numbers
      .filter((it) => it.scheme !== ownIdType && it.value !== '')
      .map((it) => outsideIdOf(it.value) ?? it),
    ...addresses,
  ]
  const aliases = others.filter((it) => it.text !== '')
  const note = childrenNamed(element, 'note')[0]
  return {
    kind: 'entity',
    id,
    label: element.attributes.type ?? element.name,
    name: first?.text || element.attributes['xml:id']!,
    ...(aliases.length > 0 && { aliases }),
    ...(outsideIds.length > 0 && { outsideIds }),
    ...(note && { note: innerText(note) }),
  }
}

export interface Entities {
  readonly records: readonly ReadEntity[]
  /** What a pointer, an address or a key means: the entity's id, and its id elsewhere where it is an address. */
  of(pointer: string): { entity: string; outsideId: ReturnType<typeof outsideIdOf> }
  isKnown(pointer: string): boolean
}

/** Entities listed in a file, and what references to them (and to lists in other files) mean. */
export const entitiesIn = (root: XmlElement, path: string): Entities => {
  const records: ReadEntity[] = []
  const byId = new Map<string, string>()
  for (const element of new Set(listed(root))) {
    const record = entityOf(element, path)
    records.push(record)
    byId.set(element.attributes['xml:id']!, record.id)
  }
  return {
    records,
    isKnown: (pointer) => byId.has(pointer.replace(/^#/, '')),
    of: (pointer) => {
      const outsideId = outsideIdOf(pointer)
      if (outsideId || /^[a-z][\w+.-]*:/i.test(pointer)) return { entity: pointer, outsideId }
      const [file = '', fragment = ''] = pointer.split('#')
      const place = file === '' ? path : posix.normalize(posix.join(posix.dirname(path), file))
      return { entity: byId.get(pointer.slice(1)) ?? `${place}#${fragment}`, outsideId: null }
    },
  }
}
