import type { NetworkFilter } from '@shared/contract/network.ts'
import { type ArticleFilter, articleStatus } from '@shared/model/article.ts'
import type { Schema } from '@shared/model/schema.ts'
import { z } from 'zod'
import { create } from 'zustand'
import { call } from '../../api/client.ts'
import { showFailure } from '../../state/notices.ts'
import { layoutIds } from './layouts/index.ts'

export const limits = [50, 100, 300, 700, 1500, 3000] as const

/** What the network shows and how; kept with the project. Types are named by what is hidden, so that new ones show. */
const networkSettings = z.object({
  limit: z.int().min(1).max(5000).catch(300),
  hiddenEntityTypes: z.array(z.int()).catch([]),
  hiddenRelationTypes: z.array(z.int()).catch([]),
  /** Leaves out entities without a relation. */
  onlyRelated: z.boolean().catch(false),
  articles: z.enum(['all', 'open', 'listed', 'status']).catch('all'),
  statuses: z.array(articleStatus).catch(['done', 'reviewed']),
  layout: z.enum(['automatic', ...layoutIds]).catch('automatic'),
  view: z.enum(['graph', 'table']).catch('graph'),
})
export type NetworkSettings = z.infer<typeof networkSettings>
export const initialSettings: NetworkSettings = networkSettings.parse({})

/** Reads stored settings; what does not fit is as at the beginning. */
export const readSettings = (stored: unknown): NetworkSettings =>
  networkSettings.catch(initialSettings).parse(stored ?? {})

const settingsKey = 'network'
const placesKey = 'network.places'

/**
 * Where nodes stand that nobody placed: found by the program when they first appeared. They are kept beside the
 * history, because undo should take back what a person did, not where the program happened to put a disc.
 */
export type Places = ReadonlyMap<number, { x: number; y: number }>

const storedPlaces = z.record(z.string().regex(/^\d+$/), z.tuple([z.number(), z.number()])).catch({})

export const readPlaces = (stored: unknown): Places =>
  new Map(
    Object.entries(storedPlaces.parse(stored ?? {})).map(([id, [x, y]]) => [Number(id), { x, y }] as const),
  )

interface NetworkState extends NetworkSettings {
  /** False until the project's settings have come. */
  loaded: boolean
  text: string
  places: Places
}

export const useNetwork = create<NetworkState>()(() => ({
  ...initialSettings,
  loaded: false,
  text: '',
  places: new Map(),
}))

/** Takes over what the project has kept; null while another project is being opened. */
export const adoptSettings = (stored: Record<string, unknown> | null): void =>
  useNetwork.setState(
    stored === null
      ? { loaded: false }
      : {
          ...readSettings(stored[settingsKey]),
          places: readPlaces(stored[placesKey]),
          text: '',
          loaded: true,
        },
  )

const keepLater = (key: string, value: () => z.infer<ReturnType<typeof z.json>>) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (useNetwork.getState().loaded)
        call('settings.set', { scope: 'project', key, value: value() }).catch(showFailure)
    }, 400)
  }
}

const keepSettings = keepLater(settingsKey, () => {
  const { loaded: _loaded, text: _text, places: _places, ...settings } = useNetwork.getState()
  return settings
})
const keepPlaces = keepLater(placesKey, () =>
  Object.fromEntries(
    [...useNetwork.getState().places].map(([id, { x, y }]) => [id, [Math.round(x), Math.round(y)]]),
  ),
)

export const changeNetwork = (patch: Partial<NetworkSettings>): void => {
  useNetwork.setState(patch)
  keepSettings()
}

export const rememberPlaces = (found: Places): void => {
  if (found.size === 0) return
  useNetwork.setState((state) => ({ places: new Map([...state.places, ...found]) }))
  keepPlaces()
}

const toggled = (list: readonly number[], id: number): number[] =>
  list.includes(id) ? list.filter((it) => it !== id) : [...list, id]

export const toggleEntityType = (id: number): void =>
  changeNetwork({ hiddenEntityTypes: toggled(useNetwork.getState().hiddenEntityTypes, id) })
export const toggleRelationType = (id: number): void =>
  changeNetwork({ hiddenRelationTypes: toggled(useNetwork.getState().hiddenRelationTypes, id) })

/** Whether anything narrows the network, so that "show everything" makes sense. */
export const isFiltered = (state: NetworkState): boolean =>
  state.hiddenEntityTypes.length > 0 ||
  state.hiddenRelationTypes.length > 0 ||
  state.onlyRelated ||
  state.articles !== 'all' ||
  state.text.trim() !== ''

export const showEverything = (): void => {
  useNetwork.setState({ text: '' })
  changeNetwork({ hiddenEntityTypes: [], hiddenRelationTypes: [], onlyRelated: false, articles: 'all' })
}

/** The question to the core that the settings make. `listed` is the corpus list's filter. */
export const filterOf = (
  state: Pick<NetworkState, 'hiddenEntityTypes' | 'hiddenRelationTypes' | 'articles' | 'statuses' | 'text'>,
  schema: Schema,
  openArticleId: number | null,
  listed: ArticleFilter,
): NetworkFilter => {
  const filter: NetworkFilter = {}
  const shown = <T extends { id: number }>(types: readonly T[], hidden: readonly number[]): number[] =>
    types.map((it) => it.id).filter((it) => !hidden.includes(it))
  if (state.hiddenEntityTypes.length > 0)
    filter.entityTypeIds = shown(schema.entityTypes, state.hiddenEntityTypes)
  if (state.hiddenRelationTypes.length > 0)
    filter.relationTypeIds = shown(schema.relationTypes, state.hiddenRelationTypes)
  if (state.text.trim() !== '') filter.text = state.text.trim()
  if (state.articles === 'open' && openArticleId !== null) filter.articles = { ids: [openArticleId] }
  if (state.articles === 'listed' && Object.keys(listed).length > 0) filter.articles = listed
  if (state.articles === 'status' && state.statuses.length > 0) filter.articles = { statuses: state.statuses }
  return filter
}
