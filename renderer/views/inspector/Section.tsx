import type { ReactNode } from 'react'

/** A part of the inspector under a small heading. */
export function Section({
  title,
  right,
  children,
}: {
  title: string
  right?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="inspector-section" aria-label={title}>
      <header className="inspector-heading">
        <h3>{title}</h3>
        {right && <span className="inspector-heading-right">{right}</span>}
      </header>
      {children}
    </section>
  )
}

/** One line of facts: a name and what it is. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="inspector-fact">
      <span className="inspector-fact-name">{name}</span>
      <span className="inspector-fact-value">{children}</span>
    </div>
  )
}
