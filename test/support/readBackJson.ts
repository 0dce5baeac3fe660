import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OptionValues } from '../../shared/model/option.ts'
import { hashOf, type ReadDataset, type ReadSpan } from './readDataset.ts'

/* Readers of Label Studio, doccano and Prodigy as those tools describe their formats. */

interface Place {
  start: number
  end: number
  quote?: string
}

interface Facts {
  uid: string
  passage: Place
  relations?: { passage: Place }[]
}

interface LabelStudioTask {
  data: { text: string }
  meta: { ligature: Facts }
  annotations: {
    result: { type: string; meta: { ligature: Facts }; value: { start: number; end: number; text: string } }[]
  }[]
}

interface DoccanoRecord {
  text: string
  entities?: { start_offset: number; end_offset: number }[]
  label?: [start: number, end: number, label: string][]
  ligature: Facts
}

interface ProdigyRecord {
  text: string
  tokens: { text: string; start: number; end: number; ws: boolean }[]
  spans: { text: string; start: number; end: number }[]
  relations: { ligature: Facts }[]
  ligature: Facts
}

const lines = <T>(path: string): T[] => {
  const found = readFileSync(path, 'utf8').split('\n')
  if (found.pop() !== '') throw new Error('The last line has no line end.')
  return found.map((it) => JSON.parse(it) as T)
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

const collect = (
  unit: 'utf16' | 'codepoint',
  documents: readonly { uid: string; text: string; places: readonly Place[] }[],
): ReadDataset => {
  const texts = new Map<string, string>()
  const spans: ReadSpan[] = []
  for (const { uid, text, places } of documents) {
    texts.set(uid, text)
    const units = unit === 'utf16' ? text.split('') : [...text]
    for (const { start, end, quote = units.slice(start, end).join('') } of places)
      spans.push({ article: uid, start, end, quote, textHash: hashOf(text) })
  }
  return { unit, texts, spans }
}

const readLabelStudio = (path: string): ReadDataset =>
  collect(
    'codepoint',
    (JSON.parse(readFileSync(join(path, 'tasks.json'), 'utf8')) as LabelStudioTask[]).map(
      ({ data, meta, annotations }) => ({
        uid: meta.ligature.uid,
        text: data.text,
        places: annotations[0]!.result.flatMap(({ type, value, meta: own }) => {
          if (type === 'relation') return [own.ligature.passage]
          return type === 'labels' ? [{ start: value.start, end: value.end, quote: value.text }] : []
        }),
      }),
    ),
  )

const readDoccano = (path: string, options: OptionValues): ReadDataset =>
  collect(
    'utf16',
    lines<DoccanoRecord>(join(path, 'dataset.jsonl')).map(({ text, entities, label, ligature }) => {
      const starts = [...graphemes.segment(text)].map((it) => it.index)
      const back = (at: number): number => (options.graphemes === true ? (starts[at] ?? text.length) : at)
      const given: Place[] = [
        ...(entities ?? []).map((it) => ({ start: it.start_offset, end: it.end_offset })),
        ...(label ?? []).map(([start, end]) => ({ start, end })),
        ...(ligature.relations ?? []).map((it) => it.passage),
      ]
      const places = given.map(({ start, end }) => ({ start: back(start), end: back(end) }))
      return { uid: ligature.uid, text, places }
    }),
  )

const readProdigy = (path: string): ReadDataset =>
  collect(
    'codepoint',
    lines<ProdigyRecord>(path).map(({ text, tokens, spans, relations, ligature }) => {
      if (tokens.map((it) => `${it.text}${it.ws ? ' ' : ''}`).join('') !== text)
        throw new Error('The tokens are not the text.')
      const places = [
        ...[...spans, ...tokens].map(({ start, end, text: quote }) => ({ start, end, quote })),
        ...relations.map((it) => it.ligature.passage),
      ]
      return { uid: ligature.uid, text, places }
    }),
  )

export const readBackJson = {
  'label-studio': readLabelStudio,
  doccano: readDoccano,
  prodigy: readProdigy,
}
