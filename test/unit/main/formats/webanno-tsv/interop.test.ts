import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { webannoTsv } from '../../../../../main/features/imports/formats/webanno-tsv/format.ts'
import { interop, mismatches, readPath } from '../../../../support/readFormat.ts'

const suite = join(interop, 'inception/inception-io-webanno-tsv/tsv3-suite')

/** Spans of the twin in XMI, as `begin-end`, without what every document has and what joins others. */
const spansOf = (xmi: string): { text: string; spans: string[] } => {
  const spans = [...xmi.matchAll(/<([\w:]+) [^>]*?begin="(\d+)" end="(\d+)"([^>]*)>/g)]
    .filter(
      ([all, name]) =>
        !/:(DocumentMetaData|Token|Sentence|TagsetDescription)$/.test(name!) && !/Governor=/.test(all),
    )
    .map(([, , begin, end]) => [Number(begin), Number(end)] as const)
  const text = /sofaString="([^"]*)"/
    .exec(xmi)![1]!
    .replaceAll('&#10;', '\n')
    .replaceAll('&#9;', '\t')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
  return { text, spans: spans.map(([begin, end]) => written(text, begin, end)).sort() }
}

/** The writer of the suite cuts blanks at the ends and moves what has no width to the word before. */
const written = (text: string, begin: number, end: number): string => {
  let [start, stop] = [begin, end]
  while (start < stop && text[start] === ' ') start += 1
  while (stop > start && text[stop - 1] === ' ') stop -= 1
  while (start === stop && text[start - 1] === ' ') [start, stop] = [start - 1, stop - 1]
  return `${start}-${stop}`
}

describe.skipIf(!existsSync(suite))('the suite of the tool itself', () => {
  test.each(existsSync(suite) ? readdirSync(suite) : [])('%s', async (name) => {
    const { documents, problems } = await readPath(webannoTsv, join(suite, name))
    expect(problems).toEqual([])
    expect(documents).toHaveLength(1)
    expect(mismatches(documents, 'utf16')).toEqual([])
    const twin = join(suite, name, 'reference.xmi')
    if (!existsSync(twin)) return
    const { text, spans } = spansOf(readFileSync(twin, 'utf8'))
    const [{ text: own, mentions }] = documents as [(typeof documents)[0]]
    expect(own.trimEnd()).toBe(text.trimEnd())
    expect(
      mentions
        .filter((it) => it.id.startsWith('s'))
        .map(({ fragments: [it] }) => `${it!.start}-${it!.end}`)
        .sort(),
    ).toEqual(spans)
  })
})
