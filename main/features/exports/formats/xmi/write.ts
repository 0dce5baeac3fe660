import {
  type FeatureValue,
  isArrayType,
  type Structure,
  shortName,
} from '../../../../../shared/formats/cas.ts'
import type { ExportSink, ExportSource } from '../../format.ts'
import { createDocumentNames } from '../../support/documentNames.ts'
import { createXmlText } from '../../support/xml.ts'
import { createZip } from '../../support/zip.ts'
import { type BuiltCas, buildCas, typesFrom } from '../cas/build.ts'
import type { TypeRegister } from '../cas/types.ts'

type Escape = (text: string) => string

const typeSystem = (types: TypeRegister, xml: Escape): string => {
  const lines = types.all().map(({ name, superType, features }) => {
    const inner = features.map(({ name: feature, range, elementType }) => {
      const of = range.endsWith('[]') ? range.slice(0, -2) : elementType
      const ranged = range.endsWith('[]') ? 'uima.cas.FSArray' : range
      return `<featureDescription><name>${xml(feature)}</name><description/><rangeTypeName>${xml(ranged)}</rangeTypeName>${of ? `<elementType>${xml(of)}</elementType>` : ''}</featureDescription>`
    })
    return `<typeDescription><name>${xml(name)}</name><description/><supertypeName>${xml(superType)}</supertypeName>${inner.length > 0 ? `<features>\n${inner.join('\n')}\n</features>` : ''}</typeDescription>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">\n<types>\n${lines.join('')}</types>\n</typeSystemDescription>\n`
}

/** `a.b.C` → `http:///a/b.ecore`; types without a package have a namespace of their own. */
const namespaceOf = (type: string): string => {
  const dot = type.lastIndexOf('.')
  return dot < 0
    ? 'http:///uima/noNamespace.ecore'
    : `http:///${type.slice(0, dot).replaceAll('.', '/')}.ecore`
}

const xmiType = (type: string): string => (type.endsWith('[]') ? 'uima.cas.FSArray' : type)

const createPrefixes = (structures: readonly Structure[]): Map<string, string> => {
  const result = new Map([['http:///uima/cas.ecore', 'cas']])
  const taken = new Set(['cas', 'xmi', 'xml', 'xmlns'])
  for (const { type } of structures) {
    const uri = namespaceOf(xmiType(type))
    if (result.has(uri)) continue
    const word = /([A-Za-z]\w*)\.ecore$/.exec(uri)?.[1] ?? 'type'
    let prefix = word
    for (let number = 2; taken.has(prefix); number += 1) prefix = `${word}${number}`
    taken.add(prefix)
    result.set(uri, prefix)
  }
  return result
}

/** A feature as attribute, or as child elements where texts may hold blanks. */
const serialised = (value: FeatureValue): { attribute?: string; children?: readonly string[] } => {
  if (value === null) return {}
  if (typeof value !== 'object') return { attribute: String(value) }
  if ('refs' in value) return { attribute: value.refs.join(' ') }
  if ('bytes' in value) return { attribute: Buffer.from(value.bytes, 'base64').toString('hex').toUpperCase() }
  if ('float' in value) return { attribute: value.float }
  return /String(Array|List)$/.test(value.of)
    ? { children: value.items.map((it) => String(it ?? '')) }
    : { attribute: value.items.join(' ') }
}

const document = ({ structures, sofa, text, mimeType }: BuiltCas, xml: Escape): string => {
  const prefixes = createPrefixes(structures)
  let result = '<?xml version="1.0" encoding="UTF-8"?>\n<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"'
  for (const [uri, prefix] of prefixes) result += ` xmlns:${prefix}="${xml(uri)}"`
  result += ' xmi:version="2.0">\n<cas:NULL xmi:id="0"/>\n'
  for (const it of structures) {
    const type = xmiType(it.type)
    const name = `${prefixes.get(namespaceOf(type))}:${shortName(type)}`
    let children = ''
    result += `<${name} xmi:id="${it.id}"${it.sofa === '' ? '' : ` sofa="${sofa}"`}`
    for (const [feature, value] of Object.entries(it.features)) {
      const { attribute, children: texts } = serialised(value)
      if (attribute !== undefined) result += ` ${feature}="${xml(attribute)}"`
      for (const one of texts ?? []) children += `<${feature}>${xml(one)}</${feature}>`
    }
    result += children === '' ? '/>\n' : `>${children}</${name}>\n`
  }
  const members = structures.filter((it) => !isArrayType(it.type)).map((it) => it.id)
  result += `<cas:Sofa xmi:id="${sofa}" sofaNum="1" sofaID="_InitialView" mimeType="${xml(mimeType)}" sofaString="${xml(text)}"/>\n`
  return `${result}<cas:View sofa="${sofa}" members="${members.join(' ')}"/>\n</xmi:XMI>\n`
}

/**
 * One ZIP per article with its .xmi and its TypeSystem.xml, as INCEpTION exports and imports them, and the type system
 * of all of them once more beside the archives. Line ends and tabs of the text are character references (it is an
 * attribute); what XML 1.0 cannot hold becomes a blank, so that offsets hold.
 */
export const write = (source: ExportSource, sink: ExportSink): void => {
  const xml = createXmlText((text) => sink.lose('exports.loss.controlCharacters', text))
  const nameOf = createDocumentNames()
  const types = typesFrom(source, 'xmi')
  for (const article of source.articles()) {
    const cas = buildCas(source, article, 'xmi', types)
    const name = nameOf(article)
    const file = sink.bytes(`${name}.zip`)
    const zip = createZip(file)
    zip.add(`${name}.xmi`, document(cas, xml))
    zip.add('TypeSystem.xml', typeSystem(types, xml))
    zip.end()
    sink.done(file)
  }
  const all = sink.file('TypeSystem.xml')
  all.write(typeSystem(types, xml))
  sink.done(all)
}
