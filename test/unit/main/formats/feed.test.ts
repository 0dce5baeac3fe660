import { existsSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { diskFile } from '../../../../main/features/imports/files/setFile.ts'
import { feed } from '../../../../main/features/imports/formats/feed/format.ts'
import { articlesOf, fileOf } from '../../../support/articleFiles.ts'
import { interop, recognise } from '../../../support/readFormat.ts'

const long = 'Die Acme GmbH kauft die Beta AG. '.repeat(50).trim()

describe('feeds', () => {
  test('RSS 2.0 in windows-1252: full content before summary, markup in titles, relative links, years of two digits', async () => {
    const file = fileOf(
      'feed.xml',
      iconv.encode(
        `<?xml version="1.0" encoding="windows-1252"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Börsen-Blatt</title><link>https://example.org/news/</link><language>de-DE</language>
<item><media:title>Bild</media:title><title>Müller &amp;amp; Söhne: &lt;b&gt;3 €&lt;/b&gt;</title><link>a.html</link><pubDate>Tue, 02 Jan 24 09:00:00 GMT</pubDate><description>Kurz…</description><content:encoded><![CDATA[<p>${long}</p><ul><li>eins</li><li>zwei</li></ul>]]></content:encoded></item>
<item><title>Ohne Text</title></item></channel></rss>`,
        'windows-1252',
      ),
    )
    expect(recognise(feed, file)?.score).toBeGreaterThan(0.9)
    const { articles, problems } = await articlesOf(feed, file)
    expect(articles).toHaveLength(1)
    expect(articles[0]).toMatchObject({
      text: `${long}\n\neins\nzwei`,
      warnings: [],
      guesses: {
        title: { value: 'Müller & Söhne: 3 €' },
        sourceUrl: { value: 'https://example.org/news/a.html' },
        publishedOn: { value: '2024-01-02' },
        publisher: { value: 'Börsen-Blatt' },
        language: { value: 'de-DE' },
      },
    })
    expect(problems).toMatchObject([{ notice: { code: 'import.feed_no_text' } }])
  })

  test('Atom: xhtml content, the alternate link, a summary told as such', async () => {
    const { articles } = await articlesOf(
      feed,
      fileOf(
        'a.atom',
        `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh"><title>财经</title>
<entry><title type="text">a &lt;b&gt; c</title><link rel="enclosure" href="https://example.org/x.mp3"/><link rel="alternate" href="https://example.org/1"/><published>2024-01-02T03:04:05+08:00</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>甲公司收购乙公司。</p><p>双方已签约。</p></div></content></entry>
<entry><title>二</title><id>https://example.org/2</id><updated>2024-01-03</updated><summary>摘要</summary></entry></feed>`,
      ),
    )
    expect(articles[0]).toMatchObject({
      text: '甲公司收购乙公司。\n\n双方已签约。',
      guesses: {
        title: { value: 'a <b> c' },
        sourceUrl: { value: 'https://example.org/1' },
        language: { value: 'zh' },
      },
    })
    expect(articles[1]).toMatchObject({
      text: '摘要',
      guesses: { sourceUrl: { value: 'https://example.org/2' } },
      warnings: [{ code: 'import.feed_summary' }],
    })
  })

  test('RSS 1.0 has its items beside the channel; HTML names and bare & are repaired', async () => {
    const rdf = `<?xml version="1.0"?><!DOCTYPE rdf:RDF [<!ENTITY x "y">]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title></channel>
<item rdf:about="https://example.org/3"><title>M&uuml;ller & Co</title><dc:date>2024-01-02</dc:date><description>Ein Text&nbsp;hier &x;</description></item></rdf:RDF>`
    const { articles } = await articlesOf(feed, fileOf('f.rdf', rdf))
    expect(articles[0]).toMatchObject({
      guesses: { title: { value: 'Müller & Co' }, sourceUrl: { value: 'https://example.org/3' } },
    })
    expect(articles[0]!.text).toContain('&x;')
    expect(articles[0]!.warnings.map((it) => it.code)).toContain('import.feed_repaired')
  })

  test('other XML is no feed', () => {
    expect(
      recognise(feed, fileOf('a.xml', '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>')),
    ).toBeNull()
  })
})

test.skipIf(!existsSync(join(interop, 'documents/rss')))('real feeds', async () => {
  const blog = await articlesOf(feed, diskFile(join(interop, 'documents/markitdown/test_rss.xml')))
  expect(blog.articles).toHaveLength(10)
  expect(
    blog.articles.every((it) => it.text.length > 2000 && it.guesses.publishedOn && it.guesses.sourceUrl),
  ).toBe(true)
  const rich = await articlesOf(feed, diskFile(join(interop, 'documents/rss/feedRichText.rss')))
  expect(rich.articles.map((it) => it.guesses.title?.value)).toEqual(['Encoded "entity"', 'Embedded tags'])
})
