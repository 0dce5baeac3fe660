import { arrayElements, type FeatureValue, isArrayType } from '../../../../../shared/formats/cas.ts'
import type { JsonValue } from '../../../../../shared/model/json.ts'
import type { ExportSink, ExportSource } from '../../format.ts'
import { createDocumentNames } from '../../support/documentNames.ts'
import { type BuiltCas, buildCas, typesFrom } from '../cas/build.ts'
import type { TypeRegister } from '../cas/types.ts'

type Members = Record<string, JsonValue>

const typesJson = (types: TypeRegister): Members => {
  const result: Members = {}
  for (const { name, superType, features } of types.all()) {
    const type: Members = { '%NAME': name, '%SUPER_TYPE': superType }
    for (const it of features) {
      // Structures in arrays are declared as `type[]`, as UIMA's own serialiser does.
      const range = it.range === 'uima.cas.FSArray' && it.elementType ? `${it.elementType}[]` : it.range
      type[it.name] = { '%NAME': it.name, '%RANGE': range }
    }
    result[name] = type
  }
  return result
}

const plain = (value: FeatureValue): [elements: JsonValue, type: string] | null => {
  if (typeof value !== 'object' || value === null) return null
  if ('bytes' in value) return [value.bytes, 'uima.cas.ByteArray']
  if ('items' in value) return [value.items, value.of]
  return 'refs' in value && value.list ? [value.refs.map(Number), 'uima.cas.FSArray'] : null
}

const structuresJson = ({ structures, sofa, text, mimeType }: BuiltCas): Members[] => {
  const result: Members[] = [
    { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', mimeType, sofaString: text },
  ]
  let next = structures.length + 2
  for (const it of structures) {
    const members: Members = { '%ID': Number(it.id), '%TYPE': it.type }
    const content = it.features.elements
    if (isArrayType(it.type) && content !== undefined) {
      result.push({
        ...members,
        '%TYPE': it.type in arrayElements ? it.type : 'uima.cas.FSArray',
        '%ELEMENTS': plain(content)?.[0] ?? [],
      })
      continue
    }
    if (it.sofa !== '') members['@sofa'] = Number(sofa)
    for (const [name, value] of Object.entries(it.features)) {
      const array = plain(value)
      if (array) {
        members[`@${name}`] = next
        result.push({ '%ID': next, '%TYPE': array[1], '%ELEMENTS': array[0] })
        next += 1
      } else if (typeof value !== 'object' || value === null) members[name] = value
      else if ('float' in value) members[`#${name}`] = value.float
      else if ('refs' in value && value.refs[0] !== undefined) members[`@${name}`] = Number(value.refs[0])
    }
    result.push(members)
  }
  return result
}

/**
 * One UIMA CAS JSON 0.4 file per article: types, structures one per line, one view. Offsets are UTF-16 code units of
 * `sofaString`. Every structure but arrays and the links of a list is indexed.
 */
export const write = (source: ExportSource, sink: ExportSink): void => {
  const nameOf = createDocumentNames()
  const types = typesFrom(source, 'cas-json')
  for (const article of source.articles()) {
    const cas = buildCas(source, article, 'cas-json', types)
    const file = sink.file(`${nameOf(article)}.json`)
    const members = cas.structures.filter((it) => !isArrayType(it.type)).map((it) => Number(it.id))
    file.write(`{"%TYPES":${JSON.stringify(typesJson(types))},\n"%FEATURE_STRUCTURES":[\n`)
    file.write(
      structuresJson(cas)
        .map((it) => JSON.stringify(it))
        .join(',\n'),
    )
    file.write(`\n],\n"%VIEWS":${JSON.stringify({ _InitialView: { '%SOFA': 1, '%MEMBERS': members } })}}\n`)
    sink.done(file)
  }
}
