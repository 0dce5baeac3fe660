/** The window's one selection and the text: what is selected elsewhere shows here, and the other way round. */
import { useEffect, useRef } from 'react'
import { useSelection } from '../../state/selection.ts'
import { lead, leads, useScrollLink } from '../source/scrollLink.ts'
import type { Reader } from './createReader.ts'
import type { Side } from './readerSession.ts'

/** How long a passage that was jumped to stays marked; milliseconds. */
const flashTime = 1200

export const useReaderSync = (
  reader: Reader | null,
  side: Side,
  articleId: number | null,
  ready: boolean,
): void => {
  const mentionId = useSelection((it) => it.mentionId)
  const entityId = useSelection((it) => it.entityId)
  const relationId = useSelection((it) => it.relationId)
  const evidenceId = useSelection((it) => it.evidenceId)
  const landing = useSelection((it) => it.landing)
  const activeReader = useSelection((it) => it.activeReader)
  const landed = useRef(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a freshly shown article is told too
  useEffect(() => {
    reader?.change({ mentionId, entityId, relationId, evidenceId })
  }, [reader, ready, articleId, mentionId, entityId, relationId, evidenceId])

  useEffect(() => {
    if (!reader || !ready || !landing || landing.nonce === landed.current) return
    if (landing.articleId !== articleId || activeReader !== side || reader.article().id !== articleId) return
    landed.current = landing.nonce
    const { start, end } = landing
    lead('reader')
    reader.setCaret(start)
    reader.change({ flash: { start, end } })
    reader.reveal(landing)
    reader.focus()
    const timer = setTimeout(() => reader.change({ flash: null }), flashTime)
    return () => clearTimeout(timer)
  }, [reader, ready, landing, articleId, activeReader, side])

  useEffect(() => {
    if (!reader || articleId === null) return
    return useScrollLink.subscribe((link) => {
      if (link.by === 'source' && link.articleId === articleId && leads('source'))
        reader.scrollTo(link.offset)
    })
  }, [reader, articleId])
}
