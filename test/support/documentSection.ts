import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A generated part of a hand-written document, between `<!-- name:begin -->` and `<!-- name:end -->`. */
export const documentSection = (file: string, name: string) => {
  const path = fileURLToPath(new URL(`../../docs/${file}`, import.meta.url))
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`]
  const parts = () => {
    const text = readFileSync(path, 'utf8')
    const [from, to] = [text.indexOf(begin), text.indexOf(end)]
    if (from < 0 || to < from) throw new Error(`docs/${file} has no section ${begin} … ${end}.`)
    return {
      before: text.slice(0, from + begin.length),
      inside: text.slice(from + begin.length, to),
      after: text.slice(to),
    }
  }
  return {
    read: (): string => parts().inside.trim(),
    write: (content: string): void => {
      const { before, after } = parts()
      writeFileSync(path, `${before}\n${content}\n${after}`)
    },
  }
}

/** Set to write generated sections anew instead of comparing them. */
export const writesDocuments = process.env.LIGATURE_WRITE_DOCS === '1'
