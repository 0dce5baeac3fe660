import { call, type MethodOutput } from './client.ts'
import { onCoreEvent } from './liveUpdates.ts'

type Opened = MethodOutput<'articles.open'>

/** How long a pointer or the keyboard must stay on an article before it is fetched; milliseconds. */
const restTime = 60

/** What was fetched ahead is used this long; milliseconds. */
const freshTime = 10_000

let ahead: { id: number; opened: Promise<Opened>; at: number } | null = null
let resting: ReturnType<typeof setTimeout> | undefined

// Anything that changes may change the article; it is then fetched when opened.
onCoreEvent((event) => {
  if (event.event === 'changed' || (event.event === 'refreshed' && event.payload.what.includes('projects')))
    ahead = null
})

/** The article that will probably be opened next: pointed at, or next in the list. One at a time. */
export const expectArticle = (id: number | undefined): void => {
  clearTimeout(resting)
  if (id === undefined || ahead?.id === id) return
  resting = setTimeout(() => {
    const opened = call('articles.open', { id })
    // A failure is told when the article is really opened.
    opened.catch(() => {})
    ahead = { id, opened, at: performance.now() }
  }, restTime)
}

/** An article as the reader needs it; at once if it was expected. @throws CallError */
export const fetchArticle = (id: number): Promise<Opened> => {
  clearTimeout(resting)
  const expected = ahead
  ahead = null
  return expected?.id === id && performance.now() - expected.at < freshTime
    ? expected.opened
    : call('articles.open', { id })
}
