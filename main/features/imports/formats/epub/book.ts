import { posix } from 'node:path'
import { type DocumentProperties, textsByName } from '../../files/documentFacts.ts'
import { openPackage, type ZipPackage } from '../../files/package.ts'
import { Unreadable } from '../../files/unreadable.ts'
import { childrenNamed, elementsOf, innerText, type XmlElement } from '../../files/xml.ts'

export interface Chapter {
  /** Name in the archive. */
  readonly member: string
  /** As the table of contents calls it; '' where it does not. */
  readonly title: string
}

export interface Book {
  readonly parts: ZipPackage
  readonly properties: DocumentProperties
  /** In reading order, without the pages that only navigate. */
  readonly chapters: readonly Chapter[]
  /** Members the book names but does not hold. */
  readonly missing: readonly string[]
}

const damaged = (path: string, why: string): Unreadable =>
  new Unreadable('import.epub_damaged', `${path} is no complete EPUB (${why}). Get a fresh copy of it.`)

const decode = (href: string): string => {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}

/** A reference within the archive as the name of a member; null for addresses and paths that leave it. */
const memberOf = (base: string, href: string, parts: ZipPackage): string | null => {
  const path = href.replace(/[#?].*$/s, '')
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return null
  const names = [decode(path), path].map((it) => posix.normalize(posix.join(base, it)).replace(/^\//, ''))
  return names.find((it) => parts.names.has(it)) ?? names[0]!
}

/** Methods that only make fonts unusable elsewhere; no text is locked by them. */
const fontMethods = /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/

const isLocked = (parts: ZipPackage): boolean => {
  const encryption = parts.xml('META-INF/encryption.xml')
  if (!encryption) return false
  return childrenNamed(encryption, 'EncryptedData').some((it) => {
    const method = childrenNamed(it, 'EncryptionMethod')[0]?.attributes.Algorithm ?? ''
    return !fontMethods.test(method)
  })
}

const find = (element: XmlElement, accept: (it: XmlElement) => boolean): XmlElement[] => {
  const found: XmlElement[] = []
  const walk = (it: XmlElement): void => {
    for (const child of elementsOf(it)) {
      if (accept(child)) found.push(child)
      walk(child)
    }
  }
  walk(element)
  return found
}

/** Titles of chapters by member, from an EPUB 2 table (`navPoint`) or an EPUB 3 navigation page (`a`); the first one wins. */
const tableOfContents = (parts: ZipPackage, member: string | null): Map<string, string> => {
  const titles = new Map<string, string>()
  if (member === null || !parts.names.has(member)) return titles
  let root: XmlElement | null = null
  try {
    root = parts.xml(member)
  } catch (thrown) {
    // A navigation page that is no well-formed XML only costs the chapters their titles.
    if (!(thrown instanceof Unreadable)) throw thrown
  }
  if (!root) return titles
  const base = posix.dirname(member)
  const add = (href: string | undefined, title: string): void => {
    const target = href ? memberOf(base, href, parts) : null
    const text = title.replace(/\s+/g, ' ').trim()
    if (target && text !== '' && !titles.has(target)) titles.set(target, text)
  }
  for (const point of find(root, (it) => it.name === 'navPoint')) {
    const label = childrenNamed(point, 'navLabel')[0]
    add(childrenNamed(point, 'content')[0]?.attributes.src, label ? innerText(label) : '')
  }
  const isToc = (it: XmlElement): boolean =>
    it.name === 'nav' && /\btoc\b/.test(it.attributes['epub:type'] ?? 'toc')
  for (const nav of find(root, isToc))
    for (const link of find(nav, (it) => it.name === 'a')) add(link.attributes.href, innerText(link))
  return titles
}

/**
 * What an EPUB holds: META-INF/container.xml → package document → spine.
 * @throws Unreadable `import.epub_damaged` · `import.encrypted` · `import.zip` · `import.zip_bomb` · `import.xml`
 */
export const openBook = (bytes: Uint8Array, path: string): Book => {
  const parts = openPackage(bytes, path)
  const container = parts.xml('META-INF/container.xml')
  const roots = container ? find(container, (it) => it.name === 'rootfile') : []
  const stated = roots.map((it) => memberOf('', it.attributes['full-path'] ?? '', parts))
  const opf =
    stated.find((it) => it !== null && parts.names.has(it)) ??
    [...parts.names].find((it) => it.endsWith('.opf'))
  const root = opf ? parts.xml(opf) : null
  if (!opf || !root) throw damaged(path, 'it has no package document')
  if (isLocked(parts))
    throw new Unreadable(
      'import.encrypted',
      `${path} is locked by digital rights management (DRM). Only books without it can be read.`,
    )
  const base = posix.dirname(opf)
  const [metadata, manifest, spine] = ['metadata', 'manifest', 'spine'].map(
    (it) => childrenNamed(root, it)[0],
  )
  const items = new Map(
    (manifest ? childrenNamed(manifest, 'item') : []).map((it) => [it.attributes.id ?? '', it.attributes]),
  )
  const memberBy = (id: string | undefined): string | null => {
    const href = id === undefined ? undefined : items.get(id)?.href
    return href === undefined ? null : memberOf(base, href, parts)
  }
  const hasProperty = (id: string, name: string): boolean =>
    (items.get(id)?.properties ?? '').split(/\s+/).includes(name)
  const nav = memberBy([...items.keys()].find((id) => hasProperty(id, 'nav')))
  const ncx = memberBy(
    spine?.attributes.toc ??
      [...items].find(([, it]) => it['media-type'] === 'application/x-dtbncx+xml')?.[0],
  )
  const titles = new Map([...tableOfContents(parts, ncx), ...tableOfContents(parts, nav)])
  const order = (spine ? childrenNamed(spine, 'itemref') : []).map((it) => it.attributes.idref ?? '')
  const isText = (id: string): boolean =>
    !hasProperty(id, 'nav') &&
    /^(?:application\/xhtml\+xml|text\/html|text\/x-oeb1-document|)$/.test(
      items.get(id)?.['media-type'] ?? '',
    )
  const members = order
    .filter(isText)
    .map(memberBy)
    .filter((it) => it !== null)
  const present = [...new Set(members)].filter((it) => parts.names.has(it))
  if (present.length === 0) throw damaged(path, 'its reading order names no text')
  const facts = textsByName(metadata ?? null)
  return {
    parts,
    properties: {
      title: facts.get('title') ?? '',
      author: facts.get('creator') ?? '',
      language: (facts.get('language') ?? '').split(',')[0]!,
      publisher: facts.get('publisher') ?? '',
      published: facts.get('date') ?? '',
    },
    chapters: present.map((member) => ({ member, title: titles.get(member) ?? '' })),
    missing: [...new Set(members)].filter((it) => !parts.names.has(it)),
  }
}
