import type { ReactNode } from 'react'
import { classes } from '../../ui/classes.ts'

export interface SideItem {
  key: string
  title: ReactNode
  facts: ReactNode
}

interface Props {
  label: string
  items: readonly SideItem[]
  chosen: string | null
  onChoose(key: string): void
}

/** A list at the side: arrows go through it, the chosen one is shown beside. */
export function SideList({ label, items, chosen, onChoose }: Props) {
  return (
    <ul className="release-list" aria-label={label}>
      {items.map((it, index) => (
        <li key={it.key}>
          <button
            type="button"
            className={classes('release-item', it.key === chosen && 'release-item-on')}
            aria-current={it.key === chosen}
            onClick={() => onChoose(it.key)}
            onKeyDown={(event) => {
              const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
              const next = by && items[index + by]
              if (!next) return
              event.preventDefault()
              onChoose(next.key)
              const faces = event.currentTarget.closest('ul')?.querySelectorAll<HTMLElement>('button')
              faces?.[index + by]?.focus()
            }}
          >
            <span className="release-item-title">{it.title}</span>
            <span className="release-item-facts">{it.facts}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
