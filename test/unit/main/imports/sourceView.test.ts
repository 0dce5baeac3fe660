import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readArticle, sourceView } from '../../../../main/features/imports/reading/index.ts'
import { processorMs } from '../../../support/processorMs.ts'
import { realFolder } from './realFiles.ts'

function view(name: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const result = readArticle({ name, bytes })
  if (!result.ok) throw new Error(result.error.message)
  const began = processorMs()
  const { html } = sourceView({ ...result.draft, bytes })
  return { html, draft: result.draft, milliseconds: processorMs() - began }
}

const sentences = Array.from(
  { length: 9 },
  (_, index) => `Sentence ${index} tells how Google, the firm, invests in JD.com & Co.`,
)
const squeeze = (text: string) => text.replace(/\s+/g, '')
const blocksOf = (html: string) =>
  [...html.matchAll(/data-start="(\d+)" data-end="(\d+)"/g)].map(
    ([, start, end]) => [Number(start), Number(end)] as const,
  )

/** Every tag with every attribute the view may hold; anything else fails. */
const allowed =
  /^(?:<\/?(?:p|div|section|article|aside|header|footer|main|nav|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|pre|table|thead|tbody|tfoot|tr|td|th|caption|figure|figcaption|address|details|summary|b|strong|i|em|u|s|sub|sup|small|code|mark|q|cite|ins|del|span|br|hr)(?: class="(?:cut|outside|picture)")?(?: data-start="\d+" data-end="\d+")?(?: data-reason="[a-z_]+")?>|[^<])*$/

function expectInert(html: string) {
  const shell = /^<!DOCTYPE html><html><head><meta charset="utf-8"><\/head><body>(.*)<\/body><\/html>$/s.exec(
    html,
  )
  expect(shell).not.toBeNull()
  const tags = shell![1]!.match(/<[^>]*>?/g) ?? []
  for (const tag of tags) expect(tag).toMatch(allowed)
}

describe('source view', () => {
  it('marks what stands in the text, what was cut and what lies outside', () => {
    const page = `<html><body><nav><a href="https://example.org">Home</a></nav><article><h1>Deal</h1><p>${sentences.join('</p><p>')}</p><p>Anzeige</p><p>The <b>end</b> <a href="javascript:x()">of it</a>.</p><img src="https://example.org/x.png" alt="A chart"></article></body></html>`
    const { html, draft } = view('a.html', page)
    expectInert(html)
    expect(html).toContain('<p class="cut" data-reason="advert">Anzeige</p>')
    expect(html).toMatch(/class="outside">Home</)
    expect(html).toContain('<span class="picture">A chart</span>')
    for (const [start, end] of blocksOf(html)) expect(squeeze(draft.text.slice(start, end))).not.toBe('')
    const first = /<p data-start="(\d+)" data-end="(\d+)">Sentence 0/.exec(html)!
    expect(draft.text.slice(Number(first[1]), Number(first[2]))).toBe(sentences[0])
    const last = /<p data-start="(\d+)" data-end="(\d+)">The <b>end/.exec(html)!
    expect(draft.text.slice(Number(last[1]), Number(last[2]))).toBe('The end of it.')
  })

  it('text and Markdown: one paragraph a line', () => {
    const text = view('a.txt', `Quelle:\nhttps://example.org/x\nA <b> headline\n\n${sentences[0]}`)
    expectInert(text.html)
    expect(text.html.match(/<p/g)).toHaveLength(5)
    expect(text.html.match(/class="cut"/g)).toHaveLength(2)
    expect(blocksOf(text.html).map(([start, end]) => text.draft.text.slice(start, end))).toEqual([
      'A <b> headline',
      sentences[0],
    ])
    const markdown = view(
      'a.md',
      `# Title here\n\nThe **bold** [link](https://example.org/a) is\nwrapped *here*.\n\n- item one`,
    )
    expectInert(markdown.html)
    expect(blocksOf(markdown.html).map(([start, end]) => markdown.draft.text.slice(start, end))).toEqual([
      'The bold link is',
      'wrapped here.',
      'item one',
    ])
  })

  const attacks: Record<string, string> = {
    script: '<script>fetch("https://evil.example")</script><SCRIPT SRC=//evil.example></SCRIPT>',
    handler: '<p onclick="x()" onmouseover=x()>t</p><body onload=x()>',
    image:
      '<img src="https://evil.example/a.png" srcset="https://evil.example/b 2x" onerror=x() alt="&quot;><script>x</script>">',
    'script link': '<a href="javascript:x()">t</a><a href=" jav&#x09;ascript:x()">t</a>',
    css: '<style>@import url(https://evil.example);</style><link rel=stylesheet href=//evil.example><p style="background:url(//evil.example)">t</p>',
    refresh:
      '<meta http-equiv="refresh" content="0;url=https://evil.example"><base href="https://evil.example/">',
    svg: '<svg onload=x()><script>x()</script><image href="https://evil.example"/></svg>',
    mutation:
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=x()&gt;">',
    'mutation two': '<svg></p><style><a id="</style><img src=1 onerror=x()>">',
    noscript: '<noscript><p title="</noscript><img src=x onerror=x()>">',
    template: '<template><template><img src=x onerror=x()></template></template><p>t</p>',
    frames:
      '<iframe src="https://evil.example" srcdoc="<script>x()</script>"></iframe><object data=x><embed src=x>',
    form: '<form action="https://evil.example"><input autofocus onfocus=x()><button formaction="javascript:x()">b</button></form>',
    unclosed: '<p>t<b><i><a href="x<img src=x onerror=x()>',
    'broken tags': '<<img src=x onerror=x()>><p/onclick=x()>t</p><img/src=x/onerror=x()>',
    comment: '<!--><img src=x onerror=x()>--><!-- --!><img src=x onerror=x()>',
    cdata: '<![CDATA[<img src=x onerror=x()>]]><?php <img src=x> ?>',
    textarea: '<textarea></textarea><img src=x onerror=x()></textarea><title><img src=x onerror=x()></title>',
    video: '<video src=x poster=https://evil.example><source src=x></video><audio src=x>',
    ping: '<a ping="https://evil.example" href="#">t</a><area href=x><q cite="https://evil.example">t</q>',
    nul: '<scr\0ipt>x()</scr\0ipt><img\0 src=x onerror=x()>',
  }
  it.each(Object.entries(attacks))('inert: %s', (_, attack) => {
    const { html } = view(
      'a.html',
      `<!DOCTYPE html><html><body><p>${sentences.join('</p><p>')}</p>${attack}<p>Fin.</p></body></html>`,
    )
    expectInert(html)
  })

  it('inert whatever the pieces', () => {
    const piece = fc.constantFrom(
      ...Object.values(attacks).filter((attack) => !attack.includes('\0')),
      '<',
      '>',
      '"',
      "'",
      '<!--',
      '-->',
      '</p>',
      '<svg>',
      '</style>',
      '<table>',
      '&lt;img src=x&gt;',
      'text',
      '<![CDATA[',
      '<title>',
      '</textarea>',
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        expectInert(view('a.html', `<html><body><p>start</p>${pieces.join('')}`).html)
      }),
    )
  })

  it('deep nesting gives a shallow view', () => {
    const { html } = view('a.html', `<html><body>${'<div>'.repeat(10_000)}text${'</div>'.repeat(10_000)}`)
    expectInert(html)
    expect(html.match(/<div/g)?.length ?? 0).toBeLessThan(100)
  })

  it('a page of one megabyte is ready at once', () => {
    const page = Array.from(
      { length: 2500 },
      (_, index) =>
        `<div><p class="x">Paragraph ${index} on <a href="https://example.org/${index}">Google</a>, ${'and so on and on '.repeat(20)}.</p></div>`,
    )
    const { milliseconds, html } = view('a.html', `<html><body>${page.join('')}`)
    expect(blocksOf(html)).toHaveLength(2500)
    // 200 ms on a quiet machine; several workers share this one.
    expect(milliseconds).toBeLessThan(1000)
  })

  const pages = realFolder('readability')
  it.skipIf(!pages)('real pages: nearly all of the text is found again, in order', () => {
    for (const name of readdirSync(pages!)) {
      const { html, draft } = view(`${name}.html`, readFileSync(`${pages}${name}/source.html`))
      expectInert(html)
      let covered = 0
      let last = 0
      for (const [start, end] of blocksOf(html)) {
        expect(start, name).toBeGreaterThanOrEqual(last)
        covered += squeeze(draft.text.slice(start, end)).length
        last = end
      }
      expect(covered / squeeze(draft.text).length, name).toBeGreaterThan(0.97)
    }
  })
})
