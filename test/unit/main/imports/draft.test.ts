import { readdirSync, readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { type ArticleDraft, readArticle } from '../../../../main/features/imports/reading/index.ts'
import { processorMs } from '../../../support/processorMs.ts'
import { realFolder } from './realFiles.ts'

function read(name: string, content: string | Uint8Array): ArticleDraft {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const result = readArticle({ name, bytes })
  if (!result.ok) throw new Error(result.error.message)
  return result.draft
}

const sentences = (count: number) =>
  Array.from(
    { length: count },
    (_, index) =>
      `Google invests ${index + 1} million dollars in the retailer, which sells on its own platform.`,
  )

const paragraphs = sentences(8)

describe('plain text', () => {
  it('stays as it is, with title, date and language from its lines', () => {
    const text = `Google steigt bei JD.com ein\n\n18. Juni 2018\n\nDer Konzern und der Händler haben sich auf eine Beteiligung geeinigt.`
    expect(read('notiz.txt', text)).toMatchObject({
      reader: 'txt',
      mediaType: 'text/plain',
      text,
      title: 'Google steigt bei JD.com ein',
      publishedOn: '2018-06-18',
      language: 'de',
    })
  })

  it.each([
    ['28/06/2018', '2018-06-28'],
    ['2018年6月18日', '2018-06-18'],
    ['二〇一八年六月十八日', '2018-06-18'],
    ['June 18th, 2018', '2018-06-18'],
    ['18 Jun 2018, 09:30', '2018-06-18'],
    ['Stand: 18.06.2018', '2018-06-18'],
    ['2018-06-18T09:00:00+02:00', '2018-06-18'],
    ['06/07/2018', null],
    ['31/02/2018', null],
  ])('date line %s', (line, expected) => {
    expect(read('a.txt', `A headline of the article\n${line}\n${paragraphs[0]}`).publishedOn).toBe(expected)
  })

  it('reads the date from the file name last', () => {
    expect(read('2019-02-04 google.txt', 'A headline\n\nText.').guesses.publishedOn).toMatchObject({
      value: '2019-02-04',
      from: 'file name',
    })
  })

  it('takes the first line as title, its tabs and runs of blanks as one', () => {
    expect(read('a.txt', 'RFP for Services\t Section  00 43\n\nText.').title).toBe(
      'RFP for Services Section 00 43',
    )
  })

  it.each([
    ['谷歌宣布投资京东', 'zh'],
    ['谷歌 Google 与 JD.com 合作', 'zh'],
    ['グーグルは京東に投資する', 'ja'],
    ['The company said that it will sell its products on the platform.', 'en'],
    ['Das Unternehmen und der Händler bauen die Zusammenarbeit aus.', 'de'],
    [
      'Le groupe a annoncé une participation dans le distributeur chinois et les deux entreprises vont coopérer.',
      'fr',
    ],
    ['Testing Linked Images', 'en'],
  ])('language of %s', (text, language) => {
    expect(read('a.txt', text).language).toBe(language)
  })
})

describe('Markdown', () => {
  it('becomes the text it shows, with its front matter', () => {
    const source = `---\ntitle: "Ein Titel"\ndate: 2018-06-18\nurl: https://example.org/a\npublisher: Blatt\nlang: de\n---\n# Ein Titel\n\nDer **Konzern** kauft [Anteile](https://example.org/x "t") &amp; mehr\nund noch mehr.\n\n- eins\n- zwei\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> Zitat\n\n<script>x</script>`
    const draft = read('a.md', source)
    expect(draft.text).toBe(
      'Der Konzern kauft Anteile & mehr und noch mehr.\n\neins\nzwei\n\na\tb\n1\t2\n\nZitat',
    )
    expect(draft).toMatchObject({
      reader: 'md',
      title: 'Ein Titel',
      publishedOn: '2018-06-18',
      sourceUrl: 'https://example.org/a',
      publisher: 'Blatt',
      language: 'de',
    })
  })
})

describe('the content decides the format', () => {
  it.each([
    ['page.txt', `<!DOCTYPE html><html><body><p>${paragraphs.join('</p><p>')}</p></body></html>`, 'html'],
    ['page.html', 'Just plain text.\n\nNo tags at all.', 'txt'],
    ['', '# Heading\n\nSome **bold** [link](https://example.org) text', 'md'],
    ['a.txt', 'Tom & Jerry <jerry@example.org> wrote: 1 < 2', 'txt'],
    ['fragment', `<div><p>${paragraphs[0]}</p><p>${paragraphs[1]}</p></div>`, 'html'],
  ])('%j', (name, content, reader) => {
    expect(read(name, content).reader).toBe(reader)
  })
})

describe('web pages', () => {
  const page = (body: string, head = '') =>
    `<!DOCTYPE html><html lang="en-US"><head><title>Deal closed - The Paper</title>${head}</head><body><nav><a href="/">Home</a></nav><article>${body}</article><footer>Imprint</footer></body></html>`

  it('gives the article by blocks', () => {
    const body = `<h1>Deal closed</h1><p>${paragraphs.join('</p><p>')}</p><ul><li>One</li><li>Two<br>lines</li></ul><table><tr><th>Firm</th><th>Stake</th></tr><tr><td>JD&nbsp;.com</td><td></td><td>0.93&#8201;%</td></tr></table><p>Soft&shy;hyphen, zero\u200bwidth,   many\n blanks 👨‍👩‍👧</p>`
    expect(read('a.html', page(body)).text).toBe(
      `${paragraphs.join('\n\n')}\n\nOne\nTwo\nlines\n\nFirm\tStake\nJD .com\t\t0.93\u2009%\n\nSofthyphen, zerowidth, many blanks 👨‍👩‍👧`,
    )
  })

  it('reads what the page states', () => {
    const head = `<meta property="og:site_name" content="The Paper &amp; Co"><meta property="article:published_time" content="2018-06-18T10:00:00Z"><link rel="canonical" href="https://example.org/deal"><meta property="og:title" content="Deal &quot;closed&quot;">`
    expect(read('a.html', page(`<p>${paragraphs.join('</p><p>')}</p>`, head))).toMatchObject({
      title: 'Deal "closed"',
      publisher: 'The Paper & Co',
      publishedOn: '2018-06-18',
      sourceUrl: 'https://example.org/deal',
      language: 'en',
    })
  })

  it('reads JSON-LD and the address a browser saved it from', () => {
    const head = `<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Big deal","datePublished":"2018-06-18","publisher":{"name":"Paper"},"author":[{"name":"A B"}]}]}</script>`
    const draft = read(
      'a.html',
      `<!-- saved from url=(0024)https://example.org/deal -->${page(`<p>${paragraphs.join('</p><p>')}</p>`, head)}`,
    )
    expect(draft).toMatchObject({
      title: 'Big deal',
      publishedOn: '2018-06-18',
      publisher: 'Paper',
      sourceUrl: 'https://example.org/deal',
    })
    expect(draft.guesses.author?.value).toBe('A B')
    expect(draft.guesses.sourceUrl?.from).toBe('saved from')
  })

  it('knows a text better than a template does', () => {
    const german =
      'Der Konzern und der Händler haben sich auf eine Beteiligung geeinigt, die nun von den Behörden geprüft wird.'
    expect(
      read(
        'a.html',
        page(
          `<p>${Array(6)
            .fill(0)
            .map((_, i) => `${german} ${i}`)
            .join('</p><p>')}</p>`,
        ),
      ).language,
    ).toBe('de')
  })

  const hostile: Record<string, string> = {
    'deep nesting': `${'<div>'.repeat(10_000)}text${'</div>'.repeat(10_000)}`,
    'deep, never closed': `${'<div>'.repeat(100_000)}text`,
    'a million tags': '<b>x</b>'.repeat(500_000),
    'mixed nesting': '<p><b><i>x'.repeat(15_000),
    'many attributes': `<p ${Array.from({ length: 100_000 }, (_, index) => `a${index}=1`).join(' ')}>text`,
    'scripts never closed': `${'<script>'.repeat(100_000)}text`,
    'tags never closed': `text${'<a'.repeat(500_000)}`,
    'quotes never closed': `text${'<a href="'.repeat(200_000)}`,
    'stray signs': '< '.repeat(300_000),
    'blank space': `<pre>a${' '.repeat(1_000_000)}b</pre>`,
    'table in table': `${'<table><tr><td>'.repeat(10_000)}text`,
    entities: '&amp;&#x41;&lol9;'.repeat(50_000),
    'entity declarations': `<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;">]><p>&b;text</p>`,
  }
  it.each(Object.entries(hostile))('bounded time: %s', { timeout: 60_000 }, (_, body) => {
    const began = processorMs()
    const draft = read('a.html', `<html><body>${body}`)
    expect(processorMs() - began).toBeLessThan(8000)
    expect(draft.text.length).toBeGreaterThan(0)
  })

  const pages = realFolder('readability')
  it.skipIf(!pages)('real pages: nine tenths of the words another extractor finds, and little else', () => {
    const words = (text: string) => text.match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []
    let good = 0
    const names = readdirSync(pages!)
    for (const name of names) {
      const draft = read(`${name}.html`, readFileSync(`${pages}${name}/source.html`))
      const expected = words(
        parseHTML(readFileSync(`${pages}${name}/expected.html`, 'utf8')).document.documentElement
          ?.textContent ?? '',
      )
      const available = new Map<string, number>()
      const own = words(draft.fullText)
      for (const word of own) available.set(word, (available.get(word) ?? 0) + 1)
      const hits = expected.filter((word) => {
        const left = available.get(word) ?? 0
        available.set(word, left - 1)
        return left > 0
      }).length
      if (hits >= 0.9 * expected.length && own.length <= 1.2 * expected.length) good++
    }
    expect(good).toBeGreaterThanOrEqual(0.9 * names.length)
  })
})

describe('real articles', () => {
  const articles = realFolder('articles')
  it.skipIf(!articles)('lose their residue and nothing else', () => {
    const drafts = readdirSync(articles!).map((name) => read(name, readFileSync(articles + name)))
    for (const draft of drafts) {
      expect(draft.text).not.toMatch(/Leave a Reply|Josh HorwitzJosh|minutes ago|pixabay|^Tags:|^Quelle:/m)
      expect(draft.text.length).toBeGreaterThan(draft.fullText.length * 0.7)
      expect(draft.title.length).toBeGreaterThan(20)
    }
    expect(drafts.map(({ language }) => language)).toEqual(['de', 'en', 'en'])
    expect(drafts[1]!.publishedOn).toBe('2018-06-28')
    expect(drafts[2]!.publisher).toBe('techinasia.com')
  })
})

it('a draft survives JSON', () => {
  const draft = read('a.txt', 'Anzeige\n\nEin Titel 😀\n\nText.')
  expect(JSON.parse(JSON.stringify(draft))).toEqual(draft)
})
