import { useLayoutEffect, useRef, useState } from 'react'
import { useText } from '../../state/i18n.ts'
import { TypeDot } from '../../ui/TypeDot.tsx'
import type { Hovered } from './cy.ts'
import type { NetworkEdge } from './drawn.ts'
import { edgeWords, type GraphIndex, strongestEdge } from './wording.ts'

const gap = 10

/** What is under the pointer, with its strongest passage. */
export function HoverCard({
  hovered,
  index,
  container,
}: {
  hovered: Hovered
  index: GraphIndex
  container: HTMLElement | null
}) {
  const t = useText()
  const card = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null)

  useLayoutEffect(() => {
    const { offsetWidth: width, offsetHeight: height } = card.current!
    const { clientWidth, clientHeight } = container!
    const below = hovered.y + gap
    setPlace({
      left: Math.max(4, Math.min(clientWidth - width - 4, hovered.x - width / 2)),
      // Above when there is no room below.
      top: below + height <= clientHeight ? below : Math.max(4, hovered.y - height - 3 * gap),
    })
  }, [hovered, container])

  const node = hovered.kind === 'node' ? index.node.get(hovered.id) : undefined
  const edge = hovered.kind === 'edge' ? index.edge.get(hovered.id) : node && strongestEdge(index, node.id)
  const entityType = node && index.entityType.get(node.typeId)
  if (!node && !edge) return null
  return (
    <div
      ref={card}
      className="network-card"
      aria-hidden
      style={place ? { transform: `translate(${place.left}px, ${place.top}px)` } : { visibility: 'hidden' }}
    >
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
