import type { OptionValues } from '../../../../../shared/model/option.ts'
import type { ExportSink, ExportSource } from '../../format.ts'
import { resourcesOf } from '../../support/rdf/resources.ts'
import { prefixes, type Term } from '../../support/rdf/vocabulary.ts'

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

/** What a literal between quotes may not hold (Turtle, ECHAR and UCHAR), and what no editor shows. */
const escaped = (text: string): string =>
  text.replace(
    /["\\\p{Cc}\u2028\u2029\ufeff]/gu,
    (it) => escapes[it] ?? `\\u${it.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  )

/**
 * One block per resource: its types, then its statements in the order of their predicates. @see resourcesOf
 */
export const write = (source: ExportSource, sink: ExportSink, options: OptionValues): void => {
  const file = sink.file('project.ttl')
  const literal = (text: string): string => {
    const whole = text.toWellFormed()
    if (whole !== text) sink.lose('exports.loss.controlCharacters', whole)
    return `"${escaped(whole)}"`
  }
  const written = (term: Term): string => {
    if ('iri' in term) return `<${term.iri}>`
    if ('name' in term) return term.name
    if ('datatype' in term) return `${literal(term.text)}^^${term.datatype}`
    return term.language === '' ? literal(term.text) : `${literal(term.text)}@${term.language}`
  }
  for (const [name, iri] of Object.entries(prefixes)) file.write(`@prefix ${name}: <${iri}> .\n`)
  for (const { iri, types, statements } of resourcesOf(source, options.texts === true)) {
    const lines = statements.map(([predicate, terms]) => `${predicate} ${terms.map(written).join(', ')}`)
    file.write(`\n<${iri}>\n  ${[`a ${types.map(written).join(', ')}`, ...lines].join(' ;\n  ')} .\n`)
  }
}
