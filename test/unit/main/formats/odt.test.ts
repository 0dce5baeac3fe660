import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { diskFile, memoryFile } from '../../../../main/features/imports/files/setFile.ts'
import { odt } from '../../../../main/features/imports/formats/odt/format.ts'
import { readArticles } from '../../../support/readArticles.ts'
import { interop, recognise } from '../../../support/readFormat.ts'

const namespaces = ['office', 'text', 'table', 'meta', 'draw']
  .map((it) => `xmlns:${it}="urn:oasis:names:tc:opendocument:xmlns:${it}:1.0"`)
  .join(' ')

const makeOdt = (body: string, more: Record<string, string> = {}): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    ...Object.fromEntries(
      Object.entries({
        'content.xml': `<?xml version="1.0"?><office:document-content ${namespaces}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
        ...more,
      }).map(([name, content]) => [name, strToU8(content)]),
    ),
  })

const meta = `<office:document-meta ${namespaces} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>收购公告</dc:title><meta:creation-date>2023-10-05T08:00:00</meta:creation-date></office:meta></office:document-meta>`

const body = `
<text:tracked-changes><text:changed-region><text:deletion><text:p>gestrichen</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="2">Ein Kauf</text:h>
<text:p>Die Firma<text:s text:c="2"/>kauft<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>So heißt es.</text:p></text:note-body></text:note> ein <text:span>Werk</text:span><office:annotation><text:p>Kommentar</text:p></office:annotation>.<text:line-break/>Punkt.</text:p>
<text:list><text:list-item><text:p>eins</text:p></text:list-item><text:list-item><text:p>zwei</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Umsatz</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>
<text:p><draw:frame><draw:text-box><text:p>Im Kasten</text:p></draw:text-box></draw:frame>Danach</text:p>`

describe('OpenDocument', () => {
  test('recognised by its mimetype', () => {
    expect(recognise(odt, memoryFile('a', makeOdt(body)))?.score).toBeGreaterThan(0.9)
    expect(recognise(odt, memoryFile('a.odt', Buffer.from('PK')))).toBeNull()
  })

  test('headings, lists, tables, boxes, notes at the end; no deletions, no comments', async () => {
    const { articles } = await readArticles(odt, makeOdt(body, { 'meta.xml': meta }))
    expect(articles[0]?.text).toBe(
      'Ein Kauf\n\nDie Firma kauft[1] ein Werk.\nPunkt.\n\neins\nzwei\n\nUmsatz\t12\n\nDanach\n\nIm Kasten\n\n[1] So heißt es.',
    )
    expect(articles[0]?.guesses).toMatchObject({
      title: { value: '收购公告' },
      publishedOn: { value: '2023-10-05' },
    })
  })

  test('bombs, passwords and damage: one clear line each', async () => {
    const codeOf = async (content: Uint8Array) => (await readArticles(odt, content)).failure?.code
    const locked = '<manifest:manifest><manifest:encryption-data/></manifest:manifest>'
    expect(await codeOf(makeOdt(body, { 'META-INF/manifest.xml': locked }))).toBe('import.encrypted')
    expect(await codeOf(makeOdt(body, { 'content.xml': '<a/>' }))).toBe('import.odt_damaged')
    expect(await codeOf(makeOdt('<text:list>'.repeat(3000)))).toBe('import.xml')
    expect(await codeOf(makeOdt(body, { 'content.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }))).toBe(
      'import.xml',
    )
    const wide = `<table:table><table:table-row>${'<table:table-cell table:number-columns-repeated="16384"/>'.repeat(50)}</table:table-row></table:table><text:p>x<text:s text:c="999999999"/>y</text:p>`
    expect((await readArticles(odt, makeOdt(wide))).articles[0]?.text).toBe('x y')
  })
})

const sample = join(interop, 'documents/qualcoder/ID2.odt')
test.skipIf(!existsSync(sample))('an OpenDocument text of others', async () => {
  const { articles } = await readArticles(odt, diskFile(sample))
  expect(articles[0]?.text.split('\n\n')).toHaveLength(3)
  expect(articles[0]?.text).toContain('€200.00')
})
