import { ChevronDown } from 'lucide-react'
import { useText } from '../../state/i18n.ts'
import { Menu } from '../../ui/Menu.tsx'
import { changeNetwork, limits, useNetwork } from './networkState.ts'
import { useNetworkGraph } from './useNetworkGraph.ts'

/** `300 of 412`, with the choice of how many entities are shown. */
export function NetworkHeaderRight() {
  const t = useText()
  const limit = useNetwork((it) => it.limit)
  const { graph, shown } = useNetworkGraph()
  if (!graph || !shown) return null
  const counts = { shown: shown.nodes.length, total: graph.total }
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className="network-count" title={t('network.shownHint', counts)}>
          {t('network.shown', counts)} <ChevronDown size={12} aria-hidden />
        </button>
      }
      items={[
        { kind: 'heading', label: t('network.limitHeading') },
        ...limits.map((count) => ({
          label: t('network.limit', { count }),
          checked: limit === count,
          run: () => changeNetwork({ limit: count }),
        })),
      ]}
    />
  )
}
