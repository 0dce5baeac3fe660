import { describe, expect, it } from 'vitest'
import { findResidue } from '../../../../main/features/imports/reading/index.ts'
import { processorMs } from '../../../support/processorMs.ts'

const prose =
  'Der Konzern baut seine Zusammenarbeit mit dem Händler aus, wie am Montag bekannt wurde, und will wachsen.'

/** Residue among paragraphs: `reason` or `(reason)` when it is only offered, by line. */
function reasons(lines: string[], language = 'de'): Record<string, string> {
  const text = [`${prose} Eins.`, ...lines, `${prose} Zwei.`].join('\n\n')
  return Object.fromEntries(
    findResidue(text, language).map(({ start, end, reason, on }) => [
      text.slice(start, end),
      on ? reason : `(${reason})`,
    ]),
  )
}

describe('page residue', () => {
  it.each([
    ['Anzeige', 'advert'],
    ['- Advertisement -', 'advert'],
    ['广告', 'advert'],
    ['Teilen · Drucken · 17 Kommentare', 'share'],
    ['Share on Facebook', 'share'],
    ['分享到微博', 'share'],
    ['评论', 'comments'],
    ['17 Kommentare', 'comments'],
    ['Your email address will not be published. Required fields are marked *', 'comment_form'],
    ['Tags: Google, JD.com', 'tags'],
    ['Tags:', 'tags'],
    ['相关阅读', 'related'],
    ['Lesen Sie auch: Alibaba wächst', 'related'],
    ['Foto: Reuters', 'picture'],
    ['JD.com – Basis: pixabay.com ©geralt (Creative Commons CC0)', 'picture'],
    ['图片来源：视觉中国', 'picture'],
    ['22 minutes ago', 'time'],
    ['vor 3 Stunden', 'time'],
    ['22分钟前', 'time'],
    ['Josh HorwitzJosh Horwitz', 'byline'],
    ['https://example.org/a?b=c', 'source'],
    ['Wir verwenden Cookies, um unsere Website zu verbessern.', 'cookies'],
    ['责任编辑：王小明', 'editor'],
  ])('%s', (line, reason) => {
    expect(reasons([line])).toEqual({ [line]: reason })
  })

  it.each([
    'Die Anzeige gegen den Konzern wurde am Dienstag fallen gelassen.',
    'Share prices fell by three percent on Monday.',
    'Tags darauf kaufte der Konzern weitere Anteile.',
    '2011',
    'Related to this, the company said it would invest.',
    'Kommentare lehnte der Konzern ab.',
    '他们在广告上投资了五亿美元。',
    'Source code was not shared with the partner.',
    'A week later',
  ])('leaves alone: %s', (line) => {
    expect(Object.values(reasons([line])).filter((reason) => !reason.startsWith('('))).toEqual([])
  })

  it('takes the address with its mark, and a count beside other residue', () => {
    const text = `Quelle:\nhttps://example.org/x\nEin Titel über die Sache\n22 minutes ago\n2011\n${prose}`
    expect(findResidue(text).map(({ start, end, on }) => on && text.slice(start, end))).toEqual([
      'Quelle:',
      'https://example.org/x',
      '22 minutes ago',
      '2011',
    ])
  })

  it('takes the short rest after a comment form, and stops at prose', () => {
    const text = [
      prose,
      `${prose} Mehr dazu folgt.`,
      'Leave a Reply',
      'Name *',
      'Website',
      `${prose} ${prose}`,
    ].join('\n\n')
    expect(findResidue(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Leave a Reply',
      'Name *',
      'Website',
    ])
  })

  it('proposes a headline said twice and the second of two equal paragraphs', () => {
    const text = `Große Firma X und Firma Y bauen aus\n\n${prose}\n\nFirma X und Firma Y bauen aus\n\n${prose}`
    const found = findResidue(text)
    expect(found.map(({ reason }) => reason)).toEqual(['doubled_headline', 'repeated_paragraph'])
    expect(found[1]!.start).toBe(text.lastIndexOf(prose))
  })

  it('gives ordered, disjoint, whole lines, in linear time', () => {
    const text = `${'Anzeige\n'.repeat(30_000)}${'share '.repeat(30_000)}\n${'Tags: '.repeat(20_000)}\n${' '.repeat(200_000)}x`
    const began = processorMs()
    const found = findResidue(text)
    expect(processorMs() - began).toBeLessThan(3000)
    expect(found.length).toBeGreaterThanOrEqual(30_000)
    found.forEach(({ start, end }, index) => {
      expect(start === 0 || text[start - 1] === '\n').toBe(true)
      expect(end === text.length || text[end] === '\n').toBe(true)
      if (index > 0) expect(start).toBeGreaterThan(found[index - 1]!.end)
    })
  })
})
