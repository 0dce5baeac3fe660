import { decoded } from '../../files/charset.ts'
import type { Reference, ReferenceFormat } from '../format.ts'
import { dateIn, doiIn, languageCode, referenceOf, webAddress } from '../references/reference.ts'

const tagLine = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/

/** Fields of one record by tag; continuation lines go on. */
type Fields = ReadonlyMap<string, readonly string[]>

const toReference = (fields: Fields): Reference => {
  const all = (...tags: readonly string[]): string[] =>
    tags.flatMap((it) => fields.get(it) ?? []).filter((it) => it !== '')
  const first = (...tags: readonly string[]): string => all(...tags)[0] ?? ''
  const links = all('UR', 'LK', 'L2')
  return referenceOf({
    title: first('TI', 'T1', 'CT', 'BT', 'ST'),
    publishedOn: [...all('DA'), ...all('PY', 'Y1')]
      .map(dateIn)
      .reduce((best, it) => (it.length > best.length ? it : best), ''),
    publisher: first('T2', 'JO', 'JF', 'JA', 'J2', 'PB'),
    sourceUrl: links.map(webAddress).find((it) => it !== '') ?? '',
    language: languageCode(first('LA')),
    authors: all('AU', 'A1'),
    doi: doiIn(first('DO')) || (links.map(doiIn).find((it) => it !== '') ?? ''),
    attachments: all('L1', 'L4'),
  })
}

/** RIS records: `TY  - …` to `ER  -`; a record without its end ends with the next one. */
export const ris: ReferenceFormat = {
  kind: 'references',
  id: 'ris',
  name: 'RIS',
  extensions: ['ris'],
  mediaTypes: ['application/x-research-info-systems'],
  options: [],
  recognise: ({ text }) =>
    /^TY {1,2}- [A-Z]{3,6}[ \r]*$/m.test(text.slice(0, 4000)) &&
    /^(?:ER|TI|T1|AU|A1|PY|UR) {1,2}-/m.test(text)
      ? { score: 0.95, why: 'it has lines TY  - and others of RIS' }
      : null,
  *read(file, context) {
    let fields: Map<string, string[]> | null = null
    let open: string[] | null = null
    const { text } = decoded(file.bytes())
    for (const [index, line] of text.split('\n').entries()) {
      const found = tagLine.exec(line.trimEnd())
      if (!found) {
        if (open && line.trim() !== '') open[open.length - 1] += ` ${line.trim()}`
        continue
      }
      const [, tag = '', value = ''] = found
      if (tag === 'TY' || tag === 'ER') {
        if (tag === 'TY' && fields) {
          context.problem(file, `line ${index + 1}`, {
            code: 'import.ris_end',
            message: `${file.path}, line ${index + 1}: a record begins before the last one has ended (ER). Both were read.`,
            params: { line: index + 1 },
          })
        }
        if (fields && fields.size > 0) yield toReference(fields)
        fields = tag === 'TY' ? new Map() : null
        open = null
      } else if (fields) {
        open = fields.get(tag) ?? []
        fields.set(tag, open)
        open.push(value.trim())
      }
    }
    if (fields && fields.size > 0) yield toReference(fields)
  },
}
