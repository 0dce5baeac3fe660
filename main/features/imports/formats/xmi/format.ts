import type { AnnotationFormat, Probe } from '../format.ts'
import { isTypeSystemName, isZip } from './names.ts'

/** Names in the local headers at the beginning of a ZIP archive. */
const memberNames = (bytes: Uint8Array): string[] => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names: string[] = []
  for (let at = buffer.indexOf('PK\x03\x04', 0, 'latin1'); at >= 0 && at + 30 <= buffer.length; ) {
    const length = buffer.readUInt16LE(at + 26)
    names.push(buffer.toString('utf8', at + 30, Math.min(at + 30 + length, buffer.length)))
    at = buffer.indexOf('PK\x03\x04', at + 30, 'latin1')
  }
  return names
}

const inArchive = (bytes: Uint8Array): ReturnType<AnnotationFormat['recognise']> => {
  if (!isZip(bytes)) return null
  const names = memberNames(bytes)
  if (!names.some((it) => /\.xmi$/i.test(it))) return null
  return names.some(isTypeSystemName)
    ? { score: 0.95, why: 'an archive with an .xmi file and its TypeSystem.xml' }
    : { score: 0.7, why: 'an archive with an .xmi file' }
}

/** UIMA CAS XMI, with the type system beside it or together in an archive; without one features are read by shape. */
export const xmi: AnnotationFormat = {
  kind: 'annotations',
  id: 'xmi',
  name: 'UIMA CAS XMI',
  extensions: ['xmi', 'zip'],
  mediaTypes: ['application/vnd.xmi+xml', 'application/zip'],
  options: [],
  offsetUnit: 'utf16',
  otherUnits: ['codepoint'],
  recognise: ({ xmlRoot, bytes, text }: Probe) => {
    if (xmlRoot?.name === 'XMI') {
      const isCas = text.includes('http:///uima/cas.ecore')
      return isCas
        ? { score: 0.97, why: 'root element XMI with the namespace uima/cas' }
        : { score: 0.3, why: 'root element XMI' }
    }
    return inArchive(bytes)
  },
  companions: ({ xmlRoot, bytes, siblings }) =>
    xmlRoot?.name === 'XMI' || inArchive(bytes) ? [...siblings].filter(isTypeSystemName) : [],
  async *read(set, context) {
    yield* (await import('./read.ts')).read(set, context)
  },
}
