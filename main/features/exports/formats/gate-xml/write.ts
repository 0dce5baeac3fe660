import { isObject, type JsonValue } from '../../../../../shared/model/json.ts'
import type { ExportSink, ExportSource } from '../../format.ts'
import { createDocumentNames } from '../../support/documentNames.ts'
import { createXmlText } from '../../support/xml.ts'
import { type BuiltDocument, buildGate } from '../gate/build.ts'

type Escape = (text: string) => string

/** Class and text of a feature: ours are strings and integers, those of an import come back word for word. */
const classAndText = (value: JsonValue): [className: string, text: string] => {
  if (typeof value === 'string') return ['java.lang.String', value]
  if (typeof value === 'number')
    return [Number.isInteger(value) ? 'java.lang.Integer' : 'java.lang.Double', String(value)]
  if (typeof value === 'boolean') return ['java.lang.Boolean', String(value)]
  if (isObject(value) && typeof value.class === 'string' && typeof value.text === 'string')
    return [value.class, value.text]
  return ['java.lang.String', JSON.stringify(value)]
}

const featuresXml = (features: Readonly<Record<string, JsonValue>>, xml: Escape): string =>
  Object.entries(features)
    .map(([name, value]) => {
      const [className, text] = classAndText(value)
      return `<Feature>\n  <Name className="java.lang.String">${xml(name)}</Name>\n  <Value className="${xml(className)}">${xml(text)}</Value>\n</Feature>\n`
    })
    .join('')

/** The text with an empty Node at every place where an annotation begins or ends. */
const textXml = ({ text, sets }: BuiltDocument, xml: Escape): string => {
  const places = new Set([0, text.length])
  for (const annotations of sets.values())
    for (const { start, end } of annotations) places.add(start).add(end)
  let result = ''
  let from = 0
  for (const place of [...places].sort((a, b) => a - b)) {
    result += `${xml(text.slice(from, place))}<Node id="${place}"/>`
    from = place
  }
  return result
}

const document = (built: BuiltDocument, xml: Escape): string => {
  let result = `<?xml version="1.0" encoding="UTF-8"?>\n<GateDocument version="3">\n<GateDocumentFeatures>\n${featuresXml(built.features, xml)}</GateDocumentFeatures>\n<TextWithNodes>${textXml(built, xml)}</TextWithNodes>\n`
  for (const [name, annotations] of built.sets) {
    result += name === '' ? '<AnnotationSet>\n' : `<AnnotationSet Name="${xml(name)}">\n`
    for (const { id, type, start, end, features } of annotations)
      result += `<Annotation Id="${id}" Type="${xml(type)}" StartNode="${start}" EndNode="${end}">\n${featuresXml(features, xml)}</Annotation>\n`
    result += '</AnnotationSet>\n'
  }
  return `${result}</GateDocument>\n`
}

/** One GATE XML file (version 3) per article; offsets in UTF-16 code units. */
export const write = (source: ExportSource, sink: ExportSink): void => {
  const xml = createXmlText((text) => sink.lose('exports.loss.controlCharacters', text))
  const nameOf = createDocumentNames()
  for (const article of source.articles()) {
    const built = buildGate(source, article, 'gate-xml', () => (at) => at)
    const file = sink.file(`${nameOf(article)}.xml`)
    file.write(document(built, xml))
    sink.done(file)
  }
}
