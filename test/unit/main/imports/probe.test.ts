import { describe, expect, it } from 'vitest'
import { probeOf } from '../../../../main/features/imports/files/probe.ts'
import { memoryFile } from '../../../../main/features/imports/files/setFile.ts'

const rootOf = (text: string) => probeOf(memoryFile('a.xml', Buffer.from(text)), new Set()).xmlRoot

describe('the root element of a file that may be XML', () => {
  it('is found behind declaration, comments and DOCTYPE', () => {
    expect(
      rootOf('<?xml version="1.0"?>\n<!-- a > b --><!DOCTYPE x>\n<x:TEI xmlns:x="urn:t" a="1">'),
    ).toEqual({
      name: 'TEI',
      namespace: 'urn:t',
    })
    expect(rootOf('<!DOCTYPE g [<!ENTITY a "b">] >\n<graphml/>')).toEqual({ name: 'graphml', namespace: '' })
    expect(rootOf('<html>')).toEqual({ name: 'html', namespace: '' })
  })

  it.each(['', 'text <a>', '<!-- never closed <a>', '<!DOCTYPE a [ <a>', '<', '< a>', '<?xml'])(
    'is none in %j',
    (text) => {
      expect(rootOf(text)).toBeNull()
    },
  )

  it('is looked for in linear time where comments never end in one', { timeout: 20_000 }, () => {
    expect(rootOf('<!---->'.repeat(6000))).toBeNull()
    expect(rootOf('<!DOCTYPE a>'.repeat(6000))).toBeNull()
    expect(rootOf(`${'<!--'.repeat(9000)}-->`)).toBeNull()
  })
})
