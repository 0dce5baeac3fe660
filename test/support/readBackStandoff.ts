import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf, type ReadDataset, type ReadSpan } from './readDataset.ts'

/* Readers of UIMA CAS JSON and bdoc as those who made them describe them. */

type Structure = Record<string, unknown> & { '%ID': number; '%TYPE': string }

interface CasFile {
  '%FEATURE_STRUCTURES': Structure[]
  '%VIEWS': { _InitialView: { '%SOFA': number; '%MEMBERS': number[] } }
}

interface BdocFile {
  annotation_sets: Record<string, { annotations: { start: number; end: number }[] }>
  text: string
  offset_type: 'p' | 'j'
}

const filesIn = <T>(path: string): T[] =>
  readdirSync(path).map((it) => JSON.parse(readFileSync(join(path, it), 'utf8')) as T)

export const readCasJson = (path: string): ReadDataset => {
  const texts = new Map<string, string>()
  const spans: ReadSpan[] = []
  for (const { '%FEATURE_STRUCTURES': structures, '%VIEWS': views } of filesIn<CasFile>(path)) {
    const byId = new Map(structures.map((it) => [it['%ID'], it]))
    const { '%SOFA': sofa, '%MEMBERS': members } = views._InitialView
    const text = byId.get(sofa)!.sofaString as string
    const article = structures.find((it) => it['%TYPE'].endsWith('.DocumentMetaData'))!.documentId as string
    texts.set(article, text)
    for (const it of members.map((id) => byId.get(id)!)) {
      if (it['@sofa'] !== sofa || typeof it.begin !== 'number') continue
      const [start, end] = [it.begin, it.end as number]
      spans.push({ article, start, end, quote: text.slice(start, end), textHash: hashOf(text) })
    }
  }
  return { unit: 'utf16', texts, spans }
}

export const readBdoc = (path: string): ReadDataset => {
  const texts = new Map<string, string>()
  const spans: ReadSpan[] = []
  for (const { annotation_sets: sets, text, offset_type: kind } of filesIn<BdocFile>(path)) {
    if (kind !== 'p') throw new Error(`Offsets of Python were expected, not ${kind}.`)
    const points = Array.from(text)
    const textHash = hashOf(text)
    texts.set(textHash, text)
    for (const { start, end } of Object.values(sets).flatMap((it) => it.annotations))
      spans.push({ article: textHash, start, end, quote: points.slice(start, end).join(''), textHash })
  }
  return { unit: 'codepoint', texts, spans }
}
