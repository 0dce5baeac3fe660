import type { ArticleFilter } from '@shared/model/article.ts'
import { clearFilter, setFilter } from '../../state/corpusView.ts'
import { useSelection } from '../../state/selection.ts'
import { focusPanel, showPanel } from '../frame/dock.ts'
import { changeNetwork } from '../network/networkState.ts'

/** Narrows the corpus list to what a number counts, and goes there. */
export const showArticles = (filter: ArticleFilter): void => {
  clearFilter()
  setFilter(filter)
  focusPanel('corpus')
}

/** Leaves only one type in the network. */
export const showOnly = (
  what: 'entity' | 'relation',
  typeId: number,
  all: readonly { id: number }[],
): void => {
  const others = all.map((it) => it.id).filter((it) => it !== typeId)
  changeNetwork(what === 'entity' ? { hiddenEntityTypes: others } : { hiddenRelationTypes: others })
  showPanel('network')
}

/** Puts an entity into the inspector. */
export const showEntity = (id: number): void => {
  useSelection.getState().selectEntity(id)
  showPanel('inspector')
}
