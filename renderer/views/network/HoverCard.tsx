import { useText } from '../../state/i18n.ts'
import { classes } from '../../ui/classes.ts'
import { TypeDot } from '../../ui/TypeDot.tsx'
import type { Hovered } from './cy.ts'
import type { NetworkEdge } from './drawn.ts'
import { edgeWords, type GraphIndex, strongestEdge } from './wording.ts'

/** What is under the pointer, with its strongest passage. It stands in the half where the pointer is not. */
export function HoverCard({
  hovered,
  index,
  height,
}: {
  hovered: Hovered
  index: GraphIndex
  /** Of the canvas, in CSS pixels. */
  height: number
}) {
  const t = useText()
  const node = hovered.kind === 'node' ? index.node.get(hovered.id) : undefined
  const edge = hovered.kind === 'edge' ? index.edge.get(hovered.id) : node && strongestEdge(index, node.id)
  const entityType = node && index.entityType.get(node.typeId)
  if (!node && !edge) return null
  return (
    <div className={classes('network-card', hovered.y < height / 2 && 'network-card-low')} aria-hidden>
      {node ? (
        <>
          <p className="network-card-title">
            {entityType && <TypeDot colour={entityType.colour} shape="ring" />}
            <b>{node.name}</b>
          </p>
          <p className="network-card-facts">
            {entityType?.name} · {t('network.tip.mentions', { count: node.mentions })} ·{' '}
            {t('network.tip.relations', { count: index.relationsOf(node.id).length })}
          </p>
          {edge && <Passage edge={edge} index={index} head />}
        </>
      ) : (
        edge && (
          <>
            <p className="network-card-title">
              <b>{edgeWords(index, edge)}</b>
            </p>
            <p className="network-card-facts">
              {edge.evidence === 0
                ? t('network.tip.unproved')
                : t('network.tip.passages', { count: edge.evidence })}
            </p>
            <Passage edge={edge} index={index} />
          </>
        )
      )}
    </div>
  )
}

function Passage({ edge, index, head = false }: { edge: NetworkEdge; index: GraphIndex; head?: boolean }) {
  if (edge.quote === '') return null
  const colour = index.relationType.get(edge.typeId)?.colour ?? 'grey'
  return (
    <blockquote className={`network-card-quote ui-c-${colour}`}>
      {edge.quote}
      {head && <small>{edgeWords(index, edge)}</small>}
    </blockquote>
  )
}
