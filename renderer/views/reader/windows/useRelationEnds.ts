import type { Mention } from '@shared/model/mention.ts'
import { lineAt } from '@shared/text/lines.ts'
import type { Span } from '@shared/text/span.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../../api/client.ts'
import { useAnswer } from '../../../api/queries.ts'
import type { ReaderSession } from '../readerSession.ts'
import { type MarkedMention, piecesIn } from '../spanIndex.ts'

/** What may stand at the other end of a relation: an entity, and its nearest mention here if there is one. */
export interface RelationEnd {
  readonly entityId: number
  readonly name: string
  readonly typeId: number
  readonly mention: { readonly id: number; readonly span: Span } | null
  readonly inSentence: boolean
  readonly aliases: string
}

const spanOf = (mention: Mention): Span => ({
  start: mention.fragments[0]!.start,
  end: mention.fragments.at(-1)!.end,
})

/** Mentions of the paragraph around a mention, with their entities and values. */
export const useMentionsAround = (session: ReaderSession, mention: MarkedMention): readonly Mention[] => {
  const { reader } = session
  const { index } = reader.view()
  const line = lineAt(reader.article().text, mention.fragments[0]!.start)
  const ids = [...new Set(piecesIn(index, line.start, line.end).map((at) => index.mention[at]!))].slice(
    0,
    500,
  )
  const { data } = useAnswer('mentions.get', { ids }, { keepPrevious: true })
  return data ?? []
}

/** Entities for the other end: those of the sentence, then of the paragraph, nearest first, then of the project. */
export const useRelationEnds = (
  session: ReaderSession,
  mention: MarkedMention,
  sentence: Span,
  typed: string,
  allowed: ReadonlySet<number> | null,
): { ends: readonly RelationEnd[]; waiting: boolean } => {
  const around = useMentionsAround(session, mention)
  const text = typed.trim()
  const {
    data: found = [],
    isPlaceholderData,
    isFetching,
  } = useQuery({
    queryKey: ['entities.candidates', { text, limit: 12 }],
    queryFn: () => call('entities.candidates', { text, limit: 12 }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  })
  const ends = useMemo(() => {
    const from = mention.fragments[0]!.start
    const near = around
      .filter((it) => it.entityId !== null && it.entityId !== mention.entityId)
      .map((it) => ({ it, span: spanOf(it) }))
      .sort((a, b) => Math.abs(a.span.start - from) - Math.abs(b.span.start - from))
      .map(({ it, span }) => ({
        entityId: it.entityId!,
        name: it.entityName,
        typeId: it.typeId,
        mention: { id: it.id, span },
        inSentence: sentence.start <= span.start && span.end <= sentence.end,
        aliases: it.fragments.map((fragment) => fragment.quote).join(' '),
      }))
    const here = new Map<number, RelationEnd>()
    for (const it of [...near.filter((end) => end.inSentence), ...near.filter((end) => !end.inSentence)])
      if (!here.has(it.entityId)) here.set(it.entityId, it)
    const wanted = text.toLowerCase()
    const local = [...here.values()].filter(
      (it) => wanted === '' || `${it.name} ${it.aliases}`.toLowerCase().includes(wanted),
    )
    const seen = new Set(local.map((it) => it.entityId))
    const rest = (text === '' ? [] : found)
      .filter((it) => it.id !== mention.entityId && !seen.has(it.id))
      .map(
        (it): RelationEnd =>
          here.get(it.id) ?? {
            entityId: it.id,
            name: it.name,
            typeId: it.typeId,
            mention: null,
            inSentence: false,
            aliases: it.aliases.filter((alias) => alias !== it.name).join(' · '),
          },
      )
    return [...local, ...rest].filter((it) => allowed === null || allowed.has(it.typeId))
  }, [around, found, text, mention, sentence, allowed])
  return { ends, waiting: text !== '' && (isPlaceholderData || isFetching) }
}
