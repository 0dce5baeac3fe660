import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { memoryFile } from '../../../../main/features/imports/files/setFile.ts'
import { epub } from '../../../../main/features/imports/formats/epub/format.ts'
import { renderSource } from '../../../../main/features/imports/renderSource.ts'
import { readArticles } from '../../../support/readArticles.ts'
import { recognise } from '../../../support/readFormat.ts'

const container = `<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`

const xhtml = (title: string, body: string) =>
  `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><link rel="stylesheet" href="a.css"/><script src="x.js"/></head><body><a id="top"/><h1>${title}</h1>${body}</body></html>`

const opf = (items: string, spine: string) =>
  `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Das Buch</dc:title><dc:creator>J. Doe</dc:creator><dc:language>de</dc:language><dc:publisher>Verlag</dc:publisher><dc:date>2021-05-04</dc:date></metadata><manifest>${items}</manifest>${spine}</package>`

const item = (id: string, href: string, more = '') =>
  `<item id="${id}" href="${href}" media-type="application/xhtml+xml" ${more}/>`

const makeEpub = (members: Record<string, string>): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    ...Object.fromEntries(
      Object.entries({ 'META-INF/container.xml': container, ...members }).map(([name, it]) => [
        name,
        strToU8(it),
      ]),
    ),
  })

const epub3 = {
  'OEBPS/book.opf': opf(
    item('nav', 'nav.xhtml', 'properties="nav"') +
      item('one', 'text/chapter%20one.xhtml') +
      item('two', 'text/two.xhtml') +
      item('gone', 'text/gone.xhtml'),
    '<spine><itemref idref="nav"/><itemref idref="one"/><itemref idref="two"/><itemref idref="gone"/></spine>',
  ),
  'OEBPS/nav.xhtml': xhtml(
    'Inhalt',
    '<nav xmlns:epub="http://www.idpf.org/2007/ops" epub:type="toc"><ol><li><a href="text/chapter%20one.xhtml#top">Der Anfang</a></li></ol></nav>',
  ),
  'OEBPS/text/chapter one.xhtml': xhtml('I.', '<p>Erster&#160;Absatz &amp; mehr.</p><p>Zweiter.</p>'),
  'OEBPS/text/two.xhtml': xhtml('Zweites Kapitel', '<p>Es geht weiter.</p>'),
}

describe('EPUB', () => {
  test('recognised by its mimetype or container', () => {
    expect(recognise(epub, memoryFile('a', makeEpub(epub3)))?.score).toBeGreaterThan(0.9)
    const plain = zipSync({ 'META-INF/container.xml': strToU8(container) })
    expect(recognise(epub, memoryFile('a.epub', plain))?.score).toBeGreaterThan(0.8)
  })

  test('one article a chapter, without navigation, in reading order', async () => {
    const { articles, problems } = await readArticles(epub, makeEpub(epub3))
    expect(articles.map((it) => [it.guesses.title?.value, it.text])).toEqual([
      ['Der Anfang', 'I.\n\nErster Absatz & mehr.\n\nZweiter.'],
      ['Zweites Kapitel', 'Zweites Kapitel\n\nEs geht weiter.'],
    ])
    expect(articles[0]?.guesses).toMatchObject({
      author: { value: 'J. Doe' },
      language: { value: 'de' },
      publisher: { value: 'Verlag' },
      publishedOn: { value: '2021-05-04' },
    })
    expect(articles[0]?.original?.mediaType).toBe('text/html')
    expect(problems.map((it) => it.code)).toEqual(['import.epub_missing'])
  })

  test('the whole book as one article, shown as one page', async () => {
    const bytes = makeEpub(epub3)
    const { articles } = await readArticles(epub, bytes, { articles: 'book' })
    expect(articles).toHaveLength(1)
    expect(articles[0]?.guesses.title?.value).toBe('Das Buch')
    expect(articles[0]?.text).toMatch(/Zweiter\.\n\nZweites Kapitel\n\nEs geht weiter\.$/)
    const { html } = await renderSource(
      {
        name: 'a.epub',
        mediaType: epub.mediaTypes[0]!,
        encoding: '',
        extraction: {},
        bytes: Buffer.from(bytes),
      },
      articles[0]!.text,
    )
    expect(html.match(/data-start/g)).toHaveLength(5)
  })

  test('EPUB 2: titles from the NCX', async () => {
    const ncx = `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>Vorwort</text></navLabel><content src="a.html"/></navPoint></navMap></ncx>`
    const { articles } = await readArticles(
      epub,
      makeEpub({
        'OEBPS/book.opf': opf(
          `${item('a', 'a.html')}<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>`,
          '<spine toc="ncx"><itemref idref="a"/></spine>',
        ),
        'OEBPS/toc.ncx': ncx,
        'OEBPS/a.html': xhtml('', '<p>Text.</p>'),
      }),
    )
    expect(articles[0]?.guesses.title).toMatchObject({ value: 'Vorwort', from: 'table of contents' })
    expect(articles[0]?.text).toBe('Text.')
  })

  test('locked by DRM or damaged: one clear line; scrambled fonts do no harm', async () => {
    const codeOf = async (members: Record<string, string>) =>
      (await readArticles(epub, makeEpub(members))).failure?.code
    const locked = (method: string) =>
      `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="${method}"/></enc:EncryptedData></encryption>`
    const aes = locked('http://www.w3.org/2001/04/xmlenc#aes128-cbc')
    expect(await codeOf({ ...epub3, 'META-INF/encryption.xml': aes })).toBe('import.encrypted')
    const fonts = locked('http://www.idpf.org/2008/embedding')
    expect(await codeOf({ ...epub3, 'META-INF/encryption.xml': fonts })).toBeUndefined()
    expect(await codeOf({})).toBe('import.epub_damaged')
    expect(await codeOf({ 'OEBPS/book.opf': opf('', '<spine/>') })).toBe('import.epub_damaged')
    const away = opf(item('a', '../../../etc/passwd'), '<spine><itemref idref="a"/></spine>')
    expect(await codeOf({ 'OEBPS/book.opf': away })).toBe('import.epub_damaged')
    const empty = opf(item('a', 'a.html'), '<spine><itemref idref="a"/></spine>')
    expect(await codeOf({ 'OEBPS/book.opf': empty, 'OEBPS/a.html': xhtml('', '<img src="x"/>') })).toBe(
      'import.empty',
    )
  })
})
