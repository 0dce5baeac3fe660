import { describe, expect, it } from 'vitest'
import { probeOf } from '../../main/features/imports/files/probe.ts'
import { memoryFile } from '../../main/features/imports/files/setFile.ts'
import { importFormats } from '../../main/features/imports/formats/index.ts'
import { whyIn } from '../../shared/messages/formatWhys.ts'
import { officeFiles } from '../support/samples/office.ts'
import { otherFiles } from '../support/samples/other.ts'
import { pressFiles } from '../support/samples/press.ts'

/** Everything any reader says of the samples. */
const said = [...officeFiles, ...pressFiles, ...otherFiles].flatMap(([, files]) =>
  Object.entries(files).flatMap(([path, bytes]) => {
    const name = path.split('/').at(-1)!
    const siblings = new Set(Object.keys(files).map((it) => it.split('/').at(-1)!))
    const probe = probeOf(memoryFile(name, bytes), siblings)
    return importFormats.flatMap((it) => it.recognise(probe)?.why ?? [])
  }),
)

describe('why a file is of a format', () => {
  it.each([...new Set(said)])('“%s” is said in every language', (why) => {
    expect(whyIn(why, 'en')).toBe(why)
    for (const language of ['de', 'zh'] as const) {
      expect(whyIn(why, language)).not.toBe(why)
      expect(whyIn(why, language)).not.toMatch(/\{[a-z]+\}/)
    }
  })

  it('keeps what the file says, and clauses within clauses', () => {
    expect(whyIn('-DOCSTART- lines, tokens in column 1, tags in column 2, 4, without prefixes', 'de')).toBe(
      '-DOCSTART--Zeilen, Wörter in Spalte 1, Etiketten in Spalte 2, 4, ohne Präfixe',
    )
    expect(whyIn('its column "a {line} b" holds texts', 'zh')).toBe('“a {line} b”列含有文本')
    expect(whyIn('begins with {\\rtf', 'de')).toBe('beginnt mit {\\rtf')
    expect(whyIn('something nobody wrote down', 'de')).toBe('something nobody wrote down')
  })
})
