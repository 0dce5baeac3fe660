import { startCore } from '../../../main/shell/worker/coreClient.ts'
import { coreWorkerUrl, jobWorkerUrl, sampleFolder } from '../places.ts'

/*
 * The core in its worker, as the shells run it: `core.ts <home> <project> start|work`. `start` says when the first page
 * of the corpus list is there; `work` does a day's work and says how much memory the process has then.
 */

const [home, path, what] = process.argv.slice(2) as [string, string, 'start' | 'work']

const core = await startCore({
  dataFolder: home,
  sampleFolder,
  personName: 'bench',
  coreWorkerUrl,
  jobWorkerUrl,
  onCrash: (error) => {
    throw error
  },
})
const ask = async (method: string, input: unknown): Promise<unknown> => {
  const reply = await core.call(method, input)
  if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`)
  return reply.value
}
const page = (text: string, offset = 0) =>
  ask('articles.page', {
    filter: text === '' ? {} : { text },
    sort: { by: text === '' ? 'added' : 'relevance', descending: true },
    offset,
    limit: 100,
  })

const work = async (): Promise<void> => {
  const { total } = (await page('')) as { total: number }
  for (let at = 0; at < 40; at += 1) await page('', Math.floor((at * total) / 40))
  for (const text of ['d', 'der', 'handel', 'the market', '京东', '的', 'beteiligung']) await page(text)
  for (const filter of [
    {},
    { articles: { languages: ['de'] } },
    { articles: { text: 'markt' } },
    { text: 'a' },
  ])
    await ask('network.graph', { filter, limit: 500 })
  await ask('overview.get', {})
  await ask('entities.page', { sortBy: 'mentions', descending: true, offset: 0, limit: 100 })
  for (let at = 0; at < 200; at += 1) {
    const id = 1 + ((at * 7919) % total)
    const { text } = (await ask('articles.open', { id })) as { text: string }
    if (/^[A-Za-z]{2}/.test(text))
      await ask('mentions.create', { articleId: id, typeId: 1, fragments: [{ start: 0, end: 2 }] })
  }
  await ask('articles.open', { id: total })
  for (let at = 0; at < 20; at += 1) await ask('history.undo', {})
}

await ask('projects.open', { path })
await page('')
if (what === 'work') await work()
process.send?.({ peak: process.resourceUsage().maxRSS / 1024, now: process.memoryUsage().rss / 2 ** 20 })
await core.close()
