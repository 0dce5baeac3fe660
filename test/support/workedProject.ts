import type { ImportReport } from '../../shared/contract/imports.ts'
import type { TestCore } from './core.ts'

/* A small project made the way a person makes one, for tests that need something to stand on. */

export const texts = {
  de: 'Google investiert 550 Millionen Dollar in JD.com 🚀.\nDer US-Konzern Google steigt am 18. Juni 2018 bei JD.com ein. Die Straße ist lang.\nJD.com und Google, Inc. sprechen weiter.',
  en: 'Walmart owns 10 % of JD.com. Tencent Holdings Ltd. (Hong Kong) competes with Alibaba.\nJD.com sells on Google Shopping 👩‍👩‍👧 since 2018-06-18.',
  zh: '京东和腾讯合作。腾讯控股有限公司入股京东，价格为５５０万美元。京东宣布：京东🛒与谷歌合作。',
} as const
export type TextKey = keyof typeof texts

/** Imports texts as pasted, through drafts, and returns the articles' ids in order. */
export const importTexts = async (
  t: TestCore,
  items: readonly { name: string; text: string }[],
): Promise<number[]> => {
  await t.job('imports.prepare', { items: items.map((it) => ({ ...it })) })
  const { result } = await t.job('imports.commit', {})
  return (result as ImportReport).articleIds
}

export interface Workbench {
  articles: Record<TextKey, number>
  /** Id of a type by its key. */
  type: Record<string, number>
  relationType: Record<string, number>
  /** Span of the n-th (from 1) occurrence of a quote; UTF-16. */
  span(article: TextKey, quote: string, nth?: number): { start: number; end: number }
}

/** A new project with the three texts in it and nothing tagged. */
export const startWorkbench = async (t: TestCore, name = 'Test'): Promise<Workbench> => {
  await t.ask('projects.create', { name })
  const [de, en, zh] = await importTexts(
    t,
    Object.entries(texts).map(([key, text]) => ({ name: `${key}.txt`, text })),
  )
  const schema = await t.ask('schema.get', {})
  return {
    articles: { de: de!, en: en!, zh: zh! },
    type: Object.fromEntries(schema.entityTypes.map((it) => [it.key, it.id])),
    relationType: Object.fromEntries(schema.relationTypes.map((it) => [it.key, it.id])),
    span: (article, quote, nth = 1) => {
      let start = -1
      for (let n = 0; n < nth; n += 1) start = texts[article].indexOf(quote, start + 1)
      if (start < 0) throw new Error(`"${quote}" is not ${nth} times in the ${article} text.`)
      return { start, end: start + quote.length }
    },
  }
}
