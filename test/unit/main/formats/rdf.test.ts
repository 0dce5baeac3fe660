import { Parser, type Quad } from 'n3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressIri, iriOf, said } from '../../../../main/features/exports/support/rdf/vocabulary.ts'
import { type Fixture, openFixture } from '../../../support/graphFixture.ts'

let fixture: Fixture
beforeAll(() => {
  fixture = openFixture()
})
afterAll(() => fixture.close())

const lig = 'urn:ligature:vocabulary:'
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const xsd = 'http://www.w3.org/2001/XMLSchema#'

/** A statement as N-Triples has it, for comparing. */
const lineOf = (subject: string, predicate: string, object: { id: string }): string =>
  `${subject} ${predicate} ${object.id}`

const quadsOf = (turtle: string): Quad[] => new Parser().parse(turtle)

test('Turtle parses, has no blank nodes, and says everything with its passages', async () => {
  const { files, report } = await fixture.write('turtle')
  const quads = quadsOf(files['']!)
  expect(quads.every((it) => it.subject.termType === 'NamedNode')).toBe(true)
  const objects = (subject: string, predicate: string) =>
    quads
      .filter((it) => it.subject.value === subject && it.predicate.value === predicate)
      .map((it) => it.object)
  const relation = iriOf('relation', 'relation-0')
  expect(objects(relation, `${rdf}subject`)[0]!.value).toBe('urn:ligature:entity:entity-0')
  expect(objects(relation, `${rdf}predicate`)[0]!.value).toBe('urn:ligature:relation-type:invests_in')
  expect(objects(relation, `${rdf}object`)[0]!.value).toBe('urn:ligature:entity:entity-1')
  expect(objects(relation, `${lig}sharePercent`)[0]!.id).toBe(`"0.93"^^${xsd}decimal`)
  expect(objects(relation, `${lig}validFrom`)[0]!.id).toBe(`"2018-06"^^${xsd}gYearMonth`)
  const passages = objects(relation, 'http://www.w3.org/ns/prov#wasDerivedFrom').map((it) => it.value)
  expect(passages).toEqual(['urn:ligature:evidence:evidence-0-0', 'urn:ligature:evidence:evidence-0-1'])
  expect(objects(passages[1]!, 'http://www.w3.org/ns/oa#exact')[0]!.id).toBe('"京东🛒和谷歌合作"@zh')
  expect(objects(passages[1]!, `${lig}startCodePoint`)[0]!.value).toBe('17')
  expect(
    objects('urn:ligature:entity:entity-5', 'http://www.w3.org/2000/01/rdf-schema#label')[0]!.value,
  ).toBe('Nobody & <Sons> "Ltd"\u0001')
  expect(report.losses.map((it) => it.what)).toEqual(['exports.loss.originals'])
  const subjects = new Set(quads.map((it) => it.subject.value))
  for (const { object, predicate } of quads) {
    const isInside = object.value.startsWith('urn:ligature:') && !object.value.startsWith(lig)
    if (isInside) expect(subjects, predicate.value).toContain(object.value)
  }
})

test('JSON-LD says the same statements', async () => {
  const turtle = (await fixture.write('turtle')).files['']!
  const { '@context': prefixes, '@graph': nodes } = JSON.parse(
    (await fixture.write('jsonld')).files['']!,
  ) as {
    '@context': Record<string, string>
    '@graph': Record<string, unknown>[]
  }
  const whole = (name: string): string => {
    const [prefix, rest] = [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)]
    return prefix in prefixes ? prefixes[prefix] + rest : name
  }
  const lines: string[] = []
  for (const { '@id': id, '@type': types, ...rest } of nodes) {
    for (const it of types as string[]) lines.push(lineOf(id as string, `${rdf}type`, { id: whole(it) }))
    for (const [name, values] of Object.entries(rest)) {
      for (const value of Array.isArray(values) ? values : [values]) {
        const it = typeof value === 'string' ? { '@value': value } : (value as Record<string, string>)
        const literal = `"${it['@value']}"`
        const term =
          it['@id'] !== undefined
            ? whole(it['@id'])
            : it['@language'] !== undefined
              ? `${literal}@${it['@language']}`
              : it['@type'] !== undefined
                ? `${literal}^^${whole(it['@type'])}`
                : literal
        lines.push(lineOf(id as string, whole(name), { id: term }))
      }
    }
  }
  const expected = quadsOf(turtle).map((it) => lineOf(it.subject.value, it.predicate.value, it.object))
  expect(lines.sort()).toEqual(expected.sort())
})

test('texts are left out on request, and said to be lost', async () => {
  const { files, report } = await fixture.write('turtle', { texts: false })
  expect(files['']).not.toContain('lig:text ')
  expect(report.losses.map((it) => it.what)).toContain('exports.loss.texts')
})

test('IRIs and language tags hold nothing their grammars forbid', () => {
  expect(iriOf('entity', 'a b<>"{}|^`\\é:/')).toBe(
    'urn:ligature:entity:a%20b%3C%3E%22%7B%7D%7C%5E%60%5C%C3%A9%3A%2F',
  )
  expect(addressIri('https://x.example/ä b?q="<1>"&p=50%')).toBe(
    'https://x.example/ä%20b?q=%22%3C1%3E%22&p=50%25',
  )
  expect(addressIri('nowhere')).toBeNull()
  expect(said('x', 'zh-Hans-CN')).toEqual({ text: 'x', language: 'zh-hans-cn' })
  expect(said('x', 'not a tag')).toEqual({ text: 'x', language: '' })
})
