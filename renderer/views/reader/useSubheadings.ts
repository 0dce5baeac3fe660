import { useEffect } from 'react'
import { useAnswer } from '../../api/queries.ts'
import type { Reader } from './createReader.ts'
import { headingsOf } from './subheadings.ts'

/** Asks for the headings once the text stands, so that it waits for nothing. */
export const useSubheadings = (reader: Reader | null, articleId: number | null, isReady: boolean): void => {
  const enabled = articleId !== null && isReady
  const html = useAnswer('articles.source', { id: articleId ?? 1 }, { enabled }).data?.html
  useEffect(() => {
    if (reader && enabled && html !== undefined && reader.article().id === articleId)
      reader.change({ subheadings: headingsOf(html) })
  }, [reader, articleId, enabled, html])
}
