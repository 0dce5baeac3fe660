import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OptionValues } from '../../shared/model/option.ts'
import type { ReadDataset, ReadSpan } from './readBack.ts'

/* Readers of Label Studio, doccano and Prodigy as those tools describe their formats. */

type Json = Record<string, never> & { [key: string]: Json } & Json[] & string & number

const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

const lines = (path: string): Json[] => {
  const found = readFileSync(path, 'utf8').split('\n')
  if (found.pop() !== '') throw new Error('The last line has no line end.')
  return found.map((it) => JSON.parse(it) as Json)
}

interface Place {
  start: number
  end: number
  quote?: string
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
    (JSON.parse(readFileSync(join(path, 'tasks.json'), 'utf8')) as Json[]).map(
      ({ data, meta, annotations }) => ({
        uid: meta!.ligature!.uid as unknown as string,
        text: data!.text as unknown as string,
        places: annotations![0]!.result!.flatMap((it) => {
          if (it.type === ('relation' as never)) return [it.meta!.ligature!.passage as unknown as Place]
          const { start, end, text } = it.value! as unknown as Place & { text: string }
          return it.type === ('labels' as never) ? [{ start, end, quote: text }] : []
        }),
      }),
    ),
  )

const readDoccano = (path: string, options: OptionValues): ReadDataset =>
  collect(
    'utf16',
    lines(join(path, 'dataset.jsonl')).map((record) => {
      const text = record.text as unknown as string
      const starts = [...graphemes.segment(text)].map((it) => it.index)
      const back = (at: number): number => (options.graphemes === true ? (starts[at] ?? text.length) : at)
      const given = [
        ...(record.entities ?? []).map((it) => [it.start_offset, it.end_offset]),
        ...(record.label ?? []).map((it) => [it[0], it[1]]),
        ...(record.ligature!.relations ?? []).map((it) => [it.passage!.start, it.passage!.end]),
      ] as unknown as [number, number][]
      return {
        uid: record.ligature!.uid as unknown as string,
        text,
        places: given.map(([start, end]) => ({ start: back(start), end: back(end) })),
      }
    }),
  )

const readProdigy = (path: string): ReadDataset =>
  collect(
    'codepoint',
    lines(path).map((record) => {
      const tokens = record.tokens as unknown as (Place & { text: string; ws: boolean })[]
      const text = tokens.map((it) => `${it.text}${it.ws ? ' ' : ''}`).join('')
      if (text !== (record.text as unknown)) throw new Error('The tokens are not the text.')
      return {
        uid: record.ligature!.uid as unknown as string,
        text,
        places: [
          ...(record.spans as unknown as (Place & { text: string })[]).map((it) => ({
            ...it,
            quote: it.text,
          })),
          ...(record.relations ?? []).map((it) => it.ligature!.passage as unknown as Place),
          ...tokens.map((it) => ({ ...it, quote: it.text })),
        ],
      }
    }),
  )

export const readBackJson = {
  'label-studio': readLabelStudio,
  doccano: readDoccano,
  prodigy: readProdigy,
}
