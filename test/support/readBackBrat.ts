import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf, type ReadDataset, type ReadSpan } from './readDataset.ts'

/** Span lines as brat checks them: the pieces joined by one blank are the text column. */
export const readBrat = (path: string): ReadDataset => {
  const texts = new Map<string, string>()
  const spans: ReadSpan[] = []
  const uids = new Map(
    readFileSync(join(path, 'ligature.facts'), 'utf8')
      .split('\n')
      .map((it) => it.split('\t'))
      .filter(([kind]) => kind === 'article')
      .map(([, name, json]) => [name!, (JSON.parse(json!) as { id: string }).id]),
  )
  for (const name of readdirSync(path).filter((it) => it.endsWith('.ann'))) {
    const base = name.slice(0, -4)
    const article = uids.get(base)!
    const text = readFileSync(join(path, `${base}.txt`), 'utf8')
    const points = Array.from(text)
    texts.set(article, text)
    const textHash = hashOf(text)
    for (const line of readFileSync(join(path, name), 'utf8').split('\n')) {
      if (!line.startsWith('T')) continue
      const [, data, ...tail] = line.split('\t')
      const places = data!
        .slice(data!.indexOf(' ') + 1)
        .split(';')
        .map((it) => it.split(' ').map(Number) as [number, number])
      const cuts = places.map(([start, end]) => points.slice(start, end).join(''))
      if (cuts.join(' ') !== tail.join('\t')) throw new Error(`${name}: ${line}`)
      places.forEach(([start, end], index) => {
        spans.push({ article, start, end, quote: cuts[index]!, textHash })
      })
    }
  }
  return { unit: 'codepoint', texts, spans }
}
