import { decoded } from '../../files/charset.ts'
import type { Reference, ReferenceFormat } from '../format.ts'
import {
  dateIn,
  doiIn,
  languageCode,
  monthOf,
  partialDate,
  referenceOf,
  webAddress,
} from '../references/reference.ts'
import { latexText } from './latex.ts'
import { type BibEntry, parseBibtex } from './parse.ts'

/** Two digits are years of the last century from 31 on. */
const fullYear = (text: string): string =>
  /^\d{2}$/.test(text) ? `${Number(text) > 30 ? '19' : '20'}${text}` : (/\d{4}/.exec(text)?.[0] ?? '')

/** `and` between names, not inside braces: a company keeps its own. */
const namesOf = (value: string): string[] => {
  const names: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < value.length; at += 1) {
    if (value[at] === '{') depth += 1
    else if (value[at] === '}') depth -= 1
    else if (depth === 0 && /^\sand\s/i.test(value.slice(at, at + 5))) {
      names.push(value.slice(start, at))
      start = at + 5
      at += 4
    }
  }
  names.push(value.slice(start))
  return names.map(latexText).filter((it) => it !== '' && it !== 'others')
}

/** `description:path:type` of JabRef and Zotero, several by `;`; `\\:` is a colon of the path (`C\\:`). */
const filesOf = (value: string): string[] =>
  value
    .split(/(?<!\\);/)
    .map((it) => {
      const parts = it.split(/(?<!\\):/)
      const path = parts.length >= 3 ? parts.slice(1, -1).join(':') : it
      return path.replace(/\\([:;\\_])/g, '$1').trim()
    })
    .filter((it) => it !== '')

const toReference = ({ fields }: BibEntry): Reference => {
  const raw = (...names: readonly string[]): string =>
    names.map((it) => fields.get(it) ?? '').find((it) => it.trim() !== '') ?? ''
  const text = (...names: readonly string[]): string => latexText(raw(...names))
  const month = raw('month')
  const day = text('day') || (/\d{1,2}/.exec(month.replace(/\d{4}/, ''))?.[0] ?? '')
  const monthNumber = monthOf(latexText(month).replace(/^\d{1,2}\.?\s+(?=\p{L})/u, ''))
  const address = webAddress(raw('url', 'link', 'howpublished', 'note').replace(/\\([_%&#~])/g, '$1'))
  const title = text('title')
  const subtitle = text('subtitle')
  return referenceOf({
    title: subtitle === '' ? title : `${title}: ${subtitle}`,
    publishedOn:
      dateIn(text('date')) ||
      partialDate(fullYear(text('year')), monthNumber, /^\d{1,2}$/.test(month) ? text('day') : day),
    publisher: text(
      'journaltitle',
      'journal',
      'booktitle',
      'publisher',
      'organization',
      'institution',
      'school',
    ),
    sourceUrl: address,
    language: languageCode(text('language', 'langid', 'hyphenation')),
    authors: namesOf(raw('author')),
    doi: doiIn(raw('doi').replace(/\\_/g, '_')) || doiIn(address),
    attachments: filesOf(raw('file', 'pdf')),
  })
}

/** BibTeX and BibLaTeX. */
export const bibtex: ReferenceFormat = {
  kind: 'references',
  id: 'bibtex',
  name: 'BibTeX, BibLaTeX',
  extensions: ['bib', 'bibtex'],
  mediaTypes: ['application/x-bibtex', 'text/x-bibtex'],
  options: [],
  recognise: ({ text, name }) => {
    const entry =
      /^[ \t]{0,20}@([A-Za-z]{3,20})[ \t]{0,5}[{(][ \t]{0,5}[^\s,{}()"]{1,200}[ \t]{0,5}(?:,|=)/m.exec(text)
    if (!entry) return null
    const isField = /^[ \t]{0,20}(?:title|author|year|date|url|journal)[ \t]{0,20}=/im.test(text)
    if (isField || /\.bib(?:tex)?$/i.test(name)) return { score: 0.93, why: `it has an entry @${entry[1]}` }
    return null
  },
  *read(file, context) {
    const { text } = decoded(file.bytes())
    const broken = (line: number): void =>
      context.problem(file, `line ${line}`, {
        code: 'import.bibtex_entry',
        message: `${file.path}, line ${line}: this entry is not closed or has a field without a value. It was left out.`,
        params: { line },
      })
    for (const entry of parseBibtex(text, broken)) {
      const reference = toReference(entry)
      if (reference.title !== '') yield reference
      else {
        context.problem(file, `line ${entry.line}`, {
          code: 'import.reference',
          message: `${file.path}, line ${entry.line}: this record has no title. It was left out.`,
          params: { line: entry.line },
        })
      }
    }
  },
}
