import { isObject, type JsonObject, type JsonValue } from '../../files/json.ts'
import type { AnnotationFormat, Probe, Recognition } from '../format.ts'
import { isAnnotation } from './annotation.ts'
import { iriOf, listOf, member } from './selectors.ts'

const score = (value: number, why: string): Recognition => ({ score: value, why })

const holders = ['items', '@graph', 'rows', 'annotations', 'resources']

/** The first annotations of a value: itself, or what it holds. */
const annotationsIn = (value: JsonValue): JsonObject[] => {
  if (isAnnotation(value)) return [value]
  if (!isObject(value)) return []
  const first = isObject(value.first) ? annotationsIn(value.first) : []
  return [...first, ...holders.flatMap((key) => listOf(value[key]).slice(0, 20).filter(isAnnotation))]
}

const ownMark = 'urn:ligature:vocabulary:'
const contextMark = /"@context"\s{0,100}:\s{0,100}\[?\s{0,100}"https?:\/\/www\.w3\.org\/ns\/anno/

const recognise = ({ text, json }: Probe): Recognition | null => {
  if (!/^\s*[[{]/.test(text)) return null
  if (contextMark.test(text)) return score(0.95, 'the context is that of Web Annotations')
  const found = json.slice(0, 5).flatMap(annotationsIn)
  if (found.length === 0) return text.includes(ownMark) ? score(0.95, 'terms of this program') : null
  const selectors = found
    .flatMap((it) => listOf(member(it, 'target')))
    .flatMap((it) => (isObject(it) ? listOf(member(it, 'selector')) : []))
  const isNamed = selectors.some((it) => isObject(it) && /Selector$/.test(iriOf(it.type) || String(it.type)))
  if (isNamed) return score(0.9, 'annotations with selectors')
  return score(selectors.length > 0 ? 0.75 : 0.6, 'annotations with targets')
}

const textName = /"(?:source|target)"\s*:\s*"([^"\\]{1,500})"/g

/** Texts beside the file that its annotations point to. */
const companions = ({ name, text, siblings }: Probe): readonly string[] => {
  const names = new Set([`${name.replace(/\.[^.]*$/, '')}.txt`])
  for (const [, address] of text.matchAll(textName)) {
    const last = address!
      .replace(/[?#].*$/s, '')
      .split('/')
      .at(-1)!
    if (/\.(txt|text|md)$/i.test(last)) names.add(last)
  }
  return [...names].filter((it) => siblings.has(it))
}

/** W3C Web Annotation Data Model (Recommendation 2017) as JSON-LD, with what Recogito and Hypothesis write. */
export const w3c: AnnotationFormat = {
  kind: 'annotations',
  id: 'w3c',
  name: 'W3C Web Annotation',
  extensions: ['jsonld', 'json', 'jsonl'],
  mediaTypes: ['application/ld+json'],
  options: [],
  offsetUnit: 'codepoint',
  otherUnits: ['utf16'],
  companions,
  recognise,
  async *read(set, context) {
    const { read } = await import('./read.ts')
    yield* read(set, context)
  },
}
