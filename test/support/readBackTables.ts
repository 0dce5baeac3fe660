import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import type { OptionValues } from '../../shared/model/option.ts'
import { hashOf, type ReadDataset, type ReadSpan } from './readDataset.ts'

/* Readers of Parquet tables, Hugging Face folders and Web Annotations as their specifications describe them. */

const parquetRows = <T>(path: string): Promise<T[]> => {
  const bytes = readFileSync(path)
  const slice = (start: number, end?: number) => new Uint8Array(bytes.subarray(start, end)).slice().buffer
  return parquetReadObjects({ file: { byteLength: bytes.length, slice } }) as Promise<T[]>
}

const jsonRows = <T>(path: string): T[] => {
  const lines = readFileSync(path, 'utf8').split('\n')
  if (lines.pop() !== '') throw new Error('The last line has no line end.')
  return lines.map((it) => JSON.parse(it) as T)
}

type Row = Record<string, unknown>

const readParquet = async (path: string, options: OptionValues): Promise<ReadDataset> => {
  const table = (name: string): Promise<Row[]> => parquetRows(join(path, `${name}.parquet`))
  const unit = String(options.offsetUnit)
  const rows = [
    ...(await table('mentions')),
    ...(await table('relations')).filter((it) => it.evidence_uid !== null),
  ]
  const spans = rows.map((it) => ({
    article: it.article_uid as string,
    start: Number(it[`start_${unit}`]),
    end: Number(it[`end_${unit}`]),
    quote: it.quote as string,
    textHash: it.text_sha256 as string,
  }))
  const texts = (await table('articles')).map((it) => [it.uid as string, it.text as string] as const)
  return { unit, texts: new Map(texts), spans }
}

interface Piece {
  start: number | bigint
  end: number | bigint
}

interface Article {
  id: string
  text: string
  spans: (Piece & { text: string; fragments: Piece[] })[]
  relations: { passage_start: number | bigint; passage_end: number | bigint }[]
}

interface Sentence {
  article_id: string
  tokens: string[]
  whitespace: string[]
}

const readHuggingface = async (path: string, options: OptionValues): Promise<ReadDataset> => {
  const data = join(path, 'data')
  const rows: unknown[] = []
  for (const name of readdirSync(data).sort())
    rows.push(
      ...(name.endsWith('.parquet') ? await parquetRows(join(data, name)) : jsonRows(join(data, name))),
    )
  const texts = new Map<string, string>()
  const found: Omit<ReadSpan, 'textHash'>[] = []
  if (options.layout === 'tokens') {
    for (const { article_id: article, tokens, whitespace } of rows as Sentence[]) {
      let text = texts.get(article) ?? ''
      tokens.forEach((token, index) => {
        const start = Array.from(text).length
        found.push({ article, start, end: start + Array.from(token).length, quote: token })
        text += token + whitespace[index]!
      })
      texts.set(article, text)
    }
  } else {
    for (const { id: article, text, spans, relations } of rows as Article[]) {
      texts.set(article, text)
      // Passages have no quote: they must lie in the text.
      for (const it of relations) {
        const [start, end] = [Number(it.passage_start), Number(it.passage_end)]
        const quote = Array.from(text).slice(start, end).join('')
        if (Array.from(quote).length !== end - start) throw new Error('A passage leaves its text.')
        found.push({ article, start, end, quote })
      }
      for (const it of spans) {
        if (it.fragments.length === 0) throw new Error('A span has no fragment.')
        found.push({ article, start: Number(it.start), end: Number(it.end), quote: it.text })
      }
    }
  }
  const spans = found.map((it) => ({ ...it, textHash: hashOf(texts.get(it.article)!) }))
  return { unit: 'codepoint', texts, spans }
}

interface Target {
  source: string
  selector: [{ exact: string }, { start: number; end: number }]
}

interface AnnotationPage {
  next?: string
  'lig:documents': { id: string; value: string }[]
  items: { target: Target | Target[] }[]
}

const readW3c = (path: string): ReadDataset => {
  const json = <T>(name: string): T => JSON.parse(readFileSync(join(path, name), 'utf8')) as T
  const uidOf = (iri: string): string => decodeURIComponent(iri.replace(/^urn:(uuid|ligature):/, ''))
  const texts = new Map<string, string>()
  const spans: ReadSpan[] = []
  let name: string | undefined = json<{ first: string }>('collection.jsonld').first
  while (name !== undefined && existsSync(join(path, name))) {
    const page: AnnotationPage = json(name)
    for (const { id, value } of page['lig:documents']) texts.set(uidOf(id), value)
    for (const { target } of page.items) {
      for (const { source, selector } of [target].flat()) {
        const article = uidOf(source)
        const [{ exact }, { start, end }] = selector
        spans.push({ article, start, end, quote: exact, textHash: hashOf(texts.get(article)!) })
      }
    }
    name = page.next && `pages/${page.next}`
  }
  return { unit: 'codepoint', texts, spans }
}

export const readBackTables = { parquet: readParquet, huggingface: readHuggingface, w3c: readW3c }
