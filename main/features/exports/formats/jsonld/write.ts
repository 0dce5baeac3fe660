import type { JsonValue } from '../../../../../shared/model/json.ts'
import type { OptionValues } from '../../../../../shared/model/option.ts'
import type { ExportSink, ExportSource } from '../../format.ts'
import { resourcesOf } from '../../support/rdf/resources.ts'
import { prefixes, type Term } from '../../support/rdf/vocabulary.ts'

/**
 * The statements of the Turtle export as one `@graph`, a resource per line. The context only names prefixes and stands in
 * the file: nothing is to be fetched by who reads it. @see resourcesOf
 */
export const write = (source: ExportSource, sink: ExportSink, options: OptionValues): void => {
  const file = sink.file('project.jsonld')
  const whole = (text: string): string => {
    const result = text.toWellFormed()
    if (result !== text) sink.lose('exports.loss.controlCharacters', result)
    return result
  }
  const written = (term: Term): JsonValue => {
    if ('iri' in term) return { '@id': term.iri }
    if ('name' in term) return { '@id': term.name }
    if ('datatype' in term) return { '@value': whole(term.text), '@type': term.datatype }
    return term.language === ''
      ? whole(term.text)
      : { '@value': whole(term.text), '@language': term.language }
  }
  const typeName = (term: Term): string => ('iri' in term ? term.iri : 'name' in term ? term.name : '')
  file.write(`{"@context":${JSON.stringify(prefixes)},"@graph":[`)
  let separator = '\n'
  for (const { iri, types, statements } of resourcesOf(source, options.texts === true)) {
    const said = statements.map(([predicate, terms]): [string, JsonValue] => {
      const values = terms.map(written)
      return [predicate, values.length === 1 ? values[0]! : values]
    })
    const node = { '@id': iri, '@type': types.map(typeName), ...Object.fromEntries(said) }
    file.write(`${separator}${JSON.stringify(node)}`)
    separator = ',\n'
  }
  file.write('\n]}\n')
}
