import { connect } from '../../../main/db/index.ts'
import { indexQuery } from '../../../shared/text/search.ts'
import { startBenchCore } from '../core.ts'
import { type Measured, type Row, timed } from '../measure.ts'

/** What analysts type, letter by letter: every beginning of these is a search of its own. */
const typed: Record<string, readonly string[]> = {
  'common words': ['der handel', 'the market', 'internet', 'china'],
  'German compounds': ['beteiligungsvertrag', 'lebensmittelhandel', 'größe straße'],
  'rare words and phrases': ['schnöbelt', '"voice assistant"', 'quarter profit loss'],
  'Chinese, one and two characters': ['京东', '腾讯', '的', '投资 零售'],
  'mixed scripts': ['京东 online', 'Ａ＋ markt', 'cloud 云计算'],
}

const prefixes = (query: string): string[] => {
  const characters = [...query]
  return characters.map((_, index) => characters.slice(0, index + 1).join(''))
}

export const search: Row = {
  id: 'search',
  run: async ({ project, workingCopy, scratch, quick }) => {
    const core = startBenchCore(scratch)
    await core.ask('projects.open', { path: workingCopy })
    const db = connect(workingCopy, { mustExist: true, readOnly: true })
    const measure = async (
      queries: readonly string[],
      by: 'relevance' | 'publishedOn',
    ): Promise<{ ours: number[]; bare: number[] }> => {
      const [ours, bare]: [number[], number[]] = [[], []]
      for (let turn = 0; turn < (quick ? 1 : 3); turn += 1) {
        for (const text of queries) {
          const match = indexQuery(text)
          if (match === null) continue
          ours.push(
            await timed(() =>
              core.ask('articles.page', {
                filter: { text },
                sort: { by, descending: true },
                offset: 0,
                limit: 40,
              }),
            ),
          )
          bare.push(
            await timed(() =>
              db.all('SELECT rowid FROM derived_text_index WHERE derived_text_index MATCH ?', [match]),
            ),
          )
        }
      }
      return { ours, bare }
    }
    /** Whatever the way to them, the hits are the same; the latest come first where too many are found to rank them. */
    const assertSameHits = async (text: string): Promise<void> => {
      const idsBy = (by: 'relevance' | 'added') =>
        core.ask('articles.ids', { filter: { text }, sort: { by, descending: true } })
      const [found, expected] = [await idsBy('relevance'), await idsBy('added')]
      if (found.length <= 10_000) found.sort((a, b) => b - a)
      if (found.join() !== expected.join()) throw new Error(`The search for "${text}" misses articles.`)
    }
    try {
      for (const text of ['d', 'beteiligung', '京东', 'voice assistant']) await assertSameHits(text)
      const articles = project.articles.toLocaleString('en')
      const baseline = 'bare FTS5 `MATCH`, ids of all hits'
      const result: Measured[] = []
      for (const [kind, queries] of Object.entries(typed)) {
        const what = `search as you type, ${articles} articles: ${kind}`
        const samples = await measure(queries.flatMap(prefixes), 'relevance')
        result.push({ what, baseline, unit: 'ms', ...samples, goal: { p95: 50 } })
      }
      const samples = await measure(Object.values(typed).flat().flatMap(prefixes), 'publishedOn')
      result.push({
        what: 'search as you type: all of these, newest first',
        baseline,
        unit: 'ms',
        ...samples,
        goal: { p95: 50 },
      })
      return result
    } finally {
      db.close()
      await core.close()
    }
  },
}
