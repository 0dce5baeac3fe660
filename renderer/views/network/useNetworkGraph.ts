import type { NetworkGraph } from '@shared/contract/network.ts'
import type { Schema } from '@shared/model/schema.ts'
import { useEffect, useMemo } from 'react'
import { useAnswer } from '../../api/queries.ts'
import { useCorpusView } from '../../state/corpusView.ts'
import { activeArticleId, useSelection } from '../../state/selection.ts'
import { type ShownGraph, shownGraph } from './drawn.ts'
import { adoptSettings, filterOf, useNetwork } from './networkState.ts'

export interface NetworkData {
  schema: Schema | undefined
  graph: NetworkGraph | undefined
  /** What is left of the graph under the filters this window applies itself. */
  shown: ShownGraph | undefined
  error: unknown
  retry(): void
}

/** What the network panel shows, under its filter; alike for canvas, table and header. */
export const useNetworkGraph = (): NetworkData => {
  const settings = useAnswer('settings.get', { scope: 'project' })
  const known = settings.data ?? null
  useEffect(() => {
    // Only the first answer counts: afterwards the settings are changed here and kept there.
    if (known === null) adoptSettings(null)
    else if (!useNetwork.getState().loaded) adoptSettings(known)
  }, [known])

  const schema = useAnswer('schema.get', {})
  const state = useNetwork()
  const openArticleId = useSelection(activeArticleId)
  const listed = useCorpusView((it) => it.filter)
  const filter = useMemo(
    () => (schema.data ? filterOf(state, schema.data, openArticleId, listed) : {}),
    [state, schema.data, openArticleId, listed],
  )
  const graph = useAnswer(
    'network.graph',
    { filter, limit: state.limit },
    { enabled: state.loaded && schema.data !== undefined, keepPrevious: true },
  )
  const shown = useMemo(
    () => (graph.data ? shownGraph(graph.data, state.onlyRelated) : undefined),
    [graph.data, state.onlyRelated],
  )
  return {
    schema: schema.data,
    graph: graph.data,
    shown,
    error: settings.error ?? schema.error ?? graph.error,
    retry: () => {
      void settings.refetch()
      void schema.refetch()
      void graph.refetch()
    },
  }
}
