import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf, type ReadDataset, type ReadSpan } from './readDataset.ts'

const signs: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', b: '\b', '\\': '\\' }

/** WebAnno TSV 3.3 as its description has it: the text of the sentences, and the words as spans of it. */
export const readTsv = (path: string): ReadDataset => {
  const texts = new Map<string, string>()
  const spans: ReadSpan[] = []
  for (const name of readdirSync(path)) {
    let uid = ''
    let text = ''
    let open = ''
    const words: { start: number; end: number; quote: string }[] = []
    for (const line of readFileSync(join(path, name), 'utf8').split('\n')) {
      const article = /^#Ligature\.article=(.*)$/.exec(line)?.[1]
      if (article !== undefined) uid = (JSON.parse(article) as { id: string }).id
      if (line.startsWith('#Text='))
        open += `${line.slice(6).replace(/\\([\s\S])/g, (_, it: string) => signs[it] ?? it)}\n`
      if (!/^\d+-\d+\t/.test(line)) continue
      const [, offsets, quote] = line.split('\t')
      const [start, end] = offsets!.split('-').map(Number) as [number, number]
      if (open !== '') {
        if (text.length === start + 1) text = text.slice(0, -1)
        text = text.padEnd(start, ' ') + open
        open = ''
      }
      if (!/\s/.test(quote!)) words.push({ start, end, quote: quote! })
    }
    if (uid === '') continue
    text = text.slice(0, -1)
    texts.set(uid, text)
    const textHash = hashOf(text)
    spans.push(...words.map((it) => ({ ...it, article: uid, textHash })))
  }
  return { unit: 'utf16', texts, spans }
}
