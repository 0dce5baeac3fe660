import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Parser } from 'n3'
import type { OptionValues } from '../../shared/model/option.ts'
import { readBrat } from './readBackBrat.ts'
import { readBackJson } from './readBackJson.ts'
import { readBdoc, readCasJson } from './readBackStandoff.ts'
import { readBackTables } from './readBackTables.ts'
import { readTsv } from './readBackTsv.ts'
import { readGateXml, readTei, readXmi } from './readBackXml.ts'
import type { ReadDataset, ReadSpan } from './readDataset.ts'

/** Readers of the export formats as somebody else would write them: from the formats' descriptions alone. */

export type { ReadDataset, ReadSpan }

type Reader = (path: string, options: OptionValues) => ReadDataset | Promise<ReadDataset>

/** `guarded`: one apostrophe before what a spreadsheet would run is not part of the cell. */
export const parseCsv = (content: string, guarded = true): Record<string, string>[] => {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const text = content.replace(/^\ufeff/, '')
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === ',') {
      rows.at(-1)!.push(cell)
      cell = ''
    } else if (sign === '\r' && text[at + 1] === '\n') {
      rows.at(-1)!.push(cell)
      cell = ''
      rows.push([])
      at += 1
    } else if (sign === '\n' || sign === '\r') throw new Error('A bare line end outside quotes.')
    else cell += sign
  }
  rows.pop()
  const [names, ...records] = rows
  return records.map((row) => {
    if (row.length !== names!.length)
      throw new Error(`A row of ${row.length} cells under ${names!.length} columns.`)
    return Object.fromEntries(
      row.map((it, index) => [names![index]!, guarded ? it.replace(/^'(?='*[=+\-@\t\r＝＋－＠])/, '') : it]),
    )
  })
}

type JsonLine = Record<string, unknown> & { record?: string }

const readJsonl = (path: string): ReadDataset => {
  const lines = readFileSync(path, 'utf8').split('\n')
  if (lines.pop() !== '') throw new Error('The last line has no line end.')
  const [header, ...records] = lines.map((it) => JSON.parse(it) as JsonLine)
  const texts = new Map<string, string>()
  const hashes = new Map<string, string>()
  const spans: ReadSpan[] = []
  for (const it of records) {
    if (it.record === 'article') {
      texts.set(it.uid as string, it.text as string)
      hashes.set(it.uid as string, it.textHash as string)
    }
    const pieces =
      it.record === 'mention' ? (it.fragments as JsonLine[]) : it.record === 'evidence' ? [it] : []
    for (const { start, end, quote } of pieces as unknown as {
      start: number
      end: number
      quote: string
    }[]) {
      spans.push({
        article: it.article as string,
        start,
        end,
        quote,
        textHash: hashes.get(it.article as string)!,
      })
    }
  }
  return { unit: header!.offsetUnit as string, texts, spans }
}

const readCsv: Reader = (path, options) => {
  const table = (name: string) =>
    parseCsv(readFileSync(join(path, `${name}.csv`), 'utf8'), options.spreadsheetSafe !== false)
  const header = readFileSync(join(path, 'mentions.csv'), 'utf8').split('\r\n')[0]!
  const unit = /start_(\w+)/.exec(header)![1]!
  const spans = [...table('mentions'), ...table('relations').filter((it) => it.evidence_uid !== '')].map(
    (it) => ({
      article: it.article_uid!,
      start: Number(it[`start_${unit}`]),
      end: Number(it[`end_${unit}`]),
      quote: it.quote!,
      textHash: it.text_sha256!,
    }),
  )
  return { unit, texts: new Map(table('articles').map((it) => [it.uid!, it.text!])), spans }
}

export interface ConllToken {
  token: string
  start: number
  end: number
  tag: string
  entity?: string
}

/** Articles by uid, each a list of sentences. */
export const parseConll = (content: string) => {
  const articles: { uid: string; unit: string; textHash: string; sentences: ConllToken[][] }[] = []
  for (const block of content.split('\n\n')) {
    if (block === '') continue
    const rows = block.split('\n').filter((it) => it !== '')
    if (rows[0]!.startsWith('-DOCSTART-\t')) {
      const head = Object.fromEntries(
        rows.slice(1).map((it) => /^# (\w+) = (.*)$/s.exec(it)!.slice(1, 3) as [string, string]),
      )
      articles.push({
        uid: head.article_uid!,
        unit: head.offset_unit!,
        textHash: head.text_sha256!,
        sentences: [],
      })
      continue
    }
    articles.at(-1)!.sentences.push(
      rows.map((row) => {
        const cells = row.split('\t')
        const [token, start, end] = cells
        const entity = cells.length === 5 ? { entity: cells[3]! } : {}
        return { token: token!, start: Number(start), end: Number(end), tag: cells.at(-1)!, ...entity }
      }),
    )
  }
  return articles
}

const readConll = (path: string): ReadDataset => {
  const articles = parseConll(readFileSync(path, 'utf8'))
  const spans = articles.flatMap(({ uid, textHash, sentences }) =>
    sentences.flat().map(({ token, start, end }) => ({ article: uid, start, end, quote: token, textHash })),
  )
  return { unit: articles[0]?.unit ?? 'utf16', texts: new Map(), spans }
}

const lig = 'urn:ligature:vocabulary:'

/** What an article and a place in it are in the linked data exports, by predicates without their prefixes. */
const readResources = (resources: Iterable<[string, ReadonlyMap<string, string>]>): ReadDataset => {
  const texts = new Map<string, string>()
  const hashes = new Map<string, string>()
  const places: ReadonlyMap<string, string>[] = []
  const uidOf = (iri: string): string => decodeURIComponent(iri.split(':').at(-1)!)
  for (const [iri, said] of resources) {
    if (said.has('startCodePoint')) places.push(said)
    if (said.has('textSha256')) hashes.set(uidOf(iri), said.get('textSha256')!)
    if (said.has('text')) texts.set(uidOf(iri), said.get('text')!)
  }
  const spans = places.map((it) => ({
    article: uidOf(it.get('hasSource')!),
    start: Number(it.get('startCodePoint')),
    end: Number(it.get('endCodePoint')),
    quote: it.get('exact')!,
    textHash: hashes.get(uidOf(it.get('hasSource')!))!,
  }))
  return { unit: 'codepoint', texts, spans }
}

const readTurtle = (path: string): ReadDataset => {
  const resources = new Map<string, Map<string, string>>()
  for (const { subject, predicate, object } of new Parser().parse(readFileSync(path, 'utf8'))) {
    if (!resources.has(subject.value)) resources.set(subject.value, new Map())
    resources.get(subject.value)!.set(predicate.value.replace(lig, '').replace(/^.*#/, ''), object.value)
  }
  return readResources(resources)
}

const readJsonLd = (path: string): ReadDataset => {
  const { '@graph': nodes } = JSON.parse(readFileSync(path, 'utf8')) as {
    '@graph': Record<string, unknown>[]
  }
  const plain = (value: unknown): string => {
    if (typeof value === 'string') return value
    const it = value as { '@value'?: string; '@id'?: string }
    return it['@value'] ?? it['@id'] ?? ''
  }
  return readResources(
    nodes.map((node) => [
      node['@id'] as string,
      new Map(Object.entries(node).map(([name, value]) => [name.replace(/^[a-z]+:/, ''), plain(value)])),
    ]),
  )
}

/** By format id; a listed format with offsets and without a reader here fails the conformance suite. */
export const readBack: Readonly<Record<string, Reader>> = {
  'ligature-jsonl': readJsonl,
  csv: readCsv,
  conll: readConll,
  turtle: readTurtle,
  jsonld: readJsonLd,
  brat: readBrat,
  ...readBackJson,
  ...readBackTables,
  'webanno-tsv': readTsv,
  'cas-json': readCasJson,
  xmi: readXmi,
  bdoc: readBdoc,
  'gate-xml': readGateXml,
  tei: readTei,
}

/** Options under which a format of offsets writes none. */
export const withoutOffsets = (formatId: string, options: OptionValues): boolean =>
  formatId === 'conll' && options.layout === 'conll2003'

/** All bytes of a dataset, file or folder. */
export const datasetBytes = (path: string, shape: 'file' | 'folder'): Record<string, string> =>
  shape === 'file'
    ? { '': readFileSync(path, 'latin1') }
    : Object.fromEntries(
        readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((it) => it.isFile())
          .map((it) => join(it.parentPath, it.name))
          .sort()
          .map((it) => [relative(path, it), readFileSync(it, 'latin1')]),
      )
