/** Brings an article into the reader and keeps it true: edits touch only the mentions they name. */
import type { Article } from '@shared/model/article.ts'
import type { Mention } from '@shared/model/mention.ts'
import type { Certainty } from '@shared/model/provenance.ts'
import { useCallback, useEffect, useState } from 'react'
import { fetchArticle } from '../../api/articleAhead.ts'
import { call } from '../../api/client.ts'
import { onCoreEvent } from '../../api/liveUpdates.ts'
import { showFailure } from '../../state/notices.ts'
import type { Reader } from './createReader.ts'
import { indexColumns, type MarkedMention, patchIndex } from './spanIndex.ts'

const certainties: readonly Certainty[] = ['certain', 'probable', 'doubtful']

/** A mention of the core as the reader draws it. */
export const marked = (mention: Mention): MarkedMention => ({
  id: mention.id,
  typeId: mention.typeId,
  entityId: mention.entityId ?? 0,
  certainty: certainties.indexOf(mention.certainty),
  fragments: mention.fragments.map(({ start, end }) => ({ start, end })),
})

/** Draws what a command answered, in this frame; the event that follows finds nothing left to do. */
export const paint = (reader: Reader, put: readonly Mention[], drop: readonly number[] = []): void => {
  const articleId = reader.article().id
  const here = put.filter((it) => it.articleId === articleId).map(marked)
  reader.change({ index: patchIndex(reader.view().index, here, drop), resizing: null })
}

/** More mentions than this at once, and the columns are asked for anew. */
const mostPatched = 2000

const reload = async (reader: Reader, id: number): Promise<void> => {
  const { mentions, evidence } = await call('articles.open', { id })
  if (reader.article().id === id) reader.change({ index: indexColumns(mentions), evidence, resizing: null })
}

const patch = async (reader: Reader, touched: Record<string, readonly number[] | 'all'>): Promise<void> => {
  const { id } = reader.article()
  const { mention, fragment, evidence, relation } = touched
  if (
    mention === 'all' ||
    fragment === 'all' ||
    (fragment && !mention) ||
    (mention?.length ?? 0) > mostPatched
  ) {
    await reload(reader, id)
    return
  }
  if (mention) {
    const found = await call('mentions.get', { ids: [...mention] })
    if (reader.article().id !== id) return
    const here = new Set(found.filter((it) => it.articleId === id).map((it) => it.id))
    paint(
      reader,
      found,
      mention.filter((it) => !here.has(it)),
    )
  }
  if (evidence || relation) {
    const marks = await call('articles.evidence', { id })
    if (reader.article().id === id) reader.change({ evidence: marks })
  }
}

/** Where one was in the articles read before; coming back finds the place again. */
const places = new Map<number, { readonly top: number; readonly caret: number }>()

const leavePlace = (reader: Reader): void => {
  const { id } = reader.article()
  if (id !== 0) places.set(id, { top: reader.topOffset(), caret: reader.caret() })
}

export type ArticleState =
  | { readonly status: 'none' }
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly article: Article }
  | { readonly status: 'failed'; readonly error: unknown }

/** Measured by the benchmark: from the click on an article to its first picture. */
const markPainted = (): void => {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => performance.mark('reader:painted')
    port2.postMessage(null)
  })
}

export const useArticle = (
  reader: Reader | null,
  articleId: number | null,
): { state: ArticleState; retry: () => void } => {
  const [state, setState] = useState<ArticleState>({ status: 'none' })
  const [attempt, setAttempt] = useState(0)
  const retry = useCallback(() => setAttempt((it) => it + 1), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt loads again
  useEffect(() => {
    if (!reader) return
    if (articleId === null) {
      leavePlace(reader)
      reader.show({ id: 0, text: '', language: '', title: '' }, {})
      setState({ status: 'none' })
      return
    }
    performance.mark('reader:open')
    setState({ status: 'loading' })
    let gone = false
    let loaded = false
    let missed = false
    const stop = onCoreEvent((event) => {
      if (event.event !== 'changed') return
      const touched = event.payload.touched
      if (!['mention', 'fragment', 'evidence', 'relation'].some((it) => it in touched)) return
      if (loaded) patch(reader, touched).catch(showFailure)
      else missed = true
    })
    const load = async (): Promise<void> => {
      const [content, article] = await Promise.all([
        fetchArticle(articleId),
        call('articles.get', { id: articleId }),
      ])
      if (gone) return
      leavePlace(reader)
      const { types, labels, heading } = reader.view()
      reader.show(
        { id: articleId, text: content.text, language: article.language, title: article.title },
        { index: indexColumns(content.mentions), evidence: content.evidence, types, labels, heading },
      )
      const place = places.get(articleId)
      if (place) {
        reader.setCaret(place.caret)
        reader.scrollTo(place.top)
      }
      loaded = true
      setState({ status: 'ready', article })
      markPainted()
      if (missed) await reload(reader, articleId)
    }
    load().catch((error: unknown) => {
      if (!gone) setState({ status: 'failed', error })
    })
    return () => {
      gone = true
      stop()
    }
  }, [reader, articleId, attempt])

  return { state, retry }
}
