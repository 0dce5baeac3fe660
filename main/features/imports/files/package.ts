import { memoryFile } from './setFile.ts'
import { Unreadable } from './unreadable.ts'
import { type XmlElement, xmlTreeOf } from './xml.ts'
import { unzip, zipMembers } from './zip.ts'

/** Markup of a document, unpacked; more does not fit into memory as a tree. Bytes. */
const mostMarkup = 64 << 20

/** A document that is a ZIP archive of XML members (Office Open XML, OpenDocument, EPUB), checked before use. */
export interface ZipPackage {
  readonly names: ReadonlySet<string>
  /** Null where there is no such member. @throws Unreadable `import.zip` · `import.too_large` */
  bytes(name: string): Uint8Array | null
  /** @throws Unreadable `import.xml` and what `bytes` throws */
  xml(name: string): XmlElement | null
}

/** @throws Unreadable `import.zip` · `import.zip_bomb` · `import.encrypted` */
export const openPackage = (content: Uint8Array, path: string): ZipPackage => {
  const sizes = new Map(zipMembers(content, path).map((it) => [it.name, it.size]))
  const bytes = (name: string): Uint8Array | null => {
    const size = sizes.get(name)
    if (size === undefined) return null
    if (size > mostMarkup) {
      const [megabytes, limit] = [Math.round(size / 1_048_576), mostMarkup / 1_048_576]
      throw new Unreadable(
        'import.too_large',
        `${path}: its part ${name} has ${megabytes} MB; up to ${limit} MB are read. Split the document first.`,
        { megabytes, limit },
      )
    }
    return unzip(content, path, (it) => it === name).get(name) ?? null
  }
  return {
    names: new Set(sizes.keys()),
    bytes,
    xml: (name) => {
      const member = bytes(name)
      return member && xmlTreeOf(memoryFile(`${path}/${name}`, member))
    },
  }
}

/** A member whose local header stands in the first bytes of an archive. */
export const mentionsMember = (bytes: Uint8Array, name: string): boolean =>
  bytes[0] === 0x50 &&
  bytes[1] === 0x4b &&
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name, 0, 'latin1')

/** The content of an archive's first member `mimetype`, stored unpacked as OpenDocument and EPUB demand; '' without one. */
export const declaredMimetype = (bytes: Uint8Array): string => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 400)).toString('latin1')
  if (!head.startsWith('PK\x03\x04')) return ''
  return (
    /mimetype(application\/[\w.+-]{1,100}?)\s*PK/.exec(head)?.[1] ??
    /mimetype.{0,40}?(application\/[\w.+-]{1,100}?)\s*PK/s.exec(head)?.[1] ??
    ''
  )
}
